import { isObject } from '../../../openapi/model/is-object.ts';
import { parseDuration } from '../clock/duration.ts';
import type { Engine } from '../engine.ts';
import { exchangeFilters, filterExchanges } from './filter-exchanges.ts';
import { accountOf, leaveCalls, usageOf } from './key-usage.ts';

/** What a route of the admin side gets. */
interface AdminCall {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body as JSON; as text where it is none; undefined where it is empty. */
  readonly body: unknown;
}

/** One line of the admin side: the table is its documentation, too. */
export interface AdminRoute {
  readonly method: 'get' | 'put' | 'post';
  /** Below `/__mock`, with `:parameters`. */
  readonly path: string;
  readonly summary: string;
  /** A body that can be sent. */
  readonly example?: unknown;
  readonly answer: (call: AdminCall) => Promise<unknown> | unknown;
}

function instantIn(body: unknown): number | string {
  const value = isObject(body) && 'now' in body ? body.now : body;
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new RangeError('Send the instant: {"now": "2026-12-01T00:00:00Z"}, or epoch milliseconds.');
}

function durationIn(body: unknown): unknown {
  return isObject(body) && 'duration' in body ? body.duration : body;
}

function callsIn(body: unknown): unknown {
  return isObject(body) && 'remaining' in body ? body.remaining : body;
}

/** The admin side of any document. `reset` is the server's: it also resets what a product has received. */
export function adminRoutes(engine: Engine, reset: () => Promise<void>): readonly AdminRoute[] {
  const { clock, journal } = engine;
  const accounts = [...(engine.accounts?.values() ?? [])];
  const time = () => ({ now: new Date(clock.now()).toISOString(), isFrozen: clock.isFrozen });
  return [
    { method: 'get', path: '/clock', summary: "The mock's time", answer: time },
    {
      method: 'put',
      path: '/clock',
      summary: 'Moves the clock to an instant',
      example: { now: '2026-12-01T00:00:00Z' },
      answer({ body }) {
        clock.set(instantIn(body));
        return time();
      },
    },
    {
      method: 'post',
      path: '/clock/advance',
      summary: 'Lets time pass: calendar parts, or an ISO 8601 duration like "P1M"',
      example: { days: 31 },
      answer({ body }) {
        clock.advance(parseDuration(durationIn(body)));
        return time();
      },
    },
    {
      method: 'post',
      path: '/clock/freeze',
      summary: 'Stops the clock',
      answer() {
        clock.freeze();
        return time();
      },
    },
    {
      method: 'post',
      path: '/clock/unfreeze',
      summary: 'Lets the clock run again',
      answer() {
        clock.unfreeze();
        return time();
      },
    },
    {
      method: 'get',
      path: '/keys',
      summary: 'The keys that the mock knows, and what each is for',
      answer: () =>
        accounts.map(({ key, plan, purpose, state }) => ({
          key,
          plan: plan.id,
          purpose,
          state,
        })),
    },
    {
      method: 'get',
      path: '/usage',
      summary: 'What every key has used and what is left',
      answer: () => Promise.all(accounts.map((account) => usageOf(engine, account))),
    },
    {
      method: 'get',
      path: '/usage/:key',
      summary: 'What one key has used and what is left',
      answer: ({ parameters }) => usageOf(engine, accountOf(engine, parameters.key ?? '')),
    },
    {
      method: 'put',
      path: '/usage/:key',
      summary: 'Leaves a key only so many calls of its quota, for this period',
      example: { remaining: 0 },
      async answer({ parameters, body }) {
        const account = accountOf(engine, parameters.key ?? '');
        await leaveCalls(engine, account, callsIn(body));
        return usageOf(engine, account);
      },
    },
    {
      method: 'get',
      path: '/exchanges',
      summary: `The last 1,000 requests and replies, keys masked; filters: ${exchangeFilters.join(', ')} (a number)`,
      answer: ({ query }) => filterExchanges(journal.entries(), query),
    },
    {
      method: 'post',
      path: '/reset',
      summary: 'Everything as it was at the start: usage, exchanges, clock, what was received',
      async answer() {
        await reset();
        return time();
      },
    },
  ];
}
