import type { JsonValue } from '../api-model.ts';
import { escapePointerToken } from './located.ts';

/** Deeper JSON is not read: nobody means it, and what reads it further on needs a stack. */
export const mostLevels = 500;

/** How a value that is nested too deep is refused. */
export const tooDeep = `it is nested deeper than ${mostLevels} levels`;

/** Whether lists and objects lie in each other deeper than that. Level by level: no depth can exhaust the stack. */
export function isTooDeep(value: JsonValue): boolean {
  const isNested = (one: unknown): one is object => typeof one === 'object' && one !== null;
  let level: readonly object[] = isNested(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > mostLevels) return true;
    level = level.flatMap((one) => Object.values(one).filter(isNested));
  }
  return false;
}

/** How much of a pointer still says where something stands. */
const shownTokens = 12;

/** A copy without what lies too deep, null in its place, and the pointers of where that was, cut short. */
export function cutTooDeep(root: JsonValue): {
  readonly value: JsonValue;
  readonly pointers: readonly string[];
} {
  const pointers = new Set<string>();
  const copy = (value: JsonValue, path: readonly string[]): JsonValue => {
    if (typeof value !== 'object' || value === null) return value;
    if (path.length === mostLevels) {
      const shown = path.slice(0, shownTokens).map((token) => `/${escapePointerToken(token)}`);
      pointers.add(shown.join(''));
      return null;
    }
    const entries = Object.entries(value).map(
      ([key, child]) => [key, copy(child as JsonValue, [...path, key])] as const, // Parsed: nothing is undefined.
    );
    return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
  };
  return { value: copy(root, []), pointers: [...pointers] };
}
