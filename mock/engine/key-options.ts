import { nearestName } from '../../openapi/model/nearest-name.ts';
import type { UsagePlan, UsagePlans } from '../../openapi/model/usage-plans.ts';
import { type Account, type AccountState, accountsOfPlans } from './accounts.ts';
import { OptionError } from './option-error.ts';

/** A key of the mock, as somebody asks for it. */
export interface KeyOptions {
  readonly key: string;
  /** Id of its plan. Left out where there are no plans: then it opens everything. */
  readonly plan?: string | undefined;
  /** What the key is for, in a few words. Default: its state and its plan. */
  readonly label?: string | undefined;
  /** What it makes the mock do: a state by its name, or what one is made of. */
  readonly state?: KeyStateName | AccountState | undefined;
}

/** States by their names. */
export const keyStates = {
  revoked: { isRevoked: true },
  throttled: { isThrottled: true },
  'quota-spent': { callsLeft: 0 },
  'last-call': { callsLeft: 1 },
  maintenance: { failsWith: 'maintenance' },
  error: { failsWith: 'internal-error' },
  slow: { delayMs: 3_000 },
} as const satisfies Readonly<Record<string, AccountState>>;

export type KeyStateName = keyof typeof keyStates;

/** Where a document has no plans, keys are of this one: nothing is closed, nothing counted. */
const openPlan: UsagePlan = {
  id: 'open',
  displayName: 'Open',
  isHidden: false,
  pricing: { cost: 0, currency: 'USD', billing: 'monthly', shown: undefined },
  support: undefined,
  demoKey: undefined,
  orderUrl: undefined,
  assumption: undefined,
  limits: { rate: undefined, quota: undefined },
  operationLimits: new Map(),
  closedOperationIds: new Set(),
};

/**
 * The accounts of a mock: one for each plan, then those of the given keys, which may take the place of a plan's. Undefined
 * where there are neither plans nor keys. Throws an OptionError for a key that can't do what it is for.
 */
export function accountsOf(
  plans: UsagePlans | undefined,
  keys: readonly KeyOptions[] = [],
): readonly Account[] | undefined {
  if (plans === undefined && keys.length === 0) return undefined;
  const given = keys.map((options) => accountOfKey(options, plans));
  const names = given.map(({ key }) => key);
  const twice = names.find((key, index) => names.indexOf(key) !== index);
  if (twice !== undefined) throw new OptionError(`The key "${twice}" is there twice: leave one out.`);
  const ofPlans = plans === undefined ? [] : accountsOfPlans(plans);
  return [...ofPlans.filter(({ key }) => !names.includes(key)), ...given];
}

function accountOfKey(
  { key, plan: id, label, state: given }: KeyOptions,
  plans: UsagePlans | undefined,
): Account {
  const plan = planOf(key, id, plans);
  const state = typeof given === 'string' ? keyStates[given] : given;
  if (state !== undefined) refuseIdleState(key, state, plan);
  const said = typeof given === 'string' ? `${given}, ${plan.displayName} plan` : `${plan.displayName} plan`;
  return { key, plan, purpose: label ?? said, state };
}

function planOf(key: string, id: string | undefined, plans: UsagePlans | undefined): UsagePlan {
  if (plans === undefined) {
    if (id === undefined) return openPlan;
    throw new OptionError(
      `The key "${key}" is of the plan "${id}", but there are no plans: give plans, too, or leave it out.`,
    );
  }
  const ids = plans.plans.map((plan) => plan.id);
  const plan = plans.plans.find((one) => one.id === id);
  if (plan !== undefined) return plan;
  const nearest = id === undefined ? undefined : nearestName(id, ids);
  throw new OptionError(
    id === undefined
      ? `The key "${key}" needs a plan: ${ids.join(', ')}.`
      : `The key "${key}" is of the plan "${id}", which is not there. ${nearest === undefined ? `Plans are ${ids.join(', ')}.` : `Did you mean "${nearest}"?`}`,
  );
}

/** A state that nothing would come of, because its plan counts nothing. */
function refuseIdleState(key: string, state: AccountState, { displayName, limits }: UsagePlan): void {
  const lacks =
    state.callsLeft !== undefined && limits.quota === undefined
      ? 'quota'
      : state.isThrottled === true && limits.rate === undefined
        ? 'rate'
        : undefined;
  if (lacks !== undefined)
    throw new OptionError(
      `The key "${key}" can't be out of calls: its plan ${displayName} has no ${lacks}. Give it one, or the key another plan.`,
    );
}
