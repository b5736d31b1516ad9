import { expect, test } from 'vitest';
import { withLiterals } from '../../../../docs-src/engine/samples/literal-pairs.ts';
import type { SampleJson } from '../../../../docs-src/engine/samples/sample-request.ts';

const pairsOf = (...values: string[]) => values.map((value) => ({ name: 'p', value }));

test.each<{ given: SampleJson; pairs: string[]; want: readonly (string | undefined)[] }>([
  { given: 2, pairs: ['2'], want: ['number'] },
  { given: -0.001, pairs: ['-0.001'], want: ['number'] },
  { given: 48.856_613, pairs: ['48.856613'], want: ['number'] },
  { given: true, pairs: ['true'], want: ['boolean'] },
  { given: [1, 'two', false], pairs: ['1', 'two', 'false'], want: ['number', undefined, 'boolean'] },
  { given: { a: 1, b: '2' }, pairs: ['1', '2'], want: ['number', undefined] },
  // Text that looks like one, and what the languages write in other ways.
  { given: '2', pairs: ['2'], want: [undefined] },
  { given: 1e21, pairs: ['1e+21'], want: [undefined] },
  { given: 0.0001, pairs: ['0.0001'], want: [undefined] },
  { given: 0.123_456_789_012_345, pairs: ['0.123456789012345'], want: [undefined] },
  { given: 2 ** 60, pairs: [String(2 ** 60)], want: [undefined] },
  { given: null, pairs: ['null'], want: [undefined] },
  // All in one text, or one in another.
  { given: [1, 2], pairs: ['1,2'], want: [undefined] },
  { given: [12], pairs: ['1'], want: [undefined] },
  { given: { a: { b: 1 } }, pairs: ['1'], want: [undefined] },
  { given: [], pairs: [], want: [] },
])('$given in $pairs has the literals $want', ({ given, pairs, want }) => {
  const marked = withLiterals(pairsOf(...pairs), given);
  expect(marked.map(({ literal }) => literal)).toEqual(want);
  expect(marked.map(({ value }) => value)).toEqual(pairs);
});
