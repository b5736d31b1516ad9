import type { JsonValue } from './api-model.ts';
import { pointerTokens } from './read/located.ts';

/** What a JSON pointer (RFC 6901) leads to; undefined where it leads nowhere. Never an inherited member. */
export function valueAt(value: JsonValue | undefined, pointer: string): JsonValue | undefined {
  let here = value;
  for (const token of pointerTokens(pointer)) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, token)) return undefined;
    here = (here as Readonly<Record<string, JsonValue>>)[token];
  }
  return here;
}
