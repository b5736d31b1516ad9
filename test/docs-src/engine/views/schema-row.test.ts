import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderText } from '../../../../docs-src/engine/markdown/document-text.ts';
import { createSaidOnce } from '../../../../docs-src/engine/views/said-once.ts';
import { type SchemaRowOptions, schemaRow } from '../../../../docs-src/engine/views/schema-row.ts';
import type { SchemaRowView } from '../../../../docs-src/engine/views/views.ts';
import { wordsOf } from '../../../../docs-src/engine/words/words.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { schemaOf } from '../../../openapi/model-of.ts';
import { rowOptions } from './toy-model.ts';

const links = {
  operation: () => undefined,
  security: () => undefined,
  headers: () => undefined,
  assumption: () => undefined,
  textHtml: renderText,
  schema: (node: { name: string | undefined }, title: string) => ({
    label: node.name ?? title,
    href: `schemas/${node.name ?? title}`,
  }),
};

async function rowOf(
  schema: object,
  others: object = {},
  options: Partial<SchemaRowOptions> = {},
): Promise<SchemaRowView> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'schema-')), 'openapi.json');
  const document = {
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    paths: {},
    components: { schemas: { Root: schema, ...others } },
  };
  writeFileSync(file, JSON.stringify(document));
  const model = await readModel({ document: file, strict: false });
  const node = model.schemas.get('Root');
  if (node === undefined) throw new Error('No schema Root.');
  return schemaRow(
    { name: 'root', node, isRequired: false },
    {
      words: wordsOf('en'),
      links,
      purpose: 'both',
      maximumRows: 50,
      title: 'Here',
      said: undefined,
      place: '#here',
      ...options,
    },
  );
}

test('an empty text is one that can be seen', async () => {
  const row = await rowOf({ enum: ['', 'a'], default: '' });
  expect(row).toMatchObject({ enumValues: ['""', 'a'], default: '""' });
  expect((await rowOf({ examples: ['', 'a'] })).examples).toEqual(['""', 'a']);
  expect((await rowOf({ const: '' })).constraints).toEqual(['always ""']);
});

test('an example that is the default or an allowed value says nothing new', async () => {
  expect((await rowOf({ enum: ['a', 'b'], examples: ['b'] })).examples).toEqual([]);
  expect((await rowOf({ default: 1, examples: [1, 2] })).examples).toEqual(['2']);
});

test('a long list of values stands on a page once', async () => {
  const enumOf = (count: number) => ({ enum: Array.from({ length: count }, (_, index) => `v${index}`) });
  const properties = { country: enumOf(30), other: { items: enumOf(30) }, few: enumOf(3), same: enumOf(3) };
  const row = await rowOf({ type: 'object', properties }, {}, { said: createSaidOnce() });
  expect(row.children.map((child) => [child.name, child.enumValues.length, ...child.constraints])).toEqual([
    ['country', 30],
    ['other', 0, 'one of the 30 values of country'],
    ['few', 3],
    ['same', 3],
  ]);
});

const integer = { type: 'integer' };
const names = (row: SchemaRowView) => row.children.map((child) => child.name);

