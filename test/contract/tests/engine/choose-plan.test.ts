import { beforeAll, expect, test } from 'vitest';
import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import type { UsagePlan } from '../../../../openapi/model/usage-plans.ts';
import { choosePace, choosePlan, findPlan } from '../../engine/choose-plan.ts';

const plan = (id: string, callsPerMinute: number, over: Partial<UsagePlan> = {}): UsagePlan => ({
  id,
  displayName: id.toUpperCase(),
  isHidden: false,
  pricing: { cost: 0, currency: 'EUR', billing: 'monthly', shown: undefined },
  support: undefined,
  demoKey: undefined,
  orderUrl: undefined,
  assumption: undefined,
  limits: {
    rate: { max: callsPerMinute, periodSeconds: 60, burst: callsPerMinute, shown: undefined },
    quota: { max: 100, period: 'day', shown: undefined },
  },
  operationLimits: new Map(),
  closedOperationIds: new Set(),
  ...over,
});

let model: ApiModel;
beforeAll(() => {
  const plans = [
    plan('taste', 6, { isHidden: true, demoKey: 'taste-key', closedOperationIds: new Set(['a']) }),
    plan('small', 60, { closedOperationIds: new Set(['a']) }),
    plan('large', 6000),
    plan('larger', 60_000),
  ];
  // Nothing but the plans of a model is looked at here.
  model = { plans: { provider: undefined, plans, features: [] } } as unknown as ApiModel;
});

test.each([
  { rule: 'the plan that closes fewest operations', given: ['taste', 'small', 'large'], want: 'large' },
  { rule: 'among equals the faster one', given: ['large', 'larger'], want: 'larger' },
  { rule: 'none where no key is known', given: [], want: undefined },
])('chooses $rule', ({ given, want }) => {
  expect(choosePlan(model, given)?.id).toBe(want);
});

test.each([
  { rule: 'the plan that was named', id: 'small', key: 'any', want: 'small' },
  { rule: 'the plan whose demo key it is', id: undefined, key: 'taste-key', want: 'taste' },
  { rule: 'no plan for a key that nobody knows', id: undefined, key: 'any', want: undefined },
])('finds $rule', ({ id, key, want }) => {
  expect(findPlan(model, id, key)?.id).toBe(want);
});

test('an unknown plan is refused with the names of the known ones', () => {
  expect(() => findPlan(model, 'huge', 'any')).toThrow("no plan 'huge'");
});

test.each([
  { rule: "a known plan's rate", id: 'large', isLocal: true, want: 100 },
  { rule: 'no limit for an unknown plan on this machine', id: undefined, isLocal: true, want: undefined },
  {
    rule: "the smallest shown plan's rate for an unknown plan elsewhere",
    id: undefined,
    isLocal: false,
    want: 1,
  },
])('paces by $rule', ({ id, isLocal, want }) => {
  expect(choosePace(model, findPlan(model, id, 'any'), isLocal)).toBe(want);
});

test('paces at 10 calls a second where a document has no plans', () => {
  expect(choosePace({ ...model, plans: undefined }, undefined, false)).toBe(10);
});
