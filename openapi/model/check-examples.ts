import { allOperations, allSchemas } from './all-schemas.ts';
import type { ApiModel, DocumentFault, Example, JsonObject, JsonValue, SourceLocation } from './api-model.ts';
import { compileSchemaLeniently } from './compile-schema.ts';
import { type Direction, schemaForDirection } from './directional-schema.ts';
import { locationKey } from './located.ts';
import type { SchemaNode } from './schema-node.ts';

/** Examples and defaults that don't fit the schema they stand for: readers copy them, and the mock answers with them. */
export function checkExamples(
  model: Pick<ApiModel, 'schemas' | 'operations' | 'webhooks'>,
): readonly DocumentFault[] {
  const faults = new Map<string, DocumentFault>();
  const check = (
    what: string,
    value: JsonValue,
    schema: SchemaNode,
    location: SourceLocation,
    direction?: Direction,
  ) => {
    const message = misfit(value, schema, direction);
    if (message === undefined) return;
    faults.set(`${locationKey(location)} ${what}`, {
      message: `${what} does not fit its schema: ${message}`,
      location,
    });
  };
  const checkAll = (examples: readonly Example[], schema: SchemaNode | undefined, direction?: Direction) => {
    for (const { name, value, externalValue, source } of examples)
      if (schema !== undefined && externalValue === undefined)
        check(`example "${name}"`, value, schema, source, direction);
  };

  for (const operation of allOperations(model)) {
    for (const { examples, schema } of operation.parameters) checkAll(examples, schema);
    for (const { examples, schema, mediaType } of operation.requestBody?.contents ?? [])
      checkAll(readable(examples, mediaType), schema, 'request');
    for (const response of operation.responses) {
      for (const { examples, schema } of response.headers) checkAll(examples, schema);
      for (const { examples, schema, mediaType } of response.contents)
        checkAll(readable(examples, mediaType), schema, 'reply');
    }
  }
  for (const schema of allSchemas(model)) {
    if (schema.default !== undefined) check('the default', schema.default, schema, schema.source);
    for (const [index, value] of schema.examples.entries())
      check(`example ${index + 1}`, value, schema, schema.source);
  }
  return [...faults.values()];
}

/** XML and files stand in a document as text, which says nothing about their schema. */
function readable(examples: readonly Example[], mediaType: string): readonly Example[] {
  const isReadable = /json/i.test(mediaType) || mediaType.startsWith('text/');
  return examples.filter(({ value }) => isReadable || typeof value !== 'string');
}

function misfit(
  value: JsonValue,
  { jsonSchema }: SchemaNode,
  direction: Direction | undefined,
): string | undefined {
  // A schema's own example may be what is sent or what comes back.
  const directions: readonly Direction[] = direction === undefined ? ['request', 'reply'] : [direction];
  let message: string | undefined;
  for (const one of directions) {
    message = firstError(value, schemaForDirection(jsonSchema, one));
    if (message === undefined) return undefined;
  }
  return message;
}

function firstError(value: JsonValue, schema: JsonObject | boolean): string | undefined {
  const check = compileSchemaLeniently(schema);
  if (check(value)) return undefined;
  const errors = (check.errors ?? []).map(({ instancePath, message, params }) => {
    const allowed = 'allowedValues' in params ? `: ${JSON.stringify(params.allowedValues)}` : '';
    return `${instancePath} ${message}${allowed}`.trim();
  });
  return errors.slice(0, 3).join('; ');
}
