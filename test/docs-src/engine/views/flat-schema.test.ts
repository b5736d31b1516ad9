/* biome-ignore-all lint/suspicious/noThenProperty: JSON Schema's word */
import { describe, expect, test } from 'vitest';
import { flattenSchema, isLeaf } from '../../../../docs-src/engine/views/flat-schema.ts';
import { schemaOf } from '../../../openapi/model-of.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const nothing = { type: 'null' };

async function flatOf(schema: unknown, others: Record<string, unknown> = {}) {
  return flattenSchema(await schemaOf(schema, others));
}

describe('a schema with its allOf folded in', () => {
  test.each([
    { given: [{ description: 'Own.' }, { description: 'First.' }], want: { description: 'Own.' } },
    { given: [{}, { description: 'First.' }, { description: 'Second.' }], want: { description: 'First.' } },
    { given: [{}, {}, { description: 'Second.' }], want: { description: 'Second.' } },
    {
      given: [{}, { format: 'uuid', default: 'a', const: 'b' }],
      want: { format: 'uuid', default: 'a', const: 'b' },
    },
    { given: [{}, { enum: ['a', null] }], want: { enum: ['a'], enumOwner: { enum: ['a', null] } } },
    { given: [{ examples: ['own'] }, { examples: ['part'] }], want: { examples: ['own'] } },
    { given: [{}, {}, { examples: ['part'] }], want: { examples: ['part'] } },
    { given: [{}], want: { examples: [], types: [], prefixItems: [] } },
    { given: [{ type: 'object' }, { type: 'string' }], want: { types: ['object'] } },
    { given: [{}, {}, { type: ['string', 'null'] }], want: { types: ['string'] } },
    { given: [{}, { deprecated: true }], want: { isDeprecated: false } },
    { given: [{ deprecated: true }, {}], want: { isDeprecated: true } },
    { given: [{}, { readOnly: true, writeOnly: true }], want: { isReadOnly: true, isWriteOnly: true } },
    { given: [{}, { readOnly: true, writeOnly: true }, {}], want: { isReadOnly: false, isWriteOnly: false } },
    { given: [{ readOnly: true, writeOnly: true }, {}, {}], want: { isReadOnly: true, isWriteOnly: true } },
    {
      given: [{ properties: { a: {} } }, { readOnly: true, writeOnly: true }],
      want: { isReadOnly: false, isWriteOnly: false },
    },
    { given: [{}, {}], want: { isReadOnly: false, isWriteOnly: false } },
    { given: [{}, { 'x-kit-assumption': 'Ours.' }], want: { assumption: 'Ours.' } },
    { given: [{}, { 'x-kit-assumption': 'Ours.' }, {}], want: { assumption: undefined } },
    { given: [{ minimum: 2 }, { minimum: 1 }], want: { constraints: { minimum: 2 } } },
    { given: [{ minimum: 1 }, { minimum: 2 }], want: { constraints: { minimum: 2 } } },
    { given: [{ maximum: 1 }, { maximum: 2 }], want: { constraints: { maximum: 1 } } },
    {
      given: [{ maxLength: 3 }, { maxLength: 2, minLength: 1 }],
      want: { constraints: { maxLength: 2, minLength: 1 } },
    },
    {
      given: [{ exclusiveMaximum: 9 }, { exclusiveMaximum: 8 }],
      want: { constraints: { exclusiveMaximum: 8 } },
    },
    {
      given: [{ exclusiveMinimum: 9 }, { exclusiveMinimum: 8 }],
      want: { constraints: { exclusiveMinimum: 9 } },
    },
    {
      given: [{ pattern: 'a' }, { pattern: 'b', minimum: 1 }],
      want: { constraints: { pattern: 'a', minimum: 1 } },
    },
    { given: [{ minimum: 'a' }, { minimum: 3 }], want: { constraints: { minimum: 'a' } } },
    { given: [{ minimum: 3 }, { minimum: 'a' }], want: { constraints: { minimum: 3 } } },
  ])('of $given has $want', async ({ given: [own, ...parts], want }) => {
    expect(await flatOf({ ...own, allOf: parts })).toMatchObject(want);
  });

  test.each([
    { given: { a: 'string', b: 'string' }, want: ['c', 'a', 'b'] },
    { given: { c: 'integer' }, want: ['c'] },
  ])('has the properties of its parts before its own', async ({ given, want }) => {
    const properties = Object.fromEntries(Object.entries(given).map(([name, type]) => [name, { type }]));
    const part = { properties: { c: { type: 'string' } }, required: ['c'], patternProperties: { '^x': {} } };
    const flat = await flatOf({ properties, required: Object.keys(given), allOf: [part] });
    expect([...flat.properties.keys()]).toEqual(want);
    expect(flat.required).toEqual(new Set(want));
    expect([...flat.patternProperties.keys()]).toEqual(['^x']);
    expect(flat.properties.get('c')?.types).toEqual([given.c ?? 'string']);
  });

  test('has the items, the additional properties and the `not` of its parts', async () => {
    const part = {
      items: { type: 'string' },
      prefixItems: [{ type: 'integer' }],
      additionalProperties: false,
      not: { const: 1 },
    };
    const flat = await flatOf({ allOf: [{}, part] });
    expect(flat.items?.types).toEqual(['string']);
    expect(flat.prefixItems.map(({ types }) => types)).toEqual([['integer']]);
    expect(flat.additionalProperties?.isNothing).toBe(true);
    expect(flat.not?.const).toBe(1);
    const own = await flatOf({ prefixItems: [{ type: 'string' }], allOf: [part] });
    expect(own.prefixItems.map(({ types }) => types)).toEqual([['string']]);
  });

  test.each([
    { given: { allOf: [ref('Pet')] }, want: 'Pet' },
    { given: { oneOf: [ref('Pet'), nothing] }, want: 'Pet' },
    { given: { allOf: [ref('Pet')], properties: { a: {} } }, want: undefined },
    { given: { allOf: [ref('Pet'), ref('Plant')] }, want: undefined },
  ])('is named $want where it only wraps one: $given', async ({ given, want }) => {
    const flat = await flatOf({ properties: { inner: given } }, { Pet: { type: 'string' }, Plant: {} });
    const inner = flat.properties.get('inner');
    expect(inner && flattenSchema(inner).name).toBe(want);
  });

  test('that contains itself ends', async () => {
    expect(await flatOf({ description: 'Own.', allOf: [ref('Tested')] })).toMatchObject({
      description: 'Own.',
    });
    const node = await schemaOf({ type: 'string' });
    expect(flattenSchema(node)).toBe(flattenSchema(node));
  });
});

