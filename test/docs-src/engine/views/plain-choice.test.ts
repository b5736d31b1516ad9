import { expect, test } from 'vitest';
import { flattenSchema } from '../../../../docs-src/engine/views/flat-schema.ts';
import { plainChoiceOf } from '../../../../docs-src/engine/views/plain-choice.ts';
import { en } from '../../../../docs-src/engine/words/en.ts';
import { found } from '../../../openapi/model-of.ts';
import { toyModel } from './toy-model.ts';

const number = { type: 'number', minimum: 0, maximum: 1 };
const marked = { type: 'string', pattern: '!$', description: 'the same with `!` at its end' };
const discriminator = { propertyName: 'kind' };
const formats = (count: number) =>
  ['a', 'b', 'c', 'd', 'e'].slice(0, count).map((format) => ({ type: 'string', format }));
const list = { type: 'string', enum: ['a', 'b'] };

test.each([
  { given: { anyOf: [number, marked] }, phrases: ['number, 0 to 1', 'the same with ! at its end'] },
  {
    given: { oneOf: [number, { type: 'string', pattern: '!$' }] },
    phrases: ['number, 0 to 1', 'string, pattern !$'],
  },
  { given: { anyOf: [list, marked] }, values: ['a', 'b'], phrases: ['the same with ! at its end'] },
  {
    given: { anyOf: [{ anyOf: [number, marked] }, { const: '' }] },
    phrases: ['number, 0 to 1', 'the same with ! at its end', '""'],
  },
  {
    given: { anyOf: [number, { ...marked, maxLength: 9 }] },
    phrases: ['number, 0 to 1', 'at most 9 characters, the same with ! at its end'],
  },
  {
    given: {
      anyOf: [number, { $ref: '#/components/schemas/Marked' }, { const: 'all', description: 'All.' }],
    },
    phrases: ['number, 0 to 1', 'string, pattern !$', 'all'],
  },
  {
    given: { anyOf: [number, { type: 'string', description: 'x'.repeat(90) }] },
    phrases: ['number, 0 to 1', 'x'.repeat(90)],
  },
  { given: { anyOf: formats(4) }, phrases: ['a', 'b', 'c', 'd'].map((format) => `string <${format}>`) },
  // What needs more than a phrase stays a tree.
  { given: { anyOf: [number, { oneOf: [number, marked], discriminator }] }, phrases: undefined },
  { given: { anyOf: [number, { oneOf: [number, marked], properties: { a: {} } }] }, phrases: undefined },
  { given: { anyOf: [number, { type: 'object', properties: { a: number } }] }, phrases: undefined },
  { given: { anyOf: [number, { type: 'array', items: number }] }, phrases: undefined },
  { given: { anyOf: [list, { type: 'string', enum: ['c'] }] }, phrases: undefined },
  { given: { anyOf: [number, { ...marked, description: 'long '.repeat(30) }] }, phrases: undefined },
  { given: { anyOf: formats(5) }, phrases: undefined },
  { given: number, phrases: undefined },
])('$given is said as $phrases', async ({ given, values, phrases }) => {
  const model = await toyModel({ one: {} }, { components: { schemas: { It: given, Marked: marked } } });
  const choice = plainChoiceOf(flattenSchema(found(model.schemas.get('It'), 'It')), en);
  expect(choice?.phrases).toEqual(phrases);
  expect(choice?.owner?.enum).toEqual(values);
});
