import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import { percentEncode } from '../../../openapi/model/percent-encoding.ts';
import { documentedRequest } from '../../../openapi/operations/requests/documented-request.ts';
import { exampleReplies } from '../../../openapi/operations/values/example-replies.ts';
import { encodeRequest } from '../../../openapi/operations/wire/encode-request.ts';
import type { FuzzCase } from './fuzz-case.ts';
import type { RawRequest } from './raw-exchange.ts';

const mostOperations = 12;
const mostReplies = 8;

/** What a client sends for a case: the documented request, one for each documented reply, and the odd ones in turn. */
export function requestsOf(
  model: ApiModel,
  { requests }: FuzzCase,
  key: string | undefined,
): readonly RawRequest[] {
  const operations = model.operations.slice(0, mostOperations);
  const documented = operations.map((operation) => documentedOf(operation, model, key));
  const preferring = operations.flatMap((operation, index) => {
    const wanted = exampleReplies(operation)
      .slice(0, mostReplies)
      .map(({ status, name }) => (name === '' ? `code=${status}` : `code=${status}, example="${name}"`));
    return [...new Set(wanted), 'dynamic=true'].map((prefer) =>
      withHeaders(documented[index] ?? plain, { prefer }),
    );
  });
  const odd = requests.map(({ method, target, headers, body }, index) => {
    const base = documented[index % documented.length] ?? plain;
    return withHeaders(
      {
        method: method ?? base.method,
        target: target ?? base.target,
        headers: base.headers,
        body: body === undefined ? base.body : Buffer.from(body),
      },
      headers ?? {},
    );
  });
  return [...documented, ...preferring, ...odd];
}

const plain: RawRequest = { method: 'GET', target: '/', headers: {}, body: undefined };

/** Header values go out in Latin-1: what a name beyond it loses makes another odd name. */
function withHeaders(request: RawRequest, headers: Readonly<Record<string, string>>): RawRequest {
  const added = Object.entries(headers).map(([name, value]) => [name, value.replaceAll(/[\r\n\0]/g, ' ')]);
  const kept = Object.entries(request.headers).filter(
    ([name]) => !Object.hasOwn(headers, name.toLowerCase()),
  );
  return { ...request, headers: Object.fromEntries([...kept, ...added]) };
}

function documentedOf(
  operation: Operation,
  { basePath, securitySchemes }: ApiModel,
  key = 'any-key',
): RawRequest {
  const credentials = new Map([...securitySchemes.keys()].map((id) => [id, key]));
  const encoded = encodeRequest(documentedRequest(operation), {
    serverUrl: `http://x${basePath}`,
    credentials,
  });
  const isSendable = ([name, value]: readonly [string, string]) =>
    /^[\w-]+$/.test(name) &&
    !/^(host|content-length|transfer-encoding|expect|connection|upgrade)$/i.test(name) &&
    !/[^\t\x20-\xff]/.test(value);
  return {
    method: encoded.method,
    target:
      encoded.url.slice('http://x'.length).replaceAll(/[^\x21-\x7e]+/gu, (text) => percentEncode(text)) ||
      '/',
    headers: Object.fromEntries(Object.entries(encoded.headers).filter(isSendable)),
    body: encoded.body === undefined ? undefined : Buffer.from(encoded.body),
  };
}
