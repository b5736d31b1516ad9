import type { JsonValue } from '../api-model.ts';

/** Copies of lists and objects, and what they are copies of. */
const originals = new WeakMap<object, object>();

/** A copy with numbers that ajv knows in the place of bigints; `originalOf` leads back. */
export function roundedCopy(value: JsonValue): JsonValue {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  const copy: JsonValue = Array.isArray(value)
    ? value.map(roundedCopy)
    : Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name, part === undefined ? part : roundedCopy(part)]),
      );
  originals.set(copy, value);
  return copy;
}

/** What a value was before it was copied; itself where it is no copy. `place`: what it lies in, which tells one number from another. */
export function originalOf(
  value: unknown,
  place?: { readonly parentData: unknown; readonly parentDataProperty: string | number },
): unknown {
  if (typeof value === 'object' && value !== null) return originals.get(value) ?? value;
  if (typeof value !== 'number' || place === undefined) return value;
  const { parentData, parentDataProperty } = place;
  const original =
    typeof parentData === 'object' && parentData !== null ? originals.get(parentData) : undefined;
  return original === undefined ? value : (original as Record<string, unknown>)[parentDataProperty];
}