describe('the type of a schema', () => {
  test.each([
    [{ type: 'string', format: 'date-time' }, 'string <date-time>'],
    [{ type: ['string', 'null'] }, 'string'],
    [{ type: 'null' }, 'null'],
    [{ const: null }, 'null'],
    [{ type: ['string', 'integer'] }, 'string or integer'],
    [{ type: 'array', items: { type: 'array', items: { type: 'integer' } } }, 'array of array of integer'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, 'map of number'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string'],
    [{ oneOf: [{ type: 'string' }, { type: 'boolean' }] }, 'string or boolean'],
    [{ enum: ['a', 1] }, 'string or number'],
    [{ properties: { a: {} } }, 'Root'],
    [{}, 'any value'],
  ])('%j is said as %s', async (schema, want) => {
    expect((await rowOf(schema)).type).toBe(want);
  });

  test.each([
    { type: ['string', 'null'] },
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
    { enum: ['a', null] },
  ])('of %j may be null', async (schema) => {
    expect((await rowOf(schema)).isNullable).toBe(true);
  });
});

describe('the constraints of a schema', () => {
  test.each([
    [{ type: 'integer', minimum: 1, maximum: 20 }, ['1 to 20']],
    [{ type: 'number', exclusiveMinimum: 0, multipleOf: 0.5 }, ['above 0', 'multiple of 0.5']],
    [{ type: 'string', minLength: 2, maxLength: 2 }, ['exactly 2 characters']],
    [{ type: 'string', minLength: 0, maxLength: 1 }, ['at most 1 character']],
    [
      { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', pattern: '^a' } },
      ['at least 1 item', 'no item twice', 'pattern ^a'],
    ],
    [{ type: 'string', const: 'a' }, ['always a']],
    [
      {
        allOf: [
          { type: 'integer', minimum: 1 },
          { minimum: 3, maximum: 9 },
        ],
      },
      ['3 to 9'],
    ],
    [{ not: { enum: ['a', 'b'] } }, ['not: a, b']],
  ])('%j are said as %j', async (schema, want) => {
    expect((await rowOf(schema)).constraints).toEqual(want);
  });
});

describe('the tree of a schema', () => {
  test('folds allOf into one list, with what is required', async () => {
    const row = await rowOf(
      {
        allOf: [
          { $ref: '#/components/schemas/Base' },
          { properties: { b: { type: 'string' } }, required: ['b'] },
        ],
      },
      { Base: { type: 'object', required: ['a'], properties: { a: { type: 'string' } } } },
    );
    expect(row.children.map(({ name, isRequired }) => [name, isRequired])).toEqual([
      ['a', true],
      ['b', true],
    ]);
  });

  test('shows the inside of an array’s items, a map’s values and a tuple’s places', async () => {
    expect(names(await rowOf({ type: 'array', items: { properties: { a: {} } } }))).toEqual(['a']);
    expect(names(await rowOf({ type: 'object', additionalProperties: { properties: { a: {} } } }))).toEqual([
      'any name',
    ]);
    expect(
      names(await rowOf({ type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }] })),
    ).toEqual(['[0]', '[1]']);
    expect(names(await rowOf({ patternProperties: { '^x-': { type: 'string' } } }))).toEqual(['/^x-/']);
  });

  test('ends with a link where a schema contains itself', async () => {
    const row = await rowOf({ type: 'object', properties: { next: { $ref: '#/components/schemas/Root' } } });
    expect(row.children[0]).toMatchObject({
      name: 'next',
      children: [],
      see: { label: 'Root', href: 'schemas/Root' },
    });
  });

  test('ends with links where it is inside of each option of a choice', async () => {
    const choice = { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] };
    const row = await rowOf(choice, {
      A: { properties: { b: { $ref: '#/components/schemas/B' } } },
      B: { properties: { again: { $ref: '#/components/schemas/Root' }, other: choice } },
    });
    const [again, other] = row.variants?.options[0]?.row.children[0]?.children ?? [];
    expect(again?.see?.label).toBe('Root');
    expect(other?.variants?.options.map(({ row: { see } }) => see?.label)).toEqual(['A', 'B']);
  });

  test('grows level by level, and links what is left when it is full', async () => {
    const wide = {
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: 10 }, (_, index) => [`p${index}`, { type: 'string' }]),
      ),
    };
    const row = await rowOf(
      { type: 'object', properties: { first: wide, second: wide } },
      {},
      { maximumRows: 13 },
    );
    expect(row.children.map((child) => [child.children.length, child.see?.label])).toEqual([
      [10, undefined],
      [0, 'Here › second'],
    ]);
  });

  test('links what the page has shown already', async () => {
    const said = createSaidOnce();
    const properties = { a: {}, b: {}, c: {}, d: {} };
    const row = await rowOf(
      {
        type: 'object',
        properties: {
          one: { $ref: '#/components/schemas/Four' },
          two: { $ref: '#/components/schemas/Four' },
        },
      },
      { Four: { type: 'object', properties } },
      { said },
    );
    expect(row.children.map((child) => [child.children.length, child.see?.href])).toEqual([
      [4, undefined],
      [0, 'schemas/Four'],
    ]);
  });

  test.each([
    ['request' as const, ['both', 'secret']],
    ['reply' as const, ['both', 'id']],
  ])('of a %s leaves out what only the other side has', async (purpose, want) => {
    const schema = {
      type: 'object',
      properties: { both: {}, id: { readOnly: true }, secret: { writeOnly: true } },
    };
    expect(names(await rowOf(schema, {}, { purpose })).toSorted()).toEqual(want.toSorted());
  });

  test('names variants by their discriminator', async () => {
    const row = await rowOf(
      {
        oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }],
        discriminator: {
          propertyName: 'kind',
          mapping: { first: '#/components/schemas/A', second: '#/components/schemas/B' },
        },
      },
      { A: { properties: { a: {} } }, B: { properties: { b: {} } } },
    );
    expect(row.variants).toMatchObject({ title: 'One of', discriminator: 'kind' });
    expect(row.variants?.options.map(({ label, row: option }) => [label, names(option)])).toEqual([
      ['first', ['a']],
      ['second', ['b']],
    ]);
  });

  test('shows the variants of a base once, not inside of each other', async () => {
    const base = {
      type: 'object',
      properties: { kind: { type: 'string' } },
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
    };
    const row = await rowOf(base, {
      Cat: { allOf: [{ $ref: '#/components/schemas/Root' }, { properties: { indoor: {} } }] },
    });
    expect(
      row.variants?.options.map(({ label, row: option }) => [label, names(option), option.variants]),
    ).toEqual([['cat', ['kind', 'indoor'], undefined]]);
  });
});

