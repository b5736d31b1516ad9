import type { UsagePlans } from '../../openapi/model/usage-plans.ts';
import { type Account, type AccountState, accountsOfPlans } from '../engine/accounts.ts';

/** Keys that put an app into a state without a change of its code. They are of a plan that opens every operation. */
const stateKeys: readonly { readonly key: string; readonly purpose: string; readonly state: AccountState }[] =
  [
    { key: 'mock-quota-spent-key', purpose: 'quota spent: 429', state: { callsLeft: 0 } },
    { key: 'mock-last-call-key', purpose: 'one call left, then 429', state: { callsLeft: 1 } },
    { key: 'mock-throttled-key', purpose: 'too fast: 429', state: { isThrottled: true } },
    { key: 'mock-revoked-key', purpose: 'revoked: 401', state: { isRevoked: true } },
    { key: 'mock-maintenance-key', purpose: 'maintenance: 503', state: { failsWith: 'maintenance' } },
    { key: 'mock-error-key', purpose: 'internal error: 500', state: { failsWith: 'internal-error' } },
    { key: 'mock-slow-key', purpose: 'answers after 3 seconds', state: { delayMs: 3_000 } },
  ];

const planOfStateKeys = 'pro';

/** The mock's keys: one for each plan (the demo key is the document's own), then those of states. */
export function inokufuAccounts(plans: UsagePlans): readonly Account[] {
  const plan = plans.plans.find(({ id }) => id === planOfStateKeys);
  if (plan === undefined)
    throw new Error(`The plans file has no plan "${planOfStateKeys}", which the state keys are of.`);
  return [...accountsOfPlans(plans), ...stateKeys.map((account) => ({ ...account, plan }))];
}
