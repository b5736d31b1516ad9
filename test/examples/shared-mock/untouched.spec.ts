import { expect, it } from 'vitest';
import { admin, makeOwnKey } from './own-key.ts';

it('has all of its own limit while another file has spent its', async () => {
  const key = await makeOwnKey('untouched');
  expect((await admin('/requests/wait?status=429&timeoutMs=20000')).status).toBe(200);
  expect((await key.search()).status).toBe(200);
  expect(await key.callsLeft()).toBe(499);
  expect(await key.statuses()).toEqual([200]);
});
