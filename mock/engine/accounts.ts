import { didYouMean } from '../../openapi/model/nearest-name.ts';
import type { UsagePlan, UsagePlans } from '../../openapi/model/usage-plans.ts';
import { type AccountState, checkKeyOptions, type KeyOptions, stateOf } from './key-options.ts';
import { OptionError } from './option-error.ts';

/** Who holds a key, and what it may do. */
export interface Account {
  readonly key: string;
  readonly plan: UsagePlan;
  /** Whose it is or what for, in a few words: shown at start, in the journal and by the admin side. */
  readonly label: string;
  readonly state: AccountState | undefined;
}

/** Somebody asks for something that is not there. */
export class NotFoundError extends Error {}

/** What the accounts follow from: it changes when the document does. */
export interface AccountsBasis {
  /** Undefined: the document has none, so that a credential which no account has opens everything, too. */
  readonly plans: UsagePlans | undefined;
  /** Beside one key for each plan. */
  readonly keys: readonly KeyOptions[];
  readonly newId: () => string;
}

/** The keys that the mock knows. All that change them throw an OptionError for what can't be meant. */
export interface Accounts {
  /** Whether a credential that no account has opens everything. */
  readonly admitsStrangers: boolean;
  /** Keys that anybody may try, for messages: those of plans, not those that were made for somebody or put an app into a state. */
  readonly keysToTry: readonly string[];
  /** Every key that there is or was not long ago: none may stand in a log. The same list until there is another. */
  readonly everKnown: readonly string[];
  find(key: string): Account | undefined;
  /** Throws a NotFoundError. */
  get(key: string): Account;
  list(): readonly Account[];
  create(options: KeyOptions): Account;
  /** Moves a key to another plan, puts it into a state or gives it another label. Throws a NotFoundError. */
  change(key: string, changes: Omit<KeyOptions, 'key'>): Account;
  /** Throws a NotFoundError. */
  delete(key: string): void;
  /** Stands on another document's plans from now on; what was made and changed stays as far as its plan does. */
  rebase(basis: AccountsBasis): void;
  reset(): void;
}

/** What a key may do where the document has no plans: everything. */
const openPlan: UsagePlan = {
  id: 'open',
  displayName: 'Open',
  isHidden: true,
  pricing: { cost: 0, currency: 'USD', billing: 'monthly', shown: undefined },
  support: undefined,
  demoKey: undefined,
  orderUrl: undefined,
  assumption: undefined,
  limits: { rate: undefined, quota: undefined },
  operationLimits: new Map(),
  closedOperationIds: new Set(),
};

/** One key for each plan: the plan's own public key, else `mock-<plan id>-key`. */
function keysOfPlans(plans: readonly UsagePlan[]): readonly KeyOptions[] {
  return plans.map(({ id, demoKey, displayName }) => ({
    key: demoKey ?? `mock-${id}-key`,
    plan: id,
    label: `${displayName} plan`,
  }));
}

const plansOf = ({ plans }: AccountsBasis) => plans?.plans ?? [openPlan];

function planOf({ plan: id }: KeyOptions, basis: AccountsBasis): UsagePlan {
  const plans = plansOf(basis);
  const plan =
    id === undefined
      ? (plans.find(({ isHidden }) => !isHidden) ?? plans[0])
      : plans.find((one) => one.id === id);
  if (plan !== undefined) return plan;
  if (basis.plans === undefined)
    throw new OptionError(`There are no plans, so none is called "${id}": give plans, too, or leave it out.`);
  const ids = plans.map((one) => one.id);
  throw new OptionError(
    `There is no plan "${id}".${didYouMean(id ?? '', ids)} The plans are ${ids.join(', ')}.`,
  );
}

/** What there is at the start. Throws an OptionError where a key can't do what it is for. */
function accountsOf(basis: AccountsBasis): Map<string, Account> {
  const given = basis.keys.map((options) => accountFrom(options, basis));
  const twice = given.find(({ key }, index) => given.findIndex((one) => one.key === key) < index);
  if (twice !== undefined) throw new OptionError(`The key "${twice.key}" is there twice: leave one out.`);
  const ofPlans = basis.plans === undefined ? [] : keysOfPlans(plansOf(basis));
  const accounts = [...ofPlans.map((options) => accountFrom(options, basis)), ...given];
  return new Map(accounts.map((account) => [account.key, account]));
}

