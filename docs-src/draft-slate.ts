import path from 'node:path';
import { draftDocument } from './engine/draft/draft-document.ts';
import { coverageLine, printDraft } from './engine/draft/print-draft.ts';
import { findPage, findSource } from './engine/source/find-page.ts';
import { readFurtherPages } from './engine/source/further-pages.ts';
import { type PageSource, readPageSource } from './engine/source/read-page-source.ts';
import { readSlateProject } from './engine/source/slate-project.ts';
import type { SourceFault } from './engine/source/source-fault.ts';
import { startPageOf } from './engine/source/start-page.ts';

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
  const { pages, faults } = readSource(source);
  const draft = draftDocument(pages);
  if (draft === undefined) {
    const summary =
      'there is nothing to draft: no line like "GET /path", and no curl command with an address.';
    return { yaml: undefined, unclear: faults, summary };
  }
  const yaml = printDraft(draft, path.basename(path.resolve(source)));
  return { yaml, unclear: [...faults, ...draft.notes.allUnclear], summary: coverageLine(draft) };
}

/** Its pages as the site has them; where there is no index, the others. */
function readSource(source: string): { pages: readonly PageSource[]; faults: readonly SourceFault[] } {
  const place = findSource(source);
  const file =
    place === undefined || place.index !== undefined
      ? findPage(source)
      : path.join(place.folder, 'index.html.md');
  const isPage = file === source;
  const shown = (of: string) => (isPage ? path.basename(of) : path.relative(source, of));
  const { erbValues } = isPage ? { erbValues: () => undefined } : readSlateProject(path.dirname(file), shown);
  const options = { repairsEncoding: true, erbValues };
  const index =
    place?.index === undefined ? startPageOf([]) : readPageSource(file, { ...options, shownAs: shown(file) });
  const further = isPage
    ? { pages: [], faults: [] }
    : readFurtherPages({ file, source: index }, shown, options);
  const pages = [index, ...further.pages.map((page) => page.source)];
  return { pages, faults: [...pages.flatMap((page) => page.faults), ...further.faults] };
}
