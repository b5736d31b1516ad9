import { describe, expect, it } from 'vitest';
import { generateTypes } from '../../../scripts/commands/types/generate-types.ts';
import { withFilledDefaults } from '../../../scripts/commands/types/with-filled-defaults.ts';

const madeBy = { command: 'x', from: 'y', about: 'z' };
const sort = { name: 'sort', in: 'query' };
const withDefault = { type: 'string', default: 'best' };

function documentOf(operation: object, components: object = {}, item: object = {}) {
  const responses = { 200: { description: 'ok' } };
  return {
    openapi: '3.1.0',
    info: { title: 'Toy', version: '1' },
    paths: { '/a': { ...item, post: { operationId: 'a', responses, ...operation } } },
    components,
  };
}

/** The line that declares a name: `sort?: string;`. */
function lineOf(types: string, name: string): string | undefined {
  const operations = types.slice(types.indexOf('export interface operations'));
  return new RegExp(`^ *"?${name}"?\\??:.*$`, 'm').exec(operations)?.[0].trim().split(':')[0];
}

describe('a parameter with a default', () => {
  const named = { parameters: { Sort: { ...sort, schema: withDefault } } };
  it.each([
    ['of the operation', documentOf({ parameters: [{ ...sort, schema: withDefault }] })],
    ['of the path', documentOf({}, {}, { parameters: [{ ...sort, schema: withDefault }] })],
    ['of the components', documentOf({ parameters: [{ $ref: '#/components/parameters/Sort' }] }, named)],
    [
      'whose schema is named',
      documentOf(
        { parameters: [{ ...sort, schema: { $ref: '#/components/schemas/S' } }] },
        { schemas: { S: withDefault } },
      ),
    ],
    [
      'beside the reference to its schema',
      documentOf(
        { parameters: [{ ...sort, schema: { $ref: '#/components/schemas/S', default: 'a' } }] },
        { schemas: { S: { type: 'string' } } },
      ),
    ],
    [
      'that is JSON',
      documentOf({ parameters: [{ ...sort, content: { 'application/json': { schema: withDefault } } }] }),
    ],
    ['that is empty', documentOf({ parameters: [{ ...sort, schema: { type: 'string', default: '' } }] })],
    [
      'that is null',
      documentOf({ parameters: [{ ...sort, schema: { type: ['string', 'null'], default: null } }] }),
    ],
    ['in a header', documentOf({ parameters: [{ name: 'sort', in: 'header', schema: withDefault }] })],
    ['in a cookie', documentOf({ parameters: [{ name: 'sort', in: 'cookie', schema: withDefault }] })],
  ])('%s is optional for a client and there for a handler', async (_kind, document) => {
    expect(lineOf(await generateTypes(document, madeBy), 'sort')).toBe('sort?');
    expect(lineOf(await generateTypes(withFilledDefaults(document), madeBy), 'sort')).toBe('sort');
  });

  it.each([
    [
      'required of both without a default',
      { ...sort, required: true, schema: { type: 'string' } },
      'sort',
      'sort',
    ],
    ['required of both with a default', { ...sort, required: true, schema: withDefault }, 'sort', 'sort'],
    ['optional for both without a default', { ...sort, schema: { type: 'string' } }, 'sort?', 'sort?'],
  ])('%s: nothing else changes', async (_kind, parameter, client, handler) => {
    const document = documentOf({ parameters: [parameter] });
    expect(lineOf(await generateTypes(document, madeBy), 'sort')).toBe(client);
    expect(lineOf(await generateTypes(withFilledDefaults(document), madeBy), 'sort')).toBe(handler);
  });
});

describe('a property with a default is optional where the document does not require it', () => {
  const properties = { sort: withDefault };
  const schema = { type: 'object', properties };
  const content = { 'application/json': { schema } };
  const named = { 'application/json': { schema: { $ref: '#/components/schemas/Body' } } };
  it.each([
    ['in a request body', documentOf({ requestBody: { content } }), 'sort?'],
    ['in a reply', documentOf({ responses: { 200: { description: 'ok', content } } }), 'sort?'],
    ['in a required body', documentOf({ requestBody: { required: true, content } }), 'sort?'],
    [
      'required all the same',
      documentOf({
        requestBody: { content: { 'application/json': { schema: { ...schema, required: ['sort'] } } } },
      }),
      'sort',
    ],
  ])('%s', async (_kind, document, want) => {
    expect(lineOf(await generateTypes(document, madeBy), 'sort')).toBe(want);
    expect(lineOf(await generateTypes(withFilledDefaults(document), madeBy), 'sort')).toBe(want);
  });

  it('in a schema that has a name', async () => {
    const types = await generateTypes(
      documentOf({ requestBody: { content: named } }, { schemas: { Body: schema } }),
      madeBy,
    );
    expect(types).toMatch(/Body: \{[^}]*\bsort\?: string;/);
  });

  it.each([
    ['an optional body', { content }, 'requestBody?'],
    ['a required one', { required: true, content }, 'requestBody'],
  ])('and %s is what it says', async (_kind, requestBody, want) => {
    expect(lineOf(await generateTypes(documentOf({ requestBody }), madeBy), 'requestBody')).toBe(want);
  });
});

