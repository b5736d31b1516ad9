import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MarkdownText } from '../markdown/page-elements.ts';
import { type PageSettings, readFrontMatter } from './front-matter.ts';
import type { SourceFault } from './source-fault.ts';

/** A page as its writer left it: settings, then the texts that follow each other on the page. */
export interface PageSource {
  readonly settings: PageSettings;
  /** The page itself, then its includes in order. */
  readonly texts: readonly MarkdownText[];
  readonly faults: readonly SourceFault[];
}

/** Text of a file without byte order mark, with LF line ends. */
export function readText(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
}

/** The names under which Slate and Middleman find `includes: [errors]`. */
function findInclude(folder: string, name: string): string | undefined {
  const directory = path.join(folder, path.dirname(name));
  const base = path.basename(name);
  const names = [
    `_${base}.md`,
    `_${base}.markdown`,
    `_${base}.html.md`,
    `${base}.md`,
    `_${base}`,
    `_${base}.md.erb`,
  ];
  return names.map((candidate) => path.join(directory, candidate)).find((file) => existsSync(file));
}

/**
 * Reads a page with its includes (includes/_name.md beside it, else in the folder of the source). A missing include, and
 * ERB that only Ruby could run, are faults with their line; the rest of the page stands.
 */
export function readPageSource(
  file: string,
  shownAs: string = file,
  root: string = path.dirname(file),
): PageSource {
  const { settings, body, bodyFirstLine, faults } = readFrontMatter(shownAs, readText(file));
  const texts: MarkdownText[] = [{ file: shownAs, firstLine: bodyFirstLine, text: body }];
  const found: SourceFault[] = [...faults];
  const folders = [path.dirname(file), root].map((folder) => path.join(folder, 'includes'));
  for (const include of settings.includes) {
    const includeFile = folders
      .map((folder) => findInclude(folder, include.name))
      .find((candidate) => candidate !== undefined);
    if (includeFile === undefined) {
      found.push({
        file: shownAs,
        line: include.line,
        message: `The include "${include.name}" is missing: no file includes/_${include.name}.md.`,
      });
      continue;
    }
    const shown = path.join(path.dirname(shownAs), path.relative(path.dirname(file), includeFile));
    const read = readFrontMatter(shown, readText(includeFile));
    texts.push({ file: shown, firstLine: read.bodyFirstLine, text: read.body });
  }
  for (const text of texts) {
    if (!/\.erb$/.test(text.file)) continue;
    text.text.split('\n').forEach((line, index) => {
      if (!line.includes('<%')) return;
      const message = 'ERB is not run: this line stands on the page as it is.';
      found.push({ file: text.file, line: text.firstLine + index, message });
    });
  }
  return { settings, texts, faults: found };
}
