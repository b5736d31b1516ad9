import type { Arrived, Identified, Matched } from '../exchange.ts';
import { createFailure } from '../failures/failure.ts';
import { type Step, Stop } from '../step.ts';

/** Refuses an operation that the account's plan lacks (403), and says which plans have it. */
export const checkPlan: Step<Arrived & Matched & Identified, undefined> = {
  name: 'check plan',
  run({ operation: { definition }, account }, { model }) {
    const { operationId, summary } = definition;
    if (account === undefined || !account.plan.closedOperationIds.has(operationId)) return undefined;
    const { features = [], plans = [] } = model.plans ?? {};
    const feature = features.find(({ operationIds }) => operationIds.includes(operationId))?.name;
    const having = plans.filter((plan) => !plan.isHidden && !plan.closedOperationIds.has(operationId));
    return new Stop(
      createFailure('plan-lacks-feature', {
        plan: account.plan.displayName,
        feature: feature ?? summary ?? operationId,
        plans: having.map((plan) => plan.displayName),
      }),
    );
  },
};
