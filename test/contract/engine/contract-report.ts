import type { DocumentFault, SourceLocation } from '../../../openapi/model/api-model.ts';
import type { Finding } from '../../../openapi/operations/judge/finding.ts';
import type { Latency } from './latency.ts';

/**
 * What one check came to. `doubtful`: nothing that the document or HTTP says speaks against the reply, an assumption or a
 * suspicion does; it is shown apart, and breaks nothing but a strict run. `unjudged`: a reply came, and could not be judged.
 * `skipped`: nothing was sent that could be judged.
 */
export type CheckOutcome = 'held' | 'broken' | 'doubtful' | 'unjudged' | 'skipped';

/** What a check is about: the table of the report counts by these. */
export type CheckKind =
  | 'unknown path'
  | 'unknown method'
  | 'OPTIONS'
  | 'HEAD'
  | 'preflight'
  | 'other media type'
  | 'long address'
  | 'missing key'
  | 'unknown key'
  | 'misplaced key'
  | 'placeholder key'
  | 'closed plan'
  | 'documented request'
  | 'valid values'
  | 'relation'
  | 'broken rule'
  | 'limit';

/** The stages of a run, in their order: a small budget of calls is spent on the first. */
export type CheckStage = 'free' | 'documented' | 'valid' | 'relations' | 'rules' | 'limits';

export interface CheckResult {
  readonly operationId: string;
  readonly kind: CheckKind;
  readonly stage?: CheckStage | undefined;
  readonly name: string;
  readonly outcome: CheckOutcome;
  /** Why it was not made; set where the outcome is `skipped`. */
  readonly skippedBecause: string | undefined;
  /** Why no judge has a say; set where the outcome is `unjudged`. */
  readonly unjudgedBecause: string | undefined;
  /** Of a skipped check: whether `allowSkipped` covers it. A needed key that is missing can't be excused. */
  readonly isExcusable: boolean;
  readonly findings: readonly Finding[];
  /** Worth knowing, wrong with nothing. */
  readonly notes: readonly string[];
  /** The request as a line for a shell, with the key replaced by a variable. */
  readonly curl: string;
  readonly expected: string;
  /** Status, media type and the beginning of the body, or why no reply came; the key replaced. */
  readonly received: string;
  /** What the reply calls itself: its `X-Request-Id`, or what the API has for that. */
  readonly requestId?: string | undefined;
  /** From sending to the end of the reply; undefined where nothing was sent. */
  readonly durationMs?: number | undefined;
}

export interface OperationReport {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly location: SourceLocation;
  /** How many checks follow from the document; those that were never come to are not among `checks`. */
  readonly planned: number;
  /** How many of them the budget left out, by stage: these are no gap in the verdict. */
  readonly notAsked?: Readonly<Partial<Record<CheckStage, number>>> | undefined;
  /** Undefined where nothing was sent. */
  readonly latencyMs?: Latency | undefined;
  readonly checks: readonly CheckResult[];
}

/** Whether a second judge took part; where not, why, and how to get it. */
export type SecondOpinion =
  | { readonly state: 'used'; readonly name: string }
  | { readonly state: 'absent'; readonly name: string; readonly reason: string }
  | { readonly state: 'off'; readonly name: string };

export interface ContractCounts {
  /** All checks that follow from the document, for this key and plan. */
  readonly planned: number;
  /** Those that were made and judged: held, broken or doubtful. */
  readonly checked: number;
  readonly held: number;
  readonly broken: number;
  readonly doubtful: number;
  readonly unjudged: number;
  readonly skipped: number;
  /** Those that the budget left out. */
  readonly notAsked: number;
  /** Requests that were sent, repetitions included. */
  readonly calls: number;
}

/** What a run takes from the quota of its key. */
export interface ContractCost {
  /** Requests of the whole run that a plan counts: those that a key opens. */
  readonly countedCalls: number;
  /** The plan of the key, where it is known, and its quota. */
  readonly plan: string | undefined;
  readonly quota: { readonly calls: number; readonly period: string } | undefined;
  /** What the first reply to a counted call said of the rest. */
  readonly left: QuotaLeft | undefined;
  /** The target is a mock of this kit: nobody's quota is at stake, and none is spared. */
  readonly isOwnMock: boolean;
}

/** What is left of a quota. */
export interface QuotaLeft {
  readonly remaining: number;
  /** The whole quota, where the target says it. */
  readonly limit: number | undefined;
  readonly resetsInSeconds: number | undefined;
}

/** Everything that a contract check found, as plain data: print it with `renderContractReport`, or as JSON. */
export interface ContractReport {
  readonly document: {
    readonly title: string;
    readonly version: string;
    readonly file: string;
    /** What it has that can't be checked or kept. */
    readonly faults: readonly DocumentFault[];
  };
  readonly target: string;
  /**
   * `held`: everything that was planned and asked was checked, or its being skipped was allowed. `broken` wins over
   * `incomplete`.
   */
  readonly verdict: 'held' | 'broken' | 'incomplete';
  /** What is only doubtful breaks it, too. */
  readonly isStrict?: boolean | undefined;
  /** Why it ended before its end, and what to do. */
  readonly stopped: { readonly reason: string; readonly advice: string } | undefined;
  /** Nothing was sent: this is what would be. */
  readonly isDryRun: boolean;
  readonly operations: readonly OperationReport[];
  readonly secondOpinion: SecondOpinion;
  /** About the run as a whole: what the document lets nobody check, what was left out and how to include it. */
  readonly notes: readonly string[];
  readonly counts: ContractCounts;
  readonly cost: ContractCost;
  readonly durationMs: number;
}

/** Counts the outcomes of a report's checks. */
export function countOutcomes(operations: readonly OperationReport[], calls: number): ContractCounts {
  const all = operations.flatMap((operation) => operation.checks);
  const count = (outcome: CheckOutcome) => all.filter((check) => check.outcome === outcome).length;
  const [held, broken, doubtful] = [count('held'), count('broken'), count('doubtful')];
  return {
    planned: operations.reduce((sum, operation) => sum + operation.planned, 0),
    checked: held + broken + doubtful,
    held,
    broken,
    doubtful,
    unjudged: count('unjudged'),
    skipped: count('skipped'),
    notAsked: operations.reduce((sum, operation) => sum + countNotAsked(operation), 0),
    calls,
  };
}

function countNotAsked({ notAsked = {} }: OperationReport): number {
  return Object.values(notAsked).reduce((sum, amount) => sum + amount, 0);
}

interface VerdictOptions {
  readonly isStopped: boolean;
  readonly allowSkipped: boolean;
  readonly isStrict?: boolean | undefined;
}

/** What a run comes to: a yes only where all that was asked was checked, or not checking it was allowed. */
export function verdictOf(
  operations: readonly OperationReport[],
  { isStopped, allowSkipped, isStrict = false }: VerdictOptions,
): ContractReport['verdict'] {
  const { broken, doubtful, checked, planned, notAsked } = countOutcomes(operations, 0);
  if (broken > 0 || (isStrict && doubtful > 0)) return 'broken';
  const skips = operations.flatMap(({ checks }) => checks.filter(({ outcome }) => outcome === 'skipped'));
  const excused = allowSkipped ? skips.filter(({ isExcusable }) => isExcusable).length : 0;
  return !isStopped && checked > 0 && checked + excused + notAsked === planned ? 'held' : 'incomplete';
}
