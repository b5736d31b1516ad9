import { describe, expect, it } from 'vitest';
import { createAwsGateway } from '../../../../mock/engine/failures/aws-gateway.ts';
import type { AccountState } from '../../../../mock/engine/key-options.ts';
import { monday, shopEngine } from '../shop.ts';

const small = { headers: { 'x-shop-key': 'mock-small-key' } };
const large = { headers: { 'x-shop-key': 'large-demo-key' } };
const stock = 'GET /stock?place=Lyon&day=1';

describe('check plan', () => {
  it('refuses what the plan lacks, names the feature and the plans that have it, and takes no call', async () => {
    const { ask, engine } = shopEngine();
    const reply = await ask('GET /orders', small);
    expect([reply.status, reply.json.code]).toEqual([403, 'plan-lacks-feature']);
    expect(reply.json.detail).toBe(
      'The Small plan does not include "Order history". It is in the plans Large.',
    );
    expect(reply.headers.RateLimit).toBeUndefined();
    expect((await ask(stock, small)).headers['X-RateLimit-Remaining']).toBe('19');
    expect(engine.journal.entries()[0]?.answeredBy).toBe('check plan');
  });
});

describe('take call', () => {
  it('counts down and says so', async () => {
    const { headers } = await shopEngine().ask(stock, small);
    expect(headers).toMatchObject({
      'RateLimit-Policy': '"rate";q=5;w=1, "quota";q=20;w=2592000',
      RateLimit: '"rate";r=4;t=1, "quota";r=19;t=648000',
      'X-RateLimit-Limit': '20',
      'X-RateLimit-Remaining': '19',
      'X-RateLimit-Reset': String(Date.parse('2026-12-01') / 1000),
    });
  });

  it('refuses the call after the burst with the seconds to wait, and counts nothing', async () => {
    const { ask, engine } = shopEngine();
    for (let i = 0; i < 5; i += 1) await ask(stock, small);
    const reply = await ask(stock, small);
    expect([reply.status, reply.json.code, reply.headers['Retry-After']]).toEqual([
      429,
      'rate-exceeded',
      '1',
    ]);
    expect(reply.json.detail).toBe(
      'Calls come faster than the Small plan allows: 5 calls per second, at most 5 at once. Wait 1 second.',
    );
    expect(reply.headers['X-RateLimit-Remaining']).toBe('15');
    engine.clock.advance(200);
    expect((await ask(stock, small)).status).toBe(200);
  });

  it('refuses a spent quota until the month has passed', async () => {
    const { ask, engine } = shopEngine();
    for (let i = 0; i < 20; i += 1) {
      await ask(stock, small);
      engine.clock.advance(1_000);
    }
    const reply = await ask(stock, small);
    expect([reply.status, reply.json.code]).toEqual([429, 'quota-exceeded']);
    expect(reply.json.detail).toBe(
      'The 20 calls of this month (UTC) of the Small plan are used up. New ones come at 2026-12-01T00:00:00Z.',
    );
    expect(reply.headers['Retry-After']).toBe(String((Date.parse('2026-12-01') - monday - 20_000) / 1_000));
    engine.clock.advance({ months: 1 });
    expect((await ask(stock, small)).headers['X-RateLimit-Remaining']).toBe('19');
  });

  it("takes a path's own limit besides the shared one", async () => {
    const { ask } = shopEngine();
    for (let i = 0; i < 3; i += 1) expect((await ask('GET /orders', large)).status).toBe(200);
    const reply = await ask('GET /orders', large);
    expect([reply.status, reply.json.code]).toEqual([429, 'quota-exceeded']);
    expect(reply.headers.RateLimit).toBe(
      '"rate";r=97;t=1, "quota";r=997;t=43200, "listOrders-quota";r=0;t=43200',
    );
    expect((await ask(stock, large)).status).toBe(200);
  });

  it('takes a call for a request that fails validation, none for one that is refused before', async () => {
    const { ask } = shopEngine();
    await ask('GET /stock', small);
    await ask('GET /nowhere', small);
    await ask('PATCH /stock', small);
    expect((await ask(stock, small)).headers['X-RateLimit-Remaining']).toBe('18');
  });

  it('counts nothing where no key is needed, even if one is sent', async () => {
    const { ask } = shopEngine();
    for (let i = 0; i < 30; i += 1) {
      const reply = await ask('GET /items', small);
      expect([reply.status, reply.headers.RateLimit]).toEqual([200, undefined]);
    }
    expect((await ask(stock, small)).headers['X-RateLimit-Remaining']).toBe('19');
  });

  it('sends no limits and no Retry-After behind the aws gateway', async () => {
    const { ask } = shopEngine({ gateway: createAwsGateway(() => 'ABCDEFGHIJKLMNO') });
    for (let i = 0; i < 6; i += 1) {
      const { headers } = await ask(stock, small);
      expect(Object.keys(headers).filter((name) => /ratelimit|retry-after/i.test(name))).toEqual([]);
    }
  });
});

describe('keys of a state', () => {
  const withState = (keyState: AccountState) => shopEngine({ keyState });

  it.each([
    { state: { callsLeft: 0 }, want: [429, 'quota-exceeded'] },
    { state: { isThrottled: true }, want: [429, 'rate-exceeded'] },
    { state: { failsWith: 'maintenance' }, want: [503, 'maintenance'] },
    { state: { failsWith: 'internal-error' }, want: [500, 'internal-error'] },
  ] as const)('answers $want for $state', async ({ state, want }) => {
    const reply = await withState(state).ask(stock, small);
    expect([reply.status, reply.json.code]).toEqual(want);
  });

  it('says when to come back after maintenance', async () => {
    expect((await withState({ failsWith: 'maintenance' }).ask(stock, small)).headers['Retry-After']).toBe(
      '120',
    );
  });

  it.each([503, 500])('plays %i also where no key is needed', async (status) => {
    const failsWith = status === 503 ? 'maintenance' : 'internal-error';
    expect((await withState({ failsWith }).ask('GET /items', small)).status).toBe(status);
  });

  it('refuses nothing where no key is needed', async () => {
    expect(
      (await withState({ callsLeft: 0, isRevoked: true, isThrottled: true }).ask('GET /items', small)).status,
    ).toBe(200);
  });

  it('leaves one call', async () => {
    const { ask } = withState({ callsLeft: 1 });
    expect((await ask(stock, small)).status).toBe(200);
    expect((await ask(stock, small)).status).toBe(429);
  });

  it('waits on the timer that it was given', async () => {
    const waits: number[] = [];
    const timer = async (delayMs: number) => void waits.push(delayMs);
    const { ask } = shopEngine({ keyState: { delayMs: 3_000 }, timer });
    expect((await ask(stock, small)).status).toBe(200);
    expect(waits).toEqual([3_000]);
  });
});
