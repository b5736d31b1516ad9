import { expect, it } from 'vitest';
import type { Account } from '../../../../mock/engine/accounts.ts';
import { allPoolsOf, poolsOf } from '../../../../mock/engine/limits/account-pools.ts';
import { createMemoryUsageState } from '../../../../mock/engine/limits/memory-usage-state.ts';

const quota = { max: 10, period: 'day', shown: undefined };
const limits = { rate: undefined, quota };

it.each(['default', 'list'])('takes a call of the operation %s once from each of its pools', async (id) => {
  const plan = { limits, operationLimits: new Map([[id, limits]]) };
  const account = { key: 'k', plan } as unknown as Account;
  const usage = createMemoryUsageState();
  await usage.takeCall('k', poolsOf(account, id), 0);
  const standings = await usage.usage('k', allPoolsOf(account), 0);
  expect(standings.map((standing) => standing.quota?.used)).toEqual([1, 1]);
});
