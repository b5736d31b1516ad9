import type { JsonValue } from '../../model/api-model.ts';
import { exactAmount } from '../../model/decimal.ts';
import { isUnreadable } from '../../model/read-json.ts';
import { acceptedTypes } from '../../model/schema/accepted-types.ts';
import { acceptsValue } from '../../model/schema/compile-schema.ts';
import type { JsonType, SchemaNode } from '../../model/schema/schema-node.ts';

const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const mostNesting = 10;

/** A text of a number that can be read: 1e400 stays text. */
function isNumberText(text: string): boolean {
  return jsonNumber.test(text) && !isUnreadable(text);
}

/** The parts of a schema that a value of this type falls under: itself, and those of its `allOf`, `anyOf`, `oneOf`. */
function partsOfType(schema: SchemaNode, type: JsonType, depth = 0): readonly SchemaNode[] {
  if (depth > mostNesting) return [];
  const parts = [...schema.allOf, ...schema.anyOf, ...schema.oneOf].flatMap((part) =>
    partsOfType(part, type, depth + 1),
  );
  return schema.types.length === 0 || schema.types.includes(type) ? [schema, ...parts] : parts;
}

/** The schemas of an object's property, over all parts of the object's schema. */
export function propertySchema(schema: SchemaNode, name: string): SchemaNode | undefined {
  const parts = partsOfType(schema, 'object');
  const named = parts.flatMap((part) => part.properties.get(name) ?? []);
  // A part may only say that a property is there, or describe it.
  const typed = named.find((property) => acceptedTypes(property).size > 0);
  return (
    typed ??
    named[0] ??
    parts.map((part) => part.additionalProperties).find((property) => property !== undefined)
  );
}

/** Names of an object's properties, over all parts of the object's schema. */
export function propertyNames(schema: SchemaNode): readonly string[] {
  return [...new Set(partsOfType(schema, 'object').flatMap((part) => [...part.properties.keys()]))];
}

/** Whether any part of the object's schema requires a property. */
export function isRequiredProperty(schema: SchemaNode, name: string): boolean {
  return partsOfType(schema, 'object').some((part) => part.required.has(name));
}

/** True where an object takes names that its schema doesn't list: it says so, or it lists none at all. */
export function takesAnyName(schema: SchemaNode): boolean {
  const { additionalProperties } = schema;
  if (additionalProperties !== undefined) return !additionalProperties.isNothing;
  return propertyNames(schema).length === 0;
}

/** The schema of a list's item; undefined where the schema says nothing of items. */
export function itemSchema(schema: SchemaNode, index: number): SchemaNode | undefined {
  const parts = partsOfType(schema, 'array');
  return parts.map((part) => part.prefixItems[index] ?? part.items).find((item) => item !== undefined);
}

/**
 * Text from a URL, header or form as the value its schema wants. Where several types are allowed (`anyOf` number or
 * string), the first reading that fits wins: number, boolean, null, text. What fits nothing stays text, for the validator
 * to refuse.
 */
export function coerceText(text: string, schema: SchemaNode | undefined): JsonValue {
  if (schema === undefined) return text;
  const types = acceptedTypes(schema);
  const readings: JsonValue[] = [];
  if ((types.has('number') || types.has('integer')) && isNumberText(text)) readings.push(exactAmount(text));
  if (types.has('boolean') && (text === 'true' || text === 'false')) readings.push(text === 'true');
  if (types.has('null') && text === 'null') readings.push(null);
  if (types.has('string') || types.size === 0 || readings.length === 0) readings.push(text);
  if (readings.length === 1) return readings[0] ?? null;
  return readings.find((value) => acceptsValue(schema.jsonSchema, value)) ?? readings[0] ?? null;
}

/** Whether a schema can judge a body of text: frameworks list `text/plain` beside JSON, both with the schema of an object. */
export function isTextOf(schema: SchemaNode | undefined, mediaType: string): boolean {
  if (!/^text\/(?!.*xml\b)/i.test(mediaType)) return false;
  const types = schema === undefined ? new Set() : acceptedTypes(schema);
  return types.size === 0 || [...types].some((type) => type !== 'object' && type !== 'array');
}

/** Whether a schema takes text and nothing else. */
export function isTextAlone(schema: SchemaNode): boolean {
  const types = acceptedTypes(schema);
  return types.size === 1 && types.has('string');
}
