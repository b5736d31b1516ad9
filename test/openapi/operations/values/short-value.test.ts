import { describe, expect, test } from 'vitest';
import { isWide } from '../../../../openapi/operations/values/is-wide.ts';
import { shortValue } from '../../../../openapi/operations/values/short-value.ts';
import { schemaOf } from '../../model-of.ts';

const integer = { type: 'integer' };
const string = { type: 'string' };
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const many = (count: number, make: (index: number) => unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, make(index)]));

describe('a schema is wide', () => {
  const properties = (count: number) => object(many(count, () => ({ ...string })));
  test.each([
    { given: properties(299), want: false },
    { given: properties(300), want: true },
    { given: object({ ...properties(298).properties, last: object({ a: string, b: string }) }), want: true },
    { given: { type: 'array', items: properties(300) }, want: true },
    { given: { type: 'object', additionalProperties: properties(300) }, want: true },
    { given: { allOf: [properties(300)] }, want: true },
    { given: { anyOf: [properties(300)] }, want: true },
    { given: { oneOf: [properties(300)] }, want: true },
    { given: { prefixItems: [properties(300)] }, want: true },
    { given: object({ again: { $ref: '#/components/schemas/Tested' } }), want: false },
  ])('where it reaches more than 300: $want', async ({ given, want }) => {
    const schema = await schemaOf(given);
    expect([isWide(schema), isWide(schema)]).toEqual([want, want]);
  });
});

describe('the short value', () => {
  test.each([
    { given: string, want: 'string' },
    { given: integer, want: 1 },
    { given: { type: 'number' }, want: 1 },
    { given: { type: 'boolean' }, want: true },
    { given: { type: 'null' }, want: 'string' },
    { given: {}, want: 'string' },
    { given: { ...string, examples: ['e'], default: 'd' }, want: 'e' },
    { given: { ...string, default: 'd', const: 'c' }, want: 'd' },
    { given: { const: 'c', enum: ['n'] }, want: 'c' },
    { given: { enum: ['n', 'm'] }, want: 'n' },
    { given: { type: 'array', items: integer }, want: [1] },
    { given: { items: integer }, want: [1] },
    { given: { type: 'array' }, want: [] },
    { given: { properties: { a: integer } }, want: { a: 1 } },
    {
      given: object({ a: object({ b: object({ c: integer }), l: { type: 'array', items: integer } }) }),
      want: { a: { b: {}, l: [] } },
    },
    { given: object({ a: integer, b: integer }, { required: ['b'] }), want: { b: 1, a: 1 } },
    { given: { oneOf: [integer, string] }, want: 1 },
    { given: { properties: { a: integer }, oneOf: [object({ b: integer }), integer] }, want: { a: 1, b: 1 } },
    { given: object(many(17, () => integer)), want: many(16, () => 1) },
    {
      given: object(
        many(17, () => integer),
        { required: ['p0'] },
      ),
      want: many(16, () => 1),
    },
    {
      given: object({ a: integer, r: { ...integer, readOnly: true }, w: { ...integer, writeOnly: true } }),
      want: { a: 1, w: 1 },
    },
    {
      given: { oneOf: [{ oneOf: [{ oneOf: [{ oneOf: [integer, string] }, string] }, string] }, string] },
      want: 1,
    },
    { given: { oneOf: [{ oneOf: [{ oneOf: [integer, string] }, string] }, string] }, want: 1 },
    { given: object({ a: { oneOf: [object({ b: integer }), string] } }), want: { a: { b: 1 } } },
    {
      given: { type: 'array', items: { type: 'array', items: { type: 'array', items: integer } } },
      want: [[[]]],
    },
  ])('of $given is $want', async ({ given, want }) => {
    const value = shortValue([await schemaOf(given)], 'readOnly');
    expect(JSON.stringify(value)).toBe(JSON.stringify(want));
  });

  test('of a reply has what only replies have', async () => {
    const schema = await schemaOf(
      object({ r: { ...integer, readOnly: true }, w: { ...integer, writeOnly: true } }),
    );
    expect(shortValue([schema], 'writeOnly')).toEqual({ r: 1 });
  });
});
