import { expect, it } from 'vitest';
import { latencyOf } from '../../engine/latency.ts';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

it.each([
  { durations: [], want: undefined },
  { durations: [undefined], want: undefined },
  { durations: [7], want: { checks: 1, p50: 7, p95: 7, max: 7 } },
  { durations: [30, undefined, 4], want: { checks: 2, p50: 4, p95: 30, max: 30 } },
  { durations: hundred, want: { checks: 100, p50: 50, p95: 95, max: 100 } },
])('is of the checks that sent something, by nearest rank: $want', ({ durations, want }) => {
  expect(latencyOf(durations.map((durationMs) => ({ durationMs })))).toEqual(want);
});
