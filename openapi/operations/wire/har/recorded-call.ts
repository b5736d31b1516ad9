import type { ApiCall } from '../../judge/judge.ts';

/** A call that somebody wrote down. */
export interface RecordedCall extends ApiCall {
  /** Where a reader finds it: `entry 12`, `line 3`. */
  readonly place: string;
  /** ISO 8601; undefined where nobody wrote it down. */
  readonly startedAt?: string | undefined;
  readonly durationMs?: number | undefined;
  /** Who called, in any word, where the key is not there to tell. */
  readonly caller?: string | undefined;
  /** What of it is not there, and why: `the reply's body: not recorded`. */
  readonly leftOut: readonly string[];
  /** No header of the reply was written down, so that none can be missed. */
  readonly lacksReplyHeaders?: boolean | undefined;
}

/** Entries that hold no call: of a WebSocket, without a reply, or malformed. */
export interface SkippedEntry {
  readonly place: string;
  /** A clause: `no reply came`. */
  readonly reason: string;
}

/** What a file of recorded calls holds. */
export interface Recording {
  readonly calls: readonly RecordedCall[];
  readonly skipped: readonly SkippedEntry[];
  /** Browsers leave Authorization and cookies out of what they export. */
  readonly mayLackCredentials: boolean;
}

/** A file that holds no recording: what it is, where, and what to do. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
}