describe('the values of a schema', () => {
  const values = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`);
  test.each([
    { given: [values(20), values(20)], want: [20, 0] },
    { given: [values(19), values(19)], want: [19, 19] },
    { given: [values(21), ['v0v1', ...values(21).slice(2)]], want: [21, 20] },
  ])('stand once where they are many and the same: $want', async ({ given, want }) => {
    const properties = Object.fromEntries(given.map((list, index) => [`p${index}`, { enum: list }]));
    const row = await rowOf({ properties }, {}, { said: createSaidOnce() });
    expect(row.children.map(({ enumValues }) => enumValues.length)).toEqual(want);
  });

  test('stand with what is said of each, the second time not at all', async () => {
    const texts = (list: string[]) => ({ enum: list, 'x-enumDescriptions': { v0: 'Zero.' } });
    const properties = { one: texts(values(1)), many: texts(values(20)), same: texts(values(20)) };
    const row = await rowOf({ properties }, {}, { said: createSaidOnce() });
    expect(row.children.map((child) => [child.enumValues.length, child.valueNotes.length])).toEqual([
      [0, 1],
      [0, 20],
      [0, 0],
    ]);
  });

  const plain = { type: 'string', pattern: '!$' };
  test.each([
    { given: [integer, plain], want: [[], 'integer', 'or string, pattern !$'] },
    { given: [{ enum: ['a', 'b'] }, plain], want: [['a', 'b'], 'or string, pattern !$'] },
  ])('of a plain choice are said in words: $want', async ({ given, want }) => {
    const { enumValues, constraints, variants } = await rowOf({ anyOf: given });
    expect([enumValues, ...constraints]).toEqual(want);
    expect(variants).toBeUndefined();
  });

  test.each([
    { given: [1, 2, 3, 4], want: ['1', '2', '3'] },
    { given: ['x'.repeat(200)], want: ['x'.repeat(200)] },
    { given: ['x'.repeat(201)], want: [] },
  ])('as examples are few and short', async ({ given, want }) => {
    expect((await rowOf({ examples: given })).examples).toEqual(want);
  });

  test('of an array are those of its items', async () => {
    const items = { type: 'string', enum: ['a'], maxLength: 3 };
    const row = await rowOf({ type: 'array', items });
    expect([row.enumValues, row.constraints]).toEqual([['a'], ['at most 3 characters']]);
    const choice = { type: 'array', items: { ...items, oneOf: [{}, {}] } };
    expect((await rowOf(choice)).enumValues).toEqual([]);
  });
});

test.each([
  { given: {}, want: {} },
  { given: { readOnly: true }, want: { isReadOnly: true } },
  { given: { writeOnly: true }, want: { isWriteOnly: true } },
  { given: { deprecated: true }, want: { isDeprecated: true } },
  { given: { type: ['string', 'null'] }, want: { isNullable: true } },
])('the marks of $given are $want', async ({ given, want }) => {
  const none = {
    isRequired: false,
    isDeprecated: false,
    isReadOnly: false,
    isWriteOnly: false,
    isNullable: false,
  };
  expect(await rowOf(given)).toMatchObject({ ...none, ...want });
});

const unrequired = (name: string) => [name, false];

describe('what may have any name', () => {
  test.each([
    { given: { additionalProperties: integer }, want: [] },
    { given: { additionalProperties: true, properties: { a: {} } }, want: [unrequired('a')] },
    { given: { additionalProperties: false, properties: { a: {} } }, want: [unrequired('a')] },
    { given: { additionalProperties: { ...integer, description: 'Why.' } }, want: [unrequired('any name')] },
    { given: { additionalProperties: { properties: { a: {} } } }, want: [unrequired('any name')] },
    {
      given: { additionalProperties: integer, properties: { a: {} } },
      want: [unrequired('a'), unrequired('any name')],
    },
    { given: { patternProperties: { '^x': integer } }, want: [unrequired('/^x/')] },
    { given: { prefixItems: [integer] }, want: [unrequired('[0]')] },
    { given: { items: integer, properties: { a: {} } }, want: [unrequired('a')] },
  ])('in $given has the rows $want', async ({ given, want }) => {
    expect((await rowOf(given)).children.map(({ name, isRequired }) => [name, isRequired])).toEqual(want);
  });
});

describe('a tree that is full', () => {
  const object = (names: string) => ({
    type: 'object',
    properties: Object.fromEntries([...names].map((name) => [name, integer])),
  });
  test.each([
    { maximumRows: 6, want: [3, undefined] },
    { maximumRows: 5, want: [0, 'Here › a'] },
  ])('of $maximumRows rows ends below its root', async ({ maximumRows, want }) => {
    const row = await rowOf(
      { type: 'object', properties: { a: object('bcd'), e: integer } },
      {},
      { maximumRows },
    );
    expect([row.children[0]?.children.length, row.children[0]?.see?.label]).toEqual(want);
  });

  test('has all of its root', async () => {
    expect(names(await rowOf(object('abc'), {}, { maximumRows: 1 }))).toEqual(['a', 'b', 'c']);
  });
});

describe('a schema that the page shows again', () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const others = {
    Four: { type: 'object', properties: { a: {}, b: {}, c: {}, d: {} } },
    Three: { type: 'object', properties: { a: {}, b: {}, c: {} } },
    Outer: { properties: { inner: { type: 'object', properties: { a: {}, b: {}, c: {}, d: {} } } } },
  };
  test.each([
    { given: ref('Four'), want: [4, 0] },
    { given: ref('Three'), want: [3, 3] },
    { given: { $ref: '#/components/schemas/Outer/properties/inner' }, want: [4, 4] },
  ])('$given.$ref has $want rows', async ({ given, want }) => {
    const row = await rowOf({ properties: { one: given, two: given } }, others, { said: createSaidOnce() });
    expect(row.children.map(({ children }) => children.length)).toEqual(want);
  });

  test('as request and as reply is shown twice: they differ', async () => {
    const said = createSaidOnce();
    const part = { name: undefined, node: await schemaOf(others.Four), isRequired: false };
    const see = (purpose: 'request' | 'reply', place: string) =>
      schemaRow(part, { ...rowOptions, purpose, said, place }).see;
    expect([see('request', '#a'), see('reply', '#b'), see('request', '#c'), see('reply', '#d')]).toEqual([
      undefined,
      undefined,
      { label: 'See Tested', href: '#a' },
      { label: 'See Tested', href: '#b' },
    ]);
  });
});

test('variants without a name are numbered, or called by their type', async () => {
  const object = { type: 'object', properties: { a: {} } };
  const row = await rowOf({ oneOf: [object, integer, object, { title: 'Last' }] });
  expect(row.variants?.options.map(({ label, row: { isRequired } }) => [label, isRequired])).toEqual(
    ['Option 1', 'integer', 'Option 3', 'Last'].map(unrequired),
  );
});

test('the items of a tuple have a row each, and what may follow them another', async () => {
  const number = { type: 'number', description: 'where it begins' };
  const unit = { type: 'string', description: 'its unit' };
  const rowsOf = async (schema: object) =>
    (await rowOf(schema)).children.map(({ name, type, descriptionHtml, isRequired }) =>
      [name, type, descriptionHtml, isRequired ? 'required' : ''].join(' ').trim(),
    );
  expect(await rowsOf({ prefixItems: [number, unit], items: false, minItems: 1 })).toEqual([
    '[0] number <p>where it begins</p> required',
    '[1] string <p>its unit</p>',
  ]);
  const more = { type: 'boolean', description: 'the rest' };
  expect(await rowsOf({ prefixItems: [number], items: more })).toEqual([
    '[0] number <p>where it begins</p>',
    '[1…] boolean <p>the rest</p>',
  ]);
});

test('what holds on a condition is a tree of its own', async () => {
  const { conditions, children } = await rowOf({
    properties: { kind: { type: 'string' } },
    if: { properties: { kind: { const: 'card' } } },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's word
    then: { required: ['number'], properties: { number: { type: 'string', description: 'Of the card.' } } },
    else: { required: ['iban'] },
    dependentSchemas: { kind: { properties: { since: { type: 'string' } } } },
    unevaluatedProperties: { type: 'integer' },
  });
  expect(children.map(({ name }) => name)).toEqual(['kind', 'any name']);
  expect(
    conditions?.options.map(({ label, row }) => [label, row.isRequired, names(row), row.constraints]),
  ).toEqual([
    ['If kind = card', false, ['number'], []],
    ['Otherwise', false, [], ['iban required']],
    ['If kind given', false, ['since'], []],
  ]);
  expect(conditions?.options[0]?.row.children[0]).toMatchObject({ isRequired: true });
  const properties = { a: {} };
  expect((await rowOf({ properties, dependentSchemas: { a: {} } })).conditions?.options).toHaveLength(1);
  expect((await rowOf({ properties })).conditions).toBeUndefined();
});

test.each([
  { given: { items: { description: 'Each.' } }, want: '<p>Each.</p>' },
  { given: { description: 'All.', items: { description: 'Each.' } }, want: '<p>All.</p><p>Each.</p>' },
  { given: { description: 'Same.', items: { description: 'Same.' } }, want: '<p>Same.</p>' },
  { given: { description: 'All.', prefixItems: [{}], items: { description: 'More.' } }, want: '<p>All.</p>' },
])('of an array $given is said $want', async ({ given, want }) => {
  expect((await rowOf({ type: 'array', ...given })).descriptionHtml).toBe(want);
});
