import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { describeFields } from './describe-fields.ts';
import { draftContent } from './draft-content.ts';
import type { DraftNotes } from './draft-notes.ts';
import { type DraftSchema, inferSchema } from './infer-schema.ts';
import type { FoundOperation } from './operation-index.ts';
import type { OperationParts, ShownForm } from './operation-parts.ts';
import { type ParameterRow, valueOfText } from './parameter-rows.ts';

/** What a request sends: JSON if any request does, else a form if any does, else JSON with the fields of a table. */
export function draftBody(
  { method }: FoundOperation,
  { bodies, forms }: OperationParts,
  rows: readonly ParameterRow[],
  notes: DraftNotes,
): object | undefined {
  const place = [...bodies, ...forms, ...rows][0];
  if (place === undefined) return undefined;
  if (method === 'get' || method === 'head') {
    notes.unclear(place, `A ${method.toUpperCase()} has no body: this one is left out.`);
    return undefined;
  }
  if (bodies.length > 0 || forms.length === 0) {
    const values = bodies.map(({ value }) => value);
    const schema = inferSchema(values, false);
    describeFields(schema, rows, values, notes);
    const isFile = Object.values(schema.properties ?? {}).some(({ format }) => format === 'binary');
    const mediaType = isFile && values.length === 0 ? 'multipart/form-data' : 'application/json';
    return notes.placeAt({ content: draftContent(mediaType, schema, values) }, place);
  }
  const isMultipart = forms.some((form) => form.isMultipart);
  const mediaType = isMultipart ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  const schema: DraftSchema = { type: 'object', properties: {} };
  // Which fields a form has is known before the table is read, what they are of which type after it.
  const names = forms.map(({ fields }) => Object.fromEntries(fields.map(({ name }) => [name, ''])));
  for (const name of names.flatMap((form) => Object.keys(form)))
    schema.properties = { ...schema.properties, [name]: {} };
  describeFields(schema, rows, names, notes);
  const values = forms.map((form) => formValue(form, schema));
  return notes.placeAt(
    { content: draftContent(mediaType, schema, isMultipart ? [] : values.filter(isObject)) },
    place,
  );
}

/** A form as a value of its schema: what is not of the type that the table says is text. */
function formValue({ fields }: ShownForm, { properties = {} }: DraftSchema): JsonValue {
  return Object.fromEntries(
    fields.map(({ name, value }) => {
      const field = properties[name] ?? {};
      const typed = valueOfText(value, field.type);
      const fits = typed !== undefined && (field.enum?.includes(typed) ?? true);
      if (fits && field.type !== undefined) return [name, typed];
      if (field.format === undefined && value.startsWith('@')) field.format = 'binary';
      field.type = 'string';
      if (!fits) delete field.enum;
      return [name, value];
    }),
  );
}
