import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../../openapi/model/api-model.ts';
import { documentedRequest } from '../../../../openapi/operations/requests/documented-request.ts';
import { encodeRequest } from '../../../../openapi/operations/wire/encode-request.ts';
import { parseMultipart } from '../../../../openapi/operations/wire/parse-multipart.ts';
import { found, modelOf, operationOf } from '../../model-of.ts';

async function operationWith(members: object, path = '/test'): Promise<Operation> {
  const document = {
    openapi: '3.1.0',
    info: {},
    paths: { [path]: { post: { operationId: 'test', responses: {}, ...members } } },
  };
  return found((await modelOf(document)).operations[0], 'test');
}

const query = (name: string, members: object) => ({ name, in: 'query', schema: {}, ...members });

describe('documentedRequest', () => {
  it.each<[string, object, unknown]>([
    ['its example', { example: 'a', schema: { example: 'b', default: 'c' } }, 'a'],
    ['the first of its examples', { examples: { one: { value: 'a' }, two: { value: 'b' } } }, 'a'],
    ["the schema's example", { schema: { examples: ['b'], default: 'c', enum: ['d'] } }, 'b'],
    ['the default', { schema: { default: 'c', enum: ['d', 'c'] } }, 'c'],
    ['the first of the enum', { schema: { enum: ['d', 'e'] } }, 'd'],
    ['a value made from the schema', { schema: { type: 'integer', minimum: 4 } }, 4],
  ])('gives a parameter %s', async (_, members, want) => {
    const operation = await operationWith({ parameters: [query('q', { required: true, ...members })] });
    expect(documentedRequest(operation).parameters.map(({ value }) => value)).toEqual([want]);
  });

  it('sends no optional body with GET', async () => {
    const requestBody = { content: { 'application/json': { example: {} } } };
    const paths = {
      '/test': {
        get: { operationId: 'read', requestBody, responses: {} },
        post: { operationId: 'write', requestBody, responses: {} },
      },
      '/needed': {
        get: { operationId: 'ask', requestBody: { ...requestBody, required: true }, responses: {} },
      },
    };
    const { operations } = await modelOf({ openapi: '3.1.0', info: {}, paths });
    const withBody = operations.filter((operation) => documentedRequest(operation).body !== undefined);
    expect(withBody.map(({ operationId }) => operationId)).toEqual(['write', 'ask']);
  });

  it('has all required parameters, and optional ones with an example', async () => {
    const parameters = [
      query('plain', {}),
      query('shown', { example: 1 }),
      query('needed', { required: true }),
    ];
    const request = documentedRequest(await operationWith({ parameters }));
    expect(request.parameters.map(({ parameter }) => parameter.name)).toEqual(['shown', 'needed']);
  });

  it('has what a parameter with an example needs beside it', async () => {
    const rule = { rule: 'requires', parameter: 'distance', needs: 'address' };
    const parameters = [query('distance', { example: 5 }), query('address', { schema: { type: 'string' } })];
    const request = documentedRequest(await operationWith({ parameters, 'x-kit-parameter-rules': [rule] }));
    expect(request.parameters.map(({ value }) => value)).toEqual([5, 'text']);
  });

  it('prefers a JSON body, without what only the service writes', async () => {
    const schema = {
      type: 'object',
      properties: { id: { readOnly: true, type: 'integer' }, name: { type: 'string' } },
    };
    const content = { 'text/plain': {}, 'application/vnd.test+json': { schema } };
    const { body } = documentedRequest(await operationWith({ requestBody: { content } }));
    expect(body).toMatchObject({ mediaType: 'application/vnd.test+json', value: { name: 'text' } });
  });

  it('names the first alternative of keys, and none where no key is needed', async () => {
    const addAnimal = documentedRequest(await operationOf('petstore-3.0.yaml', 'addAnimal'));
    expect(addAnimal.security?.map(({ scheme }) => scheme.id)).toEqual(['key', 'session']);
    expect(documentedRequest(await operationOf('petstore-3.0.yaml', 'getAnimal')).security).toBeUndefined();
  });
});

