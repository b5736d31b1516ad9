import type { Account } from '../accounts.ts';
import { parseDuration } from '../clock/duration.ts';
import type { Engine } from '../create-engine.ts';
import type { JournalEntry } from '../journal.ts';
import { allPoolsOf } from '../limits/account-pools.ts';
import type { PoolStanding } from '../limits/usage-state.ts';

/** What a route of the admin side gets. */
export interface AdminCall {
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

/** Somebody asks for something that is not there. */
export class NotFoundError extends Error {}

/** How one account stands. */
export interface KeyUsage {
  readonly key: string;
  readonly purpose: string;
  readonly plan: string;
  readonly pools: readonly {
    readonly name: string;
    readonly rate: { readonly remaining: number; readonly burst: number } | undefined;
    readonly quota:
      | {
          readonly used: number;
          readonly remaining: number;
          readonly max: number;
          readonly period: string;
          /** ISO 8601; undefined for a quota without a period. */
          readonly resetsAt: string | undefined;
        }
      | undefined;
  }[];
}

function poolUsage({ pool, rate, quota }: PoolStanding): KeyUsage['pools'][number] {
  const { limits } = pool;
  return {
    name: pool.name,
    rate: rate && limits.rate && { remaining: rate.remaining, burst: limits.rate.burst },
    quota: quota &&
      limits.quota && {
        used: quota.used,
        remaining: quota.remaining,
        max: limits.quota.max,
        period: limits.quota.period,
        resetsAt: Number.isFinite(quota.resetMs) ? new Date(quota.resetMs).toISOString() : undefined,
      },
  };
}

/** How an account's rate and quota stand on the mock's clock. */
export async function usageOf(engine: Engine, account: Account): Promise<KeyUsage> {
  const standings = await engine.usage.usage(account.key, allPoolsOf(account), engine.clock.now());
  const { key, purpose, plan } = account;
  return { key, purpose, plan: plan.id, pools: standings.map(poolUsage) };
}

function accountOf(engine: Engine, key: string): Account {
  const account = engine.accounts.get(key);
  if (account !== undefined) return account;
  throw new NotFoundError(`No account has the key ${key}. GET /__mock/keys lists them.`);
}

/** Newest last; every filter that is given must hold. */
function filtered(entries: readonly JournalEntry[], query: URLSearchParams): readonly JournalEntry[] {
  const wanted = (['operationId', 'account', 'answeredBy', 'why', 'method', 'requestId'] as const).flatMap(
    (name) => {
      const value = query.get(name);
      return value === null ? [] : [{ name, value }];
    },
  );
  const status = query.get('status');
  const since = Number(query.get('since') ?? 0);
  const fitting = entries.filter(
    (entry) =>
      entry.number > since &&
      wanted.every(({ name, value }) => entry[name] === value) &&
      (status === null || String(entry.status) === status),
  );
  const limit = Number(query.get('limit') ?? fitting.length);
  return limit > 0 ? fitting.slice(-limit) : [];
}

function instantIn(body: unknown): number | string {
  const value = typeof body === 'object' && body !== null && 'now' in body ? body.now : body;
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new RangeError('Send the instant: {"now": "2026-12-01T00:00:00Z"}, or epoch milliseconds.');
}

function durationIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'duration' in body ? body.duration : body;
}

/** The admin side of any document. `reset` is the server's: it also resets what a product has received. */
export function adminRoutes(engine: Engine, reset: () => Promise<void>): readonly AdminRoute[] {
  const { clock, accounts, journal } = engine;
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
        [...accounts.values()].map(({ key, plan, purpose, state }) => ({
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
      answer: () => Promise.all([...accounts.values()].map((account) => usageOf(engine, account))),
    },
    {
      method: 'get',
      path: '/usage/:key',
      summary: 'What one key has used and what is left',
      answer: ({ parameters }) => usageOf(engine, accountOf(engine, parameters.key ?? '')),
    },
    {
      method: 'get',
      path: '/exchanges',
      summary:
        'The last 1,000 requests and replies, keys masked: ?status= &operationId= &account= &answeredBy= &why= &method= &requestId= &since=NUMBER &limit=',
      answer: ({ query }) => filtered(journal.entries(), query),
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
