import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import type { UsagePlan } from '../../../openapi/model/usage-plans.ts';
import { createCallBudget } from './call-budget.ts';
import type { ContractCheck } from './contract-check.ts';
import type { ContractDialect } from './contract-dialect.ts';
import {
  type CheckResult,
  type ContractCost,
  type ContractReport,
  countOutcomes,
  type OperationReport,
  verdictOf,
} from './contract-report.ts';
import { type Credentials, deriveChecks, spendsQuota } from './derive-checks.ts';
import { maskSecrets } from './hide-secrets.ts';
import { makeChecks } from './make-checks.ts';
import { CannotGoOnError, type Clock, createPacedSender } from './paced-sender.ts';
import type { SecondJudge } from './second-opinion.ts';
import type { SkipReason } from './skip-reason.ts';

/** What a listener hears while the checks run. */
export type ContractProgress =
  /** Before the first call. */
  | {
      readonly kind: 'planned';
      readonly operations: number;
      readonly checks: number;
      readonly cost: ContractCost;
    }
  /** Once, after the first call that a plan counts. */
  | { readonly kind: 'cost'; readonly cost: ContractCost }
  | { readonly kind: 'checked'; readonly check: CheckResult }
  | { readonly kind: 'waiting'; readonly milliseconds: number; readonly reason: string };

export interface RunChecksOptions {
  readonly model: ApiModel;
  readonly documentFile: string;
  /** The operations to check, of the model. */
  readonly operations: readonly Operation[];
  /** Where the paths of the document begin, without a slash at its end. */
  readonly serverUrl: string;
  readonly credentials: Credentials;
  /** The plan of these credentials, where it is known. */
  readonly plan: UsagePlan | undefined;
  readonly credentialsByPlan: ReadonlyMap<string, Credentials>;
  readonly dialect: ContractDialect;
  readonly secondJudge: SecondJudge;
  readonly fetch: typeof globalThis.fetch;
  readonly callsPerSecond: number | undefined;
  readonly maxCalls: number | undefined;
  readonly timeoutMs: number;
  readonly maximumRetries: number;
  readonly maximumWaitMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly isStartedMock: boolean;
  readonly recogniseMock: () => Promise<boolean>;
  readonly isDryRun: boolean;
  readonly allowSkipped: boolean;
  readonly reasonToSkip: (check: ContractCheck) => SkipReason | undefined;
  readonly notes: readonly string[];
  readonly onProgress: (progress: ContractProgress) => void;
}

/** Checks operation by operation and always comes back with a report: an incomplete one where it could not go on. */
export async function runChecks(options: RunChecksOptions): Promise<ContractReport> {
  const { clock, onProgress, model } = options;
  const startedAt = clock.now();
  const planned = new Map(options.operations.map((one) => [one, deriveChecks(one, options)]));
  const willBeSent = [...planned.values()].flat().filter((one) => options.reasonToSkip(one) === undefined);
  const sender = createPacedSender({
    ...options,
    onWait: (milliseconds, reason) => onProgress({ kind: 'waiting', milliseconds, reason }),
  });
  const budget = createCallBudget({
    ...options,
    countedCalls: willBeSent.filter(spendsQuota).length,
    now: clock.now,
    onCost: (cost) => onProgress({ kind: 'cost', cost }),
  });
  const results = new Map(options.operations.map((one) => [one.operationId, [] as CheckResult[]]));
  const secrets = secretsOf(options);
  const stopped = await makeChecks({
    ...options,
    planned,
    willBeSent,
    sender,
    budget,
    secrets,
    onResult: (check) => {
      results.get(check.operationId)?.push(check);
      onProgress({ kind: 'checked', check });
    },
  }).catch((error: unknown) => {
    if (!(error instanceof CannotGoOnError)) throw error;
    return { reason: maskSecrets(error.message, secrets), advice: maskSecrets(error.advice, secrets) };
  });
  const operations = [...planned].map(([operation, { length }]) =>
    reportOn(operation, length, results.get(operation.operationId) ?? []),
  );
  const isStopped = stopped !== undefined;
  return {
    document: {
      title: model.info.title,
      version: model.info.version,
      file: options.documentFile,
      faults: model.warnings,
    },
    target: options.serverUrl,
    verdict: verdictOf(operations, { isStopped, allowSkipped: options.allowSkipped }),
    stopped,
    isDryRun: options.isDryRun,
    operations,
    secondOpinion: options.secondJudge.opinion,
    notes: options.notes,
    counts: countOutcomes(operations, sender.calls),
    cost: budget.cost,
    durationMs: clock.now() - startedAt,
  };
}

/** A key as it is, and as basic authentication sends it (RFC 7617). */
function secretsOf({ credentials, credentialsByPlan }: RunChecksOptions): readonly string[] {
  const keys = [credentials, ...credentialsByPlan.values()].flatMap((one) => [...one.values()]);
  return keys.flatMap((key) => [key, Buffer.from(key).toString('base64')]);
}

function reportOn(operation: Operation, planned: number, checks: readonly CheckResult[]): OperationReport {
  return {
    operationId: operation.operationId,
    method: operation.method.toUpperCase(),
    path: operation.path,
    location: operation.source,
    planned,
    checks,
  };
}
