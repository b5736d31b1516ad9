import { expect, it } from 'vitest';
import { readLooseJson } from '../../../../docs-src/engine/draft/loose-json.ts';

it.each([
  { rule: 'JSON', given: '{"a": [1, null]}', want: [{ a: [1, null] }] },
  { rule: 'a comma at the end', given: '{"a": [1, 2,],}', want: [{ a: [1, 2] }] },
  {
    rule: 'comments',
    given: '{"a": 1, // one\n /* two */ "b": "http://c" # three\n}',
    want: [{ a: 1, b: 'http://c' }],
  },
  { rule: 'what is left out', given: '[{"a": 1}, ...]', want: [[{ a: 1 }]] },
  { rule: 'what is left out of an object', given: '{"a": {...}, "b": "…"}', want: [{ a: {}, b: '…' }] },
  { rule: 'single quotes and bare names', given: "{a: 'b'}", want: [{ a: 'b' }] },
  { rule: 'tabs', given: '{\n\t"a":\t1\n}', want: [{ a: 1 }] },
  { rule: 'several values', given: '{"a": 1}\n{"a": 2}', want: [{ a: 1 }, { a: 2 }] },
  { rule: 'no text', given: 'hello', want: undefined },
  { rule: 'no broken text', given: '{"a": <b>, "c"', want: undefined },
])('reads $rule', ({ given, want }) => {
  expect(readLooseJson(given)).toEqual(want);
});

it('keeps whole numbers to the digit', () => {
  expect(readLooseJson('{"id": 1253261109769874438}')).toEqual([{ id: 1253261109769874438n }]);
});
