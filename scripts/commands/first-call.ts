import type { MockServer } from '../../mock/server.ts';
import type { Operation } from '../../openapi/model/api-model.ts';
import { basePathOf } from '../../openapi/model/read/read-servers.ts';
import { documentedRequest } from '../../openapi/operations/requests/documented-request.ts';
import { type EncodedRequest, encodeRequest } from '../../openapi/operations/wire/encode-request.ts';

/**
 * A line to paste into a shell: the documented request of the first operation that reads, needs a key and has one that
 * opens it; where nothing can be asked in one line, for the document itself.
 */
export function firstCall(server: MockServer): string {
  const ranked = server.model.operations.toSorted(
    (one, other) => rankOf(one, server) - rankOf(other, server),
  );
  for (const operation of ranked) {
    const line = curlLine(requestOf(operation, server));
    if (line !== undefined) return line;
  }
  return `curl ${quote(`${server.url}/openapi.json`)}`;
}

/** The lower, the better as a first call. */
function rankOf(operation: Operation, { keys }: MockServer): number {
  const { method, path, security } = operation;
  const isRefused = keys.length > 0 && security.length > 0 && openingKey(operation, keys) === undefined;
  const isPlain = /^[\w.~{}/-]*$/.test(path);
  return (isPlain ? 0 : 8) + (isRefused ? 4 : 0) + (method === 'get' ? 0 : 2) + (security.length > 0 ? 0 : 1);
}

function openingKey({ operationId }: Operation, keys: MockServer['keys']): string | undefined {
  return keys.find(
    ({ plan, state }) => state === undefined && !plan.isHidden && !plan.closedOperationIds.has(operationId),
  )?.key;
}

function requestOf(operation: Operation, { model, url, keys }: MockServer): EncodedRequest {
  const request = documentedRequest(operation);
  const key = openingKey(operation, keys) ?? 'any-key';
  const credentials = new Map([...model.securitySchemes.keys()].map((id) => [id, key]));
  const [server] = operation.servers;
  return encodeRequest(request, {
    serverUrl: url + (server === undefined ? '' : basePathOf(server)),
    credentials,
  });
}

/** Undefined where the request is no single line of text. */
function curlLine({ method, url, headers, body }: EncodedRequest): string | undefined {
  const words = ['curl', ...methodWords(method, body), ...(/[[\]{}]/.test(url) ? ['-g'] : []), quote(url)];
  for (const [name, value] of Object.entries(headers)) {
    if (name.toLowerCase() === 'accept') continue;
    // An empty value takes the header away; a semicolon sends it empty (curl manual, --header).
    words.push('-H', quote(value === '' ? `${name};` : `${name}: ${value}`));
  }
  if (body !== undefined) words.push('--data-raw', quote(String(body)));
  const line = words.join(' ');
  return /\p{Cc}/u.test(line) || body instanceof Uint8Array ? undefined : line;
}

function methodWords(method: string, body: EncodedRequest['body']): readonly string[] {
  if (method === 'HEAD') return ['--head'];
  return method === (body === undefined ? 'GET' : 'POST') ? [] : ['-X', method];
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
