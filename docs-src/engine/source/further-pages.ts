import path from 'node:path';
import { didYouMean } from '../../../openapi/model/nearest-name.ts';
import type { ErbValues } from './erb/split-erb.ts';
import { filesUnder } from './files-under.ts';
import type { PageSettings } from './front-matter.ts';
import { type PageSource, readPageSource } from './read-page-source.ts';
import type { SourceFault } from './source-fault.ts';

/** A page beside the index, as Middleman would make it. */
export interface FurtherPage {
  /** Its address in the site: `guides/other.html`. */
  readonly path: string;
  readonly source: PageSource;
}

export interface FurtherPagesOptions {
  readonly repairsEncoding?: boolean;
  /** What the pages have where their front matter doesn't say it. */
  readonly defaults?: PageSettings;
  readonly erbValues?: ErbValues;
}

/** `guides/other.html.md` is built as guides/other.html. */
const page = /^(.*?)(\.html?)?\.(md|markdown)(\.erb)?$/;

/**
 * The pages beside an index, in sub-folders too: those that its front matter lists, then the others by their paths. Names
 * that begin with `_` are partials, as are includes of the index; layouts are no pages. `shown` makes a file's name for messages.
 */
export function readFurtherPages(
  index: { readonly file: string; readonly source: PageSource },
  shown: (file: string) => string,
  options: FurtherPagesOptions = {},
): { pages: FurtherPage[]; faults: SourceFault[] } {
  const folder = path.dirname(index.file);
  const included = new Set(index.source.texts.map(({ file }) => file));
  const faults: SourceFault[] = [];
  const files = new Map([['index.html', index.file]]);
  for (const name of filesUnder(folder)) {
    const match = page.exec(name);
    const file = path.join(folder, name);
    const isPartial = /(^|\/)[_.]/.test(name) || /^(includes|layouts)\//.test(name);
    if (match === null || isPartial || included.has(shown(file))) continue;
    const address = `${match[1]}.html`;
    const other = files.get(address);
    if (other === undefined) files.set(address, file);
    else {
      const message = `This page is not built: ${shown(other)} has its address, ${address}.`;
      faults.push({ file: shown(file), line: 1, message });
    }
  }
  files.delete('index.html');
  const pages = ordered([...files.keys()], index.source, faults).map((address) => {
    const file = files.get(address) as string;
    return {
      path: address,
      source: readPageSource(file, { ...options, shownAs: shown(file), root: folder }),
    };
  });
  return { pages, faults };
}

/** The addresses that an index lists in its order, then the others. */
function ordered(addresses: readonly string[], index: PageSource, faults: SourceFault[]): readonly string[] {
  const nameOf = (address: string) => address.replace(/\.html$/, '');
  const names = addresses.map(nameOf);
  const listed = index.settings.pages.flatMap(({ name, line }) => {
    const address = `${name.replace(/(\.html)?(\.md)?$/, '')}.html`;
    if (addresses.includes(address)) return [address];
    const message = `The page "${name}" is missing: no file ${nameOf(address)}.md.${didYouMean(name, names)}`;
    faults.push({ file: index.texts[0]?.file ?? '', line, message });
    return [];
  });
  return [...new Set([...listed, ...addresses])];
}
