import type { JsonValue } from '../../model/api-model.ts';
import { isTooDeep } from '../../model/read/nesting.ts';

/** What a text is as JSON, or why it is none. */
export type DecodedJson =
  | { readonly value: JsonValue }
  | { readonly fault: 'not-json'; readonly reason: string }
  | { readonly fault: 'too-deep' };

export function decodeJson(text: string): DecodedJson {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    return { fault: 'not-json', reason: error instanceof Error ? error.message : String(error) };
  }
  return isTooDeep(value) ? { fault: 'too-deep' } : { value };
}
