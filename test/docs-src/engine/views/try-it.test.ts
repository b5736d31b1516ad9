import { describe, expect, test } from 'vitest';
import { tryItView } from '../../../../docs-src/engine/views/try-it.ts';
import { toyOperation } from './toy-model.ts';

const formOf = async (operation: object, parts: object = {}, id = 'toy') =>
  tryItView(await toyOperation(operation, parts, id), ['/mock']);

describe('the field of a parameter', () => {
  const plain = {
    isRequired: false,
    control: 'text',
    isLiteral: false,
    options: [],
    value: '',
    placeholder: '',
    style: 'form',
    explode: true,
  };
  test.each([
    { given: { schema: { type: 'string' } }, want: plain },
    { given: { schema: {} }, want: plain },
    { given: { required: true, example: 'x', schema: {} }, want: { ...plain, isRequired: true, value: 'x' } },
    {
      given: { schema: { type: 'integer', default: 5 } },
      want: { ...plain, control: 'number', isLiteral: true, placeholder: '5' },
    },
    { given: { schema: { type: 'number' } }, want: { ...plain, control: 'number', isLiteral: true } },
    {
      given: { schema: { type: 'boolean' } },
      want: { ...plain, control: 'select', isLiteral: true, options: ['true', 'false'] },
    },
    { given: { schema: { enum: ['a', 1] } }, want: { ...plain, control: 'select', options: ['a', '1'] } },
    {
      given: { schema: { type: 'boolean', enum: [true] } },
      want: { ...plain, control: 'select', isLiteral: true, options: ['true'] },
    },
    {
      given: { explode: false, schema: { type: 'array' } },
      want: { ...plain, control: 'json', explode: false },
    },
    {
      given: { style: 'deepObject', schema: { type: 'object' }, example: { a: 1 } },
      want: { ...plain, control: 'json', style: 'deepObject', value: '{"a":1}' },
    },
  ])('$given is $want', async ({ given, want }) => {
    const form = await formOf({ parameters: [{ name: 'p', in: 'query', ...given }] });
    expect([...(form?.fields ?? []), ...(form?.furtherFields ?? [])]).toEqual([
      { name: 'p', in: 'query', ...want },
    ]);
  });

  test('stands with what is sent, the required first, or with all others; a browser sends no cookie of ours', async () => {
    const parameters = [
      { name: 'other', in: 'header' },
      { name: 'known', in: 'query', example: 1 },
      { name: 'crumb', in: 'cookie', required: true, example: 1 },
      { name: 'needed', in: 'query', required: true },
      { name: 'another', in: 'query' },
    ].map((parameter) => ({ ...parameter, schema: {} }));
    const form = await formOf({ parameters });
    expect(form?.fields.map(({ name }) => name)).toEqual(['needed', 'known']);
    expect(form?.furtherFields.map(({ name }) => name)).toEqual(['other', 'another']);
  });
});

describe('the body of the form', () => {
  const body = (content: object) => ({ requestBody: { required: true, content } });
  test.each([
    { given: {}, want: undefined },
    {
      given: body({ 'application/json': { example: { a: 1 } } }),
      want: { mediaType: 'application/json', value: '{\n  "a": 1\n}' },
    },
  ])('of $given is $want', async ({ given, want }) => {
    expect(await formOf(given, {}, 'toy/{id}')).toMatchObject({
      method: 'GET',
      path: '/toy/{id}',
      servers: ['/mock'],
      body: want,
    });
  });

  test('that is no JSON leaves no form', async () => {
    expect(await formOf(body({ 'text/plain': { example: 'a' } }))).toBeUndefined();
  });
});

test.each([
  { given: [], want: [] },
  { given: ['key'], want: [{ schemeId: 'key', in: 'query', name: 'k', prefix: '' }] },
  { given: ['token'], want: [{ schemeId: 'token', in: 'header', name: 'Authorization', prefix: 'Bearer ' }] },
  { given: ['basic'], want: [] },
])('a typed key travels as the schemes $given say', async ({ given, want }) => {
  const securitySchemes = {
    key: { type: 'apiKey', in: 'query', name: 'k' },
    token: { type: 'http', scheme: 'bearer' },
    basic: { type: 'http', scheme: 'basic' },
  };
  const form = await formOf(
    { security: given.map((name) => ({ [name]: [] })) },
    { components: { securitySchemes } },
  );
  expect(form?.credentials).toEqual(want);
});
