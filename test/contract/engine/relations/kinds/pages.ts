import type { JsonValue } from '../../../../../openapi/model/api-model.ts';
import type { RelationOf } from '../../../../../openapi/model/relations.ts';
import { valueAt } from '../../../../../openapi/model/value-at.ts';
import { showValue } from '../../../../../openapi/operations/judge/describe-schema.ts';
import type { AnsweredCall, Break, CreateRelationJudge } from '../relation-judge.ts';
import { createMemory } from '../relation-judge.ts';
import { parameterOf, queryOf } from '../seen-call.ts';
import { listAt, numberAt, textOfValue } from '../value-at.ts';

/** One page as it is remembered. */
interface Page {
  /** The query but for page and size. */
  readonly query: string;
  /** Items before its first one. */
  readonly start: number;
  readonly size: number;
  /** What tells its items apart, in their order. */
  readonly keys: readonly string[];
  readonly total: number | undefined;
  /** `page 2 (max 10)`. */
  readonly name: string;
}

export const judgePages: CreateRelationJudge<'pages'> = (relation) => {
  const memory = createMemory<Page>();
  return (call) => {
    const page = readPage(relation, call);
    if (page === undefined) return [];
    const others = memory.all.filter(({ query }) => query === page.query);
    memory.keep(page);
    return [
      ...breaksAlone(relation, page, valueAt(call.reply.body, relation.hasMore ?? '')),
      ...repeatedItem(relation, page, others),
      ...changedTotal(relation, page, others),
    ];
  };
};

function readPage(relation: RelationOf<'pages'>, call: AnsweredCall): Page | undefined {
  const { page, offset, first = 0, size: sizeName, items: pointer, key = '', total } = relation;
  const { body } = call.reply;
  const items = listAt(body, pointer);
  const size = parameterOf(call, sizeName);
  const place = page ?? offset ?? '';
  const number = parameterOf(call, place) ?? (page === undefined ? 0 : first);
  if (items === undefined || typeof size !== 'number' || typeof number !== 'number') return undefined;
  return {
    query: queryOf(call, new Set([place, sizeName])),
    start: page === undefined ? number : (number - first) * size,
    size,
    keys: items.map((item) => textOfValue(valueAt(item, key))),
    total: numberAt(body, total),
    name: `${place} ${number} (${sizeName} ${size})`,
  };
}

/** What one page shows by itself. */
function breaksAlone(
  { size: sizeName, items: pointer, hasMore: hasMorePointer }: RelationOf<'pages'>,
  { start, size, keys, total, name }: Page,
  hasMore: JsonValue | undefined,
): readonly Break[] {
  const count = keys.length;
  const of = { name: pointer, got: `${count} items` };
  if (count > size) {
    const message = `${name} has ${count} items, more than ${sizeName}.`;
    return [{ code: 'page-too-long', message, ...of, expected: `at most ${size} items` }];
  }
  if (total === undefined) return [];
  const breaks: Break[] = [];
  const right = Math.max(0, Math.min(size, total - start));
  if (count !== right) {
    const code = right === 0 ? 'page-past-end' : count < right ? 'page-too-short' : 'page-too-long';
    const message = `Of ${total} items ${name} has ${count}, where ${right} belong.`;
    breaks.push({ code, message, ...of, expected: `${right} items` });
  }
  const isMore = start + size < total;
  if (hasMorePointer !== undefined && typeof hasMore === 'boolean' && hasMore !== isMore) {
    const message = `Of ${total} items ${isMore ? 'some come' : 'none comes'} after ${name}, and ${hasMorePointer} is ${hasMore}.`;
    const expected = String(isMore);
    breaks.push({ code: 'wrong-has-more', message, name: hasMorePointer, expected, got: String(hasMore) });
  }
  return breaks;
}

/** Pages are disjoint: an item has one place in all of them. */
function repeatedItem(
  { items: pointer }: RelationOf<'pages'>,
  page: Page,
  others: readonly Page[],
): readonly Break[] {
  const places = new Map<string, { readonly at: number; readonly on: string }>();
  for (const { keys, start, name } of others)
    for (const [index, key] of keys.entries()) places.set(key, { at: start + index, on: name });
  for (const [index, key] of page.keys.entries()) {
    const at = page.start + index;
    const before = places.get(key);
    places.set(key, { at, on: page.name });
    if (before === undefined || before.at === at) continue;
    const twice = before.on === page.name ? `twice on ${page.name}` : `on ${before.on} and on ${page.name}`;
    const message = `${showValue(key)} is there ${twice}: as item ${before.at} and as item ${at} of one query.`;
    return [{ code: 'page-overlap', message, name: `${pointer}/${index}`, got: showValue(key) }];
  }
  return [];
}

function changedTotal(
  { total: pointer }: RelationOf<'pages'>,
  { total, name }: Page,
  others: readonly Page[],
): readonly Break[] {
  const other = others.findLast((one) => one.total !== undefined && one.total !== total);
  if (total === undefined || other === undefined) return [];
  const message = `${pointer} is ${total} with ${name}, and was ${other.total} with ${other.name} of the same query.`;
  const code = 'total-changed';
  return [{ code, message, name: pointer, expected: String(other.total), got: String(total) }];
}
