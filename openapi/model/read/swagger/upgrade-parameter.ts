import type { JsonObject, JsonValue } from '../../api-model.ts';
import { isObject } from '../../is-object.ts';
import { childOf, type Located, textOf } from '../located.ts';
import type { SwaggerWriter } from './swagger-writer.ts';

/** The keywords that stood in parameters and headers themselves (Swagger 2.0, Parameter Object). */
const schemaKeywords = new Set(
  (
    'type format items default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern ' +
    'maxItems minItems uniqueItems enum multipleOf x-nullable'
  ).split(' '),
);

/** A parameter of a path, query or header; anything else stays as it is, and is told by who reads it. */
export function upgradeParameter(place: Located, writer: SwaggerWriter): JsonValue {
  if (!isObject(place.value)) return place.value ?? null;
  if (place.value.$ref !== undefined) return place.value;
  const { 'x-example': example, ...others } = withoutKeywords(place.value);
  const schema = schemaOf(place, writer);
  const written = {
    ...others,
    schema,
    ...styleOf(place, writer),
    ...(example === undefined ? {} : { example }),
  };
  return writer.keep(written, place);
}

/** A header of a response: a parameter without a name and a place. */
export function upgradeHeader(place: Located, writer: SwaggerWriter): JsonValue {
  if (!isObject(place.value)) return place.value ?? null;
  return writer.keep({ ...withoutKeywords(place.value), schema: schemaOf(place, writer) }, place);
}

/** The fields of a form as one schema, each with what its media type needs to know of it. */
export function upgradeForm(
  fields: readonly Located[],
  place: Located,
  writer: SwaggerWriter,
): { readonly schema: JsonObject; readonly encoding?: JsonObject } {
  const named = new Map(fields.map((field) => [textOf(field, 'name') ?? '', field]));
  const properties = [...named].map(([name, field]) => {
    const schema = schemaOf(field, writer);
    return [name, writer.keep({ ...schema, ...ofField(field) }, field)] as const;
  });
  const required = [...named].filter(([, field]) => childOf(field, 'required').value === true);
  const encoding = [...named].flatMap(([name, field]) => {
    const style = styleOf(field, writer);
    return Object.keys(style).length === 0 ? [] : [[name, writer.keep(style, field)] as const];
  });
  const schema = {
    type: 'object',
    properties: writer.keep(Object.fromEntries(properties), place),
    ...(required.length > 0 && { required: required.map(([name]) => name) }),
  };
  return {
    schema: writer.keep(schema, place),
    ...(encoding.length > 0 && { encoding: Object.fromEntries(encoding) }),
  };
}

/** What a field of a form says of its value beside the keywords of its schema. */
function ofField(field: Located): JsonObject {
  const description = textOf(field, 'description');
  // Only query parameters have a word for it in OpenAPI 3.
  const isNeverEmpty =
    childOf(field, 'allowEmptyValue').value === false && textOf(field, 'type') === 'string';
  const minLength = childOf(field, 'minLength').value ?? 1;
  return { ...(description && { description }), ...(isNeverEmpty && { minLength }) };
}

function withoutKeywords(part: JsonObject): JsonObject {
  const isKept = (key: string) => !schemaKeywords.has(key) && key !== 'collectionFormat' && key !== 'schema';
  return Object.fromEntries(Object.entries(part).filter(([key]) => isKept(key)));
}

/** `schema` is no field of these in 2.0, but stands in many documents. */
function schemaOf(place: Located, writer: SwaggerWriter): JsonObject {
  const own = childOf(place, 'schema');
  if (isObject(own.value)) return writer.schema(own) as JsonObject; // an object is written as one
  const keywords = Object.entries(place.value as JsonObject).filter(([key]) => schemaKeywords.has(key));
  return writer.schema({ ...place, value: Object.fromEntries(keywords) }) as JsonObject;
}

/** `collectionFormat` by its name, where values travel as form data (Parameter Object, `style`). */
const formStyles: Readonly<Record<string, JsonObject>> = {
  csv: { style: 'form', explode: false },
  ssv: { style: 'spaceDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
  multi: { style: 'form', explode: true },
};

function styleOf(place: Located, writer: SwaggerWriter): JsonObject {
  if (textOf(place, 'type') !== 'array') return {};
  const format = textOf(place, 'collectionFormat') ?? 'csv';
  const isForm = ['query', 'formData'].includes(textOf(place, 'in') ?? '');
  const style = isForm ? formStyles[format] : format === 'csv' ? {} : undefined;
  if (style === undefined)
    writer.fault(`collectionFormat "${format}" is read as csv: OpenAPI 3 has no style for it here`, place);
  return style ?? (isForm ? (formStyles.csv as JsonObject) : {});
}
