import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { pointerTokens } from '../../../openapi/model/read/located.ts';

/** Takes a value out of its object or list. */
export const remove = Symbol('remove');

type Changed = JsonValue | typeof remove;

/** The body with one value changed: the first that the pointer leads to, where `*` is any index. Undefined: it leads nowhere. */
export function changeAt(
  body: JsonValue,
  pointer: string,
  change: (value: JsonValue) => Changed | undefined,
): JsonValue | undefined {
  const changed = changeBelow(body, pointerTokens(pointer), change);
  return changed === remove ? undefined : changed;
}

function changeBelow(
  value: JsonValue,
  [token, ...rest]: readonly string[],
  change: (value: JsonValue) => Changed | undefined,
): Changed | undefined {
  if (token === undefined) return change(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const keys = token === '*' ? Object.keys(value) : Object.hasOwn(value, token) ? [token] : [];
  for (const key of keys) {
    const inner = changeBelow((value as Readonly<Record<string, JsonValue>>)[key] ?? null, rest, change);
    if (inner === undefined) continue;
    const entries = Object.entries(value).flatMap(([name, one]) =>
      name === key ? (inner === remove ? [] : [[name, inner] as const]) : [[name, one] as const],
    );
    return Array.isArray(value)
      ? entries.map(([, one]) => one as JsonValue)
      : (Object.fromEntries(entries) as JsonValue);
  }
  return undefined;
}
