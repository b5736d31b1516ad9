import type { ApiModel } from '../../../openapi/model/api-model.ts';
import type { UsagePlan } from '../../../openapi/model/usage-plans.ts';
import { CannotGoOnError } from './paced-sender.ts';

/** The plan that opens most operations, then the one that allows most calls: with its key the check sees most. */
export function choosePlan(model: ApiModel, ids: Iterable<string>): UsagePlan | undefined {
  const known = new Set(ids);
  const plans = (model.plans?.plans ?? []).filter((plan) => known.has(plan.id));
  const calls = ({ limits }: UsagePlan) => limits.rate?.max ?? Number.POSITIVE_INFINITY;
  return plans.toSorted(
    (a, b) => a.closedOperationIds.size - b.closedOperationIds.size || calls(b) - calls(a),
  )[0];
}

/** The plan of a key: the one that was named, or the one whose public demo key it is. */
export function findPlan(
  model: ApiModel,
  id: string | undefined,
  key: string | undefined,
): UsagePlan | undefined {
  const plans = model.plans?.plans ?? [];
  if (id === undefined) return key === undefined ? undefined : plans.find((plan) => plan.demoKey === key);
  const named = plans.find((plan) => plan.id === id);
  if (named !== undefined) return named;
  throw new CannotGoOnError(
    `The document has no plan '${id}'.`,
    plans.length === 0
      ? 'It has no plans at all.'
      : `Its plans are ${plans.map((plan) => plan.id).join(', ')}.`,
  );
}

/** Where nobody knows the key's plan and the API is somebody else's: no faster than the smallest plan, else this. */
export const politeCallsPerSecond = 10;

/**
 * Calls per second for a key of this plan. A target on this machine takes what it can; whoever limits it all the same
 * answers 429, and that is obeyed.
 */
export function choosePace(
  model: ApiModel,
  plan: UsagePlan | undefined,
  isLocal: boolean,
): number | undefined {
  if (plan !== undefined) return rateOf(plan);
  if (isLocal) return undefined;
  const rates = (model.plans?.plans ?? [])
    .filter((one) => !one.isHidden)
    .map(rateOf)
    .filter((rate) => rate !== undefined);
  return rates.length === 0 ? politeCallsPerSecond : Math.min(...rates);
}

function rateOf({ limits }: UsagePlan): number | undefined {
  return limits.rate === undefined ? undefined : limits.rate.max / limits.rate.periodSeconds;
}
