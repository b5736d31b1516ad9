import type { QuotaLimit, QuotaPeriod } from '../../../openapi/model/usage-plans.ts';
import { type CalendarPeriod, calendarPeriod } from './calendar-period.ts';
import {
  type BucketLevel,
  fullBucket,
  msToNextToken,
  refillBucket,
  takeToken,
  tokensIn,
} from './token-bucket.ts';
import type {
  CallOutcome,
  LimitPool,
  PoolStanding,
  QuotaStanding,
  RateStanding,
  UsageState,
} from './usage-state.ts';

/** What is counted in one calendar period. */
interface CountedPeriod extends CalendarPeriod {
  used: number;
  readonly period: QuotaPeriod;
}

interface PoolUsage {
  bucket: BucketLevel | undefined;
  /** The period of the last call. */
  quota: CountedPeriod | undefined;
  /** Those before it, in the order in which the clock left them: it may come back. */
  left: CountedPeriod[];
}

/** So many periods that a clock has left are known; it is moved by hand, so these are more than a test visits. */
const mostLeftPeriods = 24;

/** Brings a pool's usage to `now`: refills the bucket, and goes to the quota period that `now` lies in. */
function bringUpToDate(usage: PoolUsage, pool: LimitPool, now: number): void {
  const { rate, quota } = pool.limits;
  if (rate !== undefined) {
    usage.bucket ??= fullBucket(rate, now);
    refillBucket(usage.bucket, rate, now);
  }
  if (quota === undefined) return;
  const { quota: counted } = usage;
  const isCurrent = (one: CountedPeriod) =>
    one.period === quota.period && now >= one.startMs && now < one.endMs;
  if (counted !== undefined && isCurrent(counted)) return;
  if (counted !== undefined) usage.left = [...usage.left, counted].slice(-mostLeftPeriods);
  const known = usage.left.find(isCurrent);
  usage.left = usage.left.filter((one) => one !== known);
  usage.quota = known ?? newPeriod(usage, pool, quota, now);
}

/** Fresh; the first of a key with a state has only as many calls as the state leaves. */
function newPeriod({ left }: PoolUsage, pool: LimitPool, quota: QuotaLimit, now: number): CountedPeriod {
  const isFirst = !left.some(({ period }) => period === quota.period);
  const used = isFirst && pool.callsLeft !== undefined ? Math.max(0, quota.max - pool.callsLeft) : 0;
  return { used, period: quota.period, ...calendarPeriod(quota.period, now) };
}

function rateStanding(usage: PoolUsage, pool: LimitPool): RateStanding | undefined {
  const { rate } = pool.limits;
  if (rate === undefined || usage.bucket === undefined) return undefined;
  if (pool.isThrottled) return { remaining: 0, nextInMs: 1_000 };
  return { remaining: tokensIn(usage.bucket, rate), nextInMs: msToNextToken(usage.bucket, rate) };
}

function quotaStanding(usage: PoolUsage, pool: LimitPool): QuotaStanding | undefined {
  const { quota } = pool.limits;
  if (quota === undefined || usage.quota === undefined) return undefined;
  return {
    used: usage.quota.used,
    remaining: Math.max(0, quota.max - usage.quota.used),
    startMs: usage.quota.startMs,
    resetMs: usage.quota.endMs,
  };
}

function standingOf(usage: PoolUsage, pool: LimitPool): PoolStanding {
  return { pool, rate: rateStanding(usage, pool), quota: quotaStanding(usage, pool) };
}

/**
 * What refuses a call. A spent quota wins over an empty bucket, and of two the one with the longer wait: a client that
 * is told to come back in a second must not be refused again for a reason that stood already.
 */
function refusalOf(standings: readonly PoolStanding[]): CallOutcome['refusal'] {
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

/** Usage in this process's memory. Nothing in it waits, so a call is taken in one turn of the event loop. */
export function createMemoryUsageState(): UsageState {
  const usageByKey = new Map<string, Map<string, PoolUsage>>();

  function usageOf(key: string, pool: LimitPool, now: number): PoolUsage {
    const pools = usageByKey.get(key) ?? new Map<string, PoolUsage>();
    if (pools.size === 0) usageByKey.set(key, pools);
    const usage = pools.get(pool.name) ?? { bucket: undefined, quota: undefined, left: [] };
    pools.set(pool.name, usage);
    bringUpToDate(usage, pool, now);
    return usage;
  }

  return {
    async takeCall(key, pools, now) {
      const usages = pools.map((pool) => ({ pool, usage: usageOf(key, pool, now) }));
      const before = usages.map(({ usage, pool }) => standingOf(usage, pool));
      const refusal = refusalOf(before);
      if (refusal !== undefined) return { refusal, standings: before };
      for (const { usage, pool } of usages) {
        if (usage.bucket !== undefined && pool.limits.rate !== undefined) {
          takeToken(usage.bucket, pool.limits.rate);
        }
        if (usage.quota !== undefined) usage.quota.used += 1;
      }
      return { refusal: undefined, standings: usages.map(({ usage, pool }) => standingOf(usage, pool)) };
    },
    async usage(key, pools, now) {
      return pools.map((pool) => standingOf(usageOf(key, pool, now), pool));
    },
    async leaveCalls(key, pool, calls, now) {
      const { quota } = usageOf(key, pool, now);
      if (quota !== undefined) quota.used = Math.max(0, (pool.limits.quota?.max ?? 0) - calls);
    },
    async reset(key) {
      if (key === undefined) usageByKey.clear();
      else usageByKey.delete(key);
    },
  };
}
