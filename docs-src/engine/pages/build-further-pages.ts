import { buildFiles } from '../files/build-files.ts';
import type { FurtherPage } from '../source/further-pages.ts';
import { searchDataPath, searchDataPathOf, writersStyles } from './build-pages.ts';
import { markdownPath } from './page-context.ts';
import type { SiteInput } from './site-input.ts';
import type { SiteFiles } from './site-theme.ts';

/**
 * Adds the pages beside the index to a site: each with its own menu, languages and search, as in a Slate source with
 * several pages; the theme's files and the images are shared.
 */
export function addFurtherPages(site: SiteFiles, pages: readonly FurtherPage[], input: SiteInput): SiteFiles {
  const files = new Map(site);
  for (const { path, source } of pages) {
    const own = buildFiles({ ...input, source, path, writersVariables: '', isOnePage: true });
    const search = own.get(searchDataPath);
    const styles = own.get(writersStyles);
    for (const name of [path, markdownPath(path)]) {
      const file = own.get(name);
      if (file !== undefined) files.set(name, file);
    }
    if (search !== undefined) files.set(searchDataPathOf(path), search);
    if (styles !== undefined) files.set(writersStyles, `${files.get(writersStyles) ?? ''}${styles}`);
  }
  return files;
}
