import path from 'node:path';
import { buildSite } from '../../../docs-src/build-site.ts';
import { findSource } from '../../../docs-src/engine/source/find-page.ts';
import { readText } from '../../../docs-src/engine/source/read-source-text.ts';
import { SourceError } from '../../../docs-src/engine/source/source-fault.ts';
import { askSlate, type SlatePage } from './ask-slate.ts';
import { compareRepaired, type JudgedPage } from './compare-pages.ts';
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
    const html = files.get(address);
    if (html === undefined)
      return [{ kind: 'page missing', slate: undefined, ours: undefined, place: `${page.file}:1` }];
    const own = withAlignments(contentOf(String(html)), String(files.get('page-styles.css') ?? ''));
    const read = (isRepaired: boolean): JudgedPage => {
      const options = { address, tabs: page.tabs, isRepaired };
      const blocksOf = (kind: 'slate' | 'chosen') =>
        pageBlocks(joinTexts(page.texts.map((text) => text[kind])), options);
      return { slate: blocksOf('slate'), chosen: blocksOf('chosen'), ours: pageBlocks(own, options) };
    };
    const written = read(false);
    blocks += written.slate.length;
    const texts = page.texts.map(({ file }) => ({
      file,
      text: readText(path.join(source?.folder ?? folder, file)),
    }));
    const placeOf = createLocator(texts, written.slate);
    return compareRepaired(written, () => read(true)).map((difference) => ({
      ...difference,
      place: placeOf(difference),
    }));
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

/** Our pages have the alignment of a writer's cells in a sheet beside them. */
function withAlignments(html: string, sheet: string): string {
  const alignments = new Map(
    [...sheet.matchAll(/\.(w-[0-9a-f]{8})\s*\{[^}]*text-align:\s*(\w+)/g)].map(([, name, to]) => [name, to]),
  );
  return html.replace(/\bw-[0-9a-f]{8}\b/g, (name) =>
    alignments.has(name) ? `align-${alignments.get(name)}` : name,
  );
}
