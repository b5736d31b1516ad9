import { mostLevels } from './read/nesting.ts';

/** A whole number in a value that JavaScript's own numbers can't hold. Asked for every value that is checked, so that it must be quick. */
export function findBigint(value: unknown, level = 0): bigint | undefined {
  if (typeof value === 'bigint') return value;
  // What is nested deeper is refused for that.
  if (typeof value !== 'object' || value === null || level > mostLevels) return undefined;
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const part of parts) {
    const found = findBigint(part, level + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function hasBigint(value: unknown): boolean {
  return findBigint(value) !== undefined;
}
