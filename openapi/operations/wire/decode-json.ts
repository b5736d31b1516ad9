import type { JsonValue } from '../../model/api-model.ts';
import { isTooDeep } from '../../model/read/nesting.ts';
import { readJson, UnreadableNumber } from '../../model/read-json.ts';

/** What a text is as JSON, or why it is none. */
export type DecodedJson =
  | { readonly value: JsonValue }
  | { readonly fault: 'not-json' | 'unreadable-number'; readonly reason: string }
  | { readonly fault: 'too-deep' };

export function decodeJson(text: string): DecodedJson {
  let value: JsonValue;
  try {
    value = readJson(text);
  } catch (error) {
    if (error instanceof UnreadableNumber) return { fault: 'unreadable-number', reason: error.message };
    return { fault: 'not-json', reason: error instanceof Error ? error.message : String(error) };
  }
  return isTooDeep(value) ? { fault: 'too-deep' } : { value };
}
