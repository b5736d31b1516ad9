import { describe, expect, it } from 'vitest';
import { modelOf } from '../../model-of.ts';

const ok = { description: 'Done.' };
const operation = { operationId: 'a', responses: { 200: ok } };

/** A document with these members, read leniently: what is said of it, as `pointer effect: message`. */
async function said(members: object, openapi = '3.1.0'): Promise<readonly string[]> {
  const whole = {
    openapi,
    info: { title: 'Test', version: '1' },
    paths: { '/a': { get: operation } },
    ...members,
  };
  const { warnings } = await modelOf(whole);
  return warnings.map(
    ({ message, location, effect = 'changed' }) => `${location.pointer} ${effect}: ${message}`,
  );
}
const inOperation = (members: object) => ({ paths: { '/a': { get: { ...operation, ...members } } } });
const inSchema = (schema: unknown) => ({ components: { schemas: { S: schema } } });
const inContent = (mediaType: object) =>
  inOperation({ responses: { 200: { ...ok, content: { 'application/json': mediaType } } } });
const text = { type: 'string' };

describe('names what OpenAPI 3.2 adds and is not done', () => {
  it.each([
    [
      'encoding by place',
      inContent({ prefixEncoding: [], itemEncoding: {} }),
      'prefixEncoding changed: `prefixEncoding`',
    ],
    ['a server’s name', { servers: [{ url: '/', name: 'live' }] }, '/servers/0/name untidy: `name`'],
    [
      'a response’s summary',
      inOperation({ responses: { 200: { ...ok, summary: 'Done' } } }),
      'summary untidy: `summary`',
    ],
    [
      'values of examples',
      { components: { examples: { E: { dataValue: 1 } } } },
      '/components/examples/E/dataValue changed: `dataValue`',
    ],
    [
      'a flow of devices',
      {
        components: {
          securitySchemes: {
            S: {
              type: 'oauth2',
              flows: { deviceAuthorization: { deviceAuthorizationUrl: '/', scopes: {} } },
            },
          },
        },
      },
      'deviceAuthorizationUrl untidy',
    ],
    [
      'metadata of OAuth',
      { components: { securitySchemes: { S: { type: 'oauth2', oauth2MetadataUrl: '/', flows: {} } } } },
      'oauth2MetadataUrl untidy',
    ],
    [
      'a deprecated scheme',
      { components: { securitySchemes: { S: { type: 'http', scheme: 'basic', deprecated: true } } } },
      'deprecated untidy',
    ],
  ])('%s', async (_, members, want) => {
    const [first, ...others] = await said(members, '3.2.0');
    expect(first).toContain(want);
    expect(first).toMatch(/not done yet/);
    expect(others.filter((line) => !line.includes('itemEncoding'))).toEqual([]);
  });

  it('reads a version that is newer than all as the newest, and says so', async () => {
    expect(await said({}, '3.7.1')).toEqual([
      '/openapi changed: this is OpenAPI "3.7.1", and read as 3.2, the newest that is known',
    ]);
  });
});

describe('names a misspelt field, and the one that was probably meant', () => {
  it.each([
    ['parametres', 'parameters', 'lost', inOperation({ parametres: [] })],
    ['requestbody', 'requestBody', 'lost', inOperation({ requestbody: {} })],
    ['operationID', 'operationId', 'changed', inOperation({ operationID: 'b' })],
    ['discription', 'description', 'changed', inOperation({ discription: 'b' })],
    ['response', 'responses', 'lost', inOperation({ response: {} })],
    ['GET', 'get', 'lost', { paths: { '/a': { GET: operation } } }],
    ['parameter', 'parameters', 'lost', { paths: { '/a': { parameter: [] } } }],
    ['exmaple', 'example', 'changed', inContent({ exmaple: 1 })],
    ['shema', 'schema', 'lost', inContent({ shema: {} })],
    ['propertes', 'properties', 'lost', inSchema({ propertes: {} })],
    ['minlength', 'minLength', 'lost', inSchema({ minlength: 1 })],
    ['enums', 'enum', 'lost', inSchema({ enums: [] })],
    ['tittle', 'title', 'changed', { info: { title: 'Test', version: '1', tittle: '' } }],
    ['securitySchemas', 'securitySchemes', 'lost', { components: { securitySchemas: {} } }],
    ['schema', 'schemas', 'lost', { components: { schema: {} } }],
    ['server', 'servers', 'lost', { server: [] }],
    [
      'authorizationURL',
      'authorizationUrl',
      'lost',
      {
        components: {
          securitySchemes: {
            S: { type: 'oauth2', flows: { implicit: { authorizationURL: '/', scopes: {} } } },
          },
        },
      },
    ],
    ['maping', 'mapping', 'lost', inSchema({ discriminator: { propertyName: 'a', maping: {} } })],
  ])('%s: %s', async (written, meant, effect, members) => {
    expect(await said(members)).toEqual([
      expect.stringContaining(
        `/${written} ${effect}: \`${written}\` is not used: did you mean \`${meant}\`?`,
      ),
    ]);
  });
});

