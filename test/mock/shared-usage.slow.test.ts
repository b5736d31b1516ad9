import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer, type MockServerOptions } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { hasRedis, startRedis, type TestRedis } from '../redis.ts';

const free = { headers: { 'x-shop-key': 'mock-free-key' } };
const document = packageFile('test/documents/mock-shop.yaml');
const still = { startAt: '2026-11-23T12:00:00Z', isFrozen: true };
const clients = 200;
const callsEach = 30;

interface Tally {
  ok: number;
  refused: number;
  /** 503s, which their clients ask again after. */
  away: number;
}

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
});

async function startMock(options: MockServerOptions): Promise<MockServer> {
  const mock = await createMockServer({ document, clock: still, ...options });
  closing.unshift(() => mock.close());
  return mock;
}

/** All clients call at once, each the next of the mocks. `onReply` sees the tally after each reply. */
async function callAll(mocks: readonly MockServer[], onReply: (tally: Tally) => void): Promise<Tally> {
  const tally: Tally = { ok: 0, refused: 0, away: 0 };
  async function untilCounted(url: string): Promise<void> {
    for (;;) {
      const reply = await fetch(url, free);
      await reply.arrayBuffer();
      if (reply.status === 204) tally.ok += 1;
      else if (reply.status === 429) tally.refused += 1;
      else if (reply.headers.get('x-mock-usage') === 'away') tally.away += 1;
      else throw new Error(`${reply.status} is no answer of these mocks.`);
      onReply(tally);
      if (reply.status !== 503) return;
      await wait(20);
    }
  }
  const work = Array.from({ length: clients }, async (_, client) => {
    for (let call = 0; call < callsEach; call += 1) {
      const mock = mocks[(client + call) % mocks.length];
      await untilCounted(`${mock?.apiUrl}/secured/optional`);
    }
  });
  await Promise.all(work);
  return tally;
}

/** Redis leaves when a thousand calls have been answered, and comes back when somebody has noticed. */
function restarting(redis: TestRedis) {
  let stopped: Promise<void> | undefined;
  let restarted: Promise<void> | undefined;
  return {
    onReply({ ok, refused, away }: Tally) {
      if (ok + refused >= 1_000) stopped ??= redis.stop();
      if (away > 0) restarted ??= stopped?.then(() => redis.start());
    },
    done: async () => restarted,
  };
}

describe.runIf(hasRedis)('three mocks with one Redis that restarts, and 200 clients', () => {
  it.each([
    { limit: 'quota', plans: { free: { rate: '100000/s', quota: '3000/month' } }, accepted: 3_000 },
    { limit: 'rate', plans: { free: { rate: '2500/s', quota: '3000/month' } }, accepted: 2_500 },
    { limit: 'none', plans: { free: { rate: '100000/s' } }, accepted: 6_000 },
  ])('accept what one mock accepts: $limit', async ({ plans, accepted }) => {
    const alone = await callAll([await startMock({ plans })], () => {});
    expect(alone).toEqual({ ok: accepted, refused: clients * callsEach - accepted, away: 0 });

    const redis = await startRedis({ folder: await mkdtemp(path.join(tmpdir(), 'redis-')) });
    closing.push(() => redis.stop());
    const mocks = await Promise.all([1, 2, 3].map(() => startMock({ plans, redis: redis.url })));
    const restart = restarting(redis);
    const shared = await callAll(mocks, restart.onReply);
    await restart.done();

    expect(shared.away).toBeGreaterThan(0);
    expect({ ...shared, away: 0 }).toEqual(alone);
    const [pool] = (await mocks[0]?.usage('mock-free-key'))?.pools ?? [];
    if (pool?.quota !== undefined) expect(pool.quota.used).toBe(accepted);
  });
});
