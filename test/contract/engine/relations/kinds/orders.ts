import type { JsonValue } from '../../../../../openapi/model/api-model.ts';
import type { RelationOf } from '../../../../../openapi/model/relations.ts';
import { valueAt } from '../../../../../openapi/model/value-at.ts';
import { showValue } from '../../../../../openapi/operations/judge/describe-schema.ts';
import { type AnsweredCall, type Break, type CreateRelationJudge, createMemory } from '../relation-judge.ts';
import { parameterOf, queryOf } from '../seen-call.ts';
import { listAt, numberAt, textOfValue } from '../value-at.ts';
import { compareValues } from './filters.ts';
import { presentationOf } from './narrows.ts';

/** A result in one order, as it is remembered. */
interface Ordered {
  readonly order: string;
  /** The query but for order, page and size. */
  readonly query: string;
  /** The same but for the parameter of `first`, too. */
  readonly widerQuery: string;
  /** The value of that parameter. */
  readonly bound: JsonValue | undefined;
  /** Items before the first one of the page. */
  readonly start: number;
  readonly keys: readonly string[];
  readonly total: number | undefined;
}

export const judgeOrders: CreateRelationJudge<'orders'> = (relation, operation) => {
  const pages = operation.relations.find((one) => one.kind === 'pages');
  const aside = presentationOf(operation);
  const memory = createMemory<Ordered>();
  return (call) => {
    const seen = readOrdered(relation, pages, aside, call);
    if (seen === undefined) return [];
    const earlier = [...memory.all];
    memory.keep(seen);
    return [
      ...wrongOrder(relation, seen.order, call),
      ...otherItems(relation, seen, earlier),
      ...unshuffled(relation, seen, earlier),
      ...earlier
        .flatMap((one) => [...lateItem(relation, seen, one), ...lateItem(relation, one, seen)])
        .slice(0, 1),
    ];
  };
};

function readOrdered(
  { parameter, items: pointer, key = '', total, first = {} }: RelationOf<'orders'>,
  pages: RelationOf<'pages'> | undefined,
  aside: ReadonlySet<string>,
  call: AnsweredCall,
): Ordered | undefined {
  const order = parameterOf(call, parameter);
  const items = listAt(call.reply.body, pointer);
  if (typeof order !== 'string' || items === undefined) return undefined;
  const bounding = first[order] ?? '';
  return {
    order,
    query: queryOf(call, aside),
    widerQuery: queryOf(call, new Set([...aside, bounding])),
    bound: parameterOf(call, bounding),
    start: startOf(pages, call),
    keys: items.map((item) => textOfValue(valueAt(item, key))),
    total: numberAt(call.reply.body, total),
  };
}

function startOf(pages: RelationOf<'pages'> | undefined, call: AnsweredCall): number {
  if (pages === undefined) return 0;
  const { page, offset, first = 0, size } = pages;
  const number = parameterOf(call, page ?? offset ?? '');
  if (typeof number !== 'number') return 0;
  return page === undefined ? number : (number - first) * Number(parameterOf(call, size));
}

/** What the items themselves show. */
function wrongOrder(
  { parameter, items: pointer, ascending = {}, descending = {} }: RelationOf<'orders'>,
  order: string,
  { reply }: AnsweredCall,
): readonly Break[] {
  const goesUp = Object.hasOwn(ascending, order);
  const property = goesUp ? ascending[order] : descending[order];
  if (property === undefined) return [];
  const shown = (listAt(reply.body, pointer) ?? []).map((item) => valueAt(item, property));
  for (const [index, value] of shown.entries()) {
    const before = shown[index - 1];
    if (value === undefined || before === undefined) continue;
    const step = compareValues(value, before) ?? 0;
    if (goesUp ? step >= 0 : step <= 0) continue;
    const name = `${pointer}/${index}${property}`;
    const message = `${parameter} was ${order}, and ${name} is ${showValue(value)} after ${showValue(before)}.`;
    const expected = `${goesUp ? 'at least' : 'at most'} ${showValue(before)}`;
    return [{ code: 'wrong-order', message, name, expected, got: showValue(value) }];
  }
  return [];
}

/** An order changes no total, and no item of a result that is on one page. */
function otherItems(
  { parameter, items: pointer, total: totalPointer = pointer }: RelationOf<'orders'>,
  seen: Ordered,
  earlier: readonly Ordered[],
): readonly Break[] {
  const other = earlier.findLast((one) => one.query === seen.query && one.order !== seen.order);
  if (other === undefined) return [];
  const orders = `${parameter} ${seen.order} and ${parameter} ${other.order}`;
  const code = 'order-changes-items';
  if (seen.total !== undefined && other.total !== undefined && seen.total !== other.total) {
    const message = `${orders} of the same query find ${seen.total} and ${other.total} items.`;
    const expected = String(other.total);
    return [{ code, message, name: totalPointer, expected, got: String(seen.total) }];
  }
  if (!isWhole(seen) || !isWhole(other)) return [];
  const missing = other.keys.find((key) => !seen.keys.includes(key));
  if (missing === undefined) return [];
  const message = `${orders} of the same query have other items: ${showValue(missing)} is only in the second.`;
  return [{ code, message, name: pointer, expected: showValue(missing) }];
}

/** So few items are shuffled into another order by chance. */
const fewItems = 3;

/** Shuffled items that stand where another order has them: the parameter is likely to be ignored. */
function unshuffled(
  { parameter, items: name, shuffle }: RelationOf<'orders'>,
  { order, query, start, keys }: Ordered,
  earlier: readonly Ordered[],
): readonly Break[] {
  const twin = earlier.findLast(
    (one) =>
      one.query === query &&
      one.start === start &&
      (one.order === shuffle) !== (order === shuffle) &&
      String(one.keys) === String(keys),
  );
  if (twin === undefined || keys.length <= fewItems) return [];
  const message = `${parameter} ${order} and ${parameter} ${twin.order} of the same query put ${keys.length} items in the same order.`;
  return [{ code: 'not-shuffled', message, name, basis: 'suspicion' }];
}

function isWhole({ start, keys, total }: Ordered): boolean {
  return start === 0 && keys.length === total;
}

/** `narrow` has what the bound lets through: in this order it is the beginning of `wide`. */
function lateItem(
  { parameter, items: pointer, first = {} }: RelationOf<'orders'>,
  wide: Ordered,
  narrow: Ordered,
): readonly Break[] {
  const bounding = first[wide.order];
  const count = narrow.total;
  if (bounding === undefined || count === undefined || narrow.order !== wide.order) return [];
  if (wide.bound !== undefined || narrow.bound === undefined) return [];
  if (narrow.widerQuery !== wide.widerQuery) return [];
  const bound = `${bounding} ${showValue(narrow.bound)}`;
  for (const [index, key] of wide.keys.entries()) {
    const at = wide.start + index;
    const isIn = narrow.keys.includes(key);
    const isLate = at >= count && isIn;
    const isEarly = at < count && !isIn && isWhole(narrow);
    if (!isLate && !isEarly) continue;
    const message = isLate
      ? `${parameter} was ${wide.order}, and ${showValue(key)}, which passes ${bound}, comes as item ${at}, after ${at} others of which ${count} pass.`
      : `${parameter} was ${wide.order}, and ${showValue(key)}, which does not pass ${bound}, comes as item ${at}, before some that do.`;
    return [{ code: 'wrong-order', message, name: `${pointer}/${index}`, got: showValue(key) }];
  }
  return [];
}