describe('names fields of another version', () => {
  it.each([
    [
      'of 3.1 in 3.0, which are used',
      { webhooks: {} },
      '3.0.3',
      '/webhooks untidy: "webhooks" came with OpenAPI 3.1',
    ],
    [
      'keywords of 3.1 in 3.0',
      inSchema({ const: 1 }),
      '3.0.3',
      'const untidy: "const" came with OpenAPI 3.1',
    ],
    [
      'nullable in 3.1',
      inSchema({ type: 'string', nullable: true }),
      '3.1.0',
      "nullable untidy: `nullable` is OpenAPI 3.0's",
    ],
    [
      'the file of 2.0',
      inSchema({ type: 'file' }),
      '3.0.3',
      "type untidy: `file` is OpenAPI 2.0's; it is read as the bytes of one",
    ],
    [
      'a bound as a flag in 3.1',
      inSchema({ minimum: 1, exclusiveMinimum: true }),
      '3.1.0',
      "exclusiveMinimum untidy: `exclusiveMinimum` is OpenAPI 3.0's",
    ],
    [
      'what Swagger 2.0 had',
      inOperation({ consumes: ['text/plain'] }),
      '3.0.3',
      'consumes lost: `consumes` is of an older version: it is not used, write the media types of `requestBody`',
    ],
    [
      'a parameter of Swagger 2.0',
      inOperation({ parameters: [{ name: 'q', in: 'query', schema: text, type: 'string' }] }),
      '3.0.3',
      'type lost: `type` is of an older version: it is not used, write `schema`',
    ],
    [
      'a body of Swagger 2.0',
      inOperation({ parameters: [{ name: 'q', in: 'body' }] }),
      '3.0.3',
      'lost: a parameter needs',
    ],
    [
      'a response of Swagger 2.0',
      inOperation({ responses: { 200: { ...ok, schema: {} } } }),
      '3.0.3',
      'schema lost: `schema` is of an older version',
    ],
    [
      'definitions of Swagger 2.0',
      { definitions: {} },
      '3.0.3',
      '/definitions lost: `definitions` is of an older version',
    ],
    [
      'dependencies of draft 7',
      inSchema({ dependencies: {} }),
      '3.1.0',
      'dependencies lost: `dependencies` is of an older version',
    ],
  ])('%s', async (_, members, version, want) => {
    expect(await said(members, version)).toEqual([expect.stringContaining(want)]);
  });
});

