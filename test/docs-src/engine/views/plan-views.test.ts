import { describe, expect, test } from 'vitest';
import { operationPlans, plansTable } from '../../../../docs-src/engine/views/plan-views.ts';
import { en as english } from '../../../../docs-src/engine/words/en.ts';
import { fr as french } from '../../../../docs-src/engine/words/fr.ts';
import { found } from '../../../openapi/model-of.ts';
import { toyModel } from './toy-model.ts';

const limit = (max: number, period: string, more: object = {}) => ({
  default: { all: { requests: [{ max, period, ...more }] } },
});

async function modelWith(plans: object, features: readonly object[] = []) {
  const key = { type: 'apiKey', in: 'header', name: 'k' };
  return toyModel(
    {
      one: { security: [{ key: [] }] },
      two: { security: [{ key: [] }, {}] },
      open: {},
      free: { security: [{}] },
    },
    {
      components: { securitySchemes: { key } },
      info: { title: 'Toy', version: '1', 'x-sla': { 'x-kit-features': features, plans } },
    },
  );
}

async function tableOf(plans: object, features: readonly object[] = [], words = english) {
  return plansTable(found((await modelWith(plans, features)).plans, 'plans'), words);
}

type Row = Awaited<ReturnType<typeof tableOf>>['rows'][number] | undefined;
const textsOf = (row: Row) =>
  row?.cells.map(({ text }) => (row.unit === undefined ? text : `${text} | ${row.unit}`));

describe('the limits of a plan', () => {
  test.each([
    { given: { rates: limit(10, 'second') }, want: ['10 | calls a second', 'none'] },
    { given: { rates: limit(1, 'minute') }, want: ['1 | calls a minute', 'none'] },
    { given: { rates: limit(2, 'hour') }, want: ['2 | calls an hour', 'none'] },
    { given: { rates: limit(1000, 'day') }, want: ['1,000 | calls a day', 'none'] },
    {
      given: { rates: limit(9, 'second', { 'x-kit-shown': '> 500' }) },
      want: ['> 500 | calls a second', 'none'],
    },
    { given: { quotas: limit(5000, 'month') }, want: ['none', '5,000 | calls a month'] },
    { given: { quotas: limit(1, 'year', { 'x-kit-shown': 'one' }) }, want: ['none', 'one | calls a year'] },
    { given: {}, want: ['none', 'none'] },
  ])('$given are said as $want', async ({ given, want }) => {
    const { rows } = await tableOf({ plan: given });
    expect([textsOf(rows[0])?.[0], textsOf(rows[1])?.[0]]).toEqual(want);
  });

  test('of an odd period are said in seconds', async () => {
    const { plans } = await modelWith({ plan: { rates: limit(3, 'second') } });
    const plan = found(plans?.plans[0], 'plan');
    const rate = { ...found(plan.limits.rate, 'rate'), periodSeconds: 90 };
    const table = plansTable(
      { provider: '', features: [], plans: [{ ...plan, limits: { ...plan.limits, rate } }] },
      english,
    );
    expect(textsOf(table.rows[0])).toEqual(['3 | calls a 90 seconds']);
  });
});

test('the table has a column for each shown plan in order, and a row for speed, limit, features, support and price', async () => {
  const closed = { '/two': { get: { requests: [{ max: 0 }] } } };
  const { plans, rows } = await tableOf(
    {
      small: { 'x-kit-display-name': 'Small', quotas: closed, rates: limit(1, 'second') },
      hidden: { 'x-kit-hidden': true },
      large: { 'x-kit-support': 'by phone', pricing: { cost: 3, currency: 'EUR', billing: 'yearly' } },
    },
    [
      { name: 'Both', operations: ['one', 'two'] },
      { name: 'First', operations: ['one'] },
    ],
  );
  const yes = { kind: 'yes', text: '' };
  const text = (said: string) => ({ kind: 'text', text: said });
  const number = (said: string) => ({ kind: 'number', text: said });
  const unit = undefined;
  const none = { kind: 'no', text: 'none' };
  expect(plans).toEqual(['Small', 'large']);
  expect(rows).toEqual([
    { title: 'Request speed', unit: 'calls a second', cells: [number('1'), none] },
    { title: 'Limit', unit, cells: [none, none] },
    { title: 'Both', unit, cells: [{ kind: 'no', text: '' }, yes] },
    { title: 'First', unit, cells: [yes, yes] },
    { title: 'Support', unit, cells: [none, text('by phone')] },
    { title: 'Price', unit: 'a year', cells: [number('$0'), number('€3')] },
  ]);
});

