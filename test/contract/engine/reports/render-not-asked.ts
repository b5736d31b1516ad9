import type { CheckStage, ContractReport } from '../contract-report.ts';
import { count, firstOf } from '../render-checks.ts';

/** A stage's checks in words, for one and for several. */
const checksOfStage = {
  free: 'free check',
  documented: 'documented request',
  valid: 'valid call',
  relations: 'relation',
  rules: 'broken rule',
  limits: 'limit',
} as const satisfies Readonly<Record<CheckStage, string>>;

/** What the budget left out, a line a stage: a reader knows what the yes does not cover. */
export function renderNotAsked({ operations }: ContractReport): readonly string[] {
  return (Object.keys(checksOfStage) as CheckStage[]).flatMap((stage) => {
    const left = operations.filter(({ notAsked }) => (notAsked?.[stage] ?? 0) > 0);
    const amount = left.reduce((sum, { notAsked }) => sum + (notAsked?.[stage] ?? 0), 0);
    const ids = firstOf(left.map(({ operationId }) => operationId));
    return amount === 0 ? [] : [`${count(amount, checksOfStage[stage])} of ${ids}`];
  });
}
