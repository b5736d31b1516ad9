import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { readJson, UnreadableNumber } from '../../../openapi/model/read-json.ts';

describe('reads', () => {
  it.each<[string, unknown]>([
    ['{"id": 9007199254740993}', { id: 9007199254740993n }],
    ['[9223372036854775807, -9223372036854775808, 1]', [9223372036854775807n, -9223372036854775808n, 1]],
    ['9007199254740993', 9007199254740993n],
    ['{"a": {"b": [{"c": 12345678901234567890}]}}', { a: { b: [{ c: 12345678901234567890n }] } }],
    ['{"a": "9007199254740993", "b": 1}', { a: '9007199254740993', b: 1 }],
    ['{"a": "\\"9007199254740993", "b": 9007199254740993}', { a: '"9007199254740993', b: 9007199254740993n }],
    ['{"9007199254740993": 9007199254740993}', { '9007199254740993': 9007199254740993n }],
    ['{"a": 1, "a": 9007199254740993}', { a: 9007199254740993n }],
    ['9007199254740991', 9007199254740991],
    ['0.1234567890123456789', 0.12345678901234568],
    ['1e300', 1e300],
    ['5e-324', 5e-324],
    ['0.0000000000000000', 0],
  ])('%s', (text, want) => {
    expect(readJson(text)).toEqual(want);
  });

  it('a name that JavaScript means otherwise', () => {
    expect(jsonText(readJson('{"__proto__": 9007199254740993}'))).toBe('{"__proto__":9007199254740993}');
  });

  it('what is nested deeper than a stack', () => {
    const text = `${'['.repeat(100_000)}9007199254740993${']'.repeat(100_000)}`;
    expect(() => readJson(text)).not.toThrow();
  });
});

describe('refuses', () => {
  it.each([
    ['{"a": 1e400}', 6, '1e400'],
    ['[-1E+309]', 1, '-1E+309'],
    ['[1e-400]', 1, '1e-400'],
    [`[${'9'.repeat(400)}]`, 1, `${'9'.repeat(40)}…`],
  ])('the number of %s', (text, offset, written) => {
    const refusal = new UnreadableNumber(written, offset);
    expect(() => readJson(text)).toThrow(refusal);
    expect(refusal.message).toContain(written);
  });

  it('what is no JSON, as JSON.parse does', () => {
    expect(() => readJson('{"a": 9007199254740993,}')).toThrow(SyntaxError);
  });
});

it.each<[unknown, number | undefined, string]>([
  [9007199254740993n, undefined, '9007199254740993'],
  [{ id: 9007199254740993n }, 2, '{\n  "id": 9007199254740993\n}'],
  [['#12', '"#12', 12n], undefined, '["#12","\\"#12",12]'],
  [['##12', '#12', -12n], undefined, '["##12","#12",-12]'],
])('writes %s to the digit', (value, indent, want) => {
  expect(jsonText(value, indent)).toBe(want);
});

it('reads back what it has written', () => {
  const whole = fc.bigInt({ min: 2n ** 53n, max: 2n ** 1000n });
  const value = fc.array(fc.oneof(fc.jsonValue(), whole, fc.dictionary(fc.string(), whole)));
  fc.assert(
    fc.property(value, (given) => {
      expect(jsonText(readJson(jsonText(given)))).toBe(jsonText(given));
    }),
  );
});

it('says what JSON.stringify says of everything else', () => {
  const circle: Record<string, unknown> = {};
  circle.circle = circle;
  expect(() => jsonText(circle)).toThrow(/circular/i);
  expect(jsonText(undefined)).toBeUndefined();
});
