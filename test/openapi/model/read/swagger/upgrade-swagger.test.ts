import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readModel } from '../../../../../openapi/model/read-model.ts';
import { modelOf } from '../../../model-of.ts';

const info = { title: 'Test', version: '1' };
const ok = { 200: { description: 'ok' } };

/** The document as it is published, of one in 2.0. */
async function upgraded(document: object): Promise<Record<string, unknown>> {
  const { bundled } = await modelOf({ swagger: '2.0', info, paths: {}, ...document });
  return bundled as Record<string, unknown>;
}

/** What an operation becomes. */
async function operationOf(operation: object, document: object = {}): Promise<unknown> {
  const get = { operationId: 'get', responses: ok, ...operation };
  const { paths } = await upgraded({ ...document, paths: { '/a': { get } } });
  return (paths as { '/a': { get: unknown } })['/a'].get;
}

const integer = { name: 'n', type: 'integer', minimum: 1 };
const list = { name: 'l', type: 'array', items: { type: 'string' } };
const json = 'application/json';
const schema = { type: 'string' };

describe('a document of Swagger 2.0 is read as OpenAPI 3.0', () => {
  it.each([
    ['without a host', {}, undefined],
    ['with a path', { basePath: '/v1' }, [{ url: '/v1' }]],
    ['with a path that has no slash', { basePath: 'v1' }, [{ url: '/v1' }]],
    ['with a host', { host: 'a.example' }, [{ url: 'https://a.example' }]],
    [
      'with schemes',
      { host: 'a.example', basePath: '/v1', schemes: ['http', 'wss'] },
      [{ url: 'http://a.example/v1' }, { url: 'wss://a.example/v1' }],
    ],
  ])('%s', async (_, given, want) => {
    const document = await upgraded(given);
    expect(document).toMatchObject({ openapi: '3.0.4', info });
    expect(document.servers).toEqual(want);
    expect(Object.keys(document)).not.toContain('schemes');
  });

  it.each([
    [
      { type: 'basic', description: 'b' },
      { type: 'http', scheme: 'basic', description: 'b' },
    ],
    [
      { type: 'apiKey', in: 'query', name: 'k' },
      { type: 'apiKey', in: 'query', name: 'k' },
    ],
    [
      { type: 'oauth2', flow: 'accessCode', authorizationUrl: 'a', tokenUrl: 't', scopes: { s: 'all' } },
      {
        type: 'oauth2',
        flows: { authorizationCode: { authorizationUrl: 'a', tokenUrl: 't', scopes: { s: 'all' } } },
      },
    ],
    [
      { type: 'oauth2', flow: 'application', tokenUrl: 't' },
      { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 't', scopes: {} } } },
    ],
  ])('with the security of %o', async (given, want) => {
    expect(await upgraded({ securityDefinitions: { key: given } })).toMatchObject({
      components: { securitySchemes: { key: want } },
    });
  });
});

describe('parameters', () => {
  it.each([
    [
      { ...integer, in: 'query' },
      { name: 'n', in: 'query', schema: { type: 'integer', minimum: 1 } },
    ],
    [
      { ...integer, in: 'query', 'x-example': 5 },
      { name: 'n', example: 5 },
    ],
    [{ ...integer, in: 'query', 'x-nullable': true }, { schema: { type: 'integer', nullable: true } }],
    [
      { ...list, in: 'query' },
      { style: 'form', explode: false },
    ],
    [
      { ...list, in: 'query', collectionFormat: 'multi' },
      { style: 'form', explode: true },
    ],
    [
      { ...list, in: 'query', collectionFormat: 'ssv' },
      { style: 'spaceDelimited', explode: false },
    ],
    [
      { ...list, in: 'query', collectionFormat: 'pipes' },
      { style: 'pipeDelimited', explode: false },
    ],
    [
      { ...list, in: 'query', collectionFormat: 'tsv' },
      { style: 'form', explode: false },
    ],
    [
      { ...list, in: 'header' },
      { in: 'header', schema: { type: 'array', items: { type: 'string' } } },
    ],
    [{ name: 'n', in: 'query', schema: { type: 'boolean' } }, { schema: { type: 'boolean' } }],
  ])('%o', async (given, want) => {
    expect(await operationOf({ parameters: [given] })).toMatchObject({ parameters: [want] });
  });

  it('are read where they are referred to', async () => {
    const parameters = { n: { ...integer, in: 'query' }, b: { name: 'b', in: 'body', schema } };
    const references = Object.keys(parameters).map((name) => ({ $ref: `#/parameters/${name}` }));
    expect(await operationOf({ parameters: references }, { parameters })).toMatchObject({
      parameters: [{ name: 'n' }],
      requestBody: { content: { [json]: { schema } } },
    });
  });

  it('are told where OpenAPI 3 has no word for what they say', async () => {
    const parameters = [{ ...list, in: 'query', collectionFormat: 'tsv' }];
    const paths = { '/a': { get: { operationId: 'get', parameters, responses: ok } } };
    const { warnings } = await modelOf({ swagger: '2.0', info, paths });
    expect(warnings).toMatchObject([
      {
        message: 'collectionFormat "tsv" is read as csv: OpenAPI 3 has no style for it here',
        location: { pointer: '/paths/~1a/get/parameters/0' },
      },
    ]);
  });
});

