import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryUsageState } from '../../../../mock/engine/limits/memory-usage-state.ts';
import { createSharedUsage, type SharedUsage } from '../../../../mock/engine/limits/shared-usage.ts';
import type { LimitPool, UsageState } from '../../../../mock/engine/limits/usage-state.ts';
import { silentLogger } from '../../../../mock/engine/logger.ts';
import type { QuotaPeriod } from '../../../../openapi/model/usage-plans.ts';
import { hasRedis, startRedis, type TestRedis } from '../../../redis.ts';

interface PoolFacts {
  name?: string;
  rate?: number;
  burst?: number;
  quota?: number;
  period?: QuotaPeriod;
  callsLeft?: number;
  isThrottled?: boolean;
}

function poolOf({ name = 'default', rate, burst, quota, period = 'month', ...state }: PoolFacts): LimitPool {
  return {
    name,
    limits: {
      rate:
        rate === undefined
          ? undefined
          : { max: rate, periodSeconds: 1, burst: burst ?? rate, shown: undefined },
      quota: quota === undefined ? undefined : { max: quota, period, shown: undefined },
    },
    ...state,
  };
}

const november = Date.parse('2026-11-23T12:00:00.000Z');
const december = Date.parse('2026-12-01T00:00:00.000Z');

async function take(state: UsageState, pools: LimitPool[], times: number, now: number) {
  const outcomes = await Promise.all(Array.from({ length: times }, () => state.takeCall('key', pools, now)));
  return {
    taken: outcomes.filter((outcome) => outcome.refusal === undefined).length,
    refusedBy: [...new Set(outcomes.flatMap((outcome) => (outcome.refusal ? [outcome.refusal.limit] : [])))],
  };
}

let redis: TestRedis | undefined;
let shared: SharedUsage | undefined;
beforeAll(async () => {
  if (!hasRedis) return;
  redis = await startRedis();
  shared = await createSharedUsage({ url: redis.url, whenAway: 'refuse', logger: silentLogger });
  await shared.connect();
});
afterAll(async () => {
  shared?.close();
  await redis?.stop();
});

function sharedState(): UsageState {
  if (shared === undefined) throw new Error('Redis is not running.');
  return shared.state;
}

const kinds = [
  { kind: 'in memory', isThere: true, create: async () => createMemoryUsageState() },
  {
    kind: 'in Redis',
    isThere: hasRedis,
    create: async () => {
      await sharedState().reset();
      return sharedState();
    },
  },
];

