import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMockServer, type MockServer, type MockServerOptions } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { hasRedis, startRedis, type TestRedis } from '../redis.ts';

const free = { headers: { 'x-shop-key': 'mock-free-key' } };
const document = packageFile('test/documents/mock-shop.yaml');
const still = { startAt: '2026-11-23T12:00:00Z', isFrozen: true };
const plans = { free: { rate: '100/s', quota: '3/month' } };

function call(mock: MockServer, init: RequestInit = free): Promise<Response> {
  return mock.fetch('/v1/secured/optional', init);
}

describe('options for Redis', () => {
  it.each(['http://127.0.0.1:6379', 'redis://', 'redis://127.0.0.1:6379/usage', 'redis://127.0.0.1:99999'])(
    'refuses %s, and says what is wanted',
    async (redis) => {
      const want = /^createMockServer: "redis" must be an address like redis:\/\/127\.0\.0\.1:6379, not '/;
      await expect(createMockServer({ listen: false, redis })).rejects.toThrow(want);
    },
  );

  it('names the choices there are while it is away', async () => {
    const options = { listen: false, redisAway: '503' } as unknown as MockServerOptions;
    await expect(createMockServer(options)).rejects.toThrow('"redisAway" must be "refuse" or "local"');
  });
});

describe.runIf(hasRedis)('mocks with one Redis', () => {
  let redis: TestRedis;
  const running: MockServer[] = [];
  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((mock) => mock.close()));
    await redis.stop();
  });

  async function startMock(options: MockServerOptions = {}): Promise<MockServer> {
    const mock = await createMockServer({
      document,
      listen: false,
      clock: still,
      plans,
      redis: redis.url,
      ...options,
    });
    running.push(mock);
    return mock;
  }

  it('have one usage of each key, which each can show, set and reset', async () => {
    const [one, other] = [await startMock(), await startMock()];
    const replies = [await call(one), await call(other), await call(one), await call(other)];
    expect(replies.map(({ status }) => status)).toEqual([204, 204, 204, 429]);
    expect(replies[3]?.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(replies[0]?.headers.has('x-mock-usage')).toBe(false);
    await one.setUsage('mock-free-key', { remaining: 2 });
    expect((await other.usage('mock-free-key')).pools[0]?.quota).toMatchObject({ used: 1, remaining: 2 });
    await other.reset();
    expect((await one.usage('mock-free-key')).pools[0]?.quota).toMatchObject({ used: 0, remaining: 3 });
  });

  it.each<{ gateway: 'documented' | 'aws'; retryAfter: string | null }>([
    { gateway: 'documented', retryAfter: '1' },
    // The gateway has no such header.
    { gateway: 'aws', retryAfter: null },
  ])(
    'refuse with 503 while it is away, under $gateway, and say why; go on when it is back',
    async ({ gateway, retryAfter }) => {
      const mock = await startMock({ gateway });
      await redis.stop();
      const reply = await call(mock);
      expect(reply.status).toBe(503);
      expect(reply.headers.get('x-mock-usage')).toBe('away');
      expect(reply.headers.get('retry-after')).toBe(retryAfter);
      expect(await reply.json()).toMatchObject({
        detail: expect.stringMatching(
          /^This call can't be counted, so it is refused\. Redis, .* is away: .*\. Try again in a second\.$/,
        ),
      });
      expect(mock.requests()[0]).toMatchObject({ answeredBy: 'take call', why: 'usage-away' });
      // Without a key nothing is counted.
      expect((await call(mock, {})).status).toBe(204);
      await redis.start();
      await vi.waitFor(async () => expect((await call(mock)).status).toBe(204), { timeout: 30_000 });
    },
  );

  it('answer the admin side with 503, too', async () => {
    const mock = await startMock({ listen: true });
    await redis.stop();
    const reply = await fetch(`${mock.adminUrl}/usage/mock-free-key`);
    expect(reply.status).toBe(503);
    expect((await reply.json()).message).toMatch(/^Redis, which mocks share usage through, is away: /);
    await expect(mock.reset()).rejects.toThrow('is away');
  });

  it('count alone where that is the choice, and say so', async () => {
    const mock = await startMock({ redisAway: 'local' });
    await call(mock);
    await redis.stop();
    const replies = [];
    for (let count = 0; count < 4; count += 1) replies.push(await call(mock));
    expect(replies.map(({ status }) => status)).toEqual([204, 204, 204, 429]);
    expect(replies.map(({ headers }) => headers.get('x-mock-usage'))).toEqual(Array(4).fill('local'));
  });
});
