import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';

const mock = await createMockServer({ listen: false, seed: 1, clock: { isFrozen: true } });
const shop = await createMockServer({
  listen: false,
  document: packageFile('test/documents/mock-shop.yaml'),
  keys: [{ key: 'partner', plan: 'large', label: 'a partner', state: 'throttled' }],
});
beforeEach(() => Promise.all([mock.reset(), shop.reset()]));
afterAll(() => Promise.all([mock.close(), shop.close()]));

const search = (key: string, query = 'lang=en') =>
  mock.fetch(`${mock.apiUrl}/search?${query}`, { headers: { 'x-api-key': key } });
const statusOf = async (key: string, query?: string) => (await search(key, query)).status;

const valid = 'keywords=python&lang=en&type=mooc&bloom=discover&model=strict&max=1';

describe('a key that is made while the mock runs', () => {
  it('opens its plan, is counted alone, and closes when it is deleted', async () => {
    const { key, plan, label } = await mock.createKey({ plan: 'free', label: 'checkout tests' });
    expect([plan, label]).toEqual(['free', 'checkout tests']);
    expect(await statusOf(key, valid)).toBe(200);
    expect((await mock.usage(key)).pools[0]?.quota?.used).toBe(1);
    expect((await mock.usage('mock-free-key')).pools[0]?.quota?.used).toBe(0);
    await mock.deleteKey(key);
    expect(await statusOf(key, valid)).toBe(401);
    expect(mock.keys().some((info) => info.key === key)).toBe(false);
  });

  it('has the first plan of the table and a name of its own where nothing is said', async () => {
    const [one, other] = [await mock.createKey(), await mock.createKey()];
    expect([one.plan, one.label]).toEqual(['free', 'Free plan']);
    expect(one.key).not.toBe(other.key);
  });

  it('is named in no refusal, is masked in the journal, and is gone after a reset', async () => {
    const { key } = await mock.createKey({ key: 'suite-7-key' });
    const refusal = await mock.fetch(`${mock.apiUrl}/search`);
    expect(await refusal.text()).not.toContain(key);
    await statusOf(key);
    expect(JSON.stringify(mock.requests())).not.toContain(key);
    await mock.reset();
    expect(await statusOf(key, valid)).toBe(401);
  });

  it.each([
    [{ key: 'mock-free-key' }, /such a key already/],
    [{ plan: 'fre' }, /no plan "fre". Did you mean "free"\? The plans are demo, free/],
    [{ state: 'sleepy' }, /"state" must be one of revoked/],
    [{ state: { callsLeft: -1 } }, /"callsLeft" must be/],
    [{ lable: 'x' }, /no option "lable". Did you mean "label"/],
  ])('is refused with %j', async (options, says) => {
    const before = mock.keys();
    await expect(mock.createKey(options as never)).rejects.toThrow(says);
    expect(mock.keys()).toEqual(before);
  });
});

describe('a key that is changed', () => {
  it('moves to another plan and takes its usage along', async () => {
    await mock.setUsage('mock-free-key', { remaining: 1 });
    expect(await statusOf('mock-free-key', valid)).toBe(200);
    expect(await statusOf('mock-free-key', valid)).toBe(429);
    await mock.changeKey('mock-free-key', { plan: 'lite' });
    expect(await statusOf('mock-free-key', valid)).toBe(200);
    expect((await mock.usage('mock-free-key')).pools[0]?.quota).toMatchObject({ used: 501, max: 10_000 });
  });

  it.each([
    ['revoked', 401],
    ['quota-spent', 429],
    ['throttled', 429],
    ['maintenance', 503],
    ['error', 500],
    [{ failsWith: 'maintenance' }, 503],
  ] as const)('is in the state %j, and out of it again', async (state, want) => {
    expect(await statusOf('mock-pro-key', valid)).toBe(200);
    await mock.changeKey('mock-pro-key', { state });
    expect(await statusOf('mock-pro-key', valid)).toBe(want);
    await mock.changeKey('mock-pro-key', { state: null });
    expect(await statusOf('mock-pro-key', valid)).toBe(200);
  });

  it('is one that there is', async () => {
    await expect(mock.changeKey('nobody', { plan: 'free' })).rejects.toThrow('No account has this key.');
  });
});

describe("keys of somebody else's document", () => {
  it('are those of its plans, and those that the options say', async () => {
    expect(shop.keys().map(({ key, plan, label }) => [key, plan, label])).toContainEqual([
      'partner',
      'large',
      'a partner',
    ]);
    const reply = await shop.fetch(`${shop.apiUrl}/orders`, { headers: { 'x-shop-key': 'partner' } });
    expect(reply.status).toBe(429);
  });

  it("take the place of the mock's own of the same name", async () => {
    const own = await createMockServer({ listen: false, keys: [{ key: 'mock-revoked-key', plan: 'free' }] });
    expect(own.keys().filter(({ key }) => key === 'mock-revoked-key')).toMatchObject([
      { plan: 'free', state: undefined },
    ]);
    await own.close();
  });

  it('are of a plan that there is', async () => {
    const start = createMockServer({ listen: false, keys: [{ plan: 'gold' }] });
    await expect(start).rejects.toThrow(/no plan "gold"/);
  });
});

describe('two suites on one mock', () => {
  it('never meet: limits, faults and journal are by key', async () => {
    const [one, other] = [await mock.createKey({ plan: 'free' }), await mock.createKey({ plan: 'free' })];
    await mock.setUsage(one.key, { remaining: 0 });
    mock.fail({ key: other.key, status: 503, times: 1 });
    expect([await statusOf(one.key, valid), await statusOf(other.key, valid)]).toEqual([429, 503]);
    expect(await statusOf(other.key, valid)).toBe(200);
    expect(mock.requests({ key: one.key }).map(({ status }) => status)).toEqual([429]);
    mock.clearRequests({ key: one.key });
    expect(mock.requests({ key: one.key })).toEqual([]);
    expect(mock.requests({ key: other.key }).map(({ status }) => status)).toEqual([503, 200]);
  });
});
