import type { UsagePlan, UsagePlans } from '../../openapi/model/usage-plans.ts';

/** What a state key makes the mock do, as Stripe's test cards do: data, so that any product can have such keys. */
export interface AccountState {
  /** The key no longer opens anything (401). */
  readonly isRevoked?: boolean;
  /** Every quota period begins with only so many calls left: 0 = spent, 1 = the last call. */
  readonly callsLeft?: number;
  /** The bucket is always empty (429). */
  readonly isThrottled?: boolean;
  /** A valid request is answered with this failure. */
  readonly failsWith?: 'internal-error' | 'maintenance';
  /** A valid request is answered so much later. */
  readonly delayMs?: number;
}

/** Who holds a key, and what it may do. */
export interface Account {
  readonly key: string;
  readonly plan: UsagePlan;
  /** What the key is for, in a few words: shown at start and by the admin side. */
  readonly purpose: string;
  readonly state: AccountState | undefined;
}

/** One account for each plan: the plan's own public key, else `mock-<plan id>-key`. */
export function accountsOfPlans(plans: UsagePlans): readonly Account[] {
  return plans.plans.map((plan) => ({
    key: plan.demoKey ?? `mock-${plan.id}-key`,
    plan,
    purpose: `${plan.displayName} plan`,
    state: undefined,
  }));
}
