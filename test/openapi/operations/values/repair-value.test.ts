import { describe, expect, it } from 'vitest';
import { compileSchema } from '../../../../openapi/model/schema/compile-schema.ts';
import { generateValue } from '../../../../openapi/operations/values/generate-value.ts';
import { seededRandom } from '../../../../openapi/operations/values/seeded-random.ts';
import { schemaOf } from '../../model-of.ts';

const text = { type: 'string' };
const integer = { type: 'integer' };
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const list = (more: object) => ({ type: 'array', ...more });
const party = { kind: { enum: ['company', 'person'] }, vat: text };
const when = (test: object, then: object) => ({ if: test, then });
const isCompany = { properties: { kind: { const: 'company' } } };

describe('a value is made to fit what its schema’s parts do not promise', () => {
  it.each<[string, object, unknown]>([
    [
      'if and then',
      object(party, {
        required: ['kind'],
        ...when(isCompany, {
          required: ['seat'],
          properties: { vat: { pattern: '^FR\\d{2}$' }, seat: { minLength: 9 } },
        }),
      }),
      { kind: 'company', vat: 'FR00', seat: 'text text' },
    ],
    [
      'else',
      object(
        { zip: text },
        { if: { required: ['us'] }, else: { properties: { zip: { pattern: '^[A-Z]{3}$' } } } },
      ),
      { zip: 'AAA' },
    ],
    ['then of a number', { ...integer, ...when({ minimum: 1 }, { multipleOf: 7 }) }, expect.any(Number)],
    [
      'then in the items of a list',
      list({
        minItems: 2,
        items: object(party, { required: ['kind'], ...when(isCompany, { required: ['b'] }) }),
      }),
      expect.any(Array),
    ],
    [
      'conditions that follow from each other',
      object(
        { a: { const: true } },
        {
          required: ['a'],
          allOf: [
            when({ required: ['a'] }, { required: ['b'] }),
            when({ required: ['b'] }, { required: ['c'], properties: { c: { format: 'date' } } }),
          ],
        },
      ),
      { a: true, b: 'text', c: '2024-05-15' },
    ],
    [
      'contains',
      list({
        items: object({ role: text }),
        contains: { required: ['role'], properties: { role: { const: 'owner' } } },
      }),
      [{ role: 'owner' }],
    ],
    [
      'contains where no more items may be',
      list({ items: integer, maxItems: 1, contains: { const: 42 } }),
      [42],
    ],
    ['minContains', list({ items: integer, contains: { minimum: 100 }, minContains: 3 }), [100, 100, 100]],
    [
      'maxContains',
      list({ items: { enum: [1, 2] }, minItems: 3, contains: { const: 1 }, maxContains: 1 }),
      expect.any(Array),
    ],
    [
      'dependentRequired',
      object({ card: integer }, { dependentRequired: { card: ['name'], name: ['town'] } }),
      { card: 1, name: 'text', town: 'text' },
    ],
    [
      'dependentSchemas',
      object(
        { card: integer },
        { dependentSchemas: { card: { required: ['town'], properties: { town: { minLength: 9 } } } } },
      ),
      { card: 1, town: 'text text' },
    ],
    ['not, of names', object({ a: text, b: text }, { not: { required: ['a', 'b'] } }), { a: 'text' }],
    ['not, of a value', { ...text, not: { const: 'text' } }, expect.any(String)],
    ['not, of a type', { type: ['string', 'integer'], not: text }, 1],
    [
      'patternProperties',
      {
        type: 'object',
        patternProperties: { '^n_': integer },
        additionalProperties: false,
        minProperties: 2,
      },
      { n_: 1, n_1: 1 },
    ],
    [
      'propertyNames',
      { type: 'object', propertyNames: { enum: ['en', 'fr'] }, additionalProperties: text, minProperties: 2 },
      { en: 'text', fr: 'text' },
    ],
    [
      'propertyNames that forbid a property',
      object({ ok: text, long: text }, { propertyNames: { maxLength: 2 } }),
      expect.any(Object),
    ],
    [
      'prefixItems',
      list({ prefixItems: [integer, text], items: { type: 'boolean' }, minItems: 3 }),
      [1, 'text', true],
    ],
    ['uniqueItems', list({ items: { type: 'boolean' }, uniqueItems: true, minItems: 2 }), [true, false]],
    [
      'oneOf of what is required',
      object({ a: text, b: text }, { oneOf: [{ required: ['a'] }, { required: ['b'] }] }),
      { a: 'text' },
    ],
    [
      'closed parts',
      { allOf: [object({ a: text }, { additionalProperties: false }), object({ b: text })] },
      { a: 'text' },
    ],
    ['a property that nothing fits', object({ a: { type: 'boolean', enum: ['x'] }, b: text }), { b: 'text' }],
  ])('%s', async (_, given, want) => {
    const schema = await schemaOf(given);
    const check = compileSchema(schema.jsonSchema);
    const value = generateValue(schema);
    expect([value, check(value)]).toEqual([want, true]);
    const byChance = [1, 2, 3, 4, 5].map((seed) => generateValue(schema, { random: seededRandom(seed) }));
    expect(byChance.filter((one) => !check(one))).toEqual([]);
  });

  it('in the direction it goes', async () => {
    const id = { ...integer, readOnly: true };
    const schema = await schemaOf(
      object({ id, a: text }, { required: ['id'], ...when({ required: ['a'] }, { required: ['b'] }) }),
    );
    expect(generateValue(schema, { skip: 'readOnly' })).toEqual({ a: 'text', b: 'text' });
  });

  it('and nothing is made worse where nothing fits', async () => {
    const schema = await schemaOf(object({ a: text }, { required: ['a'], not: { required: ['a'] } }));
    expect(generateValue(schema)).toEqual({ a: 'text' });
  });
});