const body = { name: 'b', in: 'body', required: true, schema };
const field = { ...integer, in: 'formData', required: true };
const file = { name: 'f', in: 'formData', type: 'file' };
const form = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';
const integerSchema = { type: 'integer', minimum: 1 };

describe('bodies', () => {
  it.each([
    [
      'JSON where nobody says it',
      { parameters: [body] },
      {},
      { required: true, content: { [json]: { schema } } },
    ],
    [
      "the document's media type",
      { parameters: [body] },
      { consumes: ['text/a'] },
      { content: { 'text/a': { schema } } },
    ],
    [
      "the operation's media types",
      { parameters: [body], consumes: ['text/b', 'text/c'] },
      { consumes: ['text/a'] },
      { content: { 'text/b': { schema }, 'text/c': { schema } } },
    ],
    [
      'JSON where the operation takes the media types away',
      { parameters: [body], consumes: [] },
      { consumes: ['text/a'] },
      { content: { [json]: { schema } } },
    ],
    [
      'a form',
      { parameters: [field] },
      { consumes: [json] },
      {
        required: true,
        content: {
          [form]: { schema: { type: 'object', properties: { n: integerSchema }, required: ['n'] } },
        },
      },
    ],
    [
      'a form with a file',
      { parameters: [file], consumes: [form] },
      {},
      {
        content: {
          [multipart]: {
            schema: { type: 'object', properties: { f: { type: 'string', format: 'binary' } } },
          },
        },
      },
    ],
    [
      'a form with a list',
      { parameters: [{ ...list, in: 'formData' }] },
      {},
      { content: { [form]: { encoding: { l: { style: 'form', explode: false } } } } },
    ],
    [
      'a form with a field that is never empty',
      { parameters: [{ name: 's', in: 'formData', type: 'string', allowEmptyValue: false }] },
      {},
      { content: { [form]: { schema: { properties: { s: { type: 'string', minLength: 1 } } } } } },
    ],
    [
      'examples',
      { parameters: [{ ...body, 'x-examples': { [json]: 'a' } }] },
      {},
      { content: { [json]: { schema, example: 'a' } } },
    ],
  ])('%s', async (_, operation, document, want) => {
    const { requestBody } = (await operationOf(operation, document)) as { requestBody: { content: object } };
    expect(requestBody).toMatchObject(want);
    expect(Object.keys(requestBody.content)).toEqual(Object.keys(want.content));
  });

  it('of a path are those of its operations, unless they have their own', async () => {
    const own = { ...body, schema: { type: 'integer' } };
    const post = { operationId: 'post', responses: ok };
    const put = { operationId: 'put', responses: ok, parameters: [own] };
    const { paths } = await upgraded({ paths: { '/a': { post, put, parameters: [body] } } });
    expect(paths).toMatchObject({
      '/a': {
        post: { requestBody: { content: { [json]: { schema } } } },
        put: { requestBody: { content: { [json]: { schema: { type: 'integer' } } } } },
        parameters: [],
      },
    });
  });
});

