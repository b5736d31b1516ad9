import { expect, it } from 'vitest';
import { inferSchema, widenNulls } from '../../../../docs-src/engine/draft/infer-schema.ts';

it.each([
  { rule: 'whole numbers are integers', given: [1, 2n], want: { type: 'integer' } },
  { rule: 'with a broken one they are numbers', given: [1, 1.5], want: { type: 'number' } },
  { rule: 'null makes a type nullable', given: [null, 'a'], want: { type: ['string', 'null'] } },
  {
    rule: 'a list has items of all its values',
    given: [[1], ['a']],
    want: { type: 'array', items: { type: ['integer', 'string'] } },
  },
  { rule: 'an empty list has items of any kind', given: [[]], want: { type: 'array', items: {} } },
  {
    rule: 'what every object has is required',
    given: [{ a: 1, b: 2 }, { a: 3 }],
    want: { type: 'object', properties: { a: { type: 'integer' }, b: { type: 'integer' } }, required: ['a'] },
  },
  {
    rule: 'objects of lists are joined too',
    given: [[{ a: 1 }, { b: 2 }]],
    want: {
      type: 'array',
      items: { type: 'object', properties: { a: { type: 'integer' }, b: { type: 'integer' } } },
    },
  },
  { rule: 'of no value nothing is known', given: [], want: {} },
])('$rule', ({ given, want }) => {
  expect(inferSchema(given)).toEqual(want);
});

it('requires nothing of what examples of a request have', () => {
  expect(inferSchema([{ a: { b: 1 } }], false)).toEqual({
    type: 'object',
    properties: { a: { type: 'object', properties: { b: { type: 'integer' } } } },
  });
});

it('lets what is null in every example be anything', () => {
  expect(widenNulls(inferSchema([{ a: null, b: [{ c: null }] }], false))).toEqual({
    type: 'object',
    properties: { a: {}, b: { type: 'array', items: { type: 'object', properties: { c: {} } } } },
  });
});