describe.each(kinds)('usage $kind', ({ isThere, create }) => {
  describe.runIf(isThere)('takeCall', () => {
    let state: UsageState;
    beforeEach(async () => {
      state = await create();
    });
    it('gives exactly the quota of each period, whatever the clock does within it', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 40 }),
          fc.array(fc.integer({ min: 0, max: 6 * 3_600_000 }), { maxLength: 200 }),
          async (quota, pausesMs) => {
            await state.reset();
            const pools = [poolOf({ quota, period: 'day' })];
            const takenByDay = new Map<string, number>();
            const triedByDay = new Map<string, number>();
            let now = november;
            for (const pauseMs of pausesMs) {
              now += pauseMs;
              const day = new Date(now).toISOString().slice(0, 10);
              triedByDay.set(day, (triedByDay.get(day) ?? 0) + 1);
              const { refusal } = await state.takeCall('key', pools, now);
              if (refusal === undefined) takenByDay.set(day, (takenByDay.get(day) ?? 0) + 1);
            }
            for (const [day, tried] of triedByDay)
              expect(takenByDay.get(day) ?? 0).toBe(Math.min(quota, tried));
          },
        ),
      );
    });

    it('takes from rate and quota or from neither', async () => {
      const pools = [poolOf({ rate: 3, quota: 10 })];
      expect(await take(state, pools, 5, november)).toEqual({ taken: 3, refusedBy: ['rate'] });
      const [standing] = await state.usage('key', pools, november);
      expect(standing?.quota).toMatchObject({ used: 3, remaining: 7 });
    });

    it('takes from every pool or from none', async () => {
      const pools = [poolOf({ quota: 100 }), poolOf({ name: 'searchByRome', quota: 2 })];
      expect(await take(state, pools, 5, november)).toEqual({ taken: 2, refusedBy: ['quota'] });
      const standings = await state.usage('key', pools, november);
      expect(standings.map((standing) => standing.quota?.used)).toEqual([2, 2]);
    });

    it('names the quota where both quota and bucket are empty: its wait is the longer', async () => {
      expect(await take(state, [poolOf({ rate: 2, quota: 2 })], 3, november)).toEqual({
        taken: 2,
        refusedBy: ['quota'],
      });
    });

    it('names the longer wait of two spent quotas', async () => {
      const pools = [
        poolOf({ quota: 1, period: 'day' }),
        poolOf({ name: 'other', quota: 1, period: 'month' }),
      ];
      await take(state, pools, 1, november);
      const { refusal } = await state.takeCall('key', pools, november);
      expect(refusal?.standing.pool.name).toBe('other');
    });

    it('is fresh in the next period, and not before', async () => {
      const pools = [poolOf({ quota: 2 })];
      expect((await take(state, pools, 3, november)).taken).toBe(2);
      expect((await take(state, pools, 1, december - 1)).taken).toBe(0);
      expect((await take(state, pools, 3, december)).taken).toBe(2);
    });

    it('works on when the clock is set back a month', async () => {
      const pools = [poolOf({ rate: 1, quota: 2 })];
      expect((await take(state, pools, 1, december)).taken).toBe(1);
      expect((await take(state, pools, 1, november)).taken).toBe(0);
      expect((await take(state, pools, 1, november + 1_000)).taken).toBe(1);
    });

    it('gives the quota of the month that the clock was set back to', async () => {
      const pools = [poolOf({ quota: 2 })];
      expect((await take(state, pools, 3, december)).taken).toBe(2);
      expect((await take(state, pools, 3, november)).taken).toBe(2);
    });

    it('finds a month as it left it when the clock comes back', async () => {
      const pools = [poolOf({ quota: 2 })];
      expect((await take(state, pools, 2, november)).taken).toBe(2);
      expect((await take(state, pools, 1, december)).taken).toBe(1);
      expect((await take(state, pools, 1, november)).taken).toBe(0);
      expect((await take(state, pools, 2, december)).taken).toBe(1);
    });

    it('finds a plan with another period as it left it, too', async () => {
      expect((await take(state, [poolOf({ quota: 2, period: 'month' })], 2, november)).taken).toBe(2);
      expect((await take(state, [poolOf({ quota: 2, period: 'day' })], 3, november)).taken).toBe(2);
      expect((await take(state, [poolOf({ quota: 2, period: 'month' })], 1, november)).taken).toBe(0);
    });

    it('knows so many periods, and no more', async () => {
      const pools = [poolOf({ quota: 1, period: 'day' })];
      const dayMs = 86_400_000;
      for (let day = 0; day <= 25; day += 1) await take(state, pools, 1, november + day * dayMs);
      expect((await take(state, pools, 1, november + 2 * dayMs)).taken).toBe(0);
      expect((await take(state, pools, 1, november)).taken).toBe(1);
    });

    it('keeps keys apart', async () => {
      const pools = [poolOf({ quota: 1 })];
      expect((await state.takeCall('one', pools, november)).refusal).toBeUndefined();
      expect((await state.takeCall('two', pools, november)).refusal).toBeUndefined();
    });

    it('lets everything pass where a plan has no limits', async () => {
      expect((await take(state, [poolOf({})], 100, november)).taken).toBe(100);
    });

    it('leaves a state key so many calls in its first period; the next is fresh', async () => {
      const pools = [poolOf({ quota: 100, callsLeft: 1 })];
      expect(await take(state, pools, 3, november)).toEqual({ taken: 1, refusedBy: ['quota'] });
      expect((await take(state, pools, 3, december)).taken).toBe(3);
      expect((await take(state, pools, 3, november)).taken).toBe(0);
    });

    it('spends the first period of each kind that a state key meets', async () => {
      const pool = { quota: 100, callsLeft: 0 };
      expect((await take(state, [poolOf({ ...pool, period: 'month' })], 1, november)).taken).toBe(0);
      expect((await take(state, [poolOf({ ...pool, period: 'day' })], 1, november)).taken).toBe(0);
    });

    it('never lets a throttled key through, and names the rate', async () => {
      expect(await take(state, [poolOf({ rate: 10, quota: 100, isThrottled: true })], 3, november)).toEqual({
        taken: 0,
        refusedBy: ['rate'],
      });
    });

    it('forgets everything on reset', async () => {
      const pools = [poolOf({ quota: 1 })];
      await take(state, pools, 1, november);
      await state.reset();
      expect((await take(state, pools, 1, november)).taken).toBe(1);
    });

    it('forgets one key and no other', async () => {
      const pools = [poolOf({ quota: 1 })];
      await state.takeCall('one', pools, november);
      await state.takeCall('two', pools, november);
      await state.reset('one');
      expect((await state.takeCall('one', pools, november)).refusal).toBeUndefined();
      expect((await state.takeCall('two', pools, november)).refusal?.limit).toBe('quota');
    });

    it('counts as if only so many calls were left, of the period alone', async () => {
      const pool = poolOf({ rate: 5, quota: 10 });
      await take(state, [pool], 2, november);
      await state.leaveCalls('key', pool, 1, november);
      const [standing] = await state.usage('key', [pool], november);
      expect(standing).toMatchObject({ rate: { remaining: 3 }, quota: { used: 9, remaining: 1 } });
      expect((await take(state, [pool], 2, november)).taken).toBe(1);
    });

    it('leaves the count as it is where a plan has no quota any more', async () => {
      await take(state, [poolOf({ quota: 2 })], 2, november);
      await state.leaveCalls('key', poolOf({}), 5, november);
      expect((await take(state, [poolOf({ quota: 2 })], 1, november)).taken).toBe(0);
    });

    it('gives nothing twice to a call that was overtaken by a later one', async () => {
      const pools = [poolOf({ rate: 10 })];
      await take(state, pools, 10, november);
      expect((await take(state, pools, 5, november + 500)).taken).toBe(5);
      expect((await take(state, pools, 1, november)).taken).toBe(0);
      expect((await take(state, pools, 5, november + 500)).taken).toBe(0);
    });
  });
});
