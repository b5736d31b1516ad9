import {
  type ApiModel,
  additionalMethods,
  httpMethods,
  type Operation,
} from '../../../openapi/model/api-model.ts';
import { meantOr } from '../../../openapi/model/nearest-name.ts';
import { findOperation, type JudgeOptions } from '../../../openapi/operations/judge/judge.ts';
import type { TestedResponse } from './read-response.ts';

/**
 * The operation that a response is of: the one that is named, else by its address and method. Throws an error that says what
 * to name where that tells of none, or of several.
 */
export function testedOperation(
  { url, method }: Pick<TestedResponse, 'url' | 'method'>,
  operationId: string | undefined,
  model: ApiModel,
  options: JudgeOptions,
): Operation {
  if (operationId !== undefined) return namedOperation(operationId, model);
  if (url === undefined)
    throw new Error(`This response does not say where it came from. ${howToName(model.operations)}`);
  const methods =
    method === undefined ? [...httpMethods, ...additionalMethods].map((one) => one.toUpperCase()) : [method];
  const found = new Set(methods.flatMap((one) => operationAt(one, url, model, options)));
  const [only, ...others] = found;
  if (only === undefined)
    throw new Error(
      `The document has no operation for ${[method, url].filter(Boolean).join(' ')}. ${howToName(model.operations)} Under another base path: createContractMatchers({ basePath: '/v2' }).`,
    );
  if (others.length > 0)
    throw new Error(
      `${url} is of more than one operation, and this response has no method. ${howToName([...found])}`,
    );
  return only;
}

function namedOperation(operationId: string, { operations }: ApiModel): Operation {
  const found = operations.find((operation) => operation.operationId === operationId);
  if (found !== undefined) return found;
  const ids = operations.map((operation) => operation.operationId);
  const meant = meantOr(`it has ${someOf(ids)}.`, operationId, ids);
  throw new Error(`The document has no operation "${operationId}": ${meant}`);
}

function operationAt(
  method: string,
  url: string,
  model: ApiModel,
  options: JudgeOptions,
): readonly Operation[] {
  const call = { request: { method, url, headers: {} }, reply: { status: 0, headers: {}, body: undefined } };
  const known = findOperation(call, model, options);
  return 'operation' in known ? [known.operation] : [];
}

function howToName(operations: readonly Operation[]): string {
  const ids = operations.map(({ operationId }) => operationId);
  return `Name the operation: toFitContract('${ids[0] ?? ''}'). There are ${someOf(ids)}.`;
}

const shownIds = 10;

function someOf(ids: readonly string[]): string {
  return [...ids.slice(0, shownIds), ...(ids.length > shownIds ? ['…'] : [])].join(', ');
}
