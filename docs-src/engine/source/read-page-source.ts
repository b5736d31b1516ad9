import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pageItself } from '../markdown/heading-ids.ts';
import type { MarkdownText } from '../markdown/page-elements.ts';
import { defaultSettings, type FrontMatter, type PageSettings, readFrontMatter } from './front-matter.ts';
import { readCodeFiles } from './read-code-files.ts';
import { readSourceText } from './read-source-text.ts';
import type { SourceFault } from './source-fault.ts';

/** A page as its writer left it: settings, then the texts that follow each other on the page. */
export interface PageSource {
  readonly settings: PageSettings;
  /** The page itself, then its includes in order. */
  readonly texts: readonly MarkdownText[];
  readonly faults: readonly SourceFault[];
  /** Files whose text was read repaired, whole. */
  readonly repaired: readonly { readonly file: string; readonly text: string }[];
}

export interface PageSourceOptions {
  /** The page's name in messages. */
  readonly shownAs?: string;
  /** Folder whose includes/ is looked into after the page's own. */
  readonly root?: string;
  /** Reads text that is UTF-8 read as a code page as what it was. */
  readonly repairsEncoding?: boolean;
  /** What the page has where its front matter doesn't say it. */
  readonly defaults?: PageSettings;
}

/** The names under which Slate and Middleman find `includes: [errors]`, in the order in which they are looked for. */
const includeNames = (base: string) =>
  ['.md', '.markdown', '.html.md', '', '.md.erb', '.html.md.erb'].flatMap((ending) => [
    `_${base}${ending}`,
    `${base}${ending}`,
  ]);

function filesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [] : [entry.name],
      )
    : [];
}

function findInclude(folders: readonly string[], name: string): string | undefined {
  const places = folders.map((folder) => path.join(folder, path.dirname(name)));
  for (const place of places) {
    const files = filesIn(place);
    const found = includeNames(path.basename(name)).find((candidate) => files.includes(candidate));
    if (found !== undefined) return path.join(place, found);
  }
  return undefined;
}

/** Why an include is not on the page: no file, or one whose name or kind is another. */
function missingInclude(folders: readonly string[], name: string): string {
  const wanted = `includes/${path.posix.join(path.dirname(name), `_${path.basename(name)}.md`)}`;
  const base = path.basename(name).toLowerCase();
  const near = folders
    .flatMap((folder) => filesIn(path.join(folder, path.dirname(name))))
    .find((file) => file.toLowerCase().replace(/^_/, '').replace(/\..*$/, '') === base.replace(/\..*$/, ''));
  const hint = near === undefined ? '' : ` There is ${near}: give it that name, if it is Markdown.`;
  return `The include "${name}" is missing: no file ${wanted}.${hint}`;
}

/**
 * Reads a page with its includes (includes/_name.md beside it, else in the folder of the source). A missing include, and
 * ERB that only Ruby could run, are faults with their line; the rest of the page stands. Front matter that cannot be read
 * stops it (SourceError).
 */
export function readPageSource(file: string, options: PageSourceOptions = {}): PageSource {
  const { shownAs = file, root = path.dirname(file), repairsEncoding = false } = options;
  const { defaults = defaultSettings } = options;
  const texts: MarkdownText[] = [];
  const found: SourceFault[] = [];
  const repaired: { file: string; text: string }[] = [];
  const read = (textFile: string, shown: string): FrontMatter => {
    const source = readSourceText(textFile, shown, repairsEncoding ? 'made' : 'offered');
    const { faults, ...frontMatter } = readFrontMatter(shown, source.text, defaults);
    const rendering = texts.length === 0 ? { rendering: pageItself } : {};
    const body = { file: shown, firstLine: frontMatter.bodyFirstLine, text: frontMatter.body, ...rendering };
    const codeFiles = readCodeFiles(textFile, body);
    texts.push(codeFiles.size === 0 ? body : { ...body, codeFiles });
    found.push(...source.faults, ...faults);
    if (source.isRepaired) repaired.push({ file: shown, text: source.text });
    return frontMatter;
  };
  const { settings } = read(file, shownAs);
  const folders = [...new Set([path.dirname(file), root])].map((folder) => path.join(folder, 'includes'));
  for (const { name, line } of settings.includes) {
    const include = findInclude(folders, name);
    if (include === undefined) {
      found.push({ file: shownAs, line, message: missingInclude(folders, name) });
      continue;
    }
    const shown = path.join(path.dirname(shownAs), path.relative(path.dirname(file), include));
    try {
      read(include, shown);
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      const message = `The include "${name}" cannot be read: ${error.message}.`;
      found.push({ file: shownAs, line, message });
    }
  }
  for (const text of texts) {
    if (!/\.erb$/.test(text.file)) continue;
    text.text.split('\n').forEach((line, index) => {
      if (!line.includes('<%')) return;
      const message = 'ERB is not run: this line stands on the page as it is.';
      found.push({ file: text.file, line: text.firstLine + index, message });
    });
  }
  return { settings, texts, faults: found, repaired };
}
