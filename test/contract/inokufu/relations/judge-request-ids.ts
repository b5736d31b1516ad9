import { valueAt } from '../../../../openapi/model/value-at.ts';
import { showValue } from '../../../../openapi/operations/judge/describe-schema.ts';
import type { OwnRelation } from '../../engine/relations/create-relations.ts';
import { findingAt, searchCallOf } from './search-call.ts';

/** `X-Request-Id`, which no public page names, is the `request.id` of a search's body. */
export const judgeRequestIds: OwnRelation = () => (call) => {
  const header = call.reply.headers['x-request-id'];
  const id = valueAt(call.reply.body, '/request/id');
  if (searchCallOf(call) === undefined || header === undefined || id === undefined || header === id)
    return [];
  const message = `The header X-Request-Id is ${header}, and /request/id is ${showValue(id)}.`;
  const finding = { code: 'request-id-differs', message, name: 'X-Request-Id', expected: showValue(id) };
  return [findingAt(call, undefined, { ...finding, got: header, basis: 'assumption' })];
};
