import type { UsagePlan } from '../../../openapi/model/usage-plans.ts';
import type { ContractCost, QuotaLeft } from './contract-report.ts';
import { CannotGoOnError } from './paced-sender.ts';
import { readQuotas } from './read-limits.ts';
import type { SendOutcome } from './send-request.ts';

/** This part of a quota is never touched: whoever owns the key still has to work with it. */
const reservedPart = 0.2;

export function reserveOf(quota: number): number {
  return Math.ceil(quota * reservedPart);
}

export interface CallBudgetOptions {
  /** Calls of the whole run that a plan counts. */
  readonly countedCalls: number;
  readonly maxCalls: number | undefined;
  readonly plan: UsagePlan | undefined;
  readonly isStartedMock: boolean;
  /** Asked only where the run would stop otherwise. */
  readonly recogniseMock: () => Promise<boolean>;
  readonly now: () => number;
  /** Hears once what the first counted call brought to light. */
  readonly onCost: (cost: ContractCost) => void;
}

export interface CallBudget {
  readonly cost: ContractCost;
  /** Before each counted call; throws CannotGoOnError where it, or what follows, would touch the reserve. */
  allow(): Promise<void>;
  /** After each counted call. */
  learn(outcome: SendOutcome): void;
}

/** Watches over the quota of a key: what a run costs, what is left, and that a reserve of it stays untouched. */
export function createCallBudget(options: CallBudgetOptions): CallBudget {
  const { countedCalls, maxCalls = Number.POSITIVE_INFINITY, plan } = options;
  const calls = Math.min(countedCalls, maxCalls);
  const quota = plan?.limits.quota;
  let isOwnMock = options.isStartedMock;
  let made = 0;
  let left: QuotaLeft | undefined;
  let latest: readonly QuotaLeft[] = [];

  const costNow = (): ContractCost => ({
    countedCalls: calls,
    plan: plan?.displayName,
    quota: quota && { calls: quota.max, period: quota.period },
    left,
    isOwnMock,
  });
  const limitOf = ({ limit, remaining }: QuotaLeft) => limit ?? quota?.max ?? remaining + made;

  // A mock's quota is nobody's, and ends all the same.
  const reserve = (whole: number) => (isOwnMock ? 0 : reserveOf(whole));

  function reasonToStop(): CannotGoOnError | undefined {
    if (made === 0) {
      if (quota === undefined || calls <= quota.max - reserve(quota.max)) return undefined;
      const whole = `the plan ${plan?.displayName} has ${quota.max} a ${quota.period}`;
      return tooDear(`${calls} calls with the key; ${whole}`, quota.max, reserve(quota.max));
    }
    // What is foreseen is foreseen once; later only what others take meanwhile can still be a surprise.
    const toCome = made === 1 ? calls - made : 1;
    const tight = latest.find((one) => one.remaining - toCome < reserve(limitOf(one)));
    if (tight === undefined || made >= calls) return undefined;
    const whole = `the target says that ${tight.remaining} of ${limitOf(tight)} are left`;
    return tooDear(
      `${calls - made} more calls with the key; ${whole}`,
      tight.remaining,
      reserve(limitOf(tight)),
    );
  }

  return {
    get cost() {
      return costNow();
    },
    async allow() {
      if (reasonToStop() === undefined) return;
      isOwnMock ||= await options.recogniseMock();
      const reason = reasonToStop();
      if (reason !== undefined) throw reason;
    },
    learn(outcome) {
      made += 1;
      latest = outcome.kind === 'reply' ? readQuotas(outcome.reply.headers, options.now()) : [];
      if (made > 1) return;
      left = latest.toSorted((a, b) => a.remaining - b.remaining)[0];
      options.onCost(costNow());
    },
  };
}

function tooDear(cost: string, left: number, reserve: number): CannotGoOnError {
  const alone = reserve === 0 ? '' : `, and ${reserve} of them are left alone`;
  const part = left > reserve ? `, allow a part with --max-calls ${left - reserve}` : '';
  return new CannotGoOnError(
    `The check would make ${cost}${alone}.`,
    `Check fewer operations with --only${part}, or use a key of a larger plan.`,
  );
}
