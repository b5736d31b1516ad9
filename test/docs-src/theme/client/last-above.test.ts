import { expect, it } from 'vitest';
import { lastAbove } from '../../../../docs-src/theme/client/last-above.ts';

it.each([
  [0, -1],
  [5, -1],
  [10, 0],
  [29, 1],
  [30, 2],
  [1000, 2],
])('at %i the last heading above is %i', (line, index) => {
  const tops = [10, 20, 30];
  expect(lastAbove(tops.length, (at) => (tops[at] ?? 0) <= line)).toBe(index);
});
