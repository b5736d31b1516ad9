import path from 'node:path';
import type { MockServer } from '../../mock/server.ts';
import type { Operation } from '../../openapi/model/api-model.ts';
import { basePathOf } from '../../openapi/model/read/read-servers.ts';
import { documentedRequest } from '../../openapi/operations/requests/documented-request.ts';
import { curlLine, quoteShell } from '../../openapi/operations/wire/curl.ts';
import { type EncodedRequest, encodeRequest } from '../../openapi/operations/wire/encode-request.ts';

/**
 * A line to paste into a shell: the documented request of the first operation that reads, needs a key and has one that
 * opens it; where nothing can be asked in one line, for the document itself. It fetches an authority to trust before.
 */
export function firstCall(server: MockServer): string {
  const { authorityUrl } = server;
  if (authorityUrl === undefined) return lineFor(server, []);
  const file = path.posix.basename(new URL(authorityUrl).pathname);
  const fetched = `curl --insecure --silent --remote-name ${quoteShell(authorityUrl)}`;
  return `${fetched} && ${lineFor(server, [`--cacert ${file}`])}`;
}

function lineFor(server: MockServer, options: readonly string[]): string {
  const ranked = server.model.operations.toSorted(
    (one, other) => rankOf(one, server) - rankOf(other, server),
  );
  for (const operation of ranked) {
    const line = lineOf(requestOf(operation, server), options);
    if (line !== undefined) return line;
  }
  const url = `${server.url}/openapi.json`;
  return curlLine({ method: 'GET', url, headers: {}, body: undefined }, { options });
}

/** The lower, the better as a first call. */
function rankOf(operation: Operation, mock: MockServer): number {
  const { method, path, security } = operation;
  const isRefused =
    mock.keys().length > 0 && security.length > 0 && openingKey(operation, mock) === undefined;
  const isPlain = /^[\w.~{}/-]*$/.test(path);
  return (isPlain ? 0 : 8) + (isRefused ? 4 : 0) + (method === 'get' ? 0 : 2) + (security.length > 0 ? 0 : 1);
}

function openingKey({ operationId }: Operation, { model, keys }: MockServer): string | undefined {
  const opening = (model.plans?.plans ?? []).filter(
    (plan) => !plan.isHidden && !plan.closedOperationIds.has(operationId),
  );
  return keys().find(({ plan, state }) => state === undefined && opening.some(({ id }) => id === plan))?.key;
}

function requestOf(operation: Operation, mock: MockServer): EncodedRequest {
  const { model, url } = mock;
  const request = documentedRequest(operation);
  const key = openingKey(operation, mock) ?? 'any-key';
  const credentials = new Map([...model.securitySchemes.keys()].map((id) => [id, key]));
  const [server] = operation.servers;
  return encodeRequest(request, {
    serverUrl: url + (server === undefined ? '' : basePathOf(server)),
    credentials,
  });
}

/** Undefined where the request is no single line of text. */
function lineOf(request: EncodedRequest, options: readonly string[]): string | undefined {
  const line = curlLine(request, { options });
  // What is left of control characters after quoting would be typed, not pasted; a NUL is left out by the shell.
  return /\p{Cc}|\\x00/u.test(line) || request.body instanceof Uint8Array ? undefined : line;
}
