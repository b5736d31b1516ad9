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
  | 'contact'
  | 'license'
  | 'servers'
  | 'serverVariables'
  | 'externalDocs'
  | 'flows'
  | 'flow'
  | 'discriminator'
  | 'xml'
  | ComponentSection;

/** Members of Components Object that can be referred to, but for path items. */
export const componentSections = [
  'schemas',
  'responses',
  'parameters',
  'examples',
  'requestBodies',
  'headers',
  'securitySchemes',
  'links',
  'callbacks',
] as const;
export type ComponentSection = (typeof componentSections)[number];

/** What stands under a key: one part, a list of them, or a map from names to them. */
export type PartChild = { readonly [Shape in 'one' | 'list' | 'map']?: DocumentPart };

const schema: PartChild = { one: 'schemas' };
const content: PartChild = { map: 'mediaType' };
const operation: PartChild = { one: 'operation' };
const text: PartChild = { one: 'text' };
const examples: PartChild = { map: 'examples' };
const servers: PartChild = { list: 'servers' };
const externalDocs: PartChild = { one: 'externalDocs' };
const flow: PartChild = { one: 'flow' };

/** Where parts stand in each other (OpenAPI 3.2, each object's Fixed Fields). What has no line here is plain data. */
const partChildren: Readonly<Record<DocumentPart, Readonly<Record<string, PartChild>>>> = {
  document: {
    info: { one: 'info' },
    servers,
    tags: { list: 'tags' },
    externalDocs,
    paths: { map: 'pathItems' },
    webhooks: { map: 'pathItems' },
    components: { one: 'components' },
  },
  // OpenAPI has no `$ref` for a text; documents in many files use one for their long descriptions.
  info: {
    description: text,
    contact: { one: 'contact' },
    license: { one: 'license' },
    'x-sla': { one: 'plans' },
  },
  contact: {},
  license: {},
  servers: { variables: { map: 'serverVariables' } },
  serverVariables: {},
  externalDocs: {},
  tags: { description: text, externalDocs },
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
    mediaTypes: { map: 'mediaType' },
  },
  pathItems: {
    servers,
    parameters: { list: 'parameters' },
    get: operation,
    put: operation,
    post: operation,
    delete: operation,
    options: operation,
    head: operation,
    patch: operation,
    trace: operation,
    query: operation,
    additionalOperations: { map: 'operation' },
  },
  operation: {
    externalDocs,
    servers,
    parameters: { list: 'parameters' },
    requestBody: { one: 'requestBodies' },
    responses: { map: 'responses' },
    callbacks: { map: 'callbacks' },
  },
  parameters: { schema, content, examples },
  headers: { schema, content, examples },
  requestBodies: { content },
  responses: { headers: { map: 'headers' }, content, links: { map: 'links' } },
  mediaType: {
    schema,
    itemSchema: schema,
    examples,
    encoding: { map: 'encoding' },
    itemEncoding: { one: 'encoding' },
    prefixEncoding: { list: 'encoding' },
  },
  encoding: {
    headers: { map: 'headers' },
    encoding: { map: 'encoding' },
    itemEncoding: { one: 'encoding' },
    prefixEncoding: { list: 'encoding' },
  },
  examples: {},
  securitySchemes: { flows: { one: 'flows' } },
  flows: {
    implicit: flow,
    password: flow,
    clientCredentials: flow,
    authorizationCode: flow,
    deviceAuthorization: flow,
  },
  flow: {},
  links: { server: { one: 'servers' } },
  // A Callback Object is itself a map from expressions to path items: see `childOfPart`.
  callbacks: {},
  discriminator: {},
  xml: {},
  schemas: {
    discriminator: { one: 'discriminator' },
    xml: { one: 'xml' },
    externalDocs,
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
