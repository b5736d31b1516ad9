import type { Operation, SourceLocation } from '../../../openapi/model/api-model.ts';
import type { UsagePlan } from '../../../openapi/model/usage-plans.ts';
import type { Finding } from '../../../openapi/operations/judge/finding.ts';
import type { PrintableRequest } from '../../../openapi/operations/wire/curl.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import type { CheckKind, CheckStage } from './contract-report.ts';
import type { Expectation } from './expectation.ts';

/** A request that will be sent, and what its answer is judged by. */
export interface ContractCheck {
  readonly operation: Operation;
  readonly stage: CheckStage;
  readonly kind: CheckKind;
  readonly name: string;
  readonly request: PrintableRequest;
  /** The plan of the key that it is sent with, where that is not the run's own. */
  readonly plan?: UsagePlan | undefined;
  readonly want: Expectation;
  /** What the document's own schema says against the request, where it comes from an example that does not fit. */
  readonly ownProblem?: () => string | undefined;
  /** The place of the document that asks for this answer: the rule that the request breaks, else the operation. */
  readonly location: SourceLocation;
  /** What the reply must show beyond that, where its status is right. */
  readonly alsoWants?: ((reply: ReceivedReply) => readonly Finding[]) | undefined;
}

/** Security that has no empty alternative (Operation Object, `security`). */
export function needsKey(operation: Operation): boolean {
  return operation.security.length > 0 && operation.security.every((alternative) => alternative.length > 0);
}

/** Whether a key of the plan must be refused. */
export function isClosed(operation: Operation, plan: UsagePlan | undefined): boolean {
  return needsKey(operation) && plan?.closedOperationIds.has(operation.operationId) === true;
}

/** Keys that are missing, unknown or of another plan are refused before anything is counted. */
export function spendsQuota({ operation, stage }: ContractCheck): boolean {
  return needsKey(operation) && stage !== 'free';
}
