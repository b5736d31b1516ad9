import type { Operation } from '../../../openapi/model/api-model.ts';
import type { CheckResult, CheckStage, OperationReport } from './contract-report.ts';
import { latencyOf } from './latency.ts';

/** What came of each operation so far. */
export interface RunTally {
  add(result: CheckResult): void;
  /** So many checks of a stage are not asked: they don't count as a gap. */
  leaveOut(operation: Operation, stage: CheckStage, checks: number): void;
  /** So many checks were never come to. */
  miss(operation: Operation, checks: number): void;
  reports(): readonly OperationReport[];
}

interface Entry {
  readonly operation: Operation;
  readonly checks: CheckResult[];
  readonly notAsked: Partial<Record<CheckStage, number>>;
  missed: number;
}

export function createRunTally(operations: readonly Operation[]): RunTally {
  const entries = new Map<string, Entry>(
    operations.map((operation) => [
      operation.operationId,
      { operation, checks: [], notAsked: {}, missed: 0 },
    ]),
  );
  return {
    add(result) {
      entries.get(result.operationId)?.checks.push(result);
    },
    leaveOut({ operationId }, stage, checks) {
      const entry = entries.get(operationId);
      if (entry !== undefined && checks > 0) entry.notAsked[stage] = (entry.notAsked[stage] ?? 0) + checks;
    },
    miss({ operationId }, checks) {
      const entry = entries.get(operationId);
      if (entry !== undefined) entry.missed += checks;
    },
    reports: () => [...entries.values()].map(reportOf),
  };
}

function reportOf({ operation, checks, notAsked, missed }: Entry): OperationReport {
  const leftOut = Object.values(notAsked).reduce((sum, count) => sum + count, 0);
  return {
    operationId: operation.operationId,
    method: operation.method.toUpperCase(),
    path: operation.path,
    location: operation.source,
    planned: checks.length + leftOut + missed,
    notAsked,
    latencyMs: latencyOf(checks),
    checks,
  };
}
