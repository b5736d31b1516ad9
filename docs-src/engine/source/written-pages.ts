import path from 'node:path';
import { findPage, findSource } from './find-page.ts';
import { defaultSettings } from './front-matter.ts';
import { type FurtherPage, readFurtherPages } from './further-pages.ts';
import { readPageSource } from './read-page-source.ts';
import { readSlateProject, type SlateProject } from './slate-project.ts';
import type { SourceFault } from './source-fault.ts';
import { startPageOf } from './start-page.ts';

/** What a writer has: the index and the pages beside it, by their paths in the site. */
export interface WrittenPages {
  /** The index's file, or the page itself where one was given. */
  readonly file: string;
  /** False where the start page was made: it lists the others. */
  readonly hasIndex: boolean;
  readonly pages: readonly [FurtherPage, ...FurtherPage[]];
  /** undefined: no Slate project, or one page of it. */
  readonly project: SlateProject | undefined;
  /** What is wrong with how the pages lie there; what is in them is told by each. */
  readonly faults: readonly SourceFault[];
}

export interface WrittenPagesOptions {
  /** A Slate project, its source folder or a page of it; else a folder of the kit's own pages. */
  readonly isSlate: boolean;
  readonly repairsEncoding: boolean;
  /** Makes the name of a file for messages. */
  readonly shown: (file: string) => string;
}

/** Reads the pages of a folder, or one page. Without a page it throws (SourceError). */
export function readWrittenPages(
  folder: string,
  { isSlate, repairsEncoding, shown }: WrittenPagesOptions,
): WrittenPages {
  const place = isSlate ? findSource(folder) : undefined;
  const hasIndex = place === undefined || place.index !== undefined;
  const file = hasIndex ? findPage(folder) : path.join(place.folder, 'index.html.md');
  const isPage = file === folder;
  const project = isSlate && !isPage ? readSlateProject(path.dirname(file), shown) : undefined;
  const ofProject = { ...defaultSettings, direction: project?.direction };
  const options = { repairsEncoding, erbValues: project?.erbValues ?? (() => undefined) };
  const source = hasIndex
    ? readPageSource(file, { ...options, shownAs: shown(file), defaults: ofProject })
    : startPageOf([]);
  const index = { path: 'index.html', source };
  if (isPage) return { file, hasIndex, pages: [index], project, faults: [] };
  // A guide has what the index says for the site; a page of a Slate source has what it says itself.
  const defaults = isSlate
    ? ofProject
    : { ...source.settings, title: '', description: undefined, includes: [], pages: [] };
  const further = readFurtherPages({ file, source }, shown, { ...options, defaults });
  const start = hasIndex ? index : { ...index, source: startPageOf(further.pages) };
  return { file, hasIndex, pages: [start, ...further.pages], project, faults: further.faults };
}
