import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';

/**
 * One Schema Object of OpenAPI 3.0 in the words of JSON Schema 2020-12; its children are left for their own turn. The
 * same rules help 3.1 documents that kept 3.0 habits, and all that kept the `file` of 2.0. Returns the object itself where nothing has to change.
 *
 * `nullable` beside `enum` or a composition also lets null pass there: by the letter of OpenAPI 3.0.3 it would not, but
 * nobody writes `nullable: true` to forbid null, and services send it.
 */
export function normaliseSchema(schema: JsonObject): JsonObject {
  let result = schema;
  const change = (changes: JsonObject) => {
    result = { ...result, ...changes };
  };
  if (schema.type === 'file') change({ type: 'string', format: 'binary' });
  if (typeof schema.exclusiveMinimum === 'boolean')
    change(exclusiveBound(schema, 'exclusiveMinimum', 'minimum'));
  if (typeof schema.exclusiveMaximum === 'boolean')
    change(exclusiveBound(result, 'exclusiveMaximum', 'maximum'));
  if (schema.example !== undefined)
    change({ examples: schema.examples ?? [schema.example], example: undefined });
  // Draft-07 tuples: an array of `items` is `prefixItems` since 2020-12.
  if (Array.isArray(schema.items)) {
    change({ prefixItems: schema.items, items: schema.additionalItems, additionalItems: undefined });
  }
  if (schema.nullable === true) change(allowNull(result));
  else if (schema.nullable !== undefined) change({ nullable: undefined });
  return result === schema ? schema : withoutUndefined(result);
}

function exclusiveBound(schema: JsonObject, exclusive: string, bound: string): JsonObject {
  if (schema[exclusive] !== true) return { [exclusive]: undefined };
  return { [exclusive]: schema[bound], [bound]: undefined };
}

function allowNull(schema: JsonObject): JsonObject {
  const changes: Record<string, JsonValue | undefined> = { nullable: undefined };
  const { type, enum: values, oneOf, anyOf, allOf } = schema;
  if (type !== undefined) {
    const types = Array.isArray(type) ? type : [type];
    changes.type = types.includes('null') ? types : [...types, 'null'];
  }
  if (Array.isArray(values) && !values.includes(null)) changes.enum = [...values, null];
  for (const [keyword, branches] of [['oneOf', oneOf] as const, ['anyOf', anyOf] as const]) {
    if (Array.isArray(branches) && !branches.some(isNullSchema))
      changes[keyword] = [...branches, { type: 'null' }];
  }
  // `nullable` beside `allOf: [one $ref]` is 3.0's idiom for "this schema or null".
  if (Array.isArray(allOf) && anyOf === undefined && oneOf === undefined && type === undefined) {
    changes.anyOf = [{ allOf }, { type: 'null' }];
    changes.allOf = undefined;
  }
  return changes;
}

function isNullSchema(schema: JsonValue): boolean {
  return isObject(schema) && (schema.type === 'null' || schema.nullable === true);
}

function withoutUndefined(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
