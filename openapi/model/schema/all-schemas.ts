import type { ApiModel, MediaTypeContent, Operation } from '../api-model.ts';
import type { SchemaNode } from './schema-node.ts';

type SchemaOwner = Pick<ApiModel, 'schemas' | 'operations' | 'webhooks'>;
const found = new WeakMap<SchemaOwner, ReadonlySet<SchemaNode>>();

/** Every schema that a model reaches, parents before children, each once. Found once a model. */
export function allSchemas(model: SchemaOwner): ReadonlySet<SchemaNode> {
  const schemas = found.get(model) ?? reachableSchemas(...rootSchemas(model));
  found.set(model, schemas);
  return schemas;
}

/** The schemas with a name, and those that operations hold directly. */
export function rootSchemas(model: SchemaOwner): ReadonlySet<SchemaNode> {
  const found = new Set<SchemaNode>(model.schemas.values());
  for (const operation of allOperations(model)) {
    for (const parameter of operation.parameters) found.add(parameter.schema);
    for (const content of contentsOf(operation)) if (content.schema !== undefined) found.add(content.schema);
    for (const response of operation.responses)
      for (const header of response.headers) found.add(header.schema);
  }
  return found;
}

/** The schemas and all that they reach, each once. */
export function reachableSchemas(...schemas: readonly SchemaNode[]): ReadonlySet<SchemaNode> {
  const found = new Set(schemas);
  for (const schema of found) for (const child of childSchemas(schema)) found.add(child);
  return found;
}

/** Operations, webhooks and the operations of callbacks. */
export function allOperations({
  operations,
  webhooks,
}: Pick<ApiModel, 'operations' | 'webhooks'>): readonly Operation[] {
  const withCallbacks = (operation: Operation): readonly Operation[] => [
    operation,
    ...operation.callbacks.flatMap((callback) => callback.operations.flatMap(withCallbacks)),
  ];
  return [...operations, ...webhooks].flatMap(withCallbacks);
}

/** The media types of an operation's request and responses. */
export function contentsOf(operation: Operation): readonly MediaTypeContent[] {
  return [
    ...(operation.requestBody?.contents ?? []),
    ...operation.responses.flatMap(({ contents }) => contents),
  ];
}

/** The schemas that stand directly in a schema. */
export function childSchemas(schema: SchemaNode): readonly SchemaNode[] {
  const { dependentSchemas, ...conditional } = schema.conditional;
  return [
    ...schema.properties.values(),
    ...schema.patternProperties.values(),
    ...schema.prefixItems,
    ...schema.allOf,
    ...schema.anyOf,
    ...schema.oneOf,
    ...dependentSchemas.values(),
    ...[schema.additionalProperties, schema.items, schema.not, ...Object.values(conditional)].filter(
      (child) => child !== undefined,
    ),
  ];
}
