import type { JsonValue } from '../../../../../openapi/model/api-model.ts';
import type { Comparison, RelationOf } from '../../../../../openapi/model/relations.ts';
import { valueAt } from '../../../../../openapi/model/value-at.ts';
import { showValue } from '../../../../../openapi/operations/judge/describe-schema.ts';
import type { Break, CreateRelationJudge } from '../relation-judge.ts';
import { parameterOf, type SeenCall } from '../seen-call.ts';
import { isWrittenAlike, listAt, textOfValue } from '../value-at.ts';

/** Over what the reply shows: an item without the property breaks nothing, unless it must be there. */
export const judgeFilters: CreateRelationJudge<'filters'> = (relation) => (call) =>
  brokenFilters(relation, call);

/** Each filter of a relation that some item does not fit; `isMeant`: which parameters are looked at. */
export function brokenFilters(
  relation: RelationOf<'filters'>,
  call: SeenCall,
  isMeant: (parameter: string) => boolean = () => true,
): readonly Break[] {
  return Object.entries(relation.parameters).flatMap(([parameter, pointer]) => {
    const given = parameterOf(call, parameter);
    if (given === undefined || given === '' || !isMeant(parameter)) return [];
    return brokenFilter(relation, call, parameter, pointer, withoutEnding(given, relation.ending)) ?? [];
  });
}

const words: Readonly<Record<Comparison, (wanted: string) => string>> = {
  equal: (wanted) => wanted,
  contain: (wanted) => `a list with ${wanted}`,
  'at-least': (wanted) => `at least ${wanted}`,
  'at-most': (wanted) => `at most ${wanted}`,
  exist: () => 'there',
};

/** The first item that does not fit, and how many there are. */
function brokenFilter(
  relation: RelationOf<'filters'>,
  { reply }: SeenCall,
  parameter: string,
  pointer: string,
  wanted: JsonValue,
): Break | undefined {
  const { items: itemsPointer, must } = relation;
  const items = listAt(reply.body, itemsPointer) ?? [];
  const misfits = items.flatMap((item, index) =>
    fits(comparedValue(item, pointer, relation), wanted, must)
      ? []
      : [{ value: valueAt(item, pointer), index }],
  );
  const [first] = misfits;
  if (first === undefined) return undefined;
  const name = `${itemsPointer}/${first.index}${pointer}`;
  const unit = relation.unit === undefined ? '' : ` ${valueAt(items[first.index], relation.unit)}`;
  const got = first.value === undefined ? undefined : showValue(first.value) + unit;
  const many = misfits.length === 1 ? '' : ` (and ${misfits.length - 1} more of ${items.length} items)`;
  const expected = words[must](showValue(wanted));
  const message = `${parameter} was ${showValue(wanted)}, and ${name} is ${got ?? 'not there'}${many}.`;
  return { code: 'filter-ignored', message, name, expected, got };
}

/** What of an item is compared: its value, in the parameter's unit; undefined where it has none, or one that nobody converts. */
export function comparedValue(
  item: JsonValue,
  pointer: string,
  { unit, units = {} }: RelationOf<'filters'>,
): JsonValue | undefined {
  const value = valueAt(item, pointer);
  if (unit === undefined) return value;
  const amount = units[textOfValue(valueAt(item, unit))];
  return typeof value === 'number' && amount !== undefined ? value * amount : undefined;
}

/** Whether an item's value fits the value of a filter. */
export function fits(value: JsonValue | undefined, wanted: JsonValue, must: Comparison): boolean {
  if (must === 'exist') return value !== undefined;
  if (value === undefined) return true;
  if (must === 'equal') return isWrittenAlike(value, wanted);
  if (must === 'contain')
    return (Array.isArray(value) ? value : [value]).some((one: JsonValue) => isWrittenAlike(one, wanted));
  const order = compareValues(value, wanted);
  if (order === undefined) return true;
  return must === 'at-least' ? order >= 0 : order <= 0;
}

/** Below, at or above 0; undefined where two values have no order: numbers, and texts such as dates, have one. */
export function compareValues(one: JsonValue, other: JsonValue): number | undefined {
  const [first, second] = [numberOf(one), numberOf(other)];
  if (first !== undefined && second !== undefined) return first - second;
  if (typeof one !== 'string' || typeof other !== 'string') return undefined;
  return one < other ? -1 : Number(one > other);
}

function numberOf(value: JsonValue): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** A value without what may stand at its end and is not compared. */
export function withoutEnding(value: JsonValue, ending: string | undefined): JsonValue {
  if (typeof value !== 'string' || ending === undefined || !value.endsWith(ending)) return value;
  return value.slice(0, -ending.length).trimEnd();
}
