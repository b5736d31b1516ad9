import { describe, expect, test } from 'vitest';
import type { SampleRequest } from '../../../../docs-src/engine/samples/sample-request.ts';
import type { FilledField } from '../../../../docs-src/theme/client/try-it-request.ts';
import { filledSample } from '../../../../docs-src/theme/client/try-it-sample.ts';

const documented: SampleRequest = {
  name: 'toy',
  method: 'POST',
  url: 'https://a.example/toys/1?',
  query: [{ name: 'old', value: 'x' }],
  headers: [{ name: 'X-Old', value: 'x' }],
  cookies: [{ name: 'seen', value: '1' }],
  credentials: [{ kind: 'key', in: 'query', name: 'key', prefix: '', value: 'MINE' }],
  body: { kind: 'json', mediaType: 'application/json', value: { a: 1 } },
  answersJson: true,
};

const field = (name: string, value: string, more: Partial<FilledField> = {}): FilledField => ({
  ...{ name, value, in: 'query', style: 'form', explode: true, isJson: false, isLiteral: false },
  ...more,
});
const formOf = (...fields: FilledField[]) => ({
  server: 'https://a.example',
  path: '/toys/{id}',
  fields: [field('id', 'a/b', { in: 'path', style: 'simple' }), ...fields],
  credentials: [{ in: 'query', name: 'key', prefix: '' }] as const,
  key: 'secret',
});

test('has what the form has where it travels, and the rest of the documented request', () => {
  const form = formOf(
    field('q', 'c++ é'),
    field('old', 'y'),
    field('empty', ''),
    field('list', '[1,"two"]', { isJson: true }),
    field('X-Trace', '7', { in: 'header', style: 'simple', isLiteral: true }),
  );
  expect(filledSample(documented, form, '{"b":2}')).toEqual({
    ...documented,
    url: 'https://a.example/toys/a%2Fb',
    // As documented, then as in the form.
    query: [
      { name: 'old', value: 'y' },
      { name: 'q', value: 'c++ é' },
      { name: 'list', value: '1', literal: 'number' },
      { name: 'list', value: 'two' },
    ],
    headers: [{ name: 'X-Trace', value: '7' }],
    body: { kind: 'json', mediaType: 'application/json', value: { b: 2 } },
  });
});

describe('a number is one as it is typed', () => {
  test.each([
    ['2', true, 'number'],
    ['-0.5', true, 'number'],
    ['true', true, 'boolean'],
    ['02', true, undefined],
    ['1e3', true, undefined],
    ['Infinity', true, undefined],
    ['many', true, undefined],
    ['2', false, undefined],
  ])('%s where one belongs (%s) is a %s', (value, isLiteral, literal) => {
    const { query } = filledSample(documented, formOf(field('n', value, { isLiteral })), undefined);
    expect(query).toEqual([literal === undefined ? { name: 'n', value } : { name: 'n', value, literal }]);
  });
});

test.each([
  ['a field', formOf(field('list', '[1', { isJson: true })), '{}'],
  ['a body', formOf(), '{'],
])('%s that is no JSON yet makes no sample', (_what, form, body) => {
  expect(() => filledSample(documented, form, body)).toThrow(SyntaxError);
});
