import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../openapi/model/api-model.ts';
import { DocumentError } from '../../../../openapi/model/document-error.ts';
import type { GivenPlans } from '../../../../openapi/model/read/given-plans.ts';
import { type ShortPlan, slaOfShortPlans } from '../../../../openapi/model/read/short-plans.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';

const document = 'test/documents/lending-library.yaml';
const broken = 'test/documents/broken/values.yaml';

describe('a plan in few words', () => {
  it.each([
    { quota: '500/month', want: { max: 500, period: 'month' } },
    { quota: '20 / day', want: { max: 20, period: 'day' } },
    { quota: '5/h', want: { max: 5, period: 'hour' } },
    { quota: '5/min', want: { max: 5, period: 'minute' } },
    { quota: '1/year', want: { max: 1, period: 'year' } },
    { quota: '0/second', want: { max: 0, period: 'second' } },
    { quota: '7/forever', want: { max: 7, period: 'forever' } },
  ])('reads the quota $quota', async ({ quota, want }) => {
    expect((await planOf({ quota })).limits).toMatchObject({ rate: undefined, quota: want });
  });

  it.each([
    { plan: { rate: '10/s' }, want: { max: 10, periodSeconds: 1, burst: 10 } },
    { plan: { rate: '60/minute', burst: 5 }, want: { max: 60, periodSeconds: 60, burst: 5 } },
    { plan: { rate: '1/sec' }, want: { max: 1, periodSeconds: 1, burst: 1 } },
    { plan: { rate: '2/d' }, want: { max: 2, periodSeconds: 86_400, burst: 2 } },
  ])('reads the rate of $plan', async ({ plan, want }) => {
    expect((await planOf(plan)).limits).toMatchObject({ rate: want, quota: undefined });
  });

  it.each([
    { price: 9, want: { cost: 9, currency: 'USD', billing: 'monthly', shown: undefined } },
    { price: '99.5 EUR/year', want: { cost: 99.5, currency: 'EUR', billing: 'yearly', shown: undefined } },
    { price: '10 GBP', want: { cost: 10, currency: 'GBP', billing: 'monthly', shown: undefined } },
    { price: 0, want: { cost: 0, currency: 'USD', billing: 'monthly', shown: undefined } },
    { price: '1 EUR/day', want: { cost: 1, currency: 'EUR', billing: 'daily', shown: undefined } },
    { price: '1 EUR/week', want: { cost: 1, currency: 'EUR', billing: 'weekly', shown: undefined } },
    { price: '1 EUR/quarter', want: { cost: 1, currency: 'EUR', billing: 'quarterly', shown: undefined } },
    { price: '1 EUR/once', want: { cost: 1, currency: 'EUR', billing: 'onepay', shown: undefined } },
    {
      price: '5 EUR/fortnight',
      want: { cost: 0, currency: 'USD', billing: 'monthly', shown: '5 EUR/fortnight' },
    },
    { price: '5 euros', want: { cost: 0, currency: 'USD', billing: 'monthly', shown: '5 euros' } },
    { price: 'On quote', want: { cost: 0, currency: 'USD', billing: 'monthly', shown: 'On quote' } },
    { price: undefined, want: { cost: 0, currency: 'USD', billing: 'monthly', shown: undefined } },
  ])('reads the price $price', async ({ price, want }) => {
    expect((await planOf({ price })).pricing).toEqual(want);
  });

  it('has a label, and operations that it does not have', async () => {
    const { displayName, closedOperationIds } = await planOf({
      label: 'Free of charge',
      closed: ['borrowBook'],
    });
    expect([displayName, [...closedOperationIds]]).toEqual(['Free of charge', ['borrowBook']]);
  });

  it.each([
    {
      plan: { rate: '10' },
      want: '/free/rate: must be a number of calls above 0 and a period, like 10/s; periods are second, minute, hour, day, month, year; it is "10"',
    },
    { plan: { rate: '10/forever' }, want: '/free/rate: must be a number of calls above 0 and a period' },
    { plan: { rate: '0/s' }, want: '/free/rate: must be a number of calls above 0 and a period' },
    { plan: { quota: 500 }, want: '/free/quota: must be a number of calls and a period, like 500/month' },
    { plan: { quota: '5/fortnight' }, want: '/free/quota: must be a number of calls and a period' },
    { plan: { quotta: '5/day' }, want: '/free/quotta: "quotta" is not known here; did you mean "quota"?' },
    { plan: { colour: 1 }, want: '/free/colour: "colour" is not known here; a plan has rate, burst, quota,' },
    { plan: { burst: 5 }, want: '/free/burst: belongs to a rate' },
    { plan: { rate: '5/s', burst: 0 }, want: '/free/burst: must be a number of calls above 0' },
    { plan: { closed: 'exportReport' }, want: '/free/closed: must be a list of operationIds' },
    { plan: { label: 7 }, want: '/free/label: must be a name to show' },
    { plan: { price: -1 }, want: '/free/price: must be a number, or a text like 99 EUR/month' },
    { plan: '10/s', want: '/free: must be a plan like { rate: 10/s, quota: 500/month }' },
  ])('refuses $plan and says what to write', ({ plan, want }) => {
    const notes: string[] = [];
    slaOfShortPlans({ free: plan }, (message, pointer) => notes.push(`${pointer}: ${message}`));
    expect(notes).toEqual([expect.stringContaining(want)]);
  });
});

