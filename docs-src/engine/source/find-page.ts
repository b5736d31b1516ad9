import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { SourceError } from './source-fault.ts';

const names = ['index.md', 'index.html.md', 'index.html.md.erb', 'index.md.erb', 'index.html.markdown'];

/** The page of a folder: its own index, or that of its source/ (a whole Slate project). A path to a page is that page. */
export function findPage(folder: string): string {
  if (existsSync(folder) && statSync(folder).isFile()) return folder;
  const found = [folder, path.join(folder, 'source')].flatMap((place) =>
    names.map((name) => path.join(place, name)),
  );
  const file = found.find((candidate) => existsSync(candidate));
  if (file !== undefined) return file;
  const message = `There is no page here: put ${names.slice(0, 2).join(' or ')} there or in its source/.`;
  throw new SourceError([{ file: folder, line: 1, message }]);
}
