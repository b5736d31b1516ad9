import { calendarPeriod } from './calendar-period.ts';
import { refusalOf, standingOf } from './pool-standing.ts';
import type { RedisConnection } from './redis-connection.ts';
import { countsOf, type ScriptVerb, scriptCall } from './redis-script.ts';
import type { LimitPool, UsageState } from './usage-state.ts';

/** Usage in Redis, for all mocks that have the same: each verb is one call of one script, so that no two meet in between. */
export function createRedisUsageState(connection: RedisConnection): UsageState {
  async function count(key: string, pools: readonly LimitPool[], now: number, verb: ScriptVerb) {
    const placed = pools.map((pool) => {
      const { quota } = pool.limits;
      return { pool, place: quota && calendarPeriod(quota.period, now) };
    });
    const [taken, ...counted] = await connection.count(key, scriptCall(placed, now, verb));
    const standings = placed.map((one, index) => {
      const [parts = 0, used = 0] = counted.slice(2 * index);
      return standingOf(countsOf(one, now, parts, used), one.pool);
    });
    return { isTaken: taken === 1, standings };
  }

  return {
    async takeCall(key, pools, now) {
      const takes = !pools.some(({ isThrottled, limits }) => isThrottled && limits.rate !== undefined);
      const { isTaken, standings } = await count(key, pools, now, { takes });
      return { refusal: isTaken ? undefined : refusalOf(standings), standings };
    },
    async usage(key, pools, now) {
      return (await count(key, pools, now, {})).standings;
    },
    async leaveCalls(key, pool, calls, now) {
      await count(key, [pool], now, { leaves: calls });
    },
    reset: (key) => connection.forget(key),
  };
}
