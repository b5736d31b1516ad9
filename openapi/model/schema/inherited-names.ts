import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { jsonText } from '../json-text.ts';
import { hasPart } from './definition-space.ts';

/**
 * A schema whose properties have names that every object inherits, ready for ajv: it takes `constructor` for a member of each value unless
 * it looks at own members alone, which costs time, and leaves `__proto__` out of `properties`. Undefined for the many others.
 */
export function withInheritedNames(schema: JsonObject): JsonObject | undefined {
  if (!hasInheritedName(schema)) return undefined;
  return hasProto(schema) ? (protoAsPattern(schema) as JsonObject) : schema; // An object stays one.
}

const inheritedNames = Object.getOwnPropertyNames(Object.prototype);
const hasInheritedName = hasPart((part) => {
  const text = jsonText(part);
  return inheritedNames.some((name) => text.includes(`"${name}"`));
});
const hasProto = hasPart((part) => jsonText(part).includes('"__proto__"'));

function protoAsPattern(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(protoAsPattern);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(
    ([key, member]) => [key, member === undefined ? undefined : protoAsPattern(member)] as const,
  );
  const copy: JsonObject = Object.fromEntries(members);
  const { properties, patternProperties } = copy;
  const own = isObject(properties) ? new Map(Object.entries(properties)).get('__proto__') : undefined;
  if (own === undefined) return copy;
  const patterns = isObject(patternProperties) ? patternProperties : {};
  return { ...copy, patternProperties: { ...patterns, '^__proto__$': own } };
}
