import type { Account } from '../accounts.ts';
import type { Engine } from '../engine.ts';
import { allPoolsOf } from '../limits/account-pools.ts';
import type { PoolStanding } from '../limits/usage-state.ts';

/** How one account stands. */
export interface KeyUsage {
  readonly key: string;
  readonly label: string;
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
export async function usageOf({ usage, clock }: Engine, account: Account): Promise<KeyUsage> {
  const { key, label, plan } = account;
  const standings = await usage.usage(key, allPoolsOf(account), clock.now());
  return { key, label, plan: plan.id, pools: standings.map(poolUsage) };
}

/**
 * Leaves an account so many calls of its shared quota in this period. Throws a RangeError for what is no number of
 * calls, and for more calls than the quota has.
 */
export async function leaveCalls({ usage, clock }: Engine, account: Account, calls: unknown): Promise<void> {
  const { key, plan } = account;
  const [shared] = allPoolsOf(account);
  const quota = shared?.limits.quota;
  if (shared === undefined || quota === undefined) {
    throw new RangeError(`The plan ${plan.id} has no quota: there is nothing to spend.`);
  }
  if (typeof calls !== 'number' || !Number.isInteger(calls) || calls < 0 || calls > quota.max) {
    throw new RangeError(
      `Say how many calls are left, from 0 to the ${quota.max} of the plan ${plan.id}: {"remaining": 0}.`,
    );
  }
  await usage.leaveCalls(key, shared, calls, clock.now());
}