describe('encodeRequest', () => {
  const options = { serverUrl: 'http://127.0.0.1:1/v2/' };

  it('puts values where they travel', async () => {
    const parameters = [
      { name: 'id', in: 'path', required: true, example: 'a/b' },
      query('q', { example: 'c&d' }),
      { name: 'X-Trace', in: 'header', example: 'e f' },
      { name: 'theme', in: 'cookie', example: 'dark one' },
    ];
    const content = { 'application/json': { example: { g: 'é' } } };
    const operation = await operationWith({ parameters, requestBody: { content } }, '/things/{id}/it');
    expect(encodeRequest(documentedRequest(operation), options)).toEqual({
      method: 'POST',
      url: 'http://127.0.0.1:1/v2/things/a%2Fb/it?q=c%26d',
      headers: { 'X-Trace': 'e f', 'Content-Type': 'application/json', Cookie: 'theme=dark%20one' },
      body: '{"g":"é"}',
    });
  });

  it.each<[string, object, string, object]>([
    ['an API key in a header', { type: 'apiKey', in: 'header', name: 'X-Key' }, '', { 'X-Key': 'se cret' }],
    ['an API key in the query', { type: 'apiKey', in: 'query', name: 'key' }, '?key=se%20cret', {}],
    [
      'an API key in a cookie',
      { type: 'apiKey', in: 'cookie', name: 'key' },
      '',
      { Cookie: 'key=se%20cret' },
    ],
    ['a bearer token', { type: 'http', scheme: 'Bearer' }, '', { Authorization: 'Bearer se cret' }],
    ['basic authentication', { type: 'http', scheme: 'basic' }, '', { Authorization: 'Basic c2UgY3JldDo=' }],
    ['another scheme', { type: 'http', scheme: 'digest' }, '', { Authorization: 'Digest se cret' }],
    ['OAuth 2', { type: 'oauth2', flows: {} }, '', { Authorization: 'Bearer se cret' }],
  ])('sends %s', async (_, scheme, search, headers) => {
    const document = {
      openapi: '3.1.0',
      info: {},
      components: { securitySchemes: { key: scheme } },
      paths: { '/a': { get: { operationId: 'a', security: [{ key: [] }], responses: {} } } },
    };
    const request = documentedRequest(found((await modelOf(document)).operations[0], 'a'));
    const encoded = encodeRequest(request, { ...options, credentials: new Map([['key', 'se cret']]) });
    expect([encoded.url, encoded.headers]).toEqual([`http://127.0.0.1:1/v2/a${search}`, headers]);
    expect(encodeRequest(request, options).headers).toEqual({});
  });

  it.each<[string, string, unknown, string]>([
    [
      'a form',
      'application/x-www-form-urlencoded',
      { a: 'b c', d: [1, 2], e: { f: 1 } },
      'a=b%20c&d=1&d=2&e=%7B%22f%22%3A1%7D',
    ],
    ['text', 'text/plain', 'plain', 'plain'],
    ['XML', 'application/xml', { a: '<&>', b: [1, 2] }, '<root><a>&lt;&amp;&gt;</a><b>1</b><b>2</b></root>'],
  ])('writes %s', async (_, mediaType, example, want) => {
    const operation = await operationWith({ requestBody: { content: { [mediaType]: { example } } } });
    expect(encodeRequest(documentedRequest(operation), options).body).toBe(want);
  });

  it('writes multipart bodies whose parts can be read back', async () => {
    const request = documentedRequest(await operationOf('petstore-3.0.yaml', 'setPhoto'));
    const { headers, body } = encodeRequest(request, options);
    const parts = parseMultipart(headers['Content-Type'] ?? '', Buffer.from(body ?? ''));
    expect(parts).toMatchObject([
      { name: 'title', fileName: undefined },
      { name: 'photo', fileName: 'photo.bin', mediaType: 'application/octet-stream' },
      { name: 'tags' },
      { name: 'place', mediaType: 'application/json' },
    ]);
  });
});
