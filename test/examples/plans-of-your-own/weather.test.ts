import { createMockServer, type MockServer } from 'inokufu-api-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';

let mock: MockServer;
beforeAll(async () => {
  mock = await createMockServer({
    document: new URL('weather.yaml', import.meta.url).pathname,
    clock: { startAt: '2026-12-15T10:00:00Z', isFrozen: true },
  });
});
afterAll(() => mock.close());

const statusOf = async (path: string, key: string) =>
  (await fetch(mock.apiUrl + path, { headers: { 'x-weather-key': key } })).status;

it('has a key for each plan', () => {
  expect(mock.keys().map(({ key }) => key)).toEqual(['mock-hobby-key', 'mock-business-key']);
});

it('counts a quota, and opens it again on the next day', async () => {
  expect(await statusOf('/now', 'mock-hobby-key')).toBe(200);
  expect(await statusOf('/now', 'mock-hobby-key')).toBe(200);
  expect(await statusOf('/now', 'mock-hobby-key')).toBe(429);
  mock.clock.advance({ days: 1 });
  expect(await statusOf('/now', 'mock-hobby-key')).toBe(200);
});

it('closes what a plan does not include', async () => {
  expect(await statusOf('/forecast', 'mock-hobby-key')).toBe(403);
  expect(await statusOf('/forecast', 'mock-business-key')).toBe(200);
});
