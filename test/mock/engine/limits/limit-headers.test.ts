import { describe, expect, it } from 'vitest';
import { limitHeaders, retryAfterSeconds } from '../../../../mock/engine/limits/limit-headers.ts';
import { createMemoryUsageState } from '../../../../mock/engine/limits/memory-usage-state.ts';
import type { LimitPool } from '../../../../mock/engine/limits/usage-state.ts';

const now = Date.parse('2026-11-23T12:00:00.500Z');
const free: LimitPool = {
  name: 'default',
  limits: {
    rate: { max: 10, periodSeconds: 1, burst: 20, shown: undefined },
    quota: { max: 500, period: 'month', shown: undefined },
  },
};

describe('limitHeaders', () => {
  it('writes rate and quota as the RateLimit draft and the older fields have them', async () => {
    const { standings } = await createMemoryUsageState().takeCall('key', [free], now);
    expect(limitHeaders(standings, now)).toEqual({
      'RateLimit-Policy': '"rate";q=20;w=2, "quota";q=500;w=2592000',
      RateLimit: '"rate";r=19;t=1, "quota";r=499;t=648000',
      'X-RateLimit-Limit': '500',
      'X-RateLimit-Remaining': '499',
      'X-RateLimit-Reset': String(Date.parse('2026-12-01T00:00:00Z') / 1_000),
    });
  });

  it('names the pool of a path that has limits of its own', async () => {
    const own: LimitPool = {
      name: 'searchByRome',
      limits: { rate: undefined, quota: { max: 5, period: 'forever', shown: undefined } },
    };
    const { standings } = await createMemoryUsageState().takeCall('key', [own], now);
    expect(limitHeaders(standings, now)).toEqual({
      'RateLimit-Policy': '"searchByRome-quota";q=5',
      RateLimit: '"searchByRome-quota";r=4',
      'X-RateLimit-Limit': '5',
      'X-RateLimit-Remaining': '4',
    });
  });

  it('says nothing where there are no limits', () => {
    const pool = { name: 'default', limits: { rate: undefined, quota: undefined } };
    expect(limitHeaders([{ pool, rate: undefined, quota: undefined }], now)).toEqual({});
  });
});

describe('retryAfterSeconds', () => {
  const standing = (nextInMs: number, resetMs: number) => ({
    pool: free,
    rate: { remaining: 0, nextInMs },
    quota: { used: 500, remaining: 0, startMs: 0, resetMs },
  });
  it.each([
    { limit: 'rate', nextInMs: 1, resetMs: 0, want: 1 },
    { limit: 'rate', nextInMs: 1_001, resetMs: 0, want: 2 },
    { limit: 'quota', nextInMs: 0, resetMs: now + 500, want: 1 },
    { limit: 'quota', nextInMs: 0, resetMs: now, want: 1 },
    { limit: 'quota', nextInMs: 0, resetMs: now + 3_600_001, want: 3_601 },
    { limit: 'quota', nextInMs: 0, resetMs: Number.POSITIVE_INFINITY, want: undefined },
  ] as const)('rounds $limit up to $want', ({ limit, nextInMs, resetMs, want }) => {
    expect(retryAfterSeconds({ limit, standing: standing(nextInMs, resetMs) }, now)).toBe(want);
  });
});
