import type { QuotaLimit } from '../../../openapi/model/usage-plans.ts';
import { calendarPeriod } from './calendar-period.ts';
import { type CountedPeriod, mostLeftPeriods, type PoolCounts, usedAtFirst } from './pool-counts.ts';
import { refusalOf, standingOf } from './pool-standing.ts';
import { fullBucket, refillBucket, takeToken } from './token-bucket.ts';
import type { LimitPool, UsageState } from './usage-state.ts';

interface PoolUsage extends PoolCounts {
  /** Those before it, in the order in which the clock left them: it may come back. */
  left: CountedPeriod[];
}

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
  return {
    used: isFirst ? usedAtFirst(pool, quota) : 0,
    period: quota.period,
    ...calendarPeriod(quota.period, now),
  };
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
      const { quota: counted } = usageOf(key, pool, now);
      const { quota } = pool.limits;
      if (quota !== undefined && counted !== undefined) counted.used = Math.max(0, quota.max - calls);
    },
    async reset(key) {
      if (key === undefined) usageByKey.clear();
      else usageByKey.delete(key);
    },
  };
}
