import type { OwnRelation } from '../../engine/relations/create-relations.ts';
import { numberAt } from '../../engine/relations/value-at.ts';
import { findingAt } from './search-call.ts';

/** `statusCode` of a body is the HTTP status once more. */
export const judgeStatusCodes: OwnRelation = () => (call) => {
  const { status, body } = call.reply;
  const said = numberAt(body, '/statusCode');
  if (said === undefined || said === status) return [];
  const message = `/statusCode is ${said}, and the status is ${status}.`;
  const finding = { code: 'status-code-differs', message, name: '/statusCode', basis: 'document' } as const;
  return [findingAt(call, undefined, { ...finding, expected: String(status), got: String(said) })];
};
