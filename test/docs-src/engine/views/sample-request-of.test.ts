import { describe, expect, test } from 'vitest';
import { credentialOf, sampleRequestOf } from '../../../../docs-src/engine/views/sample-request-of.ts';
import { found } from '../../../openapi/model-of.ts';
import { toyModel, toyOperation } from './toy-model.ts';

const server = 'https://api.example/v1';
const string = { type: 'string' };
const requestOf = async (operation: object, parts: object = {}, id = 'toy') =>
  sampleRequestOf(await toyOperation(operation, parts, id), server);

test('has each value where it travels', async () => {
  const parameter = (name: string, where: string, value: unknown) => ({
    name,
    in: where,
    required: true,
    schema: {},
    example: value,
  });
  const parameters = [
    parameter('id', 'path', 'a b'),
    parameter('q', 'query', ['x', 'y z']),
    parameter('max', 'query', 2),
    parameter('X-Trace', 'header', 't'),
    parameter('Accept', 'header', 'no'),
    parameter('content-type', 'header', 'no'),
    parameter('Authorization', 'header', 'no'),
    parameter('seen', 'cookie', 1),
    { name: 'unasked', in: 'query', schema: string },
  ];
  expect(await requestOf({ parameters }, {}, 'toy/{id}')).toEqual({
    name: 'toy',
    method: 'GET',
    url: 'https://api.example/v1/toy/a%20b',
    query: [
      { name: 'q', value: 'x' },
      { name: 'q', value: 'y z' },
      { name: 'max', value: '2', literal: 'number' },
    ],
    headers: [{ name: 'X-Trace', value: 't' }],
    cookies: [{ name: 'seen', value: '1' }],
    credentials: [],
    body: undefined,
    answersJson: false,
  });
});

describe('the credential of a scheme', () => {
  const key = { kind: 'key', in: 'header', prefix: '', value: 'YOUR-API-KEY' };
  const authorization = { ...key, name: 'Authorization' };
  test.each([
    { given: { type: 'apiKey', in: 'header', name: 'k' }, want: { ...key, name: 'k' } },
    {
      given: { type: 'apiKey', in: 'query', name: 'k', 'x-kit-placeholder': 'MINE' },
      want: { ...key, in: 'query', name: 'k', value: 'MINE' },
    },
    { given: { type: 'http', scheme: 'basic' }, want: { kind: 'basic', user: 'USER', password: 'PASSWORD' } },
    { given: { type: 'http', scheme: 'bearer' }, want: { ...authorization, prefix: 'Bearer ' } },
    { given: { type: 'http', scheme: 'digest' }, want: { ...authorization, prefix: 'Digest ' } },
    { given: { type: 'oauth2', scheme: 'basic', flows: {} }, want: { ...authorization, prefix: 'Bearer ' } },
    {
      given: { type: 'openIdConnect', openIdConnectUrl: 'https://a.example' },
      want: { ...authorization, prefix: 'Bearer ' },
    },
    { given: { type: 'mutualTLS' }, want: undefined },
  ])('$given is $want', async ({ given, want }) => {
    const model = await toyModel({}, { components: { securitySchemes: { toy: given } } });
    const scheme = found(model.securitySchemes.get('toy'), 'scheme');
    expect(credentialOf({ scheme, scopes: [] })).toEqual(want);
    const request = await requestOf(
      { security: [{ toy: [] }] },
      { components: { securitySchemes: { toy: given } } },
    );
    expect(request.credentials).toEqual(want === undefined ? [] : [want]);
  });
});

describe('the body', () => {
  const bodyOf = async (mediaType: string, content: object) =>
    (await requestOf({ requestBody: { required: true, content: { [mediaType]: content } } })).body;
  const file = { type: 'string', format: 'binary' };
  test.each([
    {
      type: 'application/json',
      given: { example: { a: 1 } },
      want: { kind: 'json', mediaType: 'application/json', value: { a: 1 } },
    },
    {
      type: 'application/x-www-form-urlencoded',
      given: { example: { a: 1, b: '1' } },
      want: {
        kind: 'form',
        fields: [
          { name: 'a', value: '1', literal: 'number' },
          { name: 'b', value: '1' },
        ],
      },
    },
    {
      type: 'application/x-www-form-urlencoded',
      given: { example: 'a=1' },
      want: { kind: 'form', fields: [] },
    },
    {
      type: 'multipart/form-data',
      given: { schema: { type: 'object', properties: { f: file } }, example: { f: 'x' } },
      want: {
        kind: 'multipart',
        parts: [{ name: 'f', value: 'x', contentType: 'application/octet-stream', fileName: 'f.bin' }],
      },
    },
    {
      type: 'text/csv',
      given: { example: 'a,b' },
      want: { kind: 'text', mediaType: 'text/csv', text: 'a,b' },
    },
    {
      type: 'text/csv',
      given: { schema: file, example: 'a' },
      want: { kind: 'text', mediaType: 'text/csv', text: 'a' },
    },
    {
      type: 'application/xml',
      given: { schema: string, example: 'a' },
      want: { kind: 'text', mediaType: 'application/xml', text: '<root>a</root>' },
    },
    {
      type: 'application/xml',
      given: { schema: string, example: { a: 1 } },
      want: { kind: 'text', mediaType: 'application/xml' },
    },
    {
      type: 'application/xml',
      given: { schema: file, example: 'a' },
      want: { kind: 'file', fileName: 'body.xml', content: 'a' },
    },
    {
      type: 'application/xml',
      given: { example: 'a' },
      want: { kind: 'file', fileName: 'body.xml', content: 'a' },
    },
    {
      type: 'image/png',
      given: { schema: string, example: 'a' },
      want: { kind: 'file', mediaType: 'image/png', fileName: 'body.png', content: 'a' },
    },
    { type: 'image/png', given: { schema: string, example: null }, want: { kind: 'file' } },
    {
      type: 'application/vnd.toy',
      given: { schema: string, example: 'a' },
      want: { kind: 'file', fileName: 'body.bin' },
    },
    {
      type: 'application/vnd.toy',
      given: { schema: string, example: { a: 1 } },
      want: { kind: 'text', text: '{"a":1}' },
    },
  ])('in $type of $given is $want', async ({ type, given, want }) => {
    expect(await bodyOf(type, given)).toMatchObject(want);
  });
});

test.each([
  { given: { 200: 'application/json' }, want: true },
  { given: { default: 'application/problem+json' }, want: true },
  { given: { 404: 'application/json', 204: 'text/plain' }, want: false },
  { given: { 404: 'application/json' }, want: false },
  { given: { 422: 'text/plain', 201: 'application/json' }, want: true },
])('the replies $given are read as JSON: $want', async ({ given, want }) => {
  const responses = Object.fromEntries(
    Object.entries(given).map(([status, type]) => [status, { description: '', content: { [type]: {} } }]),
  );
  expect((await requestOf({ responses })).answersJson).toBe(want);
});
