import type { Operation, RequiredScheme } from '../../../openapi/model/api-model.ts';
import { valueText } from '../../../openapi/model/value-text.ts';
import type {
  DocumentedBody,
  DocumentedRequest,
} from '../../../openapi/operations/requests/documented-request.ts';
import { encodeBody, formFields, isBinary } from '../../../openapi/operations/wire/encode-body.ts';
import { encodeRequest } from '../../../openapi/operations/wire/encode-request.ts';
import { essenceOf, isJsonMediaType } from '../../../openapi/operations/wire/media-types.ts';
import { decodePairs } from '../../../openapi/operations/wire/query-pairs.ts';
import { serialiseParameter } from '../../../openapi/operations/wire/serialise-parameter.ts';
import { withLiterals } from '../samples/literal-pairs.ts';
import type {
  SampleBody,
  SampleCredential,
  SampleJson,
  SamplePair,
  SampleRequest,
} from '../samples/sample-request.ts';
import { shownRequest } from './documented.ts';

/** Shown where a scheme brings no placeholder of its own (`x-kit-placeholder`). */
export const defaultPlaceholder = 'YOUR-API-KEY';

/** The documented request as samples print it. */
export function sampleRequestOf(operation: Operation, serverUrl: string): SampleRequest {
  const request = shownRequest(operation);
  const query: SamplePair[] = [];
  const headers: SamplePair[] = [];
  const cookies: SamplePair[] = [];
  for (const { parameter, value } of request.parameters) {
    const pairs = serialiseParameter(parameter, value);
    // Readonly arrays and objects of JSON: the same values under another name.
    if (parameter.in === 'query') query.push(...withLiterals(pairs, value as SampleJson));
    else if (parameter.in === 'cookie') cookies.push(...pairs);
    else if (parameter.in === 'header') headers.push(...pairs);
  }
  const { url, fixedQuery } = addressOfRequest(request, serverUrl);
  return {
    name: operation.operationId,
    method: operation.method.toUpperCase(),
    url,
    query: [...fixedQuery, ...query],
    headers,
    cookies,
    credentials: (request.security ?? []).flatMap((required) => credentialOf(required) ?? []),
    body: request.body === undefined ? undefined : bodyOf(request.body),
    answersJson: answersJson(operation),
  };
}

/** The address, and what the path itself has in the query. */
function addressOfRequest(
  request: DocumentedRequest,
  serverUrl: string,
): { readonly url: string; readonly fixedQuery: readonly SamplePair[] } {
  const inPath = request.parameters.filter(({ parameter }) => parameter.in === 'path');
  const whole = encodeRequest(
    { operation: request.operation, parameters: inPath, body: undefined },
    { serverUrl },
  );
  const [url = '', queryString = ''] = whole.url.split('?', 2);
  return { url, fixedQuery: decodePairs(queryString) };
}

function answersJson(operation: Operation): boolean {
  const success = operation.responses.find((response) => /^2|^default$/.test(response.status));
  return success?.contents.some((content) => isJsonMediaType(content.mediaType)) ?? false;
}

/** What a sample shows of a scheme; a client certificate cannot stand in a request. */
export function credentialOf({ scheme }: RequiredScheme): SampleCredential | undefined {
  const value = scheme.placeholder ?? defaultPlaceholder;
  if (scheme.type === 'mutualTLS') return undefined;
  if (scheme.in !== undefined)
    return { kind: 'key', in: scheme.in, name: scheme.name ?? scheme.id, prefix: '', value };
  if (scheme.scheme === 'basic') return { kind: 'basic', user: 'USER', password: 'PASSWORD' };
  const word = scheme.scheme ?? 'bearer';
  const prefix = `${word.charAt(0).toUpperCase()}${word.slice(1)} `;
  return { kind: 'key', in: 'header', name: 'Authorization', prefix, value };
}

function bodyOf({ mediaType, value, content }: DocumentedBody): SampleBody {
  const essence = essenceOf(mediaType);
  // Readonly arrays and objects of JSON: the same values under another name.
  if (isJsonMediaType(mediaType)) return { kind: 'json', mediaType, value: value as SampleJson };
  if (essence === 'application/x-www-form-urlencoded')
    return { kind: 'form', fields: withLiterals(formFields(value, content), value as SampleJson) };
  if (essence === 'multipart/form-data') {
    const parts = formFields(value, content).map((field) => ({ ...field, contentType: field.mediaType }));
    return { kind: 'multipart', parts };
  }
  const isText = essence.startsWith('text/') || (typeof value === 'object' && value !== null);
  const isFile =
    !isText && (content.schema === undefined || isBinary(content.schema) || !essence.includes('xml'));
  if (isFile) {
    const extension = /\/([a-z0-9]+)$/.exec(essence)?.[1] ?? 'bin';
    return { kind: 'file', mediaType, fileName: `body.${extension}`, content: valueText(value) };
  }
  const encoded = encodeBody(mediaType, value, content);
  return { kind: 'text', mediaType, text: String(encoded.body) };
}
