import { createMockServer, type MockServer } from 'inokufu-api-kit';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createClient } from './create-client.ts';

let mock: MockServer;
beforeAll(async () => {
  mock = await createMockServer({ clock: { startAt: '2026-12-15T10:00:00Z', isFrozen: true } });
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

const query = {
  keywords: 'python',
  lang: 'en',
  type: 'mooc',
  bloom: 'discover',
  model: 'strict',
  max: 2,
} as const;

/** A client that waits on the mock's clock. */
function clientOf(key: string) {
  const waits: number[] = [];
  const wait = async (seconds: number) => {
    waits.push(seconds);
    mock.clock.advance({ seconds });
  };
  return { client: createClient({ apiUrl: mock.apiUrl, key, wait }), waits };
}

it('searches with parameters that the compiler has checked', async () => {
  const { client } = clientOf('mock-pro-key');
  const { data } = await client.GET('/search', { params: { query } });
  expect(data?.response.content).toHaveLength(2);
});

it('comes again after the seconds that the mock names, as often as it is late', async () => {
  const { client, waits } = clientOf('mock-pro-key');
  mock.fail({ operationId: 'search', status: 503, headers: { 'Retry-After': '7' }, times: 2 });
  const { response } = await client.GET('/search', { params: { query } });
  expect([response.status, waits]).toEqual([200, [7, 7]]);
});

it('comes again when it was too fast, and is in time then', async () => {
  const { client, waits } = clientOf('mock-free-key');
  for (let call = 1; call <= 11; call += 1) {
    const { response } = await client.GET('/search', { params: { query } });
    expect(response.status).toBe(200);
  }
  // The Free plan has ten calls a second.
  expect(waits).toEqual([1]);
});

it('gives the refusal to its caller where it would have to wait for the next month', async () => {
  const { client, waits } = clientOf('mock-free-key');
  await mock.setUsage('mock-free-key', { remaining: 0 });
  const { error, response } = await client.GET('/search', { params: { query } });
  expect([response.status, error?.message, waits]).toEqual([429, expect.stringMatching(/./), []]);
});
