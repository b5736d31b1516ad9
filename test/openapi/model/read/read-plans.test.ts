import { beforeAll, expect, it } from 'vitest';
import { readModel } from '../../../../openapi/model/read-model.ts';
import type { UsagePlan, UsagePlans } from '../../../../openapi/model/usage-plans.ts';
import { found, modelOf } from '../../model-of.ts';

let plans: UsagePlans;
let small: UsagePlan;
let large: UsagePlan;
beforeAll(async () => {
  plans = found((await readModel({ document: 'test/documents/plans.yaml', strict: true })).plans, 'plans');
  [small, large] = [found(plans.plans[0], 'small'), found(plans.plans[1], 'large')];
});

it('lists the plans that can be had: base is none', () => {
  expect(plans.plans.map(({ id, displayName, isHidden }) => [id, displayName, isHidden])).toEqual([
    ['small', 'small', false],
    ['large', 'Large one', true],
  ]);
});

it('reads the features that rows of a plans table stand for', () => {
  expect(plans.features).toEqual([{ name: 'Reports', operationIds: ['makeReport', 'listReports'] }]);
});

it("inherits base limit by limit: a plan's own entry for a path, method and metric wins", () => {
  expect(small.limits).toEqual({
    rate: { max: 2, periodSeconds: 1, burst: 2, shown: undefined },
    quota: { max: 100, period: 'month', shown: undefined },
  });
  expect(large.operationLimits.get('makeReport')?.quota).toMatchObject({ max: 10, period: 'day' });
});

it('inherits pricing as a whole', () => {
  expect(small.pricing).toEqual({ cost: 5, currency: 'EUR', billing: 'yearly', shown: undefined });
  expect(large.pricing).toEqual({ cost: 0, currency: 'USD', billing: 'monthly', shown: 'On quote' });
});

it('reads burst, shown text, support and demo key; a quota without a period is for ever', () => {
  expect(large.limits).toEqual({
    rate: { max: 50, periodSeconds: 60, burst: 80, shown: 'fast' },
    quota: { max: 9000, period: 'forever', shown: undefined },
  });
  expect([large.support, large.demoKey, large.assumption]).toEqual([
    'by phone',
    'large-demo',
    'Nobody said what it costs.',
  ]);
});

it('closes operations by max 0, for every method where it says "all"', () => {
  expect([...small.closedOperationIds]).toEqual(['listReports', 'makeReport']);
  expect([...large.closedOperationIds]).toEqual([]);
});

it.each([
  [
    'an unknown path',
    { rates: { '/nowhere': { get: { requests: [{ max: 1, period: 'day' }] } } } },
    'no operation GET /nowhere',
  ],
  [
    'an unknown period',
    { rates: { default: { all: { requests: [{ max: 1, period: 'era' }] } } } },
    'a rate needs a `period`',
  ],
  [
    'a period that only every object has',
    { rates: { default: { all: { requests: [{ max: 1, period: 'constructor' }] } } } },
    'a rate needs a `period`',
  ],
  [
    'a limit without a number',
    { quotas: { default: { all: { requests: [{ max: 'many' }] } } } },
    'needs a number `max`',
  ],
  [
    'two limits for one path',
    { quotas: { default: { all: { requests: [{ max: 1 }, { max: 2 }] } } } },
    'one limit for each',
  ],
  [
    'a metric that nobody counts',
    { quotas: { default: { all: { bytes: [{ max: 1 }] } } } },
    'only the metric `requests`',
  ],
])('refuses %s', async (_, plan, message) => {
  const info = { title: 'Test', version: '1', 'x-sla': { plans: { one: plan } } };
  await expect(modelOf({ openapi: '3.1.0', info, paths: {} }, { strict: true })).rejects.toThrow(message);
});
