import type { ApiModel, Operation } from '../../../../openapi/model/api-model.ts';
import type { UsagePlan } from '../../../../openapi/model/usage-plans.ts';
import {
  type EncodedRequest,
  encodeRequest,
  type RequestValues,
} from '../../../../openapi/operations/wire/encode-request.ts';
import type { ReceivedReply } from '../../../../openapi/operations/wire/read-reply.ts';
import type { ContractCheck } from '../contract-check.ts';
import type { ContractDialect } from '../contract-dialect.ts';
import type { CheckStage } from '../contract-report.ts';
import type { GatewayRefusals } from '../gateway-refusals.ts';

/** Security scheme -> what to send for it. */
export type Credentials = ReadonlyMap<string, string>;

export interface StageContext {
  readonly model: ApiModel;
  readonly serverUrl: string;
  /** Where the path of an operation begins. */
  readonly serverUrlOf: (operation: Operation) => string;
  readonly credentials: Credentials;
  /** The plan of these credentials, where it is known: an operation that it closes must be refused. */
  readonly plan: UsagePlan | undefined;
  /** Keys of other plans, by plan id: each is tried on the operations that its plan closes. */
  readonly credentialsByPlan: ReadonlyMap<string, Credentials>;
  readonly dialect: ContractDialect;
  readonly refusals: GatewayRefusals;
  /** Whether everything is asked: no budget leaves anything out. */
  readonly isWhole: boolean;
  /** Whether the target may be changed. */
  readonly mayWrite: boolean;
  /** The documented request of an operation as a check, made once. */
  readonly documentedCheck: (operation: Operation) => ContractCheck;
  readonly missingKeyCheck: (operation: Operation) => ContractCheck;
}

/** A request as it goes to the target. */
export function requestTo(
  { serverUrlOf, credentials: own }: Pick<StageContext, 'serverUrlOf' | 'credentials'>,
  values: RequestValues,
  credentials: Credentials = own,
): EncodedRequest {
  return encodeRequest(values, { serverUrl: serverUrlOf(values.operation), credentials });
}

/** Checks, one at a time; each is handed the reply to the one before, undefined where none came. */
export type CheckPlan = Generator<ContractCheck, void, ReceivedReply | undefined>;

/** A part of a run: what it asks of each operation. */
export interface Stage {
  readonly name: CheckStage;
  /** What it asks, in words. */
  readonly title: string;
  /** The part of the calls that are left when it begins which it may use; the rest is for what follows. */
  readonly share: number;
  plan(operation: Operation, context: StageContext): CheckPlan;
  /** At most how many checks that are; cheaper than to plan them. */
  size(operation: Operation, context: StageContext): number;
}

/** How many checks a plan has that needs no replies. */
export function countChecks(plan: CheckPlan): number {
  let count = 0;
  while (plan.next(undefined).done !== true) count += 1;
  return count;
}