describe('what OpenAPI 3.2 adds has types', () => {
  const ok = { 204: { description: 'ok' } };
  const form = 'application/x-www-form-urlencoded';
  const item = {
    parameters: [{ name: 'id', in: 'header', schema: { type: 'string' } }],
    get: { responses: ok },
    query: { operationId: 'find', responses: ok },
    additionalOperations: {
      COPY: { responses: ok },
      'M-SEARCH': { operationId: 'discover', responses: ok },
      BREW: { responses: ok },
    },
  };
  const components = {
    schemas: {
      Search: { required: ['words'], properties: { words: { type: 'string' }, max: { type: 'integer' } } },
    },
  };
  const types = (operation: object) =>
    generateTypes(
      { openapi: '3.2.0', paths: { '/a': operation }, components } as Parameters<typeof generateTypes>[0],
      madeBy,
    );

  it('its methods', async () => {
    const text = await types(item);
    const paths = text.slice(text.indexOf('export interface paths'), text.indexOf('export type webhooks'));
    expect(paths).toMatch(/^ {8}query: operations\["find"\];$/m);
    expect(paths).toMatch(/^ {8}copy: \{$/m);
    expect(paths).toMatch(/^ {8}"m-search": operations\["discover"\];$/m);
    expect(paths).not.toMatch(/brew|QUERY|COPY/);
    expect(paths.match(/^ {4}"\/a.*$/gm)).toEqual(['    "/a": {']);
    expect(lineOf(text, 'id')).toBe('id?');
  });

  it('its sequences', async () => {
    const content = { 'application/jsonl': { itemSchema: { $ref: '#/components/schemas/Search' } } };
    const text = await types({
      get: { operationId: 'a', responses: { 200: { description: 'ok', content } } },
    });
    expect(text).toContain('"application/jsonl": components["schemas"]["Search"][];');
  });

  it('a query string that is a form', async () => {
    const content = { [form]: { schema: { $ref: '#/components/schemas/Search' } } };
    const parameters = [{ name: 'q', in: 'querystring', required: true, content }];
    const text = await types({ get: { operationId: 'a', parameters, responses: ok } });
    expect(lineOf(text, 'words')).toBe('words');
    expect(lineOf(text, 'max')).toBe('max?');
  });
});

describe('what the branches of a discriminator say', () => {
  const branch = (value: unknown) => ({ type: 'object', properties: { kind: { const: value } } });
  const typesOf = (one: unknown, other: unknown) => {
    const refs = ['One', 'Other'].map((name) => ({ $ref: `#/components/schemas/${name}` }));
    const mapping = { [String(one)]: refs[0]?.$ref, [String(other)]: refs[1]?.$ref };
    const Both = { oneOf: refs, discriminator: { propertyName: 'kind', mapping } };
    const schemas = { One: branch(one), Other: branch(other), Both };
    return generateTypes(documentOf({}, { schemas }), madeBy);
  };
  it.each([
    { values: [1, 2], want: ['kind?: 1;', 'kind?: 2;'] },
    { values: [true, false], want: ['kind?: true;', 'kind?: false;'] },
    { values: ['a', 'b'], want: ['kind: "a";', 'kind: "b";'] },
  ])('stays what it is: $values', async ({ values: [one, other], want }) => {
    const types = await typesOf(one, other);
    expect(types.match(/kind\??: .*;/g)).toEqual(want);
  });
});

it('an object of which nothing is said may hold anything, also joined with others', async () => {
  const schemas = {
    Free: { type: 'object' },
    Joined: { allOf: [{ $ref: '#/components/schemas/Free' }, {}] },
  };
  const types = await generateTypes(documentOf({}, { schemas }), madeBy);
  expect(types).toContain('Free: Record<string, unknown>;');
});

it('whole numbers beyond 2^53 are numbers, and shown to the digit', async () => {
  const big = 2n ** 53n + 1n;
  const Amounts = {
    type: 'object',
    properties: {
      bound: { type: 'integer', maximum: big, example: big },
      chosen: { type: 'integer', enum: [1, big] },
      only: { type: 'integer', const: big },
      small: { type: 'integer', enum: [1, 2] },
    },
  };
  const types = await generateTypes(documentOf({}, { schemas: { Amounts } }), madeBy);
  expect(types.match(/(?:bound|chosen|only|small)\?: .*;/g)).toEqual([
    'bound?: number;',
    'chosen?: number;',
    'only?: number;',
    'small?: 1 | 2;',
  ]);
  expect(types).toContain('@example 9007199254740993');
});

it('an operationId of 300 letters is the name of its types', async () => {
  const operationId = `get${'VeryLongName'.repeat(24)}andMore`.padEnd(300, 'x');
  const types = await generateTypes(documentOf({ operationId }), madeBy);
  expect(operationId).toHaveLength(300);
  expect(types).toContain(`post: operations["${operationId}"];`);
  expect(types).toMatch(new RegExp(`^ *${operationId}: \\{$`, 'm'));
});
