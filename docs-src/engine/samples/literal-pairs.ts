import type { SampleJson, SamplePair } from './sample-request.ts';

/** Python and PHP write others with an exponent, or cut them. */
function isPlainNumber(value: number): boolean {
  const size = Math.abs(value);
  return Number.isSafeInteger(value) || (size >= 0.001 && size < 1e15 && String(value).length <= 15);
}

/** The pairs that carry a value, of which numbers and booleans are marked as such. */
export function withLiterals(pairs: readonly SamplePair[], value: SampleJson): SamplePair[] {
  const items = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  // A list in one text, or an object in an object: its pairs are not its items.
  if (items.length !== pairs.length) return [...pairs];
  return pairs.map((pair, index) => {
    const item = items[index];
    const isLiteral = typeof item === 'boolean' || (typeof item === 'number' && isPlainNumber(item));
    if (!isLiteral || String(item) !== pair.value) return pair;
    return { ...pair, literal: typeof item === 'number' ? 'number' : 'boolean' };
  });
}
