import type { UsagePlan } from '../../../openapi/model/usage-plans.ts';
import type { ContractCost, QuotaLeft } from './contract-report.ts';
import { CannotGoOnError } from './paced-sender.ts';
import { readQuotas } from './read-limits.ts';
import type { SendOutcome } from './send-request.ts';

/** This part of a quota is never touched: whoever owns the key still has to work with it. */
const reservedPart = 0.2;
/** So many counted calls a run makes against a quota, unless it is asked for more. */
const defaultBudget = 60;

export function reserveOf(quota: number): number {
  return Math.ceil(quota * reservedPart);
}

export interface CallBudgetOptions {
  /** Calls of the whole run that a plan counts, if nothing is left out. */
  readonly countedCalls: number;
  /** At most so many of them. Default: 60 where there is a quota. */
  readonly maxCalls: number | undefined;
  /** Everything is asked, or nothing. */
  readonly isWhole: boolean;
  readonly plan: UsagePlan | undefined;
  /** Some plan has a quota: where the key's is not known, it may be that one. */
  readonly hasQuotas: boolean;
  readonly isOwnMock: boolean;
  readonly now: () => number;
  /** Hears once what the first counted call brought to light. */
  readonly onCost: (cost: ContractCost) => void;
}

export interface CallBudget {
  readonly cost: ContractCost;
  /** Counted calls that may still be made. */
  readonly left: number;
  /** Throws CannotGoOnError where everything is asked for and the quota does not have it. */
  refuseIfTooDear(): void;
  /** After each counted call. */
  learn(outcome: SendOutcome): void;
}

/** Watches over the quota of a key: what a run costs, what is left, and that a reserve of it stays untouched. */
export function createCallBudget(options: CallBudgetOptions): CallBudget {
  const { countedCalls, maxCalls, plan, isOwnMock, isWhole } = options;
  const quota = plan?.limits.quota;
  let made = 0;
  let left: QuotaLeft | undefined;
  let latest: readonly QuotaLeft[] = [];

  const limitOf = ({ limit, remaining }: QuotaLeft) => limit ?? quota?.max ?? remaining + made;
  const spare = (remaining: number, whole: number) =>
    Math.max(0, remaining - (isOwnMock ? 0 : reserveOf(whole)));

  /** What the quota allows from now on, beside its reserve: as the target tells it, before that as the plan has it. */
  function allowed(): number {
    if (made > 0)
      return Math.min(...latest.map((one) => spare(one.remaining, limitOf(one))), Number.POSITIVE_INFINITY);
    return quota === undefined ? Number.POSITIVE_INFINITY : spare(quota.max, quota.max);
  }

  /** What the run may make in all. */
  function most(): number {
    if (maxCalls !== undefined) return maxCalls;
    const hasQuota = quota !== undefined || options.hasQuotas || left !== undefined;
    return isWhole || isOwnMock || !hasQuota ? Number.POSITIVE_INFINITY : defaultBudget;
  }

  return {
    get cost() {
      return {
        countedCalls: Math.min(countedCalls, most(), made + allowed()),
        plan: plan?.displayName,
        quota: quota && { calls: quota.max, period: quota.period },
        left,
        isOwnMock,
      };
    },
    get left() {
      return Math.max(0, Math.min(most() - made, allowed()));
    },
    refuseIfTooDear() {
      const toCome = Math.min(countedCalls, most()) - made;
      if (!isWhole || isOwnMock || toCome <= allowed()) return;
      const [tight] = latest.toSorted((a, b) => a.remaining - b.remaining);
      const has =
        tight === undefined
          ? `the plan ${plan?.displayName} has ${quota?.max} a ${quota?.period}`
          : `the target says that ${tight.remaining} of ${limitOf(tight)} are left`;
      throw tooDear(`${toCome} calls with the key; ${has}`, allowed());
    },
    learn(outcome) {
      made += 1;
      latest = outcome.kind === 'reply' ? readQuotas(outcome.reply.headers, options.now()) : [];
      if (made > 1) return;
      left = latest.toSorted((a, b) => a.remaining - b.remaining)[0];
      options.onCost(this.cost);
    },
  };
}

/** Not even one valid call of each operation can be made. */
export function tooDear(cost: string, allowed: number): CannotGoOnError {
  const part =
    allowed > 0 ? `, leave out --all (then it makes at most ${Math.min(allowed, defaultBudget)})` : '';
  return new CannotGoOnError(
    `The check would make ${cost}, and a fifth of a quota is left alone.`,
    `Check fewer operations with --only${part}, or use a key of a larger plan.`,
  );
}
