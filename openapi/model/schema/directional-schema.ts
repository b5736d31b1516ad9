import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { valueText } from '../value-text.ts';

export type Direction = 'request' | 'reply';

const known = {
  request: new WeakMap<JsonObject, JsonObject>(),
  reply: new WeakMap<JsonObject, JsonObject>(),
};

/**
 * The schema as it counts for a request or a reply: a `readOnly` property is not required of a request, a `writeOnly`
 * one not of a reply (OpenAPI Schema Object, `readOnly` and `writeOnly`). Takes a self-contained JSON Schema.
 */
export function schemaForDirection(schema: JsonObject | boolean, direction: Direction): JsonObject | boolean {
  if (typeof schema === 'boolean') return schema;
  let directed = known[direction].get(schema);
  if (directed === undefined) {
    const keyword = direction === 'request' ? 'readOnly' : 'writeOnly';
    directed = mentions(schema, keyword) ? relaxed(schema, keyword, schema.$defs) : schema;
    known[direction].set(schema, directed);
  }
  return directed;
}

function mentions(value: JsonValue | undefined, keyword: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isObject(value) && value[keyword] === true) return true;
  return Object.values(value).some((child) => mentions(child, keyword));
}

function relaxed(schema: JsonObject, keyword: string, definitions: JsonValue | undefined): JsonObject {
  const resolve = (value: JsonValue | undefined): JsonObject | undefined => {
    if (!isObject(value)) return undefined;
    const name = typeof value.$ref === 'string' ? value.$ref.replace('#/$defs/', '') : undefined;
    return name !== undefined && isObject(definitions) ? resolve(definitions[name]) : value;
  };
  const hasKeyword = (value: JsonValue | undefined) =>
    isObject(value) && (value[keyword] === true || resolve(value)?.[keyword] === true);

  /** Names of an object's properties, also those that its `allOf` parts declare, that have the keyword. */
  const namesIn = (value: JsonValue | undefined, depth: number): readonly string[] => {
    const target = resolve(value);
    if (target === undefined || depth > 8) return [];
    const { properties, allOf } = target;
    const own = isObject(properties)
      ? Object.keys(properties).filter((name) => hasKeyword(properties[name]))
      : [];
    return [...own, ...(Array.isArray(allOf) ? allOf.flatMap((part) => namesIn(part, depth + 1)) : [])];
  };

  const rewrite = (value: JsonValue, inherited: readonly string[]): JsonValue => {
    if (Array.isArray(value)) return value.map((item) => rewrite(item, inherited));
    if (!isObject(value)) return value;
    const names = [...inherited, ...namesIn(value, 0)];
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => {
        if (
          child === undefined ||
          key === 'enum' ||
          key === 'const' ||
          key === 'examples' ||
          key === 'default'
        )
          return [key, child];
        if (key === 'required' && Array.isArray(child))
          return [key, child.filter((name) => !names.includes(valueText(name)))];
        return [key, rewrite(child, key === 'allOf' ? names : [])];
      }),
    );
  };
  return rewrite(schema, []) as JsonObject; // an object is rewritten to an object
}
