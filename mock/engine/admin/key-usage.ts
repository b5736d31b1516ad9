import type { Account } from '../accounts.ts';
import type { Engine } from '../engine.ts';
import { allPoolsOf } from '../limits/account-pools.ts';
import type { PoolStanding } from '../limits/usage-state.ts';

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

/** The account of a key. Throws a NotFoundError where there is none. */
export function accountOf(engine: Engine, key: string): Account {
  const account = engine.accounts?.get(key);
  if (account !== undefined) return account;
  throw new NotFoundError('No account has this key. GET /__mock/keys lists those that there are.');
}

/**
 * Leaves an account so many calls of its shared quota in this period. Throws a RangeError for what is no number of
 * calls, and for more calls than the quota has.
 */
export async function leaveCalls(engine: Engine, account: Account, calls: unknown): Promise<void> {
  const { key, plan } = account;
  const [shared] = allPoolsOf(account);
  const quota = shared?.limits.quota;
  if (shared === undefined || quota === undefined) {
    throw new RangeError(`The plan ${plan.id} has no quota: there is nothing to spend.`);
  }
  if (typeof calls !== 'number' || !Number.isInteger(calls) || calls < 0 || calls > quota.max) {
    throw new RangeError(
      `Send how many calls are left, from 0 to the ${quota.max} of the plan ${plan.id}: {"remaining": 0}.`,
    );
  }
  await engine.usage.leaveCalls(key, shared, calls, engine.clock.now());
}