describe('responses', () => {
  it.each([
    ['nothing', {}, {}, undefined],
    ['JSON where nobody says it', { schema }, {}, { [json]: { schema } }],
    [
      'what the operation produces',
      { schema },
      { produces: ['text/a', json] },
      { 'text/a': { schema }, [json]: { schema } },
    ],
    ['what an example says', { examples: { 'text/a': 'A' } }, {}, { 'text/a': { example: 'A' } }],
    [
      'an example of a media type',
      { schema, examples: { 'text/a': 'A' } },
      { produces: [json, 'text/a'] },
      { [json]: { schema }, 'text/a': { schema, example: 'A' } },
    ],
    [
      'examples with names',
      { schema, examples: { one: 'A' } },
      {},
      { [json]: { schema, examples: { one: { value: 'A' } } } },
    ],
    [
      'a file',
      { schema: { type: 'file' } },
      { produces: ['image/png'] },
      { 'image/png': { schema: { type: 'string', format: 'binary' } } },
    ],
  ])('hold %s', async (_, response, operation, want) => {
    const responses = { 200: { description: 'ok', ...response } };
    const written = (await operationOf({ ...operation, responses })) as {
      responses: { 200: { content: unknown } };
    };
    expect(written.responses[200].content).toEqual(want);
  });

  it('have headers with a schema', async () => {
    const responses = {
      200: { description: 'ok', headers: { 'X-N': { type: 'integer', description: 'n' } } },
    };
    expect(await operationOf({ responses })).toMatchObject({
      responses: { 200: { headers: { 'X-N': { description: 'n', schema: { type: 'integer' } } } } },
    });
  });

  it('that are referred to are in the media types of the operation', async () => {
    const responses = { Pet: { description: 'ok', schema } };
    const written = await operationOf(
      { produces: ['text/a'], responses: { 200: { $ref: '#/responses/Pet' } } },
      { responses },
    );
    expect(written).toMatchObject({ responses: { 200: { content: { 'text/a': { schema } } } } });
  });
});

describe('schemas', () => {
  it.each([
    [{ $ref: '#/definitions/B' }, { $ref: '#/components/schemas/B' }],
    [
      { type: 'object', discriminator: 'kind' },
      { type: 'object', discriminator: { propertyName: 'kind' } },
    ],
    [
      { properties: { $ref: { $ref: '#/definitions/B' } } },
      { properties: { $ref: { $ref: '#/components/schemas/B' } } },
    ],
    [
      { allOf: [{ items: { $ref: '#/definitions/B' } }] },
      { allOf: [{ items: { $ref: '#/components/schemas/B' } }] },
    ],
    [
      { type: 'string', 'x-nullable': true },
      { type: 'string', nullable: true },
    ],
    [
      { enum: ['file'], example: { type: 'file' } },
      { enum: ['file'], example: { type: 'file' } },
    ],
    [{ $ref: '#/definitions/B/properties/c' }, { $ref: '#/components/schemas/c' }],
  ])('%o', async (given, want) => {
    const definitions = { A: given, B: { properties: { c: { type: 'string' } } } };
    const { components } = await upgraded({ definitions });
    expect((components as { schemas: { A: unknown } }).schemas.A).toEqual(want);
  });
});

describe('a document in several files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'swagger-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const write = (name: string, value: unknown) => writeFile(path.join(folder, name), JSON.stringify(value));

  it('becomes one, with a name for each schema, and keeps the places of what is wrong', async () => {
    await write('swagger.json', {
      swagger: '2.0',
      info,
      paths: {
        '/pets': {
          get: {
            operationId: 'list',
            parameters: [{ $ref: 'parts.json#/limit' }],
            responses: { 200: { $ref: 'parts.json#/pets' } },
          },
        },
        '/pets/{id}': { $ref: 'parts.json#/pet' },
      },
      definitions: { pet: { type: 'integer' } },
    });
    await write('parts.json', {
      limit: { name: 'limit', in: 'query', type: 'integer', maximum: '9' },
      pets: { description: 'ok', schema: { type: 'array', items: { $ref: 'pet.json' } } },
      pet: { get: { operationId: 'find', parameters: [{ $ref: 'nowhere.json' }], responses: ok } },
    });
    await write('pet.json', { type: 'object', properties: { parent: { $ref: '#' } }, oops: true });
    const { bundled, warnings, files } = await readModel({
      document: path.join(folder, 'swagger.json'),
      strict: false,
    });
    expect(files.map((file) => path.basename(file))).toEqual(['swagger.json', 'parts.json', 'pet.json']);
    expect(bundled).toMatchObject({
      paths: {
        '/pets': {
          get: {
            responses: {
              200: { content: { [json]: { schema: { items: { $ref: '#/components/schemas/pet2' } } } } },
            },
          },
        },
      },
      components: {
        schemas: {
          pet: { type: 'integer' },
          pet2: { properties: { parent: { $ref: '#/components/schemas/pet2' } } },
        },
      },
    });
    const places = warnings.map(({ location: { file, pointer } }) => `${path.basename(file)}#${pointer}`);
    expect(places.sort()).toEqual([
      'parts.json#/limit/maximum',
      'parts.json#/pet/get',
      'parts.json#/pet/get/parameters/0',
      'pet.json#/oops',
    ]);
  });
});

