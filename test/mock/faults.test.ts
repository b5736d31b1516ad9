import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { FaultOptions } from '../../mock/engine/faults.ts';
import { createMockServer } from '../../mock/server.ts';

const waits: number[] = [];
const mock = await createMockServer({
  seed: 7,
  clock: { isFrozen: true },
  timer: async (delayMs) => void waits.push(delayMs),
});
beforeEach(async () => {
  waits.length = 0;
  await mock.reset();
});
afterAll(() => mock.close());

/** Over a socket, and without one: a fault is the same in both. */
const ways = [
  ['a socket', (path: string, init?: RequestInit) => fetch(mock.apiUrl + path, init)],
  ['mock.fetch', (path: string, init?: RequestInit) => mock.fetch(mock.apiUrl + path, init)],
] as const;

const statusesOf = async (count: number, path = '/type') => {
  const statuses: number[] = [];
  for (let i = 0; i < count; i += 1) statuses.push((await mock.fetch(mock.apiUrl + path)).status);
  return statuses;
};

describe('a planted fault', () => {
  it('meets the next so many calls', async () => {
    mock.fail({ status: 503, times: 2 });
    expect(await statusesOf(3)).toEqual([503, 503, 200]);
    expect(mock.faults()).toEqual([]);
  });

  it('meets only its operation, until it is cleared', async () => {
    const { id } = mock.fail({ operationId: 'listTypes', status: 500 });
    expect([...(await statusesOf(2)), ...(await statusesOf(1, '/provider'))]).toEqual([500, 500, 200]);
    expect(mock.faults()).toMatchObject([{ id, met: 2 }]);
    mock.clearFault(id);
    expect(await statusesOf(1)).toEqual([200]);
    expect(() => mock.clearFault(id)).toThrow(/no fault/);
  });

  it('meets a share of the calls, the same in every run', async () => {
    mock.fail({ status: 500, share: 0.3, seed: 5 });
    const first = await statusesOf(40);
    await mock.reset();
    mock.fail({ status: 500, share: 0.3, seed: 5 });
    expect(await statusesOf(40)).toEqual(first);
    const failed = first.filter((status) => status === 500).length;
    expect([failed > 4, failed < 20]).toEqual([true, true]);
  });

  it("answers with the document's own example, costs no call, and stands in the journal", async () => {
    mock.fail({
      operationId: 'search',
      status: 429,
      example: 'quota-exceeded',
      headers: { 'Retry-After': '9' },
    });
    const reply = await mock.fetch(`${mock.apiUrl}/search`, { headers: { 'x-api-key': 'mock-free-key' } });
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '9']);
    expect(await reply.json()).toMatchObject({ code: 'quota-exceeded' });
    expect((await mock.usage('mock-free-key')).pools[0]?.quota?.used).toBe(0);
    expect(mock.requests()).toMatchObject([{ status: 429, answeredBy: 'meet fault', fault: 'fault-1' }]);
    expect(mock.requests({ fault: 'fault-1' })).toHaveLength(1);
  });

  it("says any other status in the API's own shape", async () => {
    mock.fail({ status: 418 });
    const reply = await mock.fetch(`${mock.apiUrl}/type`);
    expect([reply.status, await reply.json()]).toMatchObject([418, { statusCode: 418, message: /./ }]);
  });

  it.each([
    [{ status: 502, body: '<h1>502</h1>' }, 'text/html; charset=utf-8', '<h1>502</h1>'],
    [{ status: 502, body: 'gone' }, 'text/plain; charset=utf-8', 'gone'],
    [{ status: 500, body: { oops: true } }, 'application/json', '{"oops":true}'],
    [{ body: [], headers: { 'Content-Type': 'application/odd+json' } }, 'application/odd+json', '[]'],
  ])('says what it was given: %j', async (options, type, text) => {
    mock.fail(options as FaultOptions);
    const reply = await mock.fetch(`${mock.apiUrl}/type`);
    expect([reply.headers.get('content-type'), await reply.text()]).toEqual([type, text]);
  });

  it('waits, and then answers as always or as it says', async () => {
    mock.fail({ delay: 700, times: 1 });
    mock.fail({ delay: 900, status: 500, times: 1 });
    expect(await statusesOf(3)).toEqual([200, 500, 200]);
    expect(waits).toEqual([700, 900]);
  });

  it.each([
    [{}, /does nothing without one of delay, status/],
    [{ times: 2 }, /does nothing/],
    [{ status: 99 }, /"status" must be a whole number from 200 to 599/],
    [{ status: 500, share: 2 }, /"share" must be a number from 0 to 1/],
    [{ statsu: 500 }, /no option "statsu". Did you mean "status"/],
    [{ operationId: 'serach', status: 500 }, /no such operation.*Did you mean "search"/],
  ])('is refused: %j', (options, says) => {
    expect(() => mock.fail(options as FaultOptions)).toThrow(says);
    expect(mock.faults()).toEqual([]);
  });
});

describe.each(ways)('a broken reply over %s', (_way, ask) => {
  it('ends before it has begun', async () => {
    mock.fail({ connection: 'drop', times: 1 });
    await expect(ask('/type')).rejects.toThrow(TypeError);
    expect((await ask('/type')).status).toBe(200);
    expect(mock.requests()[0]).toMatchObject({ status: 444, fault: expect.any(String) });
  });

  it('ends within its body', async () => {
    mock.fail({ connection: 'cut', times: 1 });
    const reply = await ask('/type');
    expect(reply.status).toBe(200);
    await expect(reply.text()).rejects.toThrow();
    expect(await (await ask('/type')).json()).toHaveLength(4);
  });

  it('comes slowly, and whole', async () => {
    const whole = await (await ask('/type')).text();
    mock.fail({ bytesPerSecond: 20_000, times: 1 });
    const reply = await ask('/type');
    const chunks: Uint8Array[] = [];
    for await (const chunk of reply.body as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString().length).toBe(whole.length);
  });

  it('is no JSON any more', async () => {
    mock.fail({ malformed: true, times: 1 });
    await expect((await ask('/type')).json()).rejects.toThrow(SyntaxError);
    expect(await (await ask('/type')).json()).toHaveLength(4);
  });
});

describe('a delay', () => {
  it('is preferred by the request', async () => {
    await mock.fetch(`${mock.apiUrl}/type`, { headers: { prefer: 'delay=250' } });
    await mock.fetch(`${mock.apiUrl}/type`, { headers: { prefer: 'delay=soon' } });
    expect(waits).toEqual([250]);
  });

  it("is the mock's own, for every call of an operation", async () => {
    const late = await createMockServer({
      listen: false,
      delay: 40,
      timer: async (delayMs) => void waits.push(delayMs),
    });
    await late.fetch(`${late.apiUrl}/type`);
    await late.fetch(`${late.apiUrl}/nowhere`);
    await late.close();
    expect(waits).toEqual([40]);
  });
});
