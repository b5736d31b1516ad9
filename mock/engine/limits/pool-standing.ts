import type { PoolCounts } from './pool-counts.ts';
import { msToNextToken, tokensIn } from './token-bucket.ts';
import type { CallOutcome, LimitPool, PoolStanding, QuotaStanding, RateStanding } from './usage-state.ts';

function rateStanding(counts: PoolCounts, pool: LimitPool): RateStanding | undefined {
  const { rate } = pool.limits;
  if (rate === undefined || counts.bucket === undefined) return undefined;
  if (pool.isThrottled) return { remaining: 0, nextInMs: 1_000 };
  return { remaining: tokensIn(counts.bucket, rate), nextInMs: msToNextToken(counts.bucket, rate) };
}

function quotaStanding(counts: PoolCounts, pool: LimitPool): QuotaStanding | undefined {
  const { quota } = pool.limits;
  if (quota === undefined || counts.quota === undefined) return undefined;
  return {
    used: counts.quota.used,
    remaining: Math.max(0, quota.max - counts.quota.used),
    startMs: counts.quota.startMs,
    resetMs: counts.quota.endMs,
  };
}

/** How a pool with these counts stands. */
export function standingOf(counts: PoolCounts, pool: LimitPool): PoolStanding {
  return { pool, rate: rateStanding(counts, pool), quota: quotaStanding(counts, pool) };
}

/**
 * What refuses a call. A spent quota wins over an empty bucket, and of two the one with the longer wait: a client that
 * is told to come back in a second must not be refused again for a reason that stood already.
 */
export function refusalOf(standings: readonly PoolStanding[]): CallOutcome['refusal'] {
  let refusal: CallOutcome['refusal'];
  let waitsUntil = -1;
  for (const standing of standings) {
    if (standing.quota?.remaining === 0 && standing.quota.resetMs > waitsUntil) {
      waitsUntil = standing.quota.resetMs;
      refusal = { limit: 'quota', standing };
    }
  }
  if (refusal !== undefined) return refusal;
  for (const standing of standings) {
    if (standing.rate?.remaining === 0 && standing.rate.nextInMs > waitsUntil) {
      waitsUntil = standing.rate.nextInMs;
      refusal = { limit: 'rate', standing };
    }
  }
  return refusal;
}
