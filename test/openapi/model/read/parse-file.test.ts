import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../../openapi/model/read/parse-file.ts';

describe('merges the maps that << names', () => {
  it.each([
    ['one', 'a: &a {x: 1, y: 2}\nb: {<<: *a, z: 3}', { x: 1, y: 2, z: 3 }],
    ['own keys win, above', 'a: &a {x: 1}\nb: {x: 2, <<: *a}', { x: 2 }],
    ['own keys win, below', 'a: &a {x: 1}\nb: {<<: *a, x: 2}', { x: 2 }],
    ['of a list the first wins', 'a: &a {x: 1}\nc: &c {x: 2, y: 2}\nb: {<<: [*a, *c]}', { x: 1, y: 2 }],
    ['an alias of a list', 'a: &a [{x: 1}, {y: 2}]\nb: {<<: *a}', { x: 1, y: 2 }],
    ['of what has merged itself', 'a: &a {x: 1}\nc: &c {<<: *a, y: 2}\nb: {<<: *c}', { x: 1, y: 2 }],
    ['not below the first level', 'a: &a {p: {x: 1}}\nb: {<<: *a, p: {y: 2}}', { p: { y: 2 } }],
    ['a map in place', 'b: {<<: {x: 1}}', { x: 1 }],
    ['twice', 'a: &a {x: 1}\nc: &c {y: 2}\nb:\n  <<: *a\n  <<: *c', { x: 1, y: 2 }],
    ['in quotes it is a key', 'b: {"<<": 1}', { '<<': 1 }],
  ])('%s', async (_, text, want) => {
    const { value, faults } = await parseFile('a.yaml', text);
    expect((value as { b: unknown }).b).toEqual(want);
    expect(faults).toEqual([]);
  });
});

describe('reads YAML 1.2 as JSON could hold it, without a word', () => {
  it.each([
    ['words of YAML 1.1 stay texts', 'on: yes\nno: [NO, off, y]', { on: 'yes', no: ['NO', 'off', 'y'] }],
    [
      'dates stay texts',
      'a: 2020-01-01\nb: 2020-01-01T10:00:00Z',
      { a: '2020-01-01', b: '2020-01-01T10:00:00Z' },
    ],
    ['dates of a YAML 1.1 file, too', '%YAML 1.1\n---\na: 2020-01-01', { a: '2020-01-01' }],
    ['hexadecimal and octal', 'a: 0x1F\nb: 0o17', { a: 31, b: 15 }],
    [
      'whole numbers to the digit',
      'a: 9007199254740993\nb: -9007199254740993',
      { a: 9007199254740993n, b: -9007199254740993n },
    ],
    [
      'in every spelling',
      'a: +9007199254740993\nb: 0xFFFFFFFFFFFFFFFF\nc: 9007199254740993.0',
      { a: 9007199254740993n, b: 18446744073709551615n, c: 9007199254740993n },
    ],
    ['in JSON, too', '{"a": 9007199254740993, "b": 1e22}', { a: 9007199254740993n, b: 1e22 }],
    ['through an anchor', 'a: &a 9007199254740993\nb: *a', { a: 9007199254740993n, b: 9007199254740993n }],
    ['binary is its text', 'a: !!binary aGVsbG8=', { a: 'aGVsbG8=' }],
    [
      'keys keep their text',
      '200: a\n1.10: b\n007: c\nnull: d\ntrue: e',
      { 200: 'a', '1.10': 'b', '007': 'c', null: 'd', true: 'e' },
    ],
    ['an anchor that is set again', 'a: &x 1\nb: *x\nc: &x 2\nd: *x', { a: 1, b: 1, c: 2, d: 2 }],
    ['marks of the only document', '---\na: 1\n...\n', { a: 1 }],
    ['JSON with a comma too many', '{"a": 1,}', { a: 1 }],
    ['JSON with comments of YAML', '{"a": 1, # one\n"b": "http://b"}', { a: 1, b: 'http://b' }],
  ])('%s', async (_, text, want) => {
    expect(await parseFile('a.yaml', text)).toEqual({ value: want, faults: [] });
  });
});

