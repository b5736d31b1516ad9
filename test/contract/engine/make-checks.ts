import type { Operation } from '../../../openapi/model/api-model.ts';
import type { CallBudget } from './call-budget.ts';
import { checkOperation, skippedResult } from './check-operation.ts';
import type { ContractCheck } from './contract-check.ts';
import type { CheckResult } from './contract-report.ts';
import { spendsQuota } from './derive-checks.ts';
import { CannotGoOnError, type PacedSender } from './paced-sender.ts';
import { preflight } from './preflight.ts';
import type { RunChecksOptions } from './run-checks.ts';

export interface MakeChecksOptions extends RunChecksOptions {
  readonly planned: ReadonlyMap<Operation, readonly ContractCheck[]>;
  /** Those of them that nothing speaks against yet. */
  readonly willBeSent: readonly ContractCheck[];
  readonly sender: PacedSender;
  readonly budget: CallBudget;
  readonly secrets: readonly string[];
  readonly onResult: (check: CheckResult) => void;
}

/** Tells the price, looks at the target as a whole, then makes every check. Throws CannotGoOnError. */
export async function makeChecks(options: MakeChecksOptions): Promise<undefined> {
  const { planned, willBeSent, budget } = options;
  const checks = [...planned.values()].flat();
  if (checks.length === 0) {
    const advice = 'Give a document that has paths with methods.';
    throw new CannotGoOnError('The document has no operation, so there is nothing to check.', advice);
  }
  if (options.isDryRun) return skipOnly(checks, options);
  const { cost } = budget;
  options.onProgress({ kind: 'planned', operations: planned.size, checks: checks.length, cost });
  if (willBeSent.some(spendsQuota)) await budget.allow();
  const send = (check: ContractCheck) => sendWithin(check, options);
  const sent = await preflight(willBeSent, {
    ...options,
    basePath: options.model.basePath,
    send,
    isPlanKnown: options.plan !== undefined,
    mayPlanLack: mayPlanLack(options),
  });
  // Those that were looked at come first: where the run has to stop, what they answered is reported.
  const looked = new Set([...sent.keys()].map(({ operation }) => operation));
  for (const operation of new Set([...looked, ...planned.keys()])) {
    await checkOperation(operation, planned.get(operation) ?? [], {
      ...options,
      send: async (check) => sent.get(check) ?? send(check),
      judges: { second: options.secondJudge, dialect: options.dialect },
    });
  }
}

/** A dry run has results only for what would be left out. */
function skipOnly(checks: readonly ContractCheck[], options: MakeChecksOptions): undefined {
  for (const check of checks) {
    const reason = options.reasonToSkip(check);
    if (reason !== undefined) options.onResult(skippedResult(check, reason, options));
  }
}

async function sendWithin(check: ContractCheck, { budget, sender }: MakeChecksOptions) {
  if (!spendsQuota(check)) return sender.send(check.request);
  await budget.allow();
  const outcome = await sender.send(check.request);
  budget.learn(outcome);
  return outcome;
}

function mayPlanLack({ model }: MakeChecksOptions): (check: ContractCheck) => boolean {
  const plans = model.plans?.plans ?? [];
  return ({ operation }) => plans.some((one) => one.closedOperationIds.has(operation.operationId));
}
