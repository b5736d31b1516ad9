/** The kinds of objects that an OpenAPI document is made of; those with a section in `components` go by its name. */
export type DocumentPart =
  | 'document'
  | 'info'
  | 'plans'
  | 'tags'
  | 'text'
  | 'components'
  | 'pathItems'
  | 'operation'
  | 'mediaType'
  | 'encoding'
  | ComponentSection;

export type ComponentSection =
  | 'schemas'
  | 'responses'
  | 'parameters'
  | 'examples'
  | 'requestBodies'
  | 'headers'
  | 'securitySchemes'
  | 'links'
  | 'callbacks';

/** What stands under a key: one part, a list of them, or a map from names to them. */
export type PartChild = { readonly [Shape in 'one' | 'list' | 'map']?: DocumentPart };

const schema: PartChild = { one: 'schemas' };
const content: PartChild = { map: 'mediaType' };
const operation: PartChild = { one: 'operation' };
const text: PartChild = { one: 'text' };
const examples: PartChild = { map: 'examples' };

/** Where parts stand in each other (OpenAPI 3.1, each object's Fixed Fields). What has no line here is plain data. */
export const partChildren: Readonly<Record<DocumentPart, Readonly<Record<string, PartChild>>>> = {
  document: {
    info: { one: 'info' },
    tags: { list: 'tags' },
    paths: { map: 'pathItems' },
    webhooks: { map: 'pathItems' },
    components: { one: 'components' },
  },
  // OpenAPI has no `$ref` for a text; documents in many files use one for their long descriptions.
  info: { description: text, 'x-sla': { one: 'plans' } },
  tags: { description: text },
  text: {},
  plans: { metrics: { map: 'plans' }, plans: { map: 'plans' } },
  components: {
    schemas: { map: 'schemas' },
    responses: { map: 'responses' },
    parameters: { map: 'parameters' },
    examples,
    requestBodies: { map: 'requestBodies' },
    headers: { map: 'headers' },
    securitySchemes: { map: 'securitySchemes' },
    links: { map: 'links' },
    callbacks: { map: 'callbacks' },
    pathItems: { map: 'pathItems' },
  },
  pathItems: {
    parameters: { list: 'parameters' },
    get: operation,
    put: operation,
    post: operation,
    delete: operation,
    options: operation,
    head: operation,
    patch: operation,
    trace: operation,
  },
  operation: {
    parameters: { list: 'parameters' },
    requestBody: { one: 'requestBodies' },
    responses: { map: 'responses' },
    callbacks: { map: 'callbacks' },
  },
  parameters: { schema, content, examples },
  headers: { schema, content, examples },
  requestBodies: { content },
  responses: { headers: { map: 'headers' }, content, links: { map: 'links' } },
  mediaType: { schema, examples, encoding: { map: 'encoding' } },
  encoding: { headers: { map: 'headers' } },
  examples: {},
  securitySchemes: {},
  links: {},
  // A Callback Object is itself a map from expressions to path items: see `childOfPart`.
  callbacks: {},
  schemas: {
    properties: { map: 'schemas' },
    patternProperties: { map: 'schemas' },
    dependentSchemas: { map: 'schemas' },
    $defs: { map: 'schemas' },
    definitions: { map: 'schemas' },
    additionalProperties: schema,
    items: { one: 'schemas', list: 'schemas' },
    contains: schema,
    not: schema,
    if: schema,
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits this table
    then: schema,
    else: schema,
    propertyNames: schema,
    unevaluatedItems: schema,
    unevaluatedProperties: schema,
    contentSchema: schema,
    prefixItems: { list: 'schemas' },
    allOf: { list: 'schemas' },
    anyOf: { list: 'schemas' },
    oneOf: { list: 'schemas' },
  },
};

/** What stands under a key of a part; undefined for plain data. */
export function childOfPart(part: DocumentPart, key: string): PartChild | undefined {
  if (part === 'callbacks') return key.startsWith('x-') ? undefined : { one: 'pathItems' };
  const children = partChildren[part];
  return Object.hasOwn(children, key) ? children[key] : undefined;
}
