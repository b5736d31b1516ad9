import type { SourceLocation } from '../../../openapi/model/api-model.ts';

/**
 * What one check came to. `disputed`: our own validator has nothing to say against the reply, the second opinion has;
 * it is shown, and breaks nothing.
 */
export type CheckOutcome = 'held' | 'broken' | 'disputed' | 'skipped';

/** What a check is about: the table of the report counts by these. */
export type CheckKind = 'documented request' | 'missing key' | 'unknown key' | 'closed plan' | 'broken rule';

/** One thing that is wrong with a reply (or with its absence). */
export interface Finding {
  /** Stable and machine-readable: `undocumented-status`, `no-reply`, `schema`, … */
  readonly code: string;
  readonly message: string;
  /** Who found it. `prism` alone makes a check disputed, not broken. */
  readonly judge: 'kit' | 'prism';
  /** The place of the document that the reply breaks. */
  readonly location: SourceLocation;
}

export interface CheckResult {
  readonly operationId: string;
  readonly kind: CheckKind;
  readonly name: string;
  readonly outcome: CheckOutcome;
  /** Why it was not made; set where the outcome is `skipped`. */
  readonly skippedBecause: string | undefined;
  readonly findings: readonly Finding[];
  /** Worth knowing, wrong with nothing. */
  readonly notes: readonly string[];
  /** The request as a line for a shell, with the key replaced by a variable. */
  readonly curl: string;
  readonly expected: string;
  /** Status, media type and the beginning of the body, or why no reply came; the key replaced. */
  readonly received: string;
}

export interface OperationReport {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly location: SourceLocation;
  readonly checks: readonly CheckResult[];
}

/** Whether a second judge took part; where not, why, and how to get it. */
export type SecondOpinion =
  | { readonly state: 'used'; readonly name: string }
  | { readonly state: 'absent'; readonly name: string; readonly reason: string }
  | { readonly state: 'off'; readonly name: string };

export interface ContractCounts {
  readonly checks: number;
  readonly held: number;
  readonly broken: number;
  readonly disputed: number;
  readonly skipped: number;
  /** Requests that were sent, repetitions included. */
  readonly calls: number;
}

/** Everything that a contract check found, as plain data: print it with `renderContractReport`, or as JSON. */
export interface ContractReport {
  readonly document: { readonly title: string; readonly version: string; readonly file: string };
  readonly target: string;
  /** `incomplete`: it had to stop before the end; `stopped` says why and what to do. */
  readonly verdict: 'held' | 'broken' | 'incomplete';
  readonly stopped: { readonly reason: string; readonly advice: string } | undefined;
  readonly operations: readonly OperationReport[];
  readonly secondOpinion: SecondOpinion;
  /** About the run as a whole: what the document lets nobody check, what was left out and how to include it. */
  readonly notes: readonly string[];
  readonly counts: ContractCounts;
  readonly durationMs: number;
}

/** Counts the outcomes of a report's checks. */
export function countOutcomes(operations: readonly OperationReport[], calls: number): ContractCounts {
  const all = operations.flatMap((operation) => operation.checks);
  const count = (outcome: CheckOutcome) => all.filter((check) => check.outcome === outcome).length;
  return {
    checks: all.length,
    held: count('held'),
    broken: count('broken'),
    disputed: count('disputed'),
    skipped: count('skipped'),
    calls,
  };
}
