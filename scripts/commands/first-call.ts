import type { MockServer } from '../../mock/server.ts';
import type { Operation } from '../../openapi/model/api-model.ts';
import { documentedRequest } from '../../openapi/operations/documented-request.ts';
import { encodeRequest } from '../../openapi/operations/encode-request.ts';

/** A line to paste into a shell: the documented request of the first GET that needs a key, with a key that opens it. */
export function firstCall({ model, apiUrl, keys }: MockServer): string {
  const operation = chooseOperation(model.operations);
  if (operation === undefined) return `curl ${quote(apiUrl)}`;
  const opens = keys.find(
    ({ plan, state }) =>
      state === undefined && !plan.isHidden && !plan.closedOperationIds.has(operation.operationId),
  );
  const credentials = new Map([...model.securitySchemes.keys()].map((id) => [id, opens?.key ?? 'any-key']));
  const { url, headers } = encodeRequest(documentedRequest(operation), { serverUrl: apiUrl, credentials });
  const headerWords = Object.entries(headers)
    .filter(([name]) => name.toLowerCase() !== 'accept')
    .map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  return ['curl', quote(url), ...headerWords].join(' ');
}

function chooseOperation(operations: readonly Operation[]): Operation | undefined {
  const gets = operations.filter(({ method }) => method === 'get');
  return gets.find(({ security }) => security.length > 0) ?? gets[0];
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
