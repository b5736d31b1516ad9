import path from 'node:path';
import { draftDocument } from './engine/draft/draft-document.ts';
import { coverageLine, printDraft } from './engine/draft/print-draft.ts';
import type { SourceFault } from './engine/source/source-fault.ts';
import { readWrittenPages } from './engine/source/written-pages.ts';

export interface SlateDraft {
  /** An OpenAPI document with comments; undefined where the pages tell of no operation. */
  readonly yaml: string | undefined;
  /** What could not be read, and what only somebody who knows the API can settle. */
  readonly unclear: readonly SourceFault[];
  /** How much became operations, or why nothing did. */
  readonly summary: string;
}

/** Drafts a document from a Slate source: a project, its source folder or one page. */
export function draftSlate(source: string): SlateDraft {
  const shown = (of: string) => (of === source ? path.basename(of) : path.relative(source, of));
  const written = readWrittenPages(source, { isSlate: true, repairsEncoding: true, shown });
  const pages = written.pages.map((page) => page.source);
  const faults = [...pages.flatMap((page) => page.faults), ...written.faults];
  const draft = draftDocument(pages);
  if (draft === undefined) {
    const summary =
      'there is nothing to draft: no line like "GET /path", and no curl command with an address.';
    return { yaml: undefined, unclear: faults, summary };
  }
  const yaml = printDraft(draft, path.basename(path.resolve(source)));
  return { yaml, unclear: [...faults, ...draft.notes.allUnclear], summary: coverageLine(draft) };
}
