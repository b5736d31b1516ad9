import { expect, it } from 'vitest';
import { reasonOfDifference } from '../../../../scripts/chores/prism-harness/known-differences.ts';

it.each([
  { name: 'validate-query-params/missing-query-param.oas3.txt', want: /^400 / },
  { name: 'validate-path-params/missing-path-param.oas3.txt', want: /^a path with an empty segment/ },
  { name: 'violations/print-as-http-response.txt', want: /--errors/ },
])('$name has its reason', ({ name, want }) => {
  expect(reasonOfDifference(name)).toMatch(want);
});

it('a case that nobody has looked at has none', () => {
  expect(reasonOfDifference('routing/route-resolving.oas3.txt')).toBeUndefined();
});
