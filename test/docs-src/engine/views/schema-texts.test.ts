/* biome-ignore-all lint/suspicious/noThenProperty: JSON Schema's word */
import { describe, expect, test } from 'vitest';
import { flattenSchema } from '../../../../docs-src/engine/views/flat-schema.ts';
import {
  conditionText,
  constraintTexts,
  shownText,
  typeText,
} from '../../../../docs-src/engine/views/schema-texts.ts';
import { en as english } from '../../../../docs-src/engine/words/en.ts';
import { valueText } from '../../../../openapi/model/value-text.ts';
import { schemaOf } from '../../../openapi/model-of.ts';

const others = {
  Pet: { type: 'object', properties: { name: {} } },
  Plant: { type: 'object', properties: { height: {} } },
};
const pet = { $ref: '#/components/schemas/Pet' };
const plant = { $ref: '#/components/schemas/Plant' };
const string = { type: 'string' };

test.each([
  { given: 'a b', want: ['a b', 'a b'] },
  { given: '', want: ['', '""'] },
  { given: 0, want: ['0', '0'] },
  { given: [1, 'a'], want: ['[1,"a"]', '[1,"a"]'] },
])('the value $given is written as $want', ({ given, want }) => {
  expect([valueText(given), shownText(given)]).toEqual(want);
});

/** Arrays in each other, or choices, or maps. */
const nested = (depth: number, around: (inner: object) => object): object =>
  depth === 0 ? string : around(nested(depth - 1, around));

describe('the type', () => {
  test.each([
    { given: true, want: 'any value' },
    { given: false, want: 'no value' },
    { given: { type: 'string', format: 'uuid' }, want: 'string <uuid>' },
    { given: { type: ['string', 'integer'] }, want: 'string or integer' },
    { given: { type: 'array' }, want: 'array' },
    { given: { type: 'array', items: pet }, want: 'array of Pet' },
    { given: nested(4, (items) => ({ type: 'array', items })), want: `${'array of '.repeat(4)}string` },
    { given: nested(6, (items) => ({ type: 'array', items })), want: `${'array of '.repeat(4)}array` },
    { given: { type: 'object', additionalProperties: string }, want: 'map of string' },
    { given: { type: 'object', additionalProperties: true }, want: 'Tested' },
    { given: { type: 'object', additionalProperties: false }, want: 'Tested' },
    { given: { type: 'object', properties: { a: {} }, additionalProperties: string }, want: 'Tested' },
    {
      given: { type: 'array', items: { type: 'object', additionalProperties: false } },
      want: 'array of object',
    },
    {
      given: nested(6, (inner) => ({ type: 'object', additionalProperties: inner })),
      want: `${'map of '.repeat(4)}object`,
    },
    { given: { properties: { a: {} } }, want: 'Tested' },
    { given: { additionalProperties: string }, want: 'map of string' },
    { given: { items: string }, want: 'array of string' },
    { given: { type: 'array', items: { prefixItems: [string] } }, want: 'array of [string, …]' },
    {
      given: { type: 'array', prefixItems: [{ type: 'number' }, string], items: false },
      want: '[number, string]',
    },
    { given: { prefixItems: [string], unevaluatedItems: false }, want: '[string]' },
    { given: { prefixItems: [string], items: { type: 'boolean' } }, want: '[string, …boolean]' },
    { given: { prefixItems: [string], items: true }, want: '[string, …]' },
    { given: nested(6, (inner) => ({ prefixItems: [inner], items: false })), want: '[[[[array]]]]' },
    {
      given: nested(6, (items) => ({ prefixItems: [{ type: 'null' }], items })),
      want: `${'[null, …'.repeat(4)}array]]]]`,
    },
    { given: { const: null }, want: 'null' },
    { given: { type: 'null' }, want: 'null' },
    { given: { enum: [null] }, want: 'null' },
    { given: { allOf: [{ type: 'null' }] }, want: 'null' },
    { given: { type: 'array', items: { type: 'null' } }, want: 'array of null' },
    { given: { type: 'array', items: { properties: { a: {} } } }, want: 'array of object' },
    { given: { const: 5 }, want: 'number' },
    { given: { const: [5] }, want: 'array' },
    { given: { enum: ['a', 'b', true] }, want: 'string or boolean' },
    { given: { type: 'array', items: { description: 'Anything.' } }, want: 'array of any value' },
    { given: { oneOf: [pet, plant] }, want: 'Pet or Plant' },
    { given: { oneOf: [string, { type: 'string', maxLength: 3 }, plant] }, want: 'string or Plant' },
    { given: { oneOf: [pet, plant, string] }, want: 'Pet or Plant or string' },
    { given: { oneOf: [pet, plant, string, { type: 'integer' }] }, want: 'Tested' },
    {
      given: { type: 'array', items: { oneOf: [pet, plant, string, { type: 'integer' }] } },
      want: 'array of Pet or Plant or …',
    },
    { given: { properties: { a: {} }, oneOf: [pet, plant] }, want: 'Tested' },
    {
      given: nested(6, (inner) => ({ oneOf: [{ type: 'array', items: inner }, plant] })),
      want: 'array of array of One of or Plant or Plant',
    },
    { given: { allOf: [pet] }, want: 'Tested' },
    { given: { type: 'array', items: { anyOf: [pet, { type: 'null' }] } }, want: 'array of Pet' },
  ])('of $given is said as $want', async ({ given, want }) => {
    expect(typeText(await schemaOf(given, others), english)).toBe(want);
  });
});

