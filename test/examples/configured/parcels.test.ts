import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';

const kit = path.dirname(createRequire(import.meta.url).resolve('inokufu-api-kit/package.json'));
let mock: ChildProcessWithoutNullStreams;
let api: string;

/** `npx inokufu-api-kit mock`, in this folder: the configuration says the rest. */
beforeAll(async () => {
  mock = spawn(process.execPath, [path.join(kit, 'scripts/bin.mjs'), 'mock'], { cwd: import.meta.dirname });
  for await (const line of createInterface(mock.stdout)) {
    api = /^ {2}API +(\S+)/.exec(line)?.[1] ?? api;
    if (line.includes('Ctrl-C')) return;
  }
});
afterAll(() => {
  mock.kill();
});

const call = (place: string, key: string) =>
  fetch(api + place, { headers: { authorization: `Bearer ${key}` } });

it('has a key for each plan, with its limits', async () => {
  const statuses = [];
  for (const id of [1, 2, 3]) statuses.push((await call(`/parcels/${id}`, 'mock-free-key')).status);
  expect(statuses).toEqual([200, 200, 429]);
  expect((await call('/parcels/1', 'mock-business-key')).headers.get('x-ratelimit-limit')).toBe('50000');
});

it('closes what a plan lacks, in the words of the API', async () => {
  const reply = await call('/reports', 'mock-free-key');
  expect([reply.status, await reply.json()]).toMatchObject([
    403,
    { error: { code: 'PLAN_TOO_SMALL', status: 403 } },
  ]);
  expect((await call('/reports', 'mock-business-key')).status).toBe(200);
});

it('has keys for what goes wrong', async () => {
  const reply = await call('/parcels/1', 'parcels-test-revoked');
  expect([reply.status, await reply.json()]).toMatchObject([401, { error: { code: 'UNAUTHENTICATED' } }]);
  expect((await call('/parcels/1', 'parcels-test-slow')).status).toBe(200);
});

it('says what is wrong with a request, in the same shape', async () => {
  const { error } = (await (await call('/parcels/zero', 'mock-business-key')).json()) as { error: object };
  expect(error).toMatchObject({ code: 'invalid-request', details: [{ where: 'path', name: 'id' }] });
});

it('has the behaviour of its handlers', async () => {
  expect(await (await call('/parcels/404', 'mock-business-key')).json()).toEqual({
    id: 404,
    place: 'nowhere',
  });
});
