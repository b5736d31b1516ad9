import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { typeOfValue } from '../../../openapi/model/schema/accepted-types.ts';

/** A schema of a draft, which grows while a page is read. */
export interface DraftSchema {
  type?: string | readonly string[];
  description?: string;
  format?: string;
  enum?: readonly JsonValue[];
  default?: JsonValue;
  properties?: Record<string, DraftSchema>;
  required?: readonly string[];
  items?: DraftSchema;
}

/**
 * The narrowest schema that holds all these values; null makes a type nullable. What every object has is required, unless
 * they only say what may be sent.
 */
export function inferSchema(values: readonly JsonValue[], isRequired = true): DraftSchema {
  const types = new Set(values.map(typeOf));
  if (types.has('number')) types.delete('integer');
  const [first, ...others] = [...types].sort((a, b) => Number(a === 'null') - Number(b === 'null'));
  if (first === undefined) return {};
  const schema: DraftSchema = { type: others.length === 0 ? first : [first, ...others] };
  const objects = values.filter(isObject);
  const names = [...new Set(objects.flatMap((value) => Object.keys(value)))];
  const valuesOf = (name: string) =>
    objects.flatMap((value) => (Object.hasOwn(value, name) ? [value[name] ?? null] : []));
  if (names.length > 0)
    schema.properties = Object.fromEntries(
      names.map((name) => [name, inferSchema(valuesOf(name), isRequired)]),
    );
  const inAll = names.filter((name) => valuesOf(name).length === objects.length);
  if (isRequired && inAll.length > 0) schema.required = inAll;
  if (types.has('array')) schema.items = inferSchema(values.filter(isList).flat(), isRequired);
  return schema;
}

/** A field that is null in every example may be anything. */
export function widenNulls(schema: DraftSchema): DraftSchema {
  if (schema.type === 'null') delete schema.type;
  for (const part of Object.values(schema.properties ?? {})) widenNulls(part);
  if (schema.items !== undefined) widenNulls(schema.items);
  return schema;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The name that JSON Schema has for the type of a value. */
export function typeOf(value: JsonValue): string {
  const type = typeOfValue(value);
  return type === 'number' && (typeof value === 'bigint' || Number.isInteger(value)) ? 'integer' : type;
}
