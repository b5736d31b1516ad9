import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';

const mock = await createMockServer({
  listen: false,
  clock: { startAt: '2026-11-23T12:00:00Z', isFrozen: true },
  timer: async () => {},
  scenarios: { 'new-year': { summary: 'The year begins.', clock: { now: '2027-01-01T00:00:00Z' } } },
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

const ask = async (
  key: string,
  path = '/search?keywords=python&lang=en&type=mooc&bloom=discover&model=strict&max=1',
) => {
  const reply = await mock.fetch(mock.apiUrl + path, { headers: { 'x-api-key': key } });
  await reply.text();
  return reply.status;
};

describe('a scenario', () => {
  it('is one of five, or of those that were given, and says what it is', async () => {
    const scenarios = await mock.scenarios();
    expect(scenarios.map(({ name }) => name)).toEqual([
      'flaky-network',
      'key-rotated',
      'maintenance-window',
      'plan-just-upgraded',
      'quota-nearly-spent',
      'new-year',
    ]);
    expect(scenarios.every(({ summary }) => summary.endsWith('.'))).toBe(true);
  });

  it('quota-nearly-spent leaves three calls', async () => {
    await mock.play('quota-nearly-spent');
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push(await ask('mock-free-key'));
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it('maintenance-window ends after five calls', async () => {
    await mock.play('maintenance-window');
    const statuses = [];
    for (let i = 0; i < 6; i += 1) statuses.push(await ask('mock-pro-key'));
    expect(statuses).toEqual([503, 503, 503, 503, 503, 200]);
  });

  it('plan-just-upgraded opens what the old plan had closed, with what was used', async () => {
    expect(await ask('mock-free-key', '/searchrome?lang=en&rome=K1304')).toBe(403);
    await mock.play('plan-just-upgraded');
    expect(await ask('mock-free-key', '/searchrome?lang=en&rome=K1304')).not.toBe(403);
    expect((await mock.usage('mock-free-key')).pools[0]?.quota?.used).toBeGreaterThanOrEqual(500);
  });

  it('key-rotated closes the old key and opens the new one', async () => {
    await mock.play('key-rotated');
    expect([await ask('mock-lite-key'), await ask('mock-lite-new-key')]).toEqual([401, 200]);
  });

  it('flaky-network fails some calls, the same ones in every run', async () => {
    const run = async () => {
      await mock.reset();
      await mock.play('flaky-network');
      const outcomes = [];
      for (let i = 0; i < 60; i += 1) outcomes.push(await ask('mock-pro-key', '/type').catch(() => 'broken'));
      return outcomes;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set([200, 502, 'broken']));
    expect(await run()).toEqual(first);
  });

  it('moves the clock, and ends with a reset', async () => {
    await mock.play('new-year');
    expect(mock.clock.now()).toBe(Date.parse('2027-01-01T00:00:00Z'));
    await mock.reset();
    expect(mock.clock.now()).toBe(Date.parse('2026-11-23T12:00:00Z'));
  });

  it('is one that there is, and well-formed', async () => {
    await expect(mock.play('flaky')).rejects.toThrow(/no scenario "flaky".*flaky-network/);
    const odd = { listen: false, scenarios: { odd: { sumary: 'x' } as never } };
    await expect(createMockServer(odd)).rejects.toThrow(/scenario odd has no option "sumary".*"summary"/);
  });
});
