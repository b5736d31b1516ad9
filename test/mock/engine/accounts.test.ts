import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../../mock/engine/accounts.ts';
import { type KeyOptions, type KeyStateName, keyStates } from '../../../mock/engine/key-options.ts';
import { readModel } from '../../../openapi/model/read-model.ts';
import type { UsagePlans } from '../../../openapi/model/usage-plans.ts';
import { shopModel } from './shop.ts';

const shopPlans = shopModel.plans;
const accountsOf = (plans: UsagePlans | undefined, keys: readonly KeyOptions[] = []) =>
  createAccounts({ plans, keys, newId: () => '7' });
const linesOf = (accounts: ReturnType<typeof accountsOf>) =>
  accounts.list().map(({ key, plan, label, state }) => [key, plan.id, label, state]);

describe('the accounts of a mock', () => {
  it('are those of the plans, then the given keys', () => {
    const keys: KeyOptions[] = [
      { key: 'gone', plan: 'large', state: 'revoked' },
      { key: 'mine', plan: 'small', label: 'my own' },
      {},
    ];
    expect(linesOf(accountsOf(shopPlans, keys))).toEqual([
      ['mock-small-key', 'small', 'Small plan', undefined],
      ['large-demo-key', 'large', 'Large plan', undefined],
      ['gone', 'large', 'revoked, Large plan', { isRevoked: true }],
      ['mine', 'small', 'my own', undefined],
      ['mock-7', 'small', 'Small plan', undefined],
    ]);
  });

  it("let a given key take the place of a plan's", () => {
    const accounts = accountsOf(shopPlans, [{ key: 'mock-small-key', plan: 'large' }]);
    expect(linesOf(accounts).map(([key, plan]) => [key, plan])).toEqual([
      ['mock-small-key', 'large'],
      ['large-demo-key', 'large'],
    ]);
  });

  it('open everything where there are no plans, and let strangers in', () => {
    const accounts = accountsOf(undefined, [{ key: 'gone', state: { isRevoked: true } }]);
    expect(accounts.list()).toMatchObject([{ key: 'gone', plan: { id: 'open', limits: {} } }]);
    expect([accounts.admitsStrangers, accountsOf(shopPlans).admitsStrangers]).toEqual([true, false]);
  });

  it.each(Object.entries(keyStates))('know the state %s by its name', (name, state) => {
    const accounts = accountsOf(shopPlans, [{ key: 'k', plan: 'large', state: name as KeyStateName }]);
    expect(accounts.find('k')?.state).toBe(state);
  });

  it.each<{ keys: KeyOptions[]; want: string }>([
    { keys: [{ plan: 'smal' }], want: 'no plan "smal". Did you mean "small"?' },
    { keys: [{ plan: 'gold' }], want: 'no plan "gold". The plans are small, large.' },
    { keys: [{ key: 'k' }, { key: 'k' }], want: '"k" is there twice' },
  ])('refuse $keys', ({ keys, want }) => {
    expect(() => accountsOf(shopPlans, keys)).toThrow(want);
  });

  it('refuse a plan where there are none', () => {
    expect(() => accountsOf(undefined, [{ plan: 'free' }])).toThrow('There are no plans');
  });

  it.each<{ state: KeyStateName; lacks: string }>([
    { state: 'quota-spent', lacks: 'quota' },
    { state: 'last-call', lacks: 'quota' },
    { state: 'throttled', lacks: 'rate' },
  ])('refuse the state $state of a plan that counts nothing', async ({ state, lacks }) => {
    const document = 'test/documents/lending-library.yaml';
    const { plans } = await readModel({ document, plans: { free: {} }, strict: true });
    expect(() => accountsOf(plans, [{ key: 'k', state }])).toThrow(`has no ${lacks}`);
  });
});

describe('accounts on another document', () => {
  const small = { plans: shopPlans, newId: () => '7' };

  it('keep what was made, changed and deleted, as far as its plan is there', () => {
    const accounts = accountsOf(shopPlans, [{ key: 'old', plan: 'small' }]);
    accounts.create({ key: 'made', plan: 'large' });
    accounts.change('mock-small-key', { plan: 'large' });
    accounts.delete('large-demo-key');
    accounts.rebase({ ...small, keys: [{ key: 'new', plan: 'small' }] });
    expect(linesOf(accounts).map(([key, plan]) => [key, plan])).toEqual([
      ['mock-small-key', 'large'],
      ['new', 'small'],
      ['made', 'large'],
    ]);
    expect(accounts.everKnown).toEqual(expect.arrayContaining(['old', 'new', 'made', 'large-demo-key']));
    accounts.rebase({ plans: undefined, keys: [], newId: () => '7' });
    expect(accounts.list()).toEqual([]);
  });

  it('stay as they are where the new ones can not be meant', () => {
    const accounts = accountsOf(shopPlans);
    const before = accounts.list();
    expect(() => accounts.rebase({ ...small, keys: [{ plan: 'gold' }] })).toThrow('no plan "gold"');
    expect(accounts.list()).toEqual(before);
  });
});

describe('keys that are gone', () => {
  it('are known for a while, so that no log shows them, but not for ever', () => {
    const accounts = accountsOf(shopPlans);
    for (let i = 0; i < 1_100; i += 1) {
      accounts.create({ key: `k${i}` });
      if (i > 0) accounts.delete(`k${i}`);
    }
    expect(accounts.everKnown).toEqual(expect.arrayContaining(['mock-small-key', 'k0', 'k1099', 'k200']));
    expect(accounts.everKnown).not.toContain('k1');
    accounts.reset();
    expect(accounts.everKnown).toEqual(['mock-small-key', 'large-demo-key']);
  });
});
