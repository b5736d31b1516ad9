import type { Operation } from '../../../../openapi/model/api-model.ts';
import type { UsagePlan } from '../../../../openapi/model/usage-plans.ts';
import { documentedRequest } from '../../../../openapi/operations/requests/documented-request.ts';
import { type ContractCheck, isClosed, needsKey } from '../contract-check.ts';
import { requestTo, type StageContext } from './stage.ts';

/** So many calls at once are made to exceed a limit, and no more. */
const mostAtOnce = 60;

/** A call that is made several times at once, so that some must be refused. */
export interface LimitCheck {
  readonly check: ContractCheck;
  readonly plan: UsagePlan;
  /** How many of them a full bucket lets through. */
  readonly allowed: number;
  readonly calls: number;
}

/**
 * The call by which the request speed of a plan is exceeded: of an operation that only reads, with the key of the plan that
 * allows fewest at once. undefined where no plan is known whose speed so few calls exceed.
 */
export function limitCheckOf(
  operations: readonly Operation[],
  context: StageContext,
): LimitCheck | undefined {
  const keys = [
    ...(context.plan === undefined ? [] : [{ plan: context.plan, credentials: context.credentials }]),
    ...(context.model.plans?.plans ?? []).flatMap((plan) => {
      const credentials = context.credentialsByPlan.get(plan.id);
      return credentials === undefined ? [] : [{ plan, credentials }];
    }),
  ].filter(({ plan }) => burstOf(plan) <= mostAtOnce - 2);
  const [slowest] = keys.toSorted((a, b) => burstOf(a.plan) - burstOf(b.plan));
  if (slowest === undefined) return undefined;
  const { plan, credentials } = slowest;
  const operation = operations.find((one) => one.method === 'get' && needsKey(one) && !isClosed(one, plan));
  if (operation === undefined) return undefined;
  const allowed = burstOf(plan);
  const calls = Math.min(mostAtOnce, allowed * 2 + 2);
  return {
    plan,
    allowed,
    calls,
    check: {
      operation,
      plan,
      stage: 'limits',
      kind: 'limit',
      name: `${calls} calls at once, of which the plan ${plan.displayName} allows ${allowed}`,
      request: requestTo(context, documentedRequest(operation), credentials),
      want: { kind: 'refusal', statuses: [429], isDocumented: true, culprits: [], basis: 'document' },
      location: operation.source,
    },
  };
}

function burstOf({ limits: { rate } }: UsagePlan): number {
  return rate?.burst ?? Number.POSITIVE_INFINITY;
}
