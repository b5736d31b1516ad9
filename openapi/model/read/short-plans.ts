import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { jsonText } from '../json-text.ts';
import { meantOr } from '../nearest-name.ts';
import { type FinitePeriod, findPeriod, periods } from '../periods.ts';
import { valueText } from '../value-text.ts';

/** A plan in few words: what a configuration says in the place of an SLA4OAI file. */
export interface ShortPlan {
  /** `10/s`: calls that come back in each period, as a token bucket. */
  readonly rate?: string | undefined;
  /** How many calls may come at once. Default: those of the rate. */
  readonly burst?: number | undefined;
  /** `500/month`: calls in each calendar period in UTC; `500/forever` never begins anew. */
  readonly quota?: string | undefined;
  /** operationIds that the plan does not have. */
  readonly closed?: readonly string[] | undefined;
  /** How pages name it. Default: its id. */
  readonly label?: string | undefined;
  /** A number of USD a month, `99 EUR/year`, or any words to show in its place. */
  readonly price?: number | string | undefined;
}

/** By the plan's id. */
export type ShortPlans = Readonly<Record<string, ShortPlan>>;

/** For editors: what a plan in few words may hold. */
export const shortPlanSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    rate: {
      type: 'string',
      pattern: '^\\d+\\s*/\\s*[a-z]+$',
      description: 'calls that come back in each period: 10/s',
    },
    burst: { type: 'number', exclusiveMinimum: 0, description: 'how many calls may come at once' },
    quota: {
      type: 'string',
      pattern: '^\\d+\\s*/\\s*[a-z]+$',
      description: 'calls in each calendar period: 500/month',
    },
    closed: {
      type: 'array',
      items: { type: 'string' },
      description: 'operations that the plan does not have',
    },
    label: { type: 'string', description: 'how pages name it' },
    price: { type: ['number', 'string'], description: 'USD a month, or a text like 99 EUR/month' },
  },
};

type Note = (message: string, pointer: string) => void;

const shortPeriods: Readonly<Record<string, FinitePeriod>> = {
  s: 'second',
  sec: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
};
const billings: Readonly<Record<string, string>> = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  year: 'yearly',
  once: 'onepay',
};
const onlyCalls = (limit: JsonObject): JsonObject => ({ default: { all: { requests: [limit] } } });

/** How each word of a plan is written: what SLA4OAI has in its place, or what it must be. */
const readers: Readonly<Record<keyof ShortPlan, (value: JsonValue) => JsonObject | string>> = {
  rate: (value) => {
    const limit = readLimit(value);
    if (limit === undefined || limit.period === 'forever' || limit.max === 0)
      return `a number of calls above 0 and a period, like 10/s; periods are ${periods.join(', ')}`;
    return { rates: onlyCalls(limit) };
  },
  burst: (value) =>
    // Read beside the rate, whose bucket it is.
    typeof value === 'number' && value > 0 ? {} : 'a number of calls above 0',
  quota: (value) => {
    const { period = undefined, ...limit } = readLimit(value) ?? {};
    if (period === undefined)
      return `a number of calls and a period, like 500/month; periods are ${periods.join(', ')}, forever`;
    return { quotas: onlyCalls(period === 'forever' ? limit : { ...limit, period }) };
  },
  closed: (value) =>
    Array.isArray(value) && value.every((id) => typeof id === 'string')
      ? { 'x-kit-closed': value }
      : 'a list of operationIds',
  label: (value) =>
    typeof value === 'string' && value !== '' ? { 'x-kit-display-name': value } : 'a name to show',
  price: readPrice,
};

/** `10/s` as SLA4OAI's Limit Object; undefined: it is none. */
function readLimit(value: JsonValue): { readonly max: number; readonly period: string } | undefined {
  const [, max, unit = ''] = /^(\d+)\s*\/\s*([a-z]+)$/.exec(valueText(value)) ?? [];
  const period = unit === 'forever' ? unit : (shortPeriods[unit] ?? findPeriod(unit));
  return max === undefined || period === undefined ? undefined : { max: Number(max), period };
}

function readPrice(value: JsonValue): JsonObject | string {
  if (typeof value === 'number' && value >= 0) return { pricing: { cost: value } };
  if (typeof value !== 'string' || value === '') return 'a number, or a text like 99 EUR/month';
  const [, cost, currency, period] = /^(\d+(?:\.\d+)?) ([A-Z]{3})(?:\/([a-z]+))?$/.exec(value) ?? [];
  const billing = billings[period ?? 'month'];
  if (cost === undefined || currency === undefined || billing === undefined)
    return { pricing: { 'x-kit-shown': value } };
  return { pricing: { cost: Number(cost), currency, billing } };
}

/**
 * Plans in few words as the object that `info.x-sla` would have. What can't be meant is noted with a JSON pointer from
 * the plans' own place, and left out.
 */
export function slaOfShortPlans(plans: unknown, note: Note): JsonObject {
  if (!isObject(plans)) {
    note('must be plans by their ids, or the path of an SLA4OAI file', '');
    return { plans: {} };
  }
  const read = Object.entries(plans).map(([id, plan]) => [
    id,
    slaOfPlan(plan, (message, pointer) => note(message, `/${id}${pointer}`)),
  ]);
  return {
    sla: '1.0.0',
    metrics: { requests: { type: 'integer', description: 'Calls to operations that need a key.' } },
    plans: Object.fromEntries(read),
  };
}

function slaOfPlan(plan: unknown, note: Note): JsonObject {
  if (!isObject(plan)) {
    note('must be a plan like { rate: 10/s, quota: 500/month }', '');
    return {};
  }
  const parts = Object.entries(plan).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (!isWord(name)) {
      const words = Object.keys(readers);
      const advice = meantOr(`a plan has ${words.join(', ')}`, name, words);
      note(`"${name}" is not known here; ${advice}`, `/${name}`);
      return [];
    }
    const read = readers[name](value as JsonValue); // narrowed by the reader
    if (typeof read !== 'string') return [read];
    note(`must be ${read}; it is ${jsonText(value)}`, `/${name}`);
    return [];
  });
  const whole: JsonObject = Object.assign({ pricing: {} }, ...parts);
  if (typeof plan.burst !== 'number') return whole;
  if (whole.rates === undefined) {
    note('belongs to a rate: write one beside it', '/burst');
    return whole;
  }
  return { ...whole, rates: onlyCalls({ ...readLimit(plan.rate as JsonValue), 'x-kit-burst': plan.burst }) }; // read above
}

function isWord(name: string): name is keyof ShortPlan {
  return Object.hasOwn(readers, name);
}
