import type { JsonValue } from '../../../../openapi/model/api-model.ts';
import { canonicalText } from '../../../../openapi/model/schema/canonical-text.ts';
import { valueAt } from '../../../../openapi/model/value-at.ts';

/** The list that a pointer leads to; undefined where there is none. */
export function listAt(value: JsonValue | undefined, pointer: string): readonly JsonValue[] | undefined {
  const list = valueAt(value, pointer);
  return Array.isArray(list) ? list : undefined;
}

export function numberAt(value: JsonValue | undefined, pointer: string | undefined): number | undefined {
  const number = pointer === undefined ? undefined : valueAt(value, pointer);
  return typeof number === 'number' ? number : undefined;
}

/** Whether two values are written alike: 5 and "5" are. */
export function isWrittenAlike(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  return textOfValue(one) === textOfValue(other);
}

/** The text of a value as it stands in a URL; JSON of a list or an object, its keys in one order. */
export function textOfValue(value: JsonValue | undefined): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return canonicalText(value);
}
