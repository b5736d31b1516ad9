import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { filesUnder } from './files-under.ts';
import { SourceError } from './source-fault.ts';

/** `index.md` is built as `index` by Middleman 4; of two files with one address it writes the later by name over the other. */
const names = ['index.html.md.erb', 'index.html.md', 'index.html.markdown', 'index.md', 'index.md.erb'];

/** Where pages lie. */
export interface SourceFolder {
  readonly folder: string;
  /** undefined: each page has a folder or a name of its own (en/index.html.md). */
  readonly index: string | undefined;
}

/** The index of a folder, or of its source/ (a whole Slate project), else a source/ with pages. A path to a page is that page. */
export function findSource(folder: string): SourceFolder | undefined {
  if (existsSync(folder) && statSync(folder).isFile()) return { folder: path.dirname(folder), index: folder };
  const inner = path.join(folder, 'source');
  for (const place of [folder, inner]) {
    const index = names.map((name) => path.join(place, name)).find((file) => existsSync(file));
    if (index !== undefined) return { folder: place, index };
  }
  const withPages = [inner, folder].find(
    (place) =>
      existsSync(place) &&
      filesUnder(place).some((file) =>
        /^(?!_)(?:[^/_.][^/]*\/)?[^/_.][^/]*\.html\.(?:md|markdown)(\.erb)?$/.test(file),
      ),
  );
  return withPages === undefined ? undefined : { folder: withPages, index: undefined };
}

/** The index of pages that need one (`findSource`). */
export function findPage(folder: string): string {
  const index = findSource(folder)?.index;
  if (index !== undefined) return index;
  const message = 'There is no page here: put index.md or index.html.md there or in its source/.';
  throw new SourceError([{ file: folder, line: 1, message }]);
}
