import type { ApiModel, JsonObject, Operation } from '../../../openapi/model/api-model.ts';
import { allowNullForAjv } from '../../../openapi/operations/judge/allow-null-for-ajv.ts';
import { readContentType } from '../../../openapi/operations/wire/content-type.ts';
import type { PrintableRequest } from '../../../openapi/operations/wire/curl.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import type { SecondJudge } from './second-opinion.ts';

/**
 * Pinned in package.json to prism-http 5.12.0, which prism-cli 5.14.2 has: what comes after that needs Node 24, and we
 * run with Node 20. A test of package.json fails for a version that does not.
 */
export const prismName = 'Prism (@stoplight/prism-http)';

/** Its validators are no part of its public face, so their types are written down here, as far as we use them. */
interface PrismOperation {
  readonly method: string;
  readonly path: string;
}
interface PrismReply {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}
interface PrismRequest {
  readonly method: string;
  readonly url: { readonly path: string; readonly query: Readonly<Record<string, string | string[]>> };
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}
interface PrismDiagnostic {
  readonly message: string;
  /** 0 is an error, 1 a warning (Prism's word for an undocumented status that is no 2xx). */
  readonly severity: number;
  readonly path?: readonly string[];
}
type PrismVerdict =
  | { readonly _tag: 'Right' }
  | { readonly _tag: 'Left'; readonly left: readonly PrismDiagnostic[] };
export interface PrismValidator {
  validateInput(input: { resource: PrismOperation; element: PrismRequest }): PrismVerdict;
  validateOutput(input: { resource: PrismOperation; element: PrismReply }): PrismVerdict;
}
export interface PrismReader {
  getHttpOperationsFromSpec(document: object): Promise<readonly PrismOperation[]>;
}

/** Prism's validators as a second judge. */
export function createPrismJudge(
  operations: readonly PrismOperation[],
  validator: PrismValidator,
): SecondJudge {
  const byMethodAndPath = new Map(operations.map((one) => [`${one.method} ${one.path}`, one]));
  const find = (operation: Operation) => byMethodAndPath.get(`${operation.method} ${operation.path}`);
  const messages = (verdict: PrismVerdict) =>
    verdict._tag === 'Right' ? [] : verdict.left.map((one) => one.message);
  const complaints = (resource: PrismOperation, element: PrismReply) => {
    const verdict = validator.validateOutput({ resource, element });
    return verdict._tag === 'Right' ? [] : verdict.left;
  };
  return {
    opinion: { state: 'used', name: prismName },
    judge(operation, reply) {
      const resource = find(operation);
      if (resource === undefined) return [];
      const element = { statusCode: reply.status, headers: headersForPrism(reply), body: reply.body };
      return messages(validator.validateOutput({ resource, element }));
    },
    judgeRequest(operation, request, serverUrl) {
      const resource = find(operation);
      if (resource === undefined) return [];
      return messages(validator.validateInput({ resource, element: requestForPrism(request, serverUrl) }));
    },
    isBlind(operation, { status, headers: received }) {
      const resource = find(operation);
      if (resource === undefined) return true;
      // No JSON schema that names a type accepts all of these at once.
      const bodies: readonly unknown[] = ['\u0000', 0.5, [], {}, null, true];
      const headers = { ...received, 'content-type': 'application/json' };
      return bodies.every(
        (body) =>
          !complaints(resource, { statusCode: status, headers, body }).some(
            (one) => one.path?.[0] === 'body',
          ),
      );
    },
  };
}

/** Prism throws at a Content-Type with a parameter that is malformed or empty. */
function headersForPrism({ headers }: ReceivedReply): Readonly<Record<string, string>> {
  const contentType = headers['content-type'];
  if (contentType === undefined) return headers;
  return { ...headers, 'content-type': readContentType(contentType).wellFormed };
}

function requestForPrism(request: PrintableRequest, serverUrl: string): PrismRequest {
  const [path = '', queryString = ''] = request.url.slice(serverUrl.length).split('?');
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(queryString)) {
    const earlier = query[name];
    query[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  const headers = lowerCaseNames(request.headers);
  return { method: request.method.toLowerCase(), url: { path, query }, headers, body: bodyForPrism(request) };
}

function lowerCaseNames(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function bodyForPrism({ body, headers }: PrintableRequest): unknown {
  if (body === undefined) return undefined;
  const text = typeof body === 'string' ? body : new TextDecoder('utf-8').decode(body);
  if (!/json/i.test(lowerCaseNames(headers)['content-type'] ?? '')) return text;
  try {
    return JSON.parse(text);
  } catch {
    // Prism too would be handed the text as it is.
    return text;
  }
}

/**
 * The document as Prism needs it. Without `jsonSchemaDialect` it reads a 3.1 schema as draft 7 and rejects what
 * `prefixItems` allows; with a dialect that it does not know it accepts everything. Seen in 5.12.0. Without the paths of other
 * operations, which cost it minutes of a big document.
 */
export function documentForPrism(model: ApiModel, operations: readonly Operation[]): object {
  // Prism changes what it is given.
  const copy = structuredClone(model.bundled) as JsonObject & { paths?: JsonObject };
  const asked = new Set(operations.map(({ path }) => path));
  copy.paths = Object.fromEntries(Object.entries(copy.paths ?? {}).filter(([path]) => asked.has(path)));
  allowNullForAjv(copy);
  if (!model.openapi.startsWith('3.1')) return copy;
  return { ...copy, jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema' };
}
