import path from 'node:path';
import { buildSite } from '../../../docs-src/build-site.ts';
import { findSource } from '../../../docs-src/engine/source/find-page.ts';
import { readText } from '../../../docs-src/engine/source/read-source-text.ts';
import { SourceError } from '../../../docs-src/engine/source/source-fault.ts';
import { askSlate, type SlatePage } from './ask-slate.ts';
import { comparePages } from './compare-pages.ts';
import type { Difference } from './difference.ts';
import { createLocator } from './locate-blocks.ts';
import { joinTexts, pageBlocks } from './page-blocks.ts';

export interface PlacedDifference extends Difference {
  /** `includes/_errors.md:12`. */
  readonly place: string;
}

export interface SlateJudgement {
  readonly folder: string;
  /** How many blocks Slate shows. */
  readonly blocks: number;
  readonly differences: readonly PlacedDifference[];
  /** Why there is no site. */
  readonly failure?: string;
}

/** Judges sources one after the other. Without Slate's parser it throws. */
export async function* judgeSources(folders: readonly string[]): AsyncGenerator<SlateJudgement> {
  let count = 0;
  for await (const pages of askSlate(folders)) {
    const folder = folders[count] as string;
    count += 1;
    try {
      yield await judgeSource(folder, pages);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      yield { folder, blocks: 0, differences: [], failure: error.message };
    }
  }
}

/** Builds a source as `api-kit docs --slate` does and compares each page with Slate's, block by block. */
async function judgeSource(folder: string, pages: readonly SlatePage[]): Promise<SlateJudgement> {
  const files = await buildSite({ slate: folder, hasDownloads: false });
  const source = findSource(folder);
  let blocks = 0;
  const differences = pages.flatMap((page): PlacedDifference[] => {
    const address = source?.index === folder ? 'index.html' : addressOf(page.file);
    const options = { address, tabs: page.tabs };
    const slate = pageBlocks(joinTexts(page.texts.map((text) => text.slate)), options);
    const chosen = pageBlocks(joinTexts(page.texts.map((text) => text.chosen)), options);
    blocks += slate.length;
    const html = files.get(address);
    if (html === undefined)
      return [{ kind: 'page missing', slate: undefined, ours: undefined, place: `${page.file}:1` }];
    const texts = page.texts.map(({ file }) => ({
      file,
      text: readText(path.join(source?.folder ?? folder, file)),
    }));
    const placeOf = createLocator(texts, slate);
    const found = comparePages({ slate, chosen, ours: pageBlocks(contentOf(String(html)), options) });
    return found.map((difference) => ({ ...difference, place: placeOf(difference) }));
  });
  return { folder, blocks, differences };
}

function addressOf(file: string): string {
  return file.replace(/(\.html?)?\.(md|markdown)(\.erb)?$/, '.html');
}

/** What stands in a page's main column. */
function contentOf(html: string): string {
  const start = /<main\b[^>]*>/.exec(html);
  return start === null ? '' : html.slice(start.index + start[0].length, html.lastIndexOf('</main>'));
}
