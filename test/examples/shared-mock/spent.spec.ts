import { expect, it } from 'vitest';
import { makeOwnKey } from './own-key.ts';

it('spends its limit', async () => {
  const key = await makeOwnKey('spent');
  await key.leave(1);
  expect([(await key.search()).status, (await key.search()).status]).toEqual([200, 429]);
  expect(await key.statuses()).toEqual([200, 429]);
});
