import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type PageSource, readPageSource } from './read-page-source.ts';

/** A page beside the index, as Middleman would make it. */
export interface FurtherPage {
  /** Its address in the site: `guides/other.html`. */
  readonly path: string;
  readonly file: string;
  readonly source: PageSource;
}

/** `guides/other.html.md` is built as guides/other.html. */
const page = /^(.*?)(\.html?)?\.(md|markdown)(\.erb)?$/;

/**
 * The pages of a source folder besides its index, in sub-folders too. Names that begin with `_` are partials (Slate's
 * includes); layouts, stylesheets and scripts are no pages.
 */
export function readFurtherPages(
  folder: string,
  index: string,
  shown: (file: string) => string,
  repairsEncoding = false,
): FurtherPage[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  return names.flatMap((name) => {
    const match = page.exec(name);
    const file = path.join(folder, name);
    const isPartial = /(^|\/)[_.]/.test(name) || /^(includes|layouts)\//.test(name);
    if (match === null || isPartial || file === index) return [];
    return [
      {
        path: `${match[1]}.html`,
        file,
        source: readPageSource(file, { shownAs: shown(file), root: folder, repairsEncoding }),
      },
    ];
  });
}
