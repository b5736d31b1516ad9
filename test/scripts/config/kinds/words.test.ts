import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../../scripts/config/kinds/kind.ts';
import {
  choice,
  filePath,
  host,
  pathOrAddress,
  serverOfPage,
  text,
  webAddress,
  wholeNumber,
  yesOrNo,
} from '../../../../scripts/config/kinds/words.ts';

/** What is read at a place in a file, or the complaints. */
function read(kind: Kind<unknown>, value: unknown, file = '/project/kit.yaml'): unknown {
  const notes: string[] = [];
  const found = kind.read({ value, file, pointer: '/a' }, (message, place) =>
    notes.push(`${place.pointer} ${message}`),
  );
  return notes.length === 0 ? found : notes;
}

const digit = wholeNumber('a digit', { minimum: 0, maximum: 9 });
const anyWhole = wholeNumber('a whole number', {});
const colour = choice(['red', 'green'], '<colour>');

describe('a value of one word', () => {
  it.each<{ name: string; kind: Kind<unknown>; fits: readonly unknown[]; not: readonly unknown[] }>([
    { name: 'text', kind: text('a text'), fits: ['a', ' '], not: ['', 7, true, null, ['a'], {}] },
    { name: 'a bounded number', kind: digit, fits: [0, 9], not: [-1, 10, 0.5, '1', null, Number.NaN] },
    {
      name: 'a number',
      kind: anyWhole,
      fits: [-(2 ** 53) + 1, 2 ** 53 - 1],
      not: [2 ** 53, -(2 ** 53), 1.5],
    },
    { name: 'yes or no', kind: yesOrNo, fits: [true, false], not: ['true', 0, null] },
    { name: 'a choice', kind: colour, fits: ['red', 'green'], not: ['blue', 'Red', '', ['red']] },
    {
      name: 'an address',
      kind: webAddress,
      fits: ['http://a', 'https://a.example/b'],
      not: ['a.example', '/v2', 'ftp://a', 'http://', 7],
    },
    { name: 'a server', kind: serverOfPage, fits: ['http://a', '/v2', '/'], not: ['v2', 'ftp://a', 7, ''] },
    {
      name: 'a host',
      kind: host,
      fits: ['::1', '0.0.0.0', 'localhost'],
      not: ['shop.yaml', 'a.YML', 'x.json', '', 7],
    },
  ])('is taken where it fits: $name', ({ kind, fits, not }) => {
    expect(fits.map((value) => read(kind, value))).toEqual(fits);
    expect(not.map((value) => read(kind, value))).toEqual(
      not.map(() => [expect.stringContaining(`/a must be ${kind.wanted}; it is `)]),
    );
  });

  it.each([
    { kind: digit, words: ['7', '-7', '07', '7.5', 'x'], values: [7, -7, 7, '7.5', 'x'] },
    {
      kind: yesOrNo,
      words: ['true', 'YES', '1', 'false', 'no', '0', 'maybe'],
      values: [true, true, true, false, false, false, 'maybe'],
    },
  ])('has a meaning as a word: $words', ({ kind, words, values }) => {
    expect(words.map((word) => kind.ofWord?.(word))).toEqual(values);
  });

  it('is a path from its file, or from the working directory on a command line', () => {
    expect(read(filePath('a path'), 'a/b.yaml')).toBe('/project/a/b.yaml');
    expect(read(filePath('a path'), '/a/b.yaml')).toBe('/a/b.yaml');
    expect(read(filePath('a path'), 'a/b.yaml', '')).toBe('a/b.yaml');
    expect(read(filePath('a path'), 7)).toEqual(['/a must be a path; it is 7']);
    expect(read(pathOrAddress('a path'), 'a.yaml')).toBe('/project/a.yaml');
    expect(read(pathOrAddress('a path'), 'https://a.example/b.yaml')).toBe('https://a.example/b.yaml');
  });

  it('is told in few letters where it does not fit', () => {
    expect(read(yesOrNo, 'x'.repeat(200))).toEqual([`/a must be true or false; it is "${'x'.repeat(79)}…`]);
    expect(read(yesOrNo, () => true)).toEqual(['/a must be true or false; it is a function']);
    expect(read(yesOrNo, undefined)).toEqual(['/a must be true or false; it is undefined']);
  });

  it('has a schema for editors, and a name of its place in --help', () => {
    const { schema, placeholder, wanted } = wholeNumber('a digit', {
      minimum: 0,
      maximum: 9,
      placeholder: '<digit>',
    });
    expect([schema, placeholder, wanted]).toEqual([
      { type: 'integer', minimum: 0, maximum: 9 },
      '<digit>',
      'a digit',
    ]);
    expect(anyWhole.schema).toEqual({ type: 'integer' });
    expect(colour).toMatchObject({
      schema: { enum: ['red', 'green'] },
      wanted: '"red" or "green"',
      choices: ['red', 'green'],
    });
  });
});
