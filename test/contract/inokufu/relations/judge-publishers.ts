import { valueAt } from '../../../../openapi/model/value-at.ts';
import { showValue } from '../../../../openapi/operations/judge/describe-schema.ts';
import type { OwnRelation } from '../../engine/relations/create-relations.ts';
import { listAt } from '../../engine/relations/value-at.ts';
import { content, filterThatHolds, findingAt, foldName, searchCallOf } from './search-call.ts';

/** `publisher` is the name of one of an item's publishers. */
export const judgePublishers: OwnRelation = () => (call) => {
  const found = searchCallOf(call);
  const wanted = found && filterThatHolds(call, found, 'publisher');
  if (found === undefined || wanted === undefined) return [];
  const index = found.items.findIndex((item) => {
    const publishers = listAt(item, '/publisher');
    return publishers?.every((one) => foldName(valueAt(one, '/name')) !== foldName(wanted)) === true;
  });
  if (index < 0) return [];
  const name = `${content}/${index}/publisher`;
  const names = (listAt(found.items[index], '/publisher') ?? []).map((one) => String(valueAt(one, '/name')));
  const got = names.join(', ');
  const message = `publisher was ${showValue(wanted)}, and ${name} has ${got || 'none'}.`;
  const finding = { code: 'filter-ignored', message, name, expected: showValue(wanted), got };
  // That the whole name must fit is the document's own assumption.
  return [findingAt(call, 'publisher', { ...finding, basis: 'assumption' })];
};
