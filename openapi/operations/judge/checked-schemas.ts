import type { JsonObject, Operation } from '../../model/api-model.ts';
import { schemaForDirection } from '../../model/schema/directional-schema.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';

/** Every schema that a call of an operation may be held against, as the validators ask for it. */
export function checkedSchemas(operation: Operation): readonly JsonObject[] {
  const { parameters, requestBody, responses } = operation;
  const asTheyAre = [...parameters, ...responses.flatMap(({ headers }) => headers)];
  const asRequest = requestBody?.contents ?? [];
  const asReply = responses.flatMap(({ contents }) => contents);
  const schemas = [
    ...asTheyAre.map(({ schema }) => schema.jsonSchema),
    ...asRequest.flatMap(({ schema }) => directed(schema, 'request')),
    ...asReply.flatMap(({ schema }) => directed(schema, 'reply')),
  ];
  return schemas.filter((schema) => typeof schema === 'object');
}

function directed(
  schema: SchemaNode | undefined,
  direction: 'request' | 'reply',
): readonly (JsonObject | boolean)[] {
  return schema === undefined ? [] : [schemaForDirection(schema.jsonSchema, direction)];
}
