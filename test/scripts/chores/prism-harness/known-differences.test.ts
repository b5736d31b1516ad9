import { expect, it } from 'vitest';
import {
  listedInVain,
  reasonOfDifference,
} from '../../../../scripts/chores/prism-harness/known-differences.ts';

it.each([
  { name: 'validate-query-params/missing-query-param.oas3.txt', want: /^400 / },
  { name: 'validate-path-params/missing-path-param.oas3.txt', want: /^a path with an empty segment/ },
  { name: 'violations/print-as-http-response.txt', want: /--errors/ },
  { name: 'cors/cors-headers-disabled.txt', want: /--cors=false/ },
])('$name has its reason', ({ name, want }) => {
  expect(reasonOfDifference(name)).toMatch(want);
});

it('a case that nobody has looked at has none', () => {
  expect(reasonOfDifference('routing/route-resolving.oas3.txt')).toBeUndefined();
});

it('a case that is right is not to be listed', () => {
  const listed = 'head-requests/head_requests-AC-2.oas3.txt';
  expect(listedInVain([listed, 'routing/route-resolving.oas3.txt'])).toEqual([listed]);
});
