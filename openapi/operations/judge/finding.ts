import type { SourceLocation } from '../../model/api-model.ts';

/**
 * Why something counts as wrong. `document`: the document says otherwise. `http`: a must of HTTP or of a format that it
 * carries. `assumption`: only what the document's author decided (`x-kit-assumption`) says otherwise. `undocumented`:
 * nobody says anything of it. `suspicion`: it looks wrong, and nothing that is written down decides it.
 */
export type Basis = 'document' | 'http' | 'assumption' | 'undocumented' | 'suspicion';

/** One thing about a call that is not as it should be, or that nobody wrote down. */
export interface Finding {
  /** Stable and machine-readable: `undocumented-status`, `wrong-body`, `missing`, … */
  readonly code: string;
  readonly about: 'request' | 'reply';
  /** One sentence: what, where, and what is allowed. */
  readonly message: string;
  /** The header's or parameter's name, or the JSON pointer into the body; undefined where it is about the whole. */
  readonly name?: string | undefined;
  /** What would have been right, in words that follow "must be"; undefined where the message says all. */
  readonly expected?: string | undefined;
  /** What was there instead, as text; undefined where nothing was. */
  readonly got?: string | undefined;
  readonly basis: Basis;
  /** The place of the document that decides it. */
  readonly location: SourceLocation;
}
