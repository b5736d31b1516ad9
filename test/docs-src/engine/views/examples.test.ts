import { describe, expect, test } from 'vitest';
import { colourJson } from '../../../../docs-src/engine/markdown/colour-json.ts';
import { asSent, colour, exampleText, exampleView } from '../../../../docs-src/engine/views/examples.ts';
import { found, schemaOf } from '../../../openapi/model-of.ts';
import { toyOperation } from './toy-model.ts';

describe('the text of an example', () => {
  test.each([
    { type: 'application/json', given: 'a', want: ['"a"', 'json'] },
    { type: 'application/json', given: { a: 1 }, want: ['{\n  "a": 1\n}', 'json'] },
    { type: 'text/csv', given: { a: 1 }, want: ['{\n  "a": 1\n}', 'json'] },
    { type: 'text/csv', given: null, want: ['null', 'plaintext'] },
    { type: 'text/csv', given: 'a,b', want: ['a,b', 'plaintext'] },
    { type: 'text/html; charset=utf-8', given: '<p>', want: ['<p>', 'xml'] },
    { type: 'application/xml', given: '<a/>', want: ['<a/>', 'xml'] },
    { type: 'application/xml', given: 'a', want: ['a', 'xml'] },
  ])('$given in $type is $want', ({ type, given, want }) => {
    const { text, language } = exampleText(type, given);
    expect([text, language]).toEqual(want);
  });

  test('of an object in XML has a root', () => {
    expect(exampleText('application/xml', { a: 1 }).text).toContain('<root>');
  });
});

test.each([
  { given: '"a"', language: 'json', want: true },
  { given: '<a b="c">', language: 'xml', want: true },
  { given: '"a"'.padEnd(4000), language: 'json', want: true },
  { given: '"a"'.padEnd(4001), language: 'json', want: false },
])('a text has colours unless it is long: $want', ({ given, language, want }) => {
  expect(/<(?:i|b|span)\b/.test(colour(given, language))).toBe(want);
});

test('JSON is coloured as JSON alone', () => {
  // A highlighter would take the end for a comment.
  expect(colour('{ "a": 1 } // 2', 'json')).toBe(colourJson('{ "a": 1 } // 2'));
  expect(colour('{ "a": 1 }', 'json')).not.toBe(colour('{ "a": 1 }', 'plaintext'));
});

describe('an example', () => {
  const view = { title: 'Title', descriptionHtml: 'So *it* is.'.replace('*it*', '<em>it</em>') };
  test.each([
    {
      given: { value: 'a', description: 'So *it* is.' },
      want: { ...view, codeHtml: 'a', language: 'plaintext', href: undefined },
    },
    {
      given: { value: null, description: 'So *it* is.', externalValue: 'https://a.example/x' },
      want: { ...view, codeHtml: '', language: 'plaintext', href: 'https://a.example/x' },
    },
    {
      given: { value: null, externalValue: '<x>.json' },
      want: {
        title: 'Title',
        descriptionHtml: '',
        codeHtml: '&lt;x&gt;.json',
        language: 'plaintext',
        href: undefined,
      },
    },
  ])('$given is shown or linked', ({ given, want }) => {
    expect(exampleView('text/plain', given, 'Title')).toEqual(want);
  });

  test('in XML is written as its schema has it', async () => {
    const schema = await schemaOf({ xml: { name: 'pet' }, properties: { a: { xml: { attribute: true } } } });
    expect(exampleText('application/xml', { a: 1 }, schema).text).toBe('<pet a="1"></pet>');
    expect(exampleView('application/xml', { value: { a: 1 } }, 'Title', schema).codeHtml).toContain('pet');
  });
});

test.each([
  { type: 'application/jsonl', given: [1, 2], want: '1\n2\n' },
  { type: 'application/jsonl', given: 1, want: 1 },
  { type: 'application/json', given: [1, 2], want: [1, 2] },
])('of $type, $given is shown as it is sent: $want', async ({ type, given, want }) => {
  const requestBody = { content: { [type]: { itemSchema: {} } } };
  const operation = await toyOperation({ requestBody }, { openapi: '3.2.0' });
  const content = found(operation.requestBody?.contents[0], 'content');
  expect(asSent(type, { value: given }, content)).toEqual({ value: want });
});
