import type { PlanLimits } from '../../../openapi/model/usage-plans.ts';

/** One pool of calls with its limits: `default` for all operations that need a key, else an operationId. */
export interface LimitPool {
  readonly name: string;
  readonly limits: PlanLimits;
  /** The first quota period in which this key is used has only so many calls left (a state key). */
  readonly callsLeft?: number | undefined;
  /** The bucket of this key is always empty (a state key). */
  readonly isThrottled?: boolean | undefined;
}

/** How a pool's rate stands. */
export interface RateStanding {
  readonly remaining: number;
  /** Until one more call comes back; 0 when the bucket is full. */
  readonly nextInMs: number;
}

/** How a pool's quota stands. */
export interface QuotaStanding {
  readonly used: number;
  readonly remaining: number;
  /** Start of the period, epoch milliseconds. */
  readonly startMs: number;
  /** When it is fresh again, epoch milliseconds; infinite for a quota without a period. */
  readonly resetMs: number;
}

export interface PoolStanding {
  readonly pool: LimitPool;
  readonly rate: RateStanding | undefined;
  readonly quota: QuotaStanding | undefined;
}

/** Whether a call was taken, and how the key's pools stand afterwards. */
export interface CallOutcome {
  /** What refused the call; undefined: it was taken from every pool. */
  readonly refusal: { readonly limit: 'rate' | 'quota'; readonly standing: PoolStanding } | undefined;
  readonly standings: readonly PoolStanding[];
  /** Counted by this mock alone, since what mocks share is away. */
  readonly isLocal?: boolean;
}

/** What mocks share their usage through is away, so that nothing was counted. The message says why. */
export class UsageAwayError extends Error {
  override readonly name = 'UsageAwayError';
}

/** What the mock keeps about keys, in its memory or in a store that mocks share. All verbs of a store throw a UsageAwayError. */
export interface UsageState {
  /** Takes one call from the rate and the quota of every pool, or from none of them. `now`: epoch milliseconds. */
  takeCall(key: string, pools: readonly LimitPool[], now: number): Promise<CallOutcome>;
  /** How the pools of a key stand, without taking anything. */
  usage(key: string, pools: readonly LimitPool[], now: number): Promise<readonly PoolStanding[]>;
  /** Counts as if only so many calls of a pool's quota were left in this period; nothing where it has no quota. */
  leaveCalls(key: string, pool: LimitPool, calls: number, now: number): Promise<void>;
  /** Forgets a key's usage, or that of all: full buckets, fresh quotas. */
  reset(key?: string): Promise<void>;
}