describe('the price of a plan', () => {
  test.each([
    { given: { cost: 0, currency: 'EUR', billing: 'monthly' }, want: '€0' },
    { given: { cost: 9, currency: 'EUR', billing: 'monthly' }, want: '€9 | a month' },
    { given: { cost: 9.5, currency: 'USD', billing: 'monthly' }, want: '$9.50 | a month' },
    { given: { cost: 2.5, currency: 'points', billing: 'daily' }, want: '2.50 points | a day' },
    { given: { cost: 5, currency: 'EUR', billing: 'monthly', 'x-kit-shown': 'On quote' }, want: 'On quote' },
  ])('$given is $want', async ({ given, want }) => {
    expect(textsOf((await tableOf({ plan: { pricing: given } })).rows.at(-1))).toEqual([want]);
  });

  test('is written as the language does', async () => {
    const { rows } = await tableOf({ plan: { pricing: { cost: 9.5, currency: 'EUR' } } }, [], french);
    expect(textsOf(rows.at(-1))?.[0]).toMatch(/^9,50\s€ \| par mois$/);
  });
});

test('a unit that is not one for all stands in each cell', async () => {
  const { rows } = await tableOf({
    slow: { rates: limit(10, 'minute'), pricing: { cost: 5, billing: 'monthly' } },
    fast: { rates: limit(1, 'second'), pricing: { cost: 50, billing: 'yearly' } },
    none: { pricing: { 'x-kit-shown': 'On quote' } },
  });
  expect(textsOf(rows[0])).toEqual(['10 calls a minute', '1 call a second', 'none']);
  expect(textsOf(rows.at(-1))).toEqual(['$5 a month', '$50 a year', 'On quote']);
});

test('one way to get each plan stands under it', async () => {
  const plans = { one: { 'x-kit-order-url': 'https://shop.example/one' }, two: {} };
  expect((await tableOf(plans)).orders).toEqual([
    { label: 'Get one', href: 'https://shop.example/one' },
    undefined,
  ]);
  expect((await tableOf({ one: {}, two: {} })).orders).toEqual([]);
});

test('a public key of any plan is listed with its limits', async () => {
  const demo = {
    'x-kit-hidden': true,
    'x-kit-demo-key': 'demo1',
    rates: limit(1, 'second'),
    quotas: limit(50, 'day'),
  };
  expect((await tableOf({ demo, other: {} })).demos).toEqual([
    { name: 'demo', key: 'demo1', rate: '1 call a second', quota: '50 calls a day' },
  ]);
});

describe('the plans of an operation', () => {
  const plans = {
    closed: {
      rates: limit(1, 'second'),
      quotas: { ...limit(9, 'day'), '/one': { get: { requests: [{ max: 0 }] } } },
    },
    hidden: { 'x-kit-hidden': true },
    own: { quotas: { ...limit(8, 'day'), '/one': { get: { requests: [{ max: 2, period: 'day' }] } } } },
    plain: { rates: limit(4, 'second'), quotas: limit(7, 'day') },
  };
  const plain = { name: 'plain', isIncluded: true, rate: '4 calls a second', quota: '7 calls a day' };
  test.each([
    {
      given: 'one',
      want: [
        { name: 'closed', isIncluded: false, rate: undefined, quota: undefined },
        { name: 'own', isIncluded: true, rate: undefined, quota: '2 calls a day' },
        plain,
      ],
    },
    {
      given: 'two',
      want: [
        { name: 'closed', isIncluded: true, rate: '1 call a second', quota: '9 calls a day' },
        { name: 'own', isIncluded: true, rate: undefined, quota: '8 calls a day' },
        plain,
      ],
    },
    { given: 'open', want: [] },
    { given: 'free', want: [] },
  ])('$given are those that are shown, with their limits', async ({ given, want }) => {
    const model = await modelWith(plans);
    const operation = found(
      model.operations.find(({ operationId }) => operationId === given),
      given,
    );
    expect(operationPlans(operation, model.plans, english)).toEqual(want);
  });

  test('are none in a document without plans', async () => {
    const model = await modelWith(plans);
    expect(operationPlans(found(model.operations[0], 'one'), undefined, english)).toEqual([]);
  });
});
