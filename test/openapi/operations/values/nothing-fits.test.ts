import { expect, it } from 'vitest';
import { generateValue } from '../../../../openapi/operations/values/generate-value.ts';
import { nothingFits } from '../../../../openapi/operations/values/nothing-fits.ts';
import { schemaOf } from '../../model-of.ts';

const closed = { type: 'object', additionalProperties: false };
const needs = (name: string, value: object) => ({
  type: 'object',
  required: [name],
  properties: { [name]: value },
});
/** As bbc.com has it: the branches name what the object around them forbids. */
const closedAround = { ...closed, anyOf: [needs('a', {}), needs('b', {})] };
/** As vercel.com has it: null, and one of what is not. */
const nullAndMore = { type: 'null', oneOf: [{ type: 'string' }, { type: 'array' }] };
const integers = { type: 'integer', enum: ['1', '2'] };

it.each<{ schema: unknown; want: boolean }>([
  { schema: false, want: true },
  { schema: nullAndMore, want: true },
  { schema: { ...nullAndMore, type: ['null', 'string'] }, want: false },
  { schema: { ...nullAndMore, oneOf: [...nullAndMore.oneOf, {}] }, want: false },
  { schema: closedAround, want: true },
  { schema: { ...closed, required: ['a'] }, want: true },
  { schema: { ...closed, required: ['a'], type: ['object', 'null'] }, want: false },
  { schema: { ...closedAround, properties: { b: {} } }, want: false },
  { schema: { ...closedAround, patternProperties: { '^a$': {} } }, want: false },
  { schema: { allOf: [closed, needs('a', {})] }, want: true },
  { schema: { allOf: [{ type: 'string' }, { type: ['number', 'null'] }] }, want: true },
  { schema: { allOf: [{ type: 'number' }, { type: 'integer' }] }, want: false },
  { schema: integers, want: true },
  { schema: { type: 'integer', enum: [1, '2'] }, want: false },
  { schema: { type: 'string', enum: [1], const: 1 }, want: true },
  { schema: needs('a', integers), want: true },
  { schema: needs('a', { ...integers, readOnly: true }), want: true },
  { schema: needs('a', { ...integers, writeOnly: true }), want: false },
  { schema: { ...needs('a', integers), type: ['object', 'array'] }, want: false },
  { schema: { ...needs('a', integers), required: [] }, want: false },
  { schema: { type: 'array', items: integers }, want: false },
  { schema: needs('a', { $ref: '#/components/schemas/Tested' }), want: false },
  { schema: { allOf: [{ allOf: [needs('a', {})] }, needs('a', integers)] }, want: true },
])('of $schema it is $want that nothing fits', async ({ schema, want }) => {
  expect(nothingFits([await schemaOf(schema)], 'writeOnly')).toBe(want);
});

it.each([
  {
    schema: { type: 'object', properties: { a: { type: 'string' }, b: closedAround } },
    want: { a: 'text' },
  },
  { schema: { type: 'array', items: closedAround }, want: [] },
  { schema: { type: 'object', additionalProperties: closedAround }, want: {} },
])('what nothing fits is left out of $want, where it may be', async ({ schema, want }) => {
  expect(generateValue(await schemaOf(schema))).toEqual(want);
});
