import type { CoverageReport } from '../../../../openapi/operations/coverage/coverage-report.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';

/** A finding with all calls that show it. Message, place and value are those of the first. */
export interface FindingGroup extends Finding {
  /** Whether it breaks the verdict. */
  readonly isBroken: boolean;
  readonly calls: number;
  /** The first calls: `entry 12: GET /v2/search`. */
  readonly places: readonly string[];
  /** Operations that it was seen in; empty where the document has none for the calls. */
  readonly operationIds: readonly string[];
}

/** How often something was met, and where first. */
export interface Counted {
  readonly what: string;
  readonly count: number;
  readonly places: readonly string[];
}

/** What recorded calls show, as plain data: print it with `renderRecordingReport`, or as JSON. */
export interface RecordingReport {
  readonly document: { readonly title: string; readonly version: string; readonly file: string };
  /** `incomplete`: no call of this API was there to be judged. `broken` wins. */
  readonly verdict: 'held' | 'broken' | 'incomplete';
  /** What nobody wrote down, what was only assumed and what only looks wrong breaks it, too. */
  readonly isStrict: boolean;
  readonly counts: {
    /** All: judged, elsewhere, of other operations or skipped. */
    readonly entries: number;
    readonly judged: number;
    /** Of other hosts, or of other paths of this one. */
    readonly elsewhere: number;
    /** Of operations that were not asked for (`only`). */
    readonly otherOperations: number;
    readonly skipped: number;
  };
  /** Broken ones first, then by how many calls show it. */
  readonly findings: readonly FindingGroup[];
  /** Where the calls went that are not of this API: origins, the most frequent first. */
  readonly elsewhere: readonly Counted[];
  /** Why entries were no calls that can be judged. */
  readonly skipped: readonly Counted[];
  /** Parts of judged calls that were not there: nothing is said of them. */
  readonly leftOut: readonly Counted[];
  /** Set where it was asked for. */
  readonly coverage: CoverageReport | undefined;
}