describe('names what is nothing that its field holds', () => {
  it.each([
    [
      'a map where a list belongs',
      inOperation({ parameters: { q: {} } }),
      'parameters lost: `parameters` needs to be a list',
    ],
    [
      'a list where a map belongs',
      inOperation({ responses: [] }),
      'responses lost: `responses` needs to be an object',
    ],
    [
      'a text where an object belongs',
      inContent({ schema: 'string' }),
      'schema lost: `schema` needs to be an object',
    ],
    ['a text where a list belongs', inOperation({ tags: 'pets' }), 'tags lost: `tags` needs to be a list'],
    [
      'an object where a list belongs',
      inOperation({ security: {} }),
      'security lost: `security` needs to be a list',
    ],
    [
      'a text for a flag',
      inOperation({ parameters: [{ name: 'q', in: 'query', schema: text, required: 'true' }] }),
      'required lost: `required` needs to be true or false',
    ],
    [
      'no media type',
      inOperation({ responses: { 200: { ...ok, content: { schema: text } } } }),
      'content/schema lost: "schema" is no media type',
    ],
    ['an unknown type', inSchema({ type: 'date' }), 'type lost: "date" is no `type`'],
    [
      'a flag of old for a list',
      inSchema({ properties: { a: { type: 'string', required: true } } }),
      'properties/a/required lost: `required` of a schema',
    ],
    ['a text for a number', inSchema({ minimum: '1' }), 'minimum lost: `minimum` needs to be a number'],
    ['nothing for a list', inSchema({ enum: null }), 'enum lost: `enum` needs to be a list with values'],
    [
      'nothing for a map',
      inSchema({ properties: null }),
      'properties lost: `properties` needs to be an object',
    ],
    [
      'a method of no version',
      { paths: { '/a': { lookup: operation } } },
      '/paths/~1a/lookup lost: `lookup` is no method',
    ],
    [
      'a field of one’s own',
      { info: { title: 'Test', version: '1', logo: '' } },
      '/info/logo untidy: "logo" is no field of OpenAPI here',
    ],
  ])('%s', async (_, members, want) => {
    expect(await said(members)).toContainEqual(expect.stringContaining(want));
  });
});

describe('names what stands beside a $ref and is passed over', () => {
  const components = { schemas: { S: text }, parameters: { q: { name: 'q', in: 'query', schema: text } } };
  const property = (members: object) => ({
    components: {
      ...components,
      schemas: { S: text, T: { properties: { a: { $ref: '#/components/schemas/S', ...members } } } },
    },
  });
  it.each([
    [
      'a description in 3.0',
      property({ description: 'A.' }),
      '3.0.3',
      'untidy: "description" beside a `$ref`',
    ],
    [
      'a rule in 3.0',
      property({ description: 'A.', nullable: true }),
      '3.0.3',
      'changed: "description, nullable" beside a `$ref`',
    ],
    [
      'a rule in 3.1, where no schema stands',
      { components, ...inOperation({ parameters: [{ $ref: '#/components/parameters/q', required: true }] }) },
      '3.1.0',
      'changed: "required" beside a `$ref`',
    ],
  ])('%s', async (_, members, version, want) => {
    expect(await said(members, version)).toEqual([expect.stringContaining(want)]);
  });
  it.each([
    ['a description in 3.1', property({ description: 'A.' }), '3.1.0'],
    ['rules of a schema in 3.1', property({ minLength: 1 }), '3.1.0'],
    ['extensions', property({ 'x-a': 1 }), '3.0.3'],
    [
      'a summary in 3.1',
      { components, ...inOperation({ parameters: [{ $ref: '#/components/parameters/q', summary: 'Q' }] }) },
      '3.1.0',
    ],
  ])('but not %s', async (_, members, version) => {
    expect(await said(members, version)).toEqual([]);
  });
});

describe('has nothing against', () => {
  it.each([
    ['extensions', { 'x-parametres': 1, ...inOperation({ 'x-requestbody': {} }) }],
    [
      'properties by any name',
      inSchema({ properties: { parametres: text, $ref: text, 'x-a': text, type: text } }),
    ],
    ['data', inSchema({ default: { tittle: 1 }, examples: [{ tittle: 1 }], enum: [{ tittle: 1 }] })],
    ['data of examples', { components: { examples: { E: { value: { sumary: 1 } } } } }],
    ['keywords that JSON Schema does not know', inSchema({ widget: 'slider' })],
    [
      'names of components',
      {
        components: { schemas: { schema: text, parametres: text }, headers: { 'x-limit': { schema: text } } },
      },
    ],
    ['schemas that are true or false', inSchema({ properties: { a: true }, additionalProperties: false })],
    ['keys with nothing behind them', inOperation({ parameters: null, tags: null })],
    ['a default of a discriminator', inSchema({ discriminator: { propertyName: 'a', defaultMapping: 'S' } })],
    ['media types of components in 3.2', { components: { mediaTypes: { M: { schema: text } } } }],
  ])('%s', async (_, members) => {
    expect(await said(members, '3.2.0')).toEqual([]);
  });
});