describe('null', () => {
  test.each([
    { given: { type: ['string', 'null'] }, want: 'too' },
    { given: { type: 'null' }, want: 'only' },
    { given: { type: 'string' }, want: 'never' },
    { given: { enum: ['a', null] }, want: 'too' },
    { given: { enum: [null] }, want: 'only' },
    { given: { const: null }, want: 'only' },
    { given: { allOf: [{ type: 'null' }] }, want: 'only' },
    { given: { enum: ['a'] }, want: 'never' },
    { given: { anyOf: [{ type: 'string' }, nothing] }, want: 'too' },
    { given: { oneOf: [{ properties: {} }, nothing] }, want: 'too' },
    { given: { oneOf: [{ const: 'a' }, { const: null }] }, want: 'too' },
    { given: { oneOf: [{ type: 'string' }, { type: ['integer', 'null'] }] }, want: 'never' },
    { given: { allOf: [{ type: ['string', 'null'] }] }, want: 'too' },
    { given: { allOf: [{ type: ['string', 'null'] }], type: 'string' }, want: 'never' },
    { given: { allOf: [{ type: 'string' }] }, want: 'never' },
    { given: { allOf: [{ type: 'string' }, { type: ['string', 'null'] }] }, want: 'too' },
  ])('is $want the value of $given', async ({ given, want }) => {
    const { isNull, isNullable } = await flatOf(given);
    expect({ isNull, isNullable }).toEqual({ isNull: want === 'only', isNullable: want === 'too' });
  });

  test('as a constant is no constant to show', async () => {
    expect((await flatOf({ const: null })).const).toBeUndefined();
    expect((await flatOf({ const: 0 })).const).toBe(0);
  });
});

