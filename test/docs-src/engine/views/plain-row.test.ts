import { describe, expect, test } from 'vitest';
import { plainRow } from '../../../../docs-src/engine/views/plain-row.ts';
import { createSaidOnce } from '../../../../docs-src/engine/views/said-once.ts';
import { wordsOf } from '../../../../docs-src/engine/words/words.ts';
import { schemaOf } from '../../../openapi/model-of.ts';
import { rowOptions } from './toy-model.ts';

const part = async (schema: object) => ({ name: 'a', node: await schemaOf(schema), isRequired: false });
const manyValues = Array.from({ length: 20 }, (_, index) => `value ${index}`);

test.each([
  ['a value', { type: 'string' }],
  ['a list of values', { type: 'array', items: { type: 'string' } }],
  ['a choice of values', { oneOf: [{ type: 'string' }, { type: 'integer' }] }],
  ['a long list of allowed values', { enum: manyValues }],
])('%s is one row wherever it stands', async (_, schema) => {
  const own = await part(schema);
  expect(plainRow(own, { ...rowOptions })).toBe(plainRow(own, { ...rowOptions }));
});

describe('a row that can get more is one of its own', () => {
  test.each([
    ['parts', { properties: { b: {} } }],
    ['items with parts', { type: 'array', items: { properties: { b: {} } } }],
    ['a choice', { oneOf: [{ properties: { b: {} } }, { type: 'integer' }] }],
    ['a condition', { dependentSchemas: { b: { type: 'object' } } }],
    ['an assumption, which a link of the page leads to', { 'x-kit-assumption': 'Guessed.' }],
  ])('with %s', async (_, schema) => {
    const own = await part(schema);
    expect(plainRow(own, rowOptions)).not.toBe(plainRow(own, rowOptions));
  });
});

test.each([
  ['name', { name: 'b' }],
  ['need', { isRequired: true }],
])('another %s makes another row', async (_, change) => {
  const own = await part({ type: 'string' });
  const [first, other] = [plainRow(own, rowOptions), plainRow({ ...own, ...change }, rowOptions)];
  expect(other).toEqual({ ...first, ...change });
});

test('each language has rows of its own', async () => {
  const own = await part({ type: 'string', minLength: 2 });
  const rows = ['en', 'fr', 'en'].map((locale) => plainRow(own, { ...rowOptions, words: wordsOf(locale) }));
  expect(rows[0]).toBe(rows[2]);
  expect(rows[0]?.constraints).not.toEqual(rows[1]?.constraints);
});

test('allowed values that the page has shown are named, and shown again on the next page', async () => {
  const own = await part({ enum: manyValues });
  const said = createSaidOnce();
  const rows = [said, said, createSaidOnce()].map((of) => plainRow(own, { ...rowOptions, said: of }));
  expect(rows.map(({ enumValues }) => enumValues.length)).toEqual([20, 0, 20]);
});
