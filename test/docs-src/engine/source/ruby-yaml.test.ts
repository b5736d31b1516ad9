import { describe, expect, test } from 'vitest';
import { readRubyYaml } from '../../../../docs-src/engine/source/ruby-yaml.ts';

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

/** Each as Psych 4.0 (libyaml 0.2.5) reads it; numbers as Ruby prints them. */
describe('YAML is read as Ruby reads it', () => {
  test.each([
    ['a: yes\nb: No\nc: ON\nd: off\ne: tRue', { a: true, b: false, c: true, d: false, e: true }],
    ['a: y\nb: n\nc: "yes"', { a: 'y', b: 'n', c: 'yes' }],
    ['a: 2.0\nb: 1.10\nc: 010\nd: 1_000\ne: 1e3', { a: '2.0', b: '1.1', c: '8', d: '1000', e: '1e3' }],
    ['a: 2019-01-01', { a: '2019-01-01' }],
    ['a: 1:30\nb: 190:20:30\nc: 10:70\nd: x 1:30', { a: '5400', b: '685230', c: '10:70', d: 'x 1:30' }],
    ['a: 1,000\nb: 08\nc: 1_0,0', { a: '1000', b: '08', c: '100' }],
    ['a: ~\nb:\nc: null\nd: ""', { a: null, b: null, c: null, d: '' }],
    [':title: :name', { title: 'name' }],
    ['a: x:y\nb: "c"#d\ne: f#g', { a: 'x:y', b: 'c', e: 'f#g' }],
    ['a: [\n  b\n]\nc: {\n  d: e\n}', { a: ['b'], c: { d: 'e' } }],
    ['base: &b {a: 1}\nuse:\n  <<: *b\n  c: 2', { base: { a: '1' }, use: { a: '1', c: '2' } }],
    ['base: &b {a: 1}\nuse:\n  a: 5\n  <<: *b', { base: { a: '1' }, use: { a: '1' } }],
    ['use:\n  <<: [{a: 1}, {a: 2, b: 3}]', { use: { a: '1', b: '3' } }],
    ['list: &l [a]\nincludes: *l', { list: ['a'], includes: ['a'] }],
    ['a: b\n\n[//]: # (a comment)\nc: d', { a: 'b', '//': null, c: 'd' }],
    ['__proto__: a\nb: c', { ['__proto__']: 'a', b: 'c' }],
    ['- a\n- b', ['a', 'b']],
    ['just words', 'just words'],
    ['# a comment', null],
  ])('%j', (text, want) => {
    const { value, errors } = readRubyYaml(text);
    expect(errors).toEqual([]);
    expect(plain(value)).toEqual(want);
  });

  test.each([
    ['a: 1\nb: c: d', 2, /colon in quotes/],
    ['a: 1\nb: @c', 2, /reserved character @.*quotes/],
    ['a: `b`', 1, /reserved character `.*quotes/],
    ['a:\n\t- b', 2, /Tabs.*spaces/],
    ['a: 1\nb: [c', 2, /end with a \]/],
    ['a: *b', 1, /no anchor &b/],
    ['a: "b', 1, /closing "quote/],
    ['a: b\nc', 2, /map values/],
  ])('%j is an error in line %i', (text, line, message) => {
    const { value, errors } = readRubyYaml(text);
    expect(value).toBeNull();
    expect(errors[0]?.line).toBe(line);
    expect(errors[0]?.message).toMatch(message);
  });

  test('of a repeated key the last one wins, at every depth, and each is told with all its lines', () => {
    const { value, repeatedKeys } = readRubyYaml('a: 1\nb:\n  - c: 1\n    c: 2\na: 2\na: 3');
    expect(plain(value)).toEqual({ a: '3', b: [{ c: '2' }] });
    expect(repeatedKeys).toEqual([
      { key: 'c', lines: [3, 4] },
      { key: 'a', lines: [1, 5, 6] },
    ]);
  });

  test('an anchor that holds itself ends', () => {
    const { value } = readRubyYaml('a: &a [*a]');
    expect(value).toMatchObject({ a: [expect.any(Array)] });
  });
});
