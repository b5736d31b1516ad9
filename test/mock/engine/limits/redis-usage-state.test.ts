import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createClient } from '@redis/client';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryUsageState } from '../../../../mock/engine/limits/memory-usage-state.ts';
import { createSharedUsage, type SharedUsage } from '../../../../mock/engine/limits/shared-usage.ts';
import {
  type LimitPool,
  UsageAwayError,
  type UsageState,
} from '../../../../mock/engine/limits/usage-state.ts';
import { silentLogger } from '../../../../mock/engine/logger.ts';
import type { QuotaPeriod } from '../../../../openapi/model/usage-plans.ts';
import { hasRedis, startRedis, type TestRedis } from '../../../redis.ts';

const now = Date.parse('2026-11-23T12:00:00.000Z');
const dayMs = 86_400_000;

/** Ten calls a second and a quota. */
function pool(period: QuotaPeriod, quota = 100): LimitPool {
  const rate = { max: 10, periodSeconds: 1, burst: 10, shown: undefined };
  return { name: 'default', limits: { rate, quota: { max: quota, period, shown: undefined } } };
}

/** A pool of any kind, with a few calls in it so that they are soon spent. */
function anyPool(name: string): fc.Arbitrary<LimitPool> {
  const few = fc.integer({ min: 0, max: 4 });
  return fc.record({
    name: fc.constant(name),
    limits: fc.record({
      rate: fc.option(
        fc.record({
          max: few,
          periodSeconds: fc.constantFrom(1, 7, 31_536_000),
          burst: fc.integer({ min: 1, max: 4_000_000 }),
          shown: fc.constant(undefined),
        }),
        { nil: undefined },
      ),
      quota: fc.option(
        fc.record({
          max: few,
          period: fc.constantFrom<QuotaPeriod>('second', 'day', 'month', 'forever'),
          shown: fc.constant(undefined),
        }),
        { nil: undefined },
      ),
    }),
    callsLeft: fc.option(few, { nil: undefined }),
    isThrottled: fc.boolean(),
  });
}

/** Stands before Redis, and can end a connection where a reply would come. */
async function startCuttingProxy(url: string) {
  let cutsNext = false;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const redis = connect(Number(new URL(url).port), '127.0.0.1');
    const end = () => {
      client.destroy();
      redis.destroy();
    };
    for (const socket of [client, redis]) sockets.add(socket.on('error', end).on('close', end));
    client.pipe(redis);
    redis.on('data', (bytes) => {
      if (!cutsNext) return client.write(bytes);
      cutsNext = false;
      proxy.cuts += 1;
      return end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy = {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: 0,
    cutNextReply() {
      cutsNext = true;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}

type Verb = (state: UsageState, at: number) => Promise<unknown>;

const anyVerb: fc.Arbitrary<Verb> = fc
  .record({
    verb: fc.constantFrom('take', 'take', 'take', 'usage', 'leave', 'reset'),
    shared: anyPool('default'),
    own: fc.option(anyPool('search'), { nil: undefined }),
    calls: fc.nat({ max: 3 }),
  })
  .map(({ verb, shared, own, calls }) => {
    const pools = own === undefined ? [shared] : [shared, own];
    return async (state, at) => {
      if (verb === 'take') return state.takeCall('key', pools, at);
      if (verb === 'usage') return state.usage('key', pools, at);
      if (verb === 'leave') return state.leaveCalls('key', shared, calls, at);
      return calls === 0 ? state.reset('key') : undefined;
    };
  });

/** A clock that goes on, and is set back. */
const anyStep = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -3_000, max: 3_000 }),
  fc.integer({ min: -40 * dayMs, max: 40 * dayMs }),
);

describe.runIf(hasRedis)('usage in Redis', () => {
  let redis: TestRedis;
  let shared: SharedUsage;
  const inspector = () => createClient({ url: redis.url });
  let store: ReturnType<typeof inspector>;
  beforeAll(async () => {
    redis = await startRedis();
    shared = await createSharedUsage({ url: redis.url, whenAway: 'refuse', logger: silentLogger });
    await shared.connect();
    store = inspector();
    await store.connect();
  });
  beforeEach(async () => {
    await store.flushAll();
  });
  afterAll(async () => {
    store.destroy();
    shared.close();
    await redis.stop();
  });

  it('says what usage in memory says, whatever is asked, and when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyVerb, anyStep), { maxLength: 40 }), async (asked) => {
        await shared.state.reset();
        const memory = createMemoryUsageState();
        let at = now;
        for (const [verb, stepMs] of asked) {
          at += stepMs;
          expect(await verb(shared.state, at)).toEqual(await verb(memory, at));
        }
      }),
    );
  });

  it('is one for all that are connected', async () => {
    const other = await createSharedUsage({ url: redis.url, whenAway: 'refuse', logger: silentLogger });
    await other.connect();
    const calls = Array.from({ length: 40 }, (_, call) =>
      (call % 2 === 0 ? shared : other).state.takeCall('key', [pool('month')], now),
    );
    const taken = (await Promise.all(calls)).filter(({ refusal }) => refusal === undefined);
    other.close();
    expect(taken).toHaveLength(10);
  });

  it.each<{ period: QuotaPeriod; days: number }>([
    { period: 'day', days: 31.5 },
    { period: 'month', days: 38.5 },
    { period: 'forever', days: 396 },
  ])('keeps a quota of a $period for $days days, and no name of a key', async ({ period, days }) => {
    await shared.state.takeCall('a-secret', [pool(period)], now);
    const names = await store.keys('*');
    const [usage = ''] = names.filter((name) => name.startsWith('api-kit:usage:'));
    const [call = ''] = names.filter((name) => name.startsWith('api-kit:call:'));
    expect(names).toHaveLength(2);
    expect(names.join()).not.toContain('a-secret');
    expect(Math.round(((await store.pTTL(usage)) / dayMs) * 10) / 10).toBe(days);
    expect(await store.ttl(call)).toBeGreaterThan(0);
  });

  it('keeps what the longest period of a key needs', async () => {
    await shared.state.takeCall('key', [pool('forever')], now);
    await shared.state.takeCall('key', [pool('day')], now);
    const [usage = ''] = await store.keys('api-kit:usage:*');
    expect(Math.round((await store.pTTL(usage)) / dayMs)).toBe(396);
  });

  it('forgets nothing that is not of usage', async () => {
    await store.set('mine', 'kept');
    await shared.state.takeCall('key', [pool('month')], now);
    await shared.state.reset();
    expect(await store.keys('api-kit:usage:*')).toEqual([]);
    expect(await store.get('mine')).toBe('kept');
  });

  it('takes a call once, also where the reply was lost and it is said again', async () => {
    const proxy = await startCuttingProxy(redis.url);
    const through = await createSharedUsage({ url: proxy.url, whenAway: 'refuse', logger: silentLogger });
    await through.connect();
    await through.state.takeCall('key', [pool('month')], now);
    proxy.cutNextReply();
    const { refusal, standings } = await through.state.takeCall('key', [pool('month')], now);
    through.close();
    await proxy.close();
    expect(refusal).toBeUndefined();
    expect(standings[0]).toMatchObject({ rate: { remaining: 8 }, quota: { used: 2 } });
    expect(proxy.cuts).toBe(1);
  });
});

