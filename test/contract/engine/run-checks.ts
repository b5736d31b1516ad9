import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import { checkOperation } from './check-operation.ts';
import type { ContractDialect } from './contract-dialect.ts';
import {
  type CheckResult,
  type ContractReport,
  countOutcomes,
  type OperationReport,
} from './contract-report.ts';
import { CannotGoOnError, type Clock, createPacedSender } from './paced-sender.ts';
import { type Credentials, planChecks } from './plan-checks.ts';
import type { PlannedCheck } from './planned-check.ts';
import type { SecondJudge } from './second-opinion.ts';

/** What a listener hears while the checks run. */
export type ContractProgress =
  | { readonly kind: 'planned'; readonly operations: number; readonly checks: number }
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
  readonly credentialsByPlan: ReadonlyMap<string, Credentials>;
  readonly dialect: ContractDialect;
  readonly secondJudge: SecondJudge;
  readonly fetch: typeof globalThis.fetch;
  readonly callsPerSecond: number | undefined;
  readonly timeoutMs: number;
  readonly maximumRetries: number;
  readonly maximumWaitMs: number;
  readonly clock: Clock;
  readonly reasonToSkip: (check: PlannedCheck) => string | undefined;
  /** Looks at the plan of the whole run before the first request; throws CannotGoOnError to prevent it. */
  readonly beforeFirstCall: (checks: readonly PlannedCheck[]) => void;
  readonly notes: readonly string[];
  readonly onProgress: (progress: ContractProgress) => void;
}

/** Checks operation by operation and always comes back with a report: an incomplete one where it could not go on. */
export async function runChecks(options: RunChecksOptions): Promise<ContractReport> {
  const startedAt = options.clock.now();
  const sender = createPacedSender({
    ...options,
    onWait: (milliseconds, reason) => options.onProgress({ kind: 'waiting', milliseconds, reason }),
  });
  const results = new Map<string, CheckResult[]>(options.operations.map((one) => [one.operationId, []]));
  const stopped = await makeAll();
  const operations = options.operations.map((one) => reportOn(one, results.get(one.operationId) ?? []));
  const counts = countOutcomes(operations, sender.calls);
  return {
    document: {
      title: options.model.info.title,
      version: options.model.info.version,
      file: options.documentFile,
    },
    target: options.serverUrl,
    verdict: stopped !== undefined ? 'incomplete' : counts.broken > 0 ? 'broken' : 'held',
    stopped,
    operations,
    secondOpinion: options.secondJudge.opinion,
    notes: options.notes,
    counts,
    durationMs: options.clock.now() - startedAt,
  };

  async function makeAll(): Promise<ContractReport['stopped']> {
    try {
      const planned = options.operations.map((one) => planChecks(one, options));
      options.beforeFirstCall(planned.flat());
      options.onProgress({ kind: 'planned', operations: planned.length, checks: planned.flat().length });
      for (const [index, operation] of options.operations.entries()) {
        await checkOperation(operation, planned[index] ?? [], {
          ...options,
          sender,
          judges: { second: options.secondJudge, dialect: options.dialect },
          secrets: secretsOf(options),
          onResult: (check) => {
            results.get(check.operationId)?.push(check);
            options.onProgress({ kind: 'checked', check });
          },
        });
      }
      return undefined;
    } catch (error) {
      if (error instanceof CannotGoOnError) return { reason: error.message, advice: error.advice };
      throw error;
    }
  }
}

/** A key as it is, and as basic authentication sends it (RFC 7617). */
function secretsOf({ credentials, credentialsByPlan }: RunChecksOptions): readonly string[] {
  const keys = [credentials, ...credentialsByPlan.values()].flatMap((one) => [...one.values()]);
  return keys.flatMap((key) => [key, Buffer.from(key).toString('base64')]);
}

function reportOn(operation: Operation, checks: readonly CheckResult[]): OperationReport {
  return {
    operationId: operation.operationId,
    method: operation.method.toUpperCase(),
    path: operation.path,
    location: operation.source,
    checks,
  };
}