describe('faults and sources have the places of the 2.0 file', () => {
  const document = {
    swagger: '2.0',
    info,
    paths: {
      '/a/{id}': {
        parameters: [body],
        post: {
          operationId: 'post',
          parameters: [
            body,
            { ...integer, in: 'path', required: true },
            { ...integer, in: 'query', name: 'q' },
          ],
          responses: {
            200: { description: 'ok', schema: { type: 'nope' }, headers: { 'X-A': { type: 'integer' } } },
          },
        },
      },
    },
    definitions: { A: { properties: { b: { typ: 'string' } } } },
  };

  it.each([
    [
      'a path parameter that is not in the path',
      '/paths/~1a~1{id}/post/parameters/1',
      /"n" is not in the path/,
    ],
    ['a schema of a response', '/paths/~1a~1{id}/post/responses/200/schema/type', /nope/],
    ['a property', '/definitions/A/properties/b/typ', /did you mean `type`/],
  ])('%s', async (_, pointer, message) => {
    const { warnings } = await modelOf(document);
    const found = warnings.filter((warning) => message.test(warning.message));
    expect(found.map(({ location }) => location.pointer)).toEqual([pointer]);
  });

  it('of operations, parameters, bodies, headers and schemas', async () => {
    const { operations, schemas } = await modelOf(document);
    const [operation] = operations;
    const post = '/paths/~1a~1{id}/post';
    expect(operation).toMatchObject({
      source: { pointer: post },
      parameters: [{ source: { pointer: `${post}/parameters/2` } }],
      requestBody: {
        source: { pointer: `${post}/parameters/0` },
        contents: [{ schema: { source: { pointer: `${post}/parameters/0/schema` } } }],
      },
      responses: [
        {
          source: { pointer: `${post}/responses/200` },
          headers: [{ schema: { source: { pointer: `${post}/responses/200/headers/X-A` } } }],
        },
      ],
    });
    expect(schemas.get('A')?.properties.get('b')?.source.pointer).toBe('/definitions/A/properties/b');
  });
});

describe('nothing in a document of 2.0 makes the reading throw', () => {
  const broken = [null, 1, 'text', [], [null], {}, { a: null }, { $ref: '#/nowhere' }, { $ref: 1 }];
  const places = [
    'paths',
    'definitions',
    'parameters',
    'responses',
    'securityDefinitions',
    'schemes',
    'consumes',
    'produces',
    'host',
    'basePath',
  ];
  it.each(places)('in the place of its %s', async (place) => {
    for (const value of broken)
      await expect(upgraded({ [place]: value })).resolves.toMatchObject({ openapi: '3.0.4' });
  });
  it.each(['parameters', 'responses', 'consumes', 'produces', 'schemes'])(
    "in the place of an operation's %s",
    async (place) => {
      for (const value of broken) await expect(operationOf({ [place]: value })).resolves.toBeDefined();
    },
  );
  it.each(['name', 'in', 'type', 'items', 'schema', 'collectionFormat', 'enum', 'required'])(
    "in the place of a parameter's %s",
    async (place) => {
      for (const value of broken)
        for (const location of ['query', 'body', 'formData'])
          await expect(
            operationOf({ parameters: [{ ...list, in: location, [place]: value }] }),
          ).resolves.toBeDefined();
    },
  );
});
