import { createMockServer, type MockServer } from 'inokufu-api-kit';
import { http } from 'msw';
import { type SetupServer, setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

const api = 'https://api.inokufu.com/learningobject/v2';
let mock: MockServer;
let server: SetupServer;
beforeAll(async () => {
  mock = await createMockServer({ listen: false });
  server = setupServer(
    // MSW makes a 500 of what a handler throws; a lost connection is this to it.
    http.all('https://api.inokufu.com/*', ({ request }) => mock.fetch(request).catch(() => Response.error())),
  );
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => mock.reset());
afterAll(() => server.close());

it('answers the address that the application has, without a port and without a network', async () => {
  expect(await (await fetch(`${api}/type`)).json()).toHaveLength(4);
  const refused = await fetch(`${api}/search?keywords=python`);
  expect([refused.status, mock.requests().at(-1)?.why]).toEqual([401, 'missing-key']);
});

it('loses the connection where a fault says so', async () => {
  mock.fail({ connection: 'drop', times: 1 });
  await expect(fetch(`${api}/type`)).rejects.toThrow(TypeError);
  expect((await fetch(`${api}/type`)).status).toBe(200);
});
