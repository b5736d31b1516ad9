import { expect, test } from 'vitest';
import { enumNotes, exampleNotes } from '../../../../docs-src/engine/views/value-notes.ts';
import { schemaOf } from '../../../openapi/model-of.ts';

const values = { enum: ['x', 'y', null] };

test.each([
  { given: {}, want: [] },
  { given: { 'x-enumDescriptions': { x: 'Means *ex*' } }, want: ['x: Means <em>ex</em>', 'y: '] },
  { given: { 'x-enum-descriptions': ['First', 'Second'] }, want: ['x: First', 'y: Second'] },
  { given: { 'x-enum-descriptions': { y: 'Why' } }, want: ['x: ', 'y: Why'] },
  { given: { 'x-enumNames': ['EX'] }, want: ['x: <code>EX</code>', 'y: '] },
  { given: { 'x-enum-varnames': ['EX', 'y'] }, want: ['x: <code>EX</code>', 'y: '] },
  {
    given: { 'x-enum-varnames': ['EX', 'WHY'], 'x-enum-descriptions': ['First'] },
    want: ['x: <code>EX</code>: First', 'y: <code>WHY</code>'],
  },
  { given: { 'x-enumDescriptions': 'nothing' }, want: [] },
])('of allowed values with $given is said $want', async ({ given, want }) => {
  const notes = enumNotes(await schemaOf({ ...values, ...given }));
  expect(notes.every(({ kind }) => kind === 'allowed')).toBe(true);
  expect(notes.map(({ value, html }) => `${value}: ${html}`)).toEqual(want);
});

test('a number is found by what it is written as', async () => {
  const notes = enumNotes(await schemaOf({ enum: [1, 2], 'x-enumDescriptions': { 1: 'One', 2: 'Two' } }));
  expect(notes.map(({ value, html }) => `${value}: ${html}`)).toEqual(['1: One', '2: Two']);
});

const example = (name: string, more: object) => ({
  name,
  summary: undefined,
  description: undefined,
  value: 1,
  externalValue: undefined,
  when: undefined,
  source: { file: '', pointer: '' },
  ...more,
});

test.each([
  { given: [example('example', {})], notes: [], plainValues: [1] },
  { given: [example('example1', {}), example('example2', { value: 2 })], notes: [], plainValues: [1, 2] },
  { given: [example('yes', {})], notes: ['1 yes'], plainValues: [] },
  { given: [example('yes', { summary: 'Yes <3', value: true })], notes: ['true Yes &lt;3'], plainValues: [] },
  {
    given: [example('example', { description: 'As *is*' })],
    notes: ['1 example: As <em>is</em>'],
    plainValues: [],
  },
  {
    given: [example('far', { externalValue: 'https://x.example', value: null })],
    notes: [' far: <a href="https://x.example" rel="noopener">https://x.example</a>'],
    plainValues: [],
  },
])('of the examples $given.0.name is said $notes', ({ given, notes, plainValues }) => {
  const said = exampleNotes(given);
  expect(said.notes.map(({ kind, value, html }) => `${kind}: ${value} ${html}`)).toEqual(
    notes.map((note) => `example: ${note}`),
  );
  expect(said.plainValues).toEqual(plainValues);
});
