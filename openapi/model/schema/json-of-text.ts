import type { JsonValue } from '../api-model.ts';
import { isTooDeep } from '../read/nesting.ts';
import { readJson } from '../read-json.ts';
import { acceptedTypes, typeOfValue } from './accepted-types.ts';
import type { SchemaNode } from './schema-node.ts';

/**
 * An example of JSON. Many documents write it as a text; where the schema takes no string, or nothing says what is taken and the text
 * is an object or a list, it is the JSON that stands in it.
 */
export function jsonOfText(value: JsonValue, schema: SchemaNode | undefined): JsonValue {
  if (typeof value !== 'string') return value;
  const wanted = schema === undefined ? new Set(['object', 'array']) : acceptedTypes(schema);
  if (wanted.size === 0 || wanted.has('string')) return value;
  let written: JsonValue;
  try {
    written = readJson(value);
  } catch {
    return value;
  }
  const type = typeOfValue(written);
  const isWanted = wanted.has(type) || (type === 'number' && wanted.has('integer'));
  return isWanted && !isTooDeep(written) ? written : value;
}