describe('the limits', () => {
  test.each([
    { given: {}, want: [] },
    { given: { minimum: 1, maximum: 20 }, want: ['1 to 20'] },
    { given: { minimum: 0 }, want: ['at least 0'] },
    { given: { maximum: 0 }, want: ['at most 0'] },
    { given: { exclusiveMinimum: 1, exclusiveMaximum: 2 }, want: ['above 1', 'below 2'] },
    { given: { multipleOf: 5 }, want: ['multiple of 5'] },
    { given: { minLength: 0 }, want: [] },
    { given: { minLength: 1 }, want: ['at least 1 character'] },
    { given: { minLength: 0, maxLength: 0 }, want: ['at most 0 characters'] },
    { given: { minLength: 2, maxLength: 9 }, want: ['2 to 9 characters'] },
    { given: { minItems: 1, maxItems: 2, uniqueItems: true }, want: ['1 to 2 items', 'no item twice'] },
    { given: { uniqueItems: false }, want: [] },
    { given: { minProperties: 1, maxProperties: 2 }, want: ['1 to 2 properties'] },
    { given: { pattern: '^a' }, want: ['pattern ^a'] },
    {
      given: { contentEncoding: 'base64', contentMediaType: 'image/png' },
      want: ['encoded as base64', 'image/png'],
    },
    { given: { const: '' }, want: ['always ""'] },
    { given: { not: { const: 'a' } }, want: ['not: a'] },
    { given: { not: { enum: ['a', ''] } }, want: ['not: a, ""'] },
    { given: { not: { required: ['a', 'b'] } }, want: ['not: a + b'] },
    { given: { not: { required: ['a'] } }, want: ['not: a'] },
    { given: { not: { description: 'Whatever.' } }, want: ['not: any value'] },
    { given: { not: { minimum: 5 } }, want: ['not: at least 5'] },
    { given: { not: { type: 'object', required: ['a'] } }, want: ['not: object, a required'] },
    {
      given: { not: { type: 'integer', minimum: 5, not: { const: 7 } } },
      want: ['not: integer, at least 5'],
    },
    { given: { additionalProperties: false }, want: ['no other properties'] },
    { given: { unevaluatedProperties: false, properties: { a: {} } }, want: ['no other properties'] },
    { given: { additionalProperties: string }, want: [] },
    { given: { prefixItems: [string], items: false }, want: ['nothing more'] },
    { given: { prefixItems: [string], unevaluatedItems: false }, want: ['nothing more'] },
    { given: { prefixItems: [string], items: string }, want: [] },
    { given: { items: false }, want: [] },
    { given: { propertyNames: { pattern: '^x' } }, want: ['names: pattern ^x'] },
    { given: { propertyNames: { enum: ['a', 'b'] } }, want: ['names: a, b'] },
    { given: { contains: { type: 'integer' } }, want: ['contains at least 1 item: integer'] },
    {
      given: { contains: { const: 5 }, minContains: 2, maxContains: 3 },
      want: ['contains 2 to 3 items: 5'],
    },
    {
      given: { contains: string, minContains: 0, maxContains: 1 },
      want: ['contains at most 1 item: string'],
    },
    { given: { contains: string, minContains: 0 }, want: [] },
    { given: { minContains: 2 }, want: [] },
    { given: { required: ['a', 'b', 'c'], properties: { a: {} } }, want: ['b, c required'] },
    {
      given: { dependentRequired: { a: ['b', 'c'], d: [], e: ['f'] } },
      want: ['with a, also b, c', 'with e, also f'],
    },
    { given: { dependentRequired: 5 }, want: [] },
    { given: { allOf: [{ required: ['a'] }, { properties: { a: {} } }] }, want: [] },
    { given: { minimum: 'one', pattern: 5, contentEncoding: 1, contentMediaType: 2 }, want: [] },
  ])('$given are said as $want', async ({ given, want }) => {
    expect(constraintTexts(flattenSchema(await schemaOf(given)), english)).toEqual(want);
  });
});

describe('a condition', () => {
  test.each([
    { given: { if: { properties: { kind: { const: 'card' } } }, then: {} }, want: ['If kind = card'] },
    { given: { if: { properties: { a: { enum: [1, 2] } } }, then: {} }, want: ['If a = 1 or 2'] },
    { given: { if: { properties: { a: { minimum: 5 } } }, then: {} }, want: ['If a: at least 5'] },
    { given: { if: { required: ['a', 'b'] }, then: {} }, want: ['If a given and b given'] },
    {
      given: { if: { required: ['a'], properties: { a: { const: 1 }, b: { const: 2 } } }, then: {} },
      want: ['If a = 1 and b = 2'],
    },
    { given: { if: { type: 'string' }, then: {} }, want: ['If string'] },
    { given: { if: { not: { required: ['a'] } }, then: {} }, want: ['If not: a given'] },
    {
      given: { if: { anyOf: [{ required: ['a'] }, { required: ['b'] }] }, then: {} },
      want: ['If a given or b given'],
    },
    { given: { if: { type: 'string' }, then: {}, else: {} }, want: ['If string', 'Otherwise'] },
    { given: { if: { type: 'string' }, else: {} }, want: ['If not: string'] },
    { given: { if: { type: 'string' } }, want: [] },
    { given: { then: {}, else: {} }, want: [] },
    { given: { dependentSchemas: { a: {}, b: {} } }, want: ['If a given', 'If b given'] },
    {
      given: {
        allOf: [
          { if: { type: 'string' }, then: {} },
          { if: { type: 'null' }, then: {} },
        ],
      },
      want: ['If string', 'If null'],
    },
  ])('of $given is said as $want', async ({ given, want }) => {
    const { conditions } = flattenSchema(await schemaOf(given));
    expect(conditions.map((condition) => conditionText(condition, english))).toEqual(want);
  });
});
