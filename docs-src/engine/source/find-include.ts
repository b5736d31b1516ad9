import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** The names under which Slate and Middleman find `includes: [errors]`, in the order in which they are looked for. */
const includeNames = (base: string) =>
  [
    '.md',
    '.markdown',
    '.html.md',
    '',
    '.md.erb',
    '.html.md.erb',
    ...(base.includes('.') ? ['.erb'] : []),
  ].flatMap((ending) => [`_${base}${ending}`, `${base}${ending}`]);

function filesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [] : [entry.name],
      )
    : [];
}

/** The file of a partial, looked for in each folder. */
export function findInclude(folders: readonly string[], name: string): string | undefined {
  const places = folders.map((folder) => path.join(folder, path.dirname(name)));
  for (const place of places) {
    const files = filesIn(place);
    const found = includeNames(path.basename(name)).find((candidate) => files.includes(candidate));
    if (found !== undefined) return path.join(place, found);
  }
  return undefined;
}

/** Why a partial is not on the page: no file, or one whose name or kind is another. */
export function missingInclude(folders: readonly string[], name: string): string {
  const base = path.basename(name).toLowerCase();
  const wanted = path.posix.join(path.dirname(name), `_${path.basename(name).replace(/\.md$/, '')}.md`);
  const near = folders
    .flatMap((folder) => filesIn(path.join(folder, path.dirname(name))))
    .find((file) => file.toLowerCase().replace(/^_/, '').replace(/\..*$/, '') === base.replace(/\..*$/, ''));
  const hint = near === undefined ? '' : ` There is ${near}: give it that name, if it is Markdown.`;
  return `no file ${wanted}.${hint}`;
}
