import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer, type MockServerOptions } from '../../mock/server.ts';

const run = promisify(execFile);
const search = '/search?keywords=python&lang=en&type=mooc&bloom=understand&model=strict&max=1';
const free = { headers: { 'x-api-key': 'mock-free-key' } };
const still = { startAt: '2026-11-23T12:00:00Z', isFrozen: true };

let running: MockServer | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

async function startMock(options: MockServerOptions = {}): Promise<MockServer> {
  running = await createMockServer({ clock: still, ...options });
  return running;
}

/** Statuses of calls by clients that all run at once, counted. */
async function callInParallel(mock: MockServer, clients: number, callsEach: number) {
  const perClient = Array.from({ length: clients }, async () => {
    const statuses: number[] = [];
    for (let call = 0; call < callsEach; call += 1) {
      const reply = await fetch(mock.apiUrl + search, free);
      await reply.arrayBuffer();
      statuses.push(reply.status);
    }
    return statuses;
  });
  const statuses = (await Promise.all(perClient)).flat();
  return {
    ok: statuses.filter((status) => status === 200).length,
    refused: statuses.filter((status) => status === 429).length,
  };
}

describe('50 clients at once on the Free key', () => {
  it('get exactly what the bucket holds while no time passes', async () => {
    const mock = await startMock();
    expect(await callInParallel(mock, 50, 4)).toEqual({ ok: 10, refused: 190 });
    expect((await mock.usage('mock-free-key')).pools[0]?.quota).toMatchObject({ used: 10, remaining: 490 });
  });

  it('get exactly the quota when time passes, and not one call more', async () => {
    const mock = await startMock();
    let ok = 0;
    for (let second = 0; second < 50; second += 1) {
      ok += (await callInParallel(mock, 50, 1)).ok;
      mock.clock.advance({ seconds: 1 });
    }
    expect(ok).toBe(500);
    expect(await callInParallel(mock, 50, 1)).toEqual({ ok: 0, refused: 50 });
    const reply = await fetch(mock.apiUrl + search, free);
    expect((await reply.json()).code).toBe('quota-exceeded');
  });
});

/** Spends the Free key's 500 calls, ten a second. */
async function spendQuota(mock: MockServer): Promise<void> {
  for (let second = 0; second < 50; second += 1) {
    for (let call = 0; call < 10; call += 1) await (await fetch(mock.apiUrl + search, free)).arrayBuffer();
    mock.clock.advance({ seconds: 1 });
  }
}

describe('a month passes', () => {
  it('in one line of code, and the quota is fresh', async () => {
    const mock = await startMock();
    await spendQuota(mock);
    expect((await fetch(mock.apiUrl + search, free)).status).toBe(429);
    mock.clock.advance('P1M');
    const reply = await fetch(mock.apiUrl + search, free);
    expect([reply.status, reply.headers.get('x-ratelimit-remaining')]).toEqual([200, '499']);
    expect(reply.headers.get('date')).toBe('Wed, 23 Dec 2026 12:00:50 GMT');
  });

  it('in one line of a shell, and the quota is fresh', async () => {
    const mock = await startMock();
    await spendQuota(mock);
    const curl = async (...args: string[]) => (await run('curl', ['-sS', ...args])).stdout;
    const call = () => curl('-H', 'x-api-key: mock-free-key', mock.apiUrl + search);
    expect(JSON.parse(await call()).code).toBe('quota-exceeded');
    await curl('-d', '{"days": 31}', `${mock.url}/__mock/clock/advance`);
    expect(JSON.parse(await call()).statusCode).toBe(200);
    const usage = JSON.parse(await curl(`${mock.url}/__mock/usage/mock-free-key`));
    expect(usage.pools[0].quota).toMatchObject({
      used: 1,
      remaining: 499,
      period: 'month',
      resetsAt: '2027-01-01T00:00:00.000Z',
    });
  });
});

describe('a quota is spent', () => {
  it('in one line of code', async () => {
    const mock = await startMock();
    await mock.setUsage('mock-free-key', { remaining: 1 });
    expect((await fetch(mock.apiUrl + search, free)).headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await (await fetch(mock.apiUrl + search, free)).json()).code).toBe('quota-exceeded');
    await expect(mock.setUsage('nobody', { remaining: 1 })).rejects.toThrow(
      /No account has this key\. GET \/__mock\/keys/,
    );
  });

  it('and a month passes, in one line of a shell', async () => {
    const mock = await startMock();
    const call = `curl -sS -o /dev/null -w '%{http_code} ' -H 'x-api-key: mock-free-key' '${mock.apiUrl}${search}'`;
    const spend = `curl -sS -o /dev/null -X PUT -d '{"remaining": 0}' ${mock.url}/__mock/usage/mock-free-key`;
    const pass = `curl -sS -o /dev/null -d P1M ${mock.url}/__mock/clock/advance`;
    const { stdout } = await run('sh', ['-c', [call, spend, call, pass, call].join('; ')]);
    expect(stdout.trim()).toBe('200 429 200');
  });
});

describe('the demo key', () => {
  const demo = { headers: { 'x-api-key': 'demo29331806e87fe8d34d03ddaad2b1b454b58a5b9d4f1385d4f86bb321' } };
  it('has 50 calls a day, one a second', async () => {
    const mock = await startMock();
    const statuses: number[] = [];
    for (let call = 0; call < 51; call += 1) {
      const reply = await fetch(mock.apiUrl + search, demo);
      await reply.arrayBuffer();
      statuses.push(reply.status);
      mock.clock.advance(1_000);
    }
    expect(statuses.indexOf(429)).toBe(50);
    mock.clock.set('2026-11-24T00:00:00Z');
    expect((await fetch(mock.apiUrl + search, demo)).status).toBe(200);
    expect((await fetch(mock.apiUrl + search, demo)).status).toBe(429);
  });
});