describe.runIf(hasRedis)('while Redis is away', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  const month = pool('month', 3);

  async function connected(whenAway: 'refuse' | 'local'): Promise<SharedUsage> {
    const shared = await createSharedUsage({ url: redis.url, whenAway, logger: silentLogger });
    await shared.connect();
    return shared;
  }

  it('refuses every verb, and goes on when it is back', async () => {
    const { state, close } = await connected('refuse');
    await redis.stop();
    await expect(state.takeCall('key', [month], now)).rejects.toThrow(UsageAwayError);
    await expect(state.usage('key', [month], now)).rejects.toThrow(UsageAwayError);
    await expect(state.leaveCalls('key', month, 1, now)).rejects.toThrow(UsageAwayError);
    await expect(state.reset()).rejects.toThrow(/^Redis, which mocks share usage through, is away: .*/);
    await redis.start();
    await vi.waitFor(() => state.usage('key', [month], now), { timeout: 30_000 });
    close();
  });

  it('counts alone where that is the choice, says so, and shares again when it is back', async () => {
    const { state, close } = await connected('local');
    await state.takeCall('key', [month], now);
    await redis.stop();
    const alone = [];
    for (let call = 0; call < 4; call += 1) alone.push(await state.takeCall('key', [month], now));
    expect(alone.map(({ refusal, isLocal }) => ({ limit: refusal?.limit, isLocal }))).toEqual([
      ...Array(3).fill({ limit: undefined, isLocal: true }),
      { limit: 'quota', isLocal: true },
    ]);
    await state.leaveCalls('key', month, 2, now);
    expect((await state.usage('key', [month], now))[0]?.quota?.remaining).toBe(2);
    await state.reset('key');
    expect((await state.usage('key', [month], now))[0]?.quota?.remaining).toBe(3);
    await redis.start();
    await vi.waitFor(
      async () => expect((await state.takeCall('key', [month], now)).isLocal).toBeUndefined(),
      { timeout: 30_000 },
    );
    close();
  });

  it('starts all the same, and says what is wrong in the log, once', async () => {
    await redis.stop();
    const warn = vi.fn();
    const logger = { ...silentLogger, warn };
    const { state, connect, close } = await createSharedUsage({ url: redis.url, whenAway: 'refuse', logger });
    await connect();
    await expect(state.usage('key', [month], now)).rejects.toThrow(/ECONNREFUSED/);
    close();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.lastCall?.[1]).toMatch(/^Usage is not shared, since Redis is away: .*ECONNREFUSED/);
  });
});