describe('says line and column of what it reads otherwise', () => {
  it.each([
    ['a repeated key', 'a: 1\nb: 2\na: 3', { a: 3, b: 2 }, 'line 3, column 1: the key "a" is there twice'],
    [
      'a number and its text',
      '200: a\n"200": b',
      { 200: 'b' },
      'line 2, column 1: the key "200" is there twice',
    ],
    [
      'a repeated key in JSON',
      '{"a": {"b": 1,\n "b": 2}}',
      { a: { b: 2 } },
      'line 2, column 2: the key "b" is',
    ],
    [
      'one written in two ways',
      '{"a\\"": 1, "b": "\\\\", "c\\u0061": 1, "ca": 2}',
      { 'a"': 1, b: '\\', ca: 2 },
      'line 1, column 37: the key "ca"',
    ],
    ['what no JSON number is', 'a: 1\nb: .inf', { a: 1, b: null }, 'line 2, column 4: JSON has no .inf'],
    ['nor this', 'a: .NaN', { a: null }, 'line 1, column 4: JSON has no .NaN'],
    [
      'a tag',
      'a: 1\nb: !include c.yaml',
      { a: 1, b: 'c.yaml' },
      'line 2, column 4: the tag "!include" is not known',
    ],
  ])('%s', async (_, text, value, message) => {
    const read = await parseFile('a.yaml', text);
    expect(read.value).toEqual(value);
    expect(read.faults.map((fault) => fault.message)).toEqual([expect.stringContaining(message)]);
  });
});

describe('refuses, with line and column, what has no reading', () => {
  it.each([
    ['a tab as indentation', 'a:\n\tb: 1', 'line 2, column 1: Tabs'],
    ['a second document', 'a: 1\n---\nb: 2', 'line 2, column 1: a second document begins here'],
    ['an unknown alias', 'a: 1\nb: *c', 'line 2, column 4: there is no anchor "&c" above'],
    ['an alias of what comes later', 'a: *b\nb: &b 1', 'line 1, column 4: there is no anchor "&b" above'],
    ['an alias that contains itself', 'a: &a\n  b: *a', 'line 2, column 6: the alias "*a" contains itself'],
    ['a merge of no map', 'a: {<<: 5}', 'line 1, column 5: `<<` takes a map'],
    ['a merge of nothing', 'a:\n  <<:\n  b: 1', 'line 2, column 3: `<<` takes a map'],
    ['a key that is missing', 'a: 1\n: 2', 'line 2, column 1: a key is missing'],
    ['a key that is a list', '? [a]\n: 1', 'line 1, column 3: a key is a text'],
    ['a number beyond all', 'a: 1\nb: 1e400', "line 2, column 4: the number 1e400 can't be read"],
    ['one that would be zero', 'a: -1e-400', "line 1, column 4: the number -1e-400 can't be read"],
    ['such a number in JSON', '{"a": 1,\n"b": 1e400}', "line 2, column 6: the number 1e400 can't be read"],
  ])('%s', async (_, text, message) => {
    const read = await parseFile('a.yaml', text);
    expect(read.value).toBeUndefined();
    expect(read.faults[0]?.message).toContain(message);
  });
});

describe('passes over comments in JSON, and says so', () => {
  it.each([
    ['behind a value', '{"a": 1, // one\n"b": 2}', { a: 1, b: 2 }, 'line 1, column 10'],
    ['before a comma', '{\n"a": 1 /* one\n */,\n"b": 2}', { a: 1, b: 2 }, 'line 2, column 8'],
    ['above all', '// made by hand\n{"a": 1}', { a: 1 }, 'line 1, column 1'],
    ['among bare keys', '{a: 1, // one\n b: 2}', { a: 1, b: 2 }, 'line 1, column 8'],
    ['behind a comma too many', '{"a": 1, // one\n}', { a: 1 }, 'line 1, column 10'],
    [
      'but for those in texts',
      '{"a": "// b", /* c */ "d": "/* e */"}',
      { a: '// b', d: '/* e */' },
      'line 1, column 15',
    ],
  ])('%s', async (_, text, want, place) => {
    const { value, faults } = await parseFile('a.json', text);
    expect(value).toEqual(want);
    expect(faults.map(({ message, effect }) => [message, effect])).toEqual([
      [`${place}: JSON has no comments: this one is passed over, as are those that follow`, 'untidy'],
    ]);
  });

  it('and still says line and column of what is wrong behind them', async () => {
    const { value, faults } = await parseFile('a.json', '{\n/* a\n b */ "a": {\n"b" "c"}}');
    expect(value).toBeUndefined();
    expect(faults[1]?.message).toMatch(/^line 4, column /);
  });
});
