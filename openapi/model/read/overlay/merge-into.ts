import type { JsonValue } from '../../api-model.ts';
import { isObject } from '../../is-object.ts';
import type { OwnPart, Placed, PlacedValues } from './placed-values.ts';

/** What can't be merged, and where it is written. */
export interface Misfit {
  readonly message: string;
  readonly pointer: string;
}

/** What decides whether two values can be merged. */
export function mergeKindOf(value: JsonValue): 'an object' | 'an array' | 'a value' {
  if (isObject(value)) return 'an object';
  return Array.isArray(value) ? 'an array' : 'a value';
}

/**
 * Merges what an overlay writes into a value that may be changed: objects member by member, items at the end of an array; another
 * value is replaced. Overlay 1.1.0, Action Object: other combinations are an error.
 */
export function mergeInto(
  target: JsonValue,
  written: Placed,
  values: PlacedValues,
  replace: () => void,
): Misfit | undefined {
  const [old, given] = [mergeKindOf(target), mergeKindOf(written.value)];
  if (old !== given)
    return {
      message: `${given} can not be merged into ${old}: remove that before`,
      pointer: written.pointer,
    };
  if (old === 'a value') {
    replace();
    return undefined;
  }
  const part = target as OwnPart; // it was copied
  for (const key of Object.keys(written.value as object)) {
    const child = values.childOf(written, key);
    if (Array.isArray(part)) values.put(part, String(part.length), child);
    else if (!Object.hasOwn(part, key)) values.put(part, key, child);
    else {
      const misfit = mergeInto(part[key] ?? null, child, values, () => values.put(part, key, child));
      if (misfit !== undefined) return misfit;
    }
  }
  return undefined;
}
