import type {
  ApiModel,
  Example,
  JsonValue,
  MediaTypeContent,
  Operation,
} from '../../../openapi/model/api-model.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';

/** A value that the document shows, and the schema that it has to fit. */
export interface ShownValue {
  readonly where: string;
  readonly value: JsonValue;
  readonly schema: SchemaNode;
}

/** A schema and the names that lead to it: `search 200 response.metadata.page`. */
export interface PlacedSchema {
  readonly where: string;
  readonly schema: SchemaNode;
}

/** Every schema that a request or reply of the API reaches, each once. */
export function everySchema(model: ApiModel): readonly PlacedSchema[] {
  const seen = new Set<SchemaNode>();
  const found: PlacedSchema[] = [];
  function visit(where: string, schema: SchemaNode | undefined): void {
    if (schema === undefined || seen.has(schema)) return;
    seen.add(schema);
    found.push({ where, schema });
    visit(`${where}[]`, schema.items);
    for (const [name, property] of schema.properties) visit(`${where}.${name}`, property);
    for (const part of [...schema.allOf, ...schema.anyOf, ...schema.oneOf]) visit(where, part);
  }
  for (const operation of model.operations) {
    const { operationId } = operation;
    for (const parameter of operation.parameters) visit(`${operationId} ${parameter.name}`, parameter.schema);
    for (const content of contentsOf(operation)) visit(`${operationId} ${content.where}`, content.schema);
    for (const response of operation.responses)
      for (const header of response.headers) visit(`header ${header.name}`, header.schema);
  }
  return found;
}

/** Every example and default of the document beside the schema that it has to fit. */
export function everyShownValue(model: ApiModel): readonly ShownValue[] {
  const written = model.operations.flatMap((operation) => [
    ...operation.parameters.flatMap((parameter) =>
      showExamples(`${operation.operationId} ${parameter.name}`, parameter.schema, parameter.examples),
    ),
    ...contentsOf(operation).flatMap((content) =>
      showExamples(`${operation.operationId} ${content.where}`, content.schema, content.examples),
    ),
    ...operation.responses.flatMap((response) =>
      response.headers.flatMap((header) =>
        showExamples(`header ${header.name}`, header.schema, header.examples),
      ),
    ),
  ]);
  const inSchemas = everySchema(model).flatMap(({ where, schema }) => {
    const values = schema.default === undefined ? schema.examples : [...schema.examples, schema.default];
    return values.map((value) => ({ where, value, schema }));
  });
  return [...written, ...inSchemas];
}

/** The bodies of an operation, request first. */
function contentsOf(operation: Operation): readonly (MediaTypeContent & { readonly where: string })[] {
  const request = operation.requestBody?.contents ?? [];
  return [
    ...request.map((content) => ({ ...content, where: 'request' })),
    ...operation.responses.flatMap((response) =>
      response.contents.map((content) => ({ ...content, where: response.status })),
    ),
  ];
}

function showExamples(
  where: string,
  schema: SchemaNode | undefined,
  examples: readonly Example[],
): readonly ShownValue[] {
  if (schema === undefined) return [];
  return examples.map((example) => ({ where: `${where} ${example.name}`, value: example.value, schema }));
}

/** Keys of a shown value that its schema does not describe: an open schema lets them pass, a reader wonders. */
export function undescribedKeys(schema: SchemaNode, value: JsonValue, where = ''): readonly string[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined ? [] : value.flatMap((item) => undescribedKeys(items, item, `${where}[]`));
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const property = schema.properties.get(name);
    if (property === undefined) return [`${where}.${name}`];
    return inner === undefined ? [] : undescribedKeys(property, inner, `${where}.${name}`);
  });
}