describe('a choice', () => {
  const others = { Cat: { title: 'A cat' }, Dog: {} };
  const mapping = { wuff: '#/components/schemas/Dog', bark: '#/components/schemas/Dog' };
  const discriminator = { propertyName: 'kind', mapping };
  test.each([
    { given: { oneOf: [ref('Cat'), ref('Dog'), {}] }, want: ['oneOf', undefined, 'A cat', 'Dog', undefined] },
    { given: { anyOf: [ref('Cat'), ref('Dog'), nothing] }, want: ['anyOf', undefined, 'A cat', 'Dog'] },
    { given: { oneOf: [ref('Cat'), ref('Dog')], discriminator }, want: ['oneOf', 'kind', 'Cat', 'wuff'] },
    { given: { type: 'object', discriminator }, want: ['oneOf', 'kind', 'wuff'] },
    { given: { oneOf: [ref('Dog')], discriminator }, want: undefined },
    { given: { oneOf: [ref('Cat'), nothing] }, want: undefined },
    { given: { allOf: [{ oneOf: [ref('Cat'), ref('Dog')] }] }, want: ['oneOf', undefined, 'A cat', 'Dog'] },
    { given: { allOf: [{ oneOf: [ref('Tested'), ref('Dog')] }] }, want: undefined },
    { given: { type: 'object' }, want: undefined },
  ])('of $given has the options $want', async ({ given, want }) => {
    const { choice } = await flatOf(given, others);
    const said = choice && [choice.kind, choice.discriminator, ...choice.options.map(({ label }) => label)];
    // Implicit names of a mapping follow the written ones.
    expect(want === undefined ? said : said?.slice(0, want.length)).toEqual(want);
  });

  test('of one is that one', async () => {
    expect((await flatOf({ anyOf: [{ type: 'string', format: 'uuid' }, nothing] })).format).toBe('uuid');
    expect((await flatOf({ oneOf: [{ format: 'uuid' }, { format: 'date' }] })).format).toBeUndefined();
  });
});

test('what is said beside a $ref in allOf wins over the words of what it names', async () => {
  const others = { Other: { description: 'In general.' } };
  const given = { allOf: [ref('Other'), { description: 'Of this use.' }] };
  expect((await flatOf(given, others)).description).toBe('Of this use.');
  expect((await flatOf({ allOf: [ref('Other')] }, others)).description).toBe('In general.');
});

const [a, b, c] = ['A', 'B', 'C'].map((title) => ({ title }));
test.each([
  { given: { if: a, then: b, else: c }, want: ['if A: B', 'else undefined: C'] },
  { given: { if: a, else: c }, want: ['else A: C'] },
  { given: { if: a }, want: [] },
  { given: { then: b }, want: [] },
  {
    given: { dependentSchemas: { p: a }, allOf: [{ if: b, then: c }] },
    want: ['with p: A', 'if B: C'],
  },
])('the conditions of $given are $want', async ({ given, want }) => {
  const { conditions } = await flatOf(given);
  const said = conditions.map((condition) => {
    const asked = condition.kind === 'with' ? condition.property : condition.test?.title;
    return `${condition.kind} ${asked}: ${condition.node.title}`;
  });
  expect(said).toEqual(want);
});

test.each([
  { given: {}, want: true },
  { given: { additionalProperties: {} }, want: true },
  { given: { properties: { a } }, want: false },
  { given: { oneOf: [a, b] }, want: false },
  { given: { items: a }, want: false },
  { given: { prefixItems: [a] }, want: false },
])('$given has no parts: $want', async ({ given, want }) => {
  expect(isLeaf(await flatOf(given))).toBe(want);
  expect(isLeaf(undefined)).toBe(false);
});