it('refuses what is no map of plans', () => {
  const notes: string[] = [];
  slaOfShortPlans(['free'], (message, pointer) => notes.push(`${pointer}: ${message}`));
  expect(notes).toEqual([': must be plans by their ids, or the path of an SLA4OAI file']);
});

describe('plans beside a document', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'plans-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const sla = {
    sla: '1.0.0',
    plans: { gold: { quotas: { default: { all: { requests: [{ max: 3, period: 'day' }] } } } } },
  };
  const short = { gold: { quota: '3/day' } };

  it.each<{ name: string; given: () => GivenPlans }>([
    { name: 'an SLA4OAI file', given: () => written('plans with a space.json', sla) },
    { name: 'few words', given: () => short },
    { name: 'few words of a file', given: () => ({ plans: short, file: path.join(folder, 'kit.yaml') }) },
  ])('come from $name, into the model and the published document', async ({ given }) => {
    const model = await readModel({ document, plans: given(), strict: true });
    expect(model.plans?.plans).toMatchObject([{ id: 'gold', limits: { quota: { max: 3, period: 'day' } } }]);
    expect((model.bundled.info as JsonObject)['x-sla']).toMatchObject({ plans: { gold: sla.plans.gold } });
  });

  it('take the place of the plans that the document has', async () => {
    const given = { document: 'test/documents/mock-shop.yaml', plans: short, strict: true };
    expect((await readModel(given)).plans?.plans.map(({ id }) => id)).toEqual(['gold']);
  });

  it('name the file that an unknown operation stands in, and the nearest that there is', async () => {
    const file = path.join(folder, 'kit.yaml');
    const plans = { plans: { gold: { closed: ['borowBook'] } }, file };
    expect(await faultsOf(plans)).toEqual([
      {
        message: 'there is no operation "borowBook"; did you mean "borrowBook"?',
        location: { file, pointer: '/plans/gold/closed/0' },
      },
    ]);
  });

  it('name a file that is not there', async () => {
    const plans = path.join(folder, 'nowhere.yaml');
    expect(await faultsOf(plans)).toMatchObject([{ message: `there is no file ${plans}` }]);
  });

  it('stop a reading that would serve a document with faults', async () => {
    const plans = { gold: { rate: 'quick', closed: ['nothing'] } };
    expect(await faultsOf(plans, broken)).toMatchObject([
      { message: expect.stringContaining('must be a number of calls') },
      { message: 'there is no operation "nothing"' },
    ]);
    expect((await readModel({ document: broken, plans: { gold: {} }, strict: false })).warnings).not.toEqual(
      [],
    );
    const inFile = written('sla.json', { plans: { gold: { pricing: {}, 'x-kit-demokey': 'a' } } });
    expect(await faultsOf(inFile, broken)).toMatchObject([
      { location: { pointer: '/plans/gold/x-kit-demokey' } },
    ]);
  });

  /** What stops a lenient reading. */
  async function faultsOf(plans: GivenPlans, of = document): Promise<unknown> {
    const error: unknown = await readModel({ document: of, plans, strict: false }).catch((reason) => reason);
    return error instanceof DocumentError ? error.faults : error;
  }

  function written(name: string, value: unknown): string {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  }
});

async function planOf(plan: ShortPlan) {
  const { plans } = await readModel({ document, plans: { free: plan }, strict: true });
  const [only] = plans?.plans ?? [];
  if (only === undefined) throw new Error('The plan was not read.');
  return only;
}
