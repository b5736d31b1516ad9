import { describe, expect, it } from 'vitest';
import {
  accountsOf,
  type KeyOptions,
  type KeyStateName,
  keyStates,
} from '../../../mock/engine/key-options.ts';
import { readModel } from '../../../openapi/model/read-model.ts';
import { shopModel } from './shop.ts';

const plans = shopModel.plans;

describe('the accounts of a mock', () => {
  it('are those of the plans, then the given keys', () => {
    const keys: KeyOptions[] = [
      { key: 'gone', plan: 'large', state: 'revoked' },
      { key: 'mine', plan: 'small', label: 'my own' },
    ];
    expect(
      accountsOf(plans, keys)?.map(({ key, plan, purpose, state }) => [key, plan.id, purpose, state]),
    ).toEqual([
      ['mock-small-key', 'small', 'Small plan', undefined],
      ['large-demo-key', 'large', 'Large plan', undefined],
      ['gone', 'large', 'revoked, Large plan', { isRevoked: true }],
      ['mine', 'small', 'my own', undefined],
    ]);
  });

  it("let a given key take the place of a plan's", () => {
    const accounts = accountsOf(plans, [{ key: 'mock-small-key', plan: 'large' }]);
    expect(accounts?.map(({ key, plan }) => [key, plan.id])).toEqual([
      ['large-demo-key', 'large'],
      ['mock-small-key', 'large'],
    ]);
  });

  it('open everything where there are no plans', () => {
    const [account] = accountsOf(undefined, [{ key: 'gone', state: { isRevoked: true } }]) ?? [];
    expect(account).toMatchObject({ key: 'gone', purpose: 'Open plan', plan: { id: 'open', limits: {} } });
  });

  it('are none where there are neither plans nor keys: any key does', () => {
    expect(accountsOf(undefined)).toBeUndefined();
  });

  it.each(Object.entries(keyStates))('know the state %s by its name', (name, state) => {
    const accounts = accountsOf(plans, [{ key: 'k', plan: 'large', state: name as KeyStateName }]);
    expect(accounts?.at(-1)?.state).toBe(state);
  });

  it.each<{ key: KeyOptions; want: string }>([
    { key: { key: 'k' }, want: 'The key "k" needs a plan: small, large.' },
    { key: { key: 'k', plan: 'smal' }, want: 'plan "smal", which is not there. Did you mean "small"?' },
    { key: { key: 'k', plan: 'gold' }, want: 'which is not there. Plans are small, large.' },
  ])('refuse $key', ({ key, want }) => {
    expect(() => accountsOf(plans, [key])).toThrow(want);
  });

  it('refuse a plan where there are none, and the same key twice', () => {
    expect(() => accountsOf(undefined, [{ key: 'k', plan: 'free' }])).toThrow('there are no plans');
    expect(() => accountsOf(undefined, [{ key: 'k' }, { key: 'k' }])).toThrow('"k" is there twice');
  });

  it.each<{ state: KeyStateName; lacks: string }>([
    { state: 'quota-spent', lacks: 'quota' },
    { state: 'last-call', lacks: 'quota' },
    { state: 'throttled', lacks: 'rate' },
  ])('refuse the state $state of a plan that counts nothing', async ({ state, lacks }) => {
    const model = await readModel({
      document: 'test/documents/lending-library.yaml',
      plans: { free: {} },
      strict: true,
    });
    expect(() => accountsOf(model.plans, [{ key: 'k', plan: 'free', state }])).toThrow(`has no ${lacks}`);
  });
});
