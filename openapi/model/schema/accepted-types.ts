import type { JsonValue } from '../api-model.ts';
import type { JsonType, SchemaNode } from './schema-node.ts';

const mostNesting = 10;

/** The types that a schema lets through, also by its `allOf`, `anyOf` and `oneOf`; empty where it names none. */
export function acceptedTypes(schema: SchemaNode, depth = 0): ReadonlySet<JsonType> {
  if (schema.types.length > 0 || depth > mostNesting) return new Set(schema.types);
  const values = schema.const === undefined ? schema.enum : [schema.const];
  if (values !== undefined) return new Set(values.map(typeOfValue));
  const types = new Set<JsonType>();
  for (const part of [...schema.allOf, ...schema.anyOf, ...schema.oneOf])
    for (const type of acceptedTypes(part, depth + 1)) types.add(type);
  if (types.size > 0) return types;
  if (schema.properties.size > 0) return new Set<JsonType>(['object']);
  return schema.items === undefined ? types : new Set<JsonType>(['array']);
}

/** `number` also for a whole one. */
export function typeOfValue(value: JsonValue): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'object' || type === 'boolean' || type === 'number' ? type : 'string';
}
