import type { FaultEffect } from '../api-model.ts';
import type { DocumentPart } from '../read/document-parts.ts';

/** The versions that brought something, in their order. */
export const featureVersions = ['3.0', '3.1', '3.2'] as const;
export type FeatureVersion = (typeof featureVersions)[number];

/** The names of a part's fields by the version that brought them, each list with spaces between. */
type FieldsByVersion = { readonly [Version in FeatureVersion]?: string };

const describedParameter =
  'description required deprecated allowEmptyValue style explode allowReserved schema example examples content';

/** Each object's Fixed Fields (OpenAPI 3.0.4, 3.1.2, 3.2.0). What has no line here holds names of the document's own. */
const fieldsOfParts: { readonly [Part in DocumentPart]?: FieldsByVersion } = {
  document: {
    '3.0': 'openapi info servers paths components security tags externalDocs',
    '3.1': 'jsonSchemaDialect webhooks',
    '3.2': '$self',
  },
  info: { '3.0': 'title description termsOfService contact license version', '3.1': 'summary' },
  contact: { '3.0': 'name url email' },
  license: { '3.0': 'name url', '3.1': 'identifier' },
  servers: { '3.0': 'url description variables', '3.2': 'name' },
  serverVariables: { '3.0': 'enum default description' },
  externalDocs: { '3.0': 'description url' },
  tags: { '3.0': 'name description externalDocs', '3.2': 'summary parent kind' },
  components: {
    '3.0': 'schemas responses parameters examples requestBodies headers securitySchemes links callbacks',
    '3.1': 'pathItems',
    '3.2': 'mediaTypes',
  },
  pathItems: {
    '3.0': '$ref summary description get put post delete options head patch trace servers parameters',
    '3.2': 'query additionalOperations',
  },
  operation: {
    '3.0':
      'tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security servers',
  },
  parameters: { '3.0': `name in ${describedParameter}` },
  headers: { '3.0': describedParameter },
  requestBodies: { '3.0': 'description content required' },
  mediaType: { '3.0': 'schema example examples encoding', '3.2': 'itemSchema prefixEncoding itemEncoding' },
  encoding: {
    '3.0': 'contentType headers style explode allowReserved',
    '3.2': 'encoding prefixEncoding itemEncoding',
  },
  responses: { '3.0': 'description headers content links', '3.2': 'summary' },
  examples: { '3.0': 'summary description value externalValue', '3.2': 'dataValue serializedValue' },
  links: { '3.0': 'operationRef operationId parameters requestBody description server' },
  securitySchemes: {
    '3.0': 'type description name in scheme bearerFormat flows openIdConnectUrl',
    '3.2': 'oauth2MetadataUrl deprecated',
  },
  flows: { '3.0': 'implicit password clientCredentials authorizationCode', '3.2': 'deviceAuthorization' },
  flow: { '3.0': 'authorizationUrl tokenUrl refreshUrl scopes', '3.2': 'deviceAuthorizationUrl' },
  discriminator: { '3.0': 'propertyName mapping', '3.2': 'defaultMapping' },
  xml: { '3.0': 'name namespace prefix attribute wrapped', '3.2': 'nodeType' },
  // 3.1's are those of JSON Schema 2020-12; the last two are older drafts', and read (normalise-schema.ts).
  schemas: {
    '3.0':
      '$ref title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems ' +
      'uniqueItems maxProperties minProperties required enum type allOf oneOf anyOf not items properties ' +
      'additionalProperties description format default nullable discriminator readOnly writeOnly xml externalDocs ' +
      'example deprecated definitions additionalItems',
    '3.1':
      '$id $schema $vocabulary $anchor $dynamicRef $dynamicAnchor $defs $comment if then else const examples contains ' +
      'minContains maxContains prefixItems patternProperties propertyNames dependentSchemas dependentRequired ' +
      'unevaluatedItems unevaluatedProperties contentEncoding contentMediaType contentSchema',
  },
};

/** Fields that are read over, and what comes of it. Whoever does one of them takes its word away here. */
const notDoneYet: { readonly [Part in DocumentPart]?: { readonly [Effect in FaultEffect]?: string } } = {
  servers: { untidy: 'name' },
  mediaType: { changed: 'prefixEncoding itemEncoding' },
  encoding: { changed: 'headers encoding prefixEncoding itemEncoding' },
  responses: { untidy: 'summary' },
  examples: { changed: 'dataValue serializedValue' },
  links: { untidy: 'server' },
  securitySchemes: { untidy: 'oauth2MetadataUrl deprecated' },
  flow: { untidy: 'deviceAuthorizationUrl' },
};

/** Fields of Swagger 2.0 and of older drafts of JSON Schema, and what stands in their place. */
const formerFields: { readonly [Part in DocumentPart]?: Readonly<Record<string, string>> } = {
  document: {
    host: '`servers`',
    basePath: '`servers`',
    schemes: '`servers`',
    consumes: 'the media types of `content`',
    produces: 'the media types of `content`',
    definitions: '`components.schemas`',
    parameters: '`components.parameters`',
    responses: '`components.responses`',
    securityDefinitions: '`components.securitySchemes`',
  },
  operation: {
    consumes: 'the media types of `requestBody`',
    produces: "the media types of a response's `content`",
    schemes: '`servers`',
  },
  parameters: Object.fromEntries(
    [
      'type format items collectionFormat default enum pattern minimum maximum exclusiveMinimum exclusiveMaximum',
      'minLength maxLength minItems maxItems uniqueItems multipleOf',
    ]
      .flatMap((names) => names.split(' '))
      .map((name) => [name, name === 'collectionFormat' ? '`style` and `explode`' : '`schema`']),
  ),
  responses: {
    schema: '`content`, a media type and its `schema`',
    examples: '`content`, a media type and its `examples`',
  },
  schemas: {
    dependencies: '`dependentRequired` or `dependentSchemas`',
    id: '`$id`',
    divisibleBy: '`multipleOf`',
  },
  securitySchemes: { flow: '`flows`', authorizationUrl: '`flows`', tokenUrl: '`flows`', scopes: '`flows`' },
};

export interface FixedField {
  readonly since: FeatureVersion;
  /** Set where nothing is done with it. */
  readonly notDone: FaultEffect | undefined;
}

const words = (text: string | undefined): readonly string[] => (text === undefined ? [] : text.split(' '));
const known = new Map<DocumentPart, ReadonlyMap<string, FixedField>>(
  Object.entries(fieldsOfParts).map(([name, byVersion]) => {
    const part = name as DocumentPart; // a key of the table
    const effects = new Map(
      Object.entries(notDoneYet[part] ?? {}).flatMap(([effect, fields]) =>
        words(fields).map((field) => [field, effect as FaultEffect]),
      ),
    );
    const fields = featureVersions.flatMap((since) =>
      words(byVersion[since]).map((field) => [field, { since, notDone: effects.get(field) }] as const),
    );
    return [part, new Map(fields)];
  }),
);

/** The fields that a part may have, by name; undefined where its names are the document's own. */
export function fixedFields(part: DocumentPart): ReadonlyMap<string, FixedField> | undefined {
  return known.get(part);
}

/** What a part has today in the place of a field of former times. */
export function successorOf(part: DocumentPart, field: string): string | undefined {
  const fields = formerFields[part] ?? {};
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}