function accountFrom(options: KeyOptions, basis: AccountsBasis): Account {
  checkKeyOptions(options);
  const plan = planOf(options, basis);
  const state = stateOf(options.state);
  refuseIdleState(state, plan);
  const said = typeof options.state === 'string' ? `${options.state}, ` : '';
  const { key = `mock-${basis.newId()}`, label = `${said}${plan.displayName} plan` } = options;
  return { key, plan, label, state };
}

/** A state that nothing would come of, because its plan counts nothing. */
function refuseIdleState(state: AccountState | undefined, { displayName, limits }: UsagePlan): void {
  const lacksQuota = state?.callsLeft !== undefined && limits.quota === undefined;
  const lacksRate = state?.isThrottled === true && limits.rate === undefined;
  if (!lacksQuota && !lacksRate) return;
  const lacking = lacksQuota ? 'quota' : 'rate';
  throw new OptionError(
    `A key can't be out of calls where its plan ${displayName} has no ${lacking}: give it one, or the key another plan.`,
  );
}

function withoutState(accounts: ReadonlyMap<string, Account>): readonly string[] {
  return [...accounts.values()].flatMap(({ key, state }) => (state === undefined ? [key] : []));
}

/** A mock can run for weeks, and each suite make a key: of those that are gone the oldest are forgotten. */
const rememberedKeys = 1_000;

export function createAccounts(first: AccountsBasis): Accounts {
  let basis = first;
  /** As they were at the start: what was changed since is known from it. */
  let atStart = accountsOf(basis);
  let accounts = new Map(atStart);
  let keysToTry = withoutState(atStart);
  let everKnown: readonly string[] = [...accounts.keys()];

  function keep(account: Account): Account {
    accounts.set(account.key, account);
    if (everKnown.includes(account.key)) return account;
    const gone = everKnown.length - rememberedKeys;
    everKnown = [...everKnown.filter((key, index) => index >= gone || accounts.has(key)), account.key];
    return account;
  }

  function get(key: string): Account {
    const account = accounts.get(key);
    if (account !== undefined) return account;
    throw new NotFoundError('No account has this key. GET /__mock/keys lists those that there are.');
  }

  return {
    get admitsStrangers() {
      return basis.plans === undefined;
    },
    get keysToTry() {
      return keysToTry;
    },
    get everKnown() {
      return everKnown;
    },
    find: (key) => accounts.get(key),
    get,
    list: () => [...accounts.values()],
    create(options) {
      if (options.key !== undefined && accounts.has(options.key)) {
        throw new OptionError(
          'There is such a key already: change it, or leave "key" out and get a new one.',
        );
      }
      return keep(accountFrom(options, basis));
    },
    change(key, changes) {
      const { plan, label, state } = get(key);
      const asked = { key, plan: plan.id, label, ...(state === undefined ? {} : { state }), ...changes };
      return keep(accountFrom(asked, basis));
    },
    delete(key) {
      accounts.delete(get(key).key);
    },
    rebase(next) {
      const fresh = accountsOf(next);
      const changed = [...accounts.values()].filter((account) => atStart.get(account.key) !== account);
      const deleted = [...atStart.keys()].filter((key) => !accounts.has(key));
      [basis, atStart, accounts] = [next, fresh, new Map(fresh)];
      keysToTry = withoutState(fresh);
      for (const account of changed) {
        const plan = plansOf(basis).find(({ id }) => id === account.plan.id);
        if (plan !== undefined) keep({ ...account, plan });
      }
      for (const key of deleted) accounts.delete(key);
      everKnown = [...new Set([...everKnown, ...accounts.keys()])];
    },
    reset() {
      accounts = new Map(atStart);
      everKnown = [...accounts.keys()];
    },
  };
}
