import type { JsonValue } from '../model/api-model.ts';

/** Deeper JSON is refused: nobody means it, and reading it would cost a stack. */
export const mostLevels = 500;

/** What a text is as JSON, or why it is none. */
export type ParsedJson =
  | { readonly value: JsonValue }
  | { readonly fault: 'not-json'; readonly reason: string }
  | { readonly fault: 'too-deep' };

export function parseJson(text: string): ParsedJson {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    return { fault: 'not-json', reason: error instanceof Error ? error.message : String(error) };
  }
  return isTooDeep(value) ? { fault: 'too-deep' } : { value };
}

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
