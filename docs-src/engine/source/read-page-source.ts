import path from 'node:path';
import { pageItself } from '../markdown/heading-ids.ts';
import type { MarkdownText } from '../markdown/page-elements.ts';
import { type ErbPiece, type ErbValues, splitErb } from './erb/split-erb.ts';
import { findInclude, missingInclude } from './find-include.ts';
import { defaultSettings, type FrontMatter, type PageSettings, readFrontMatter } from './front-matter.ts';
import { readCodeFile } from './read-code-file.ts';
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
  /** What the project's files say of an expression of its templates. */
  readonly erbValues?: ErbValues;
}

/** Partials in each other, at most: Middleman would never end with one that holds itself. */
const maximumDepth = 20;

/**
 * Reads a page with its includes (includes/_name.md beside it, else in the folder of the source) and the partials of its
 * templates. A missing include, and ERB that only Ruby could run, are faults with their line; the rest of the page stands.
 * Front matter that cannot be read stops it (SourceError).
 */
export function readPageSource(file: string, options: PageSourceOptions = {}): PageSource {
  const { shownAs = file, root = path.dirname(file), repairsEncoding = false } = options;
  const { defaults = defaultSettings, erbValues = () => undefined } = options;
  const texts: MarkdownText[] = [];
  const found: SourceFault[] = [];
  const repaired: { file: string; text: string }[] = [];
  const folders = [...new Set([path.dirname(file), root])];
  let renderings = pageItself;

  const read = (textFile: string, shown: string, known: ErbValues, depth = 0): FrontMatter => {
    const source = readSourceText(textFile, shown, repairsEncoding ? 'made' : 'offered');
    const { faults, ...frontMatter } = readFrontMatter(shown, source.text, defaults);
    found.push(...source.faults, ...faults);
    if (source.isRepaired) repaired.push({ file: shown, text: source.text });
    const rendering = renderings;
    renderings += 1;
    const { body, bodyFirstLine } = frontMatter;
    const pieces: readonly ErbPiece[] = shown.endsWith('.erb')
      ? splitErb(body, bodyFirstLine, known)
      : [{ kind: 'text', text: body, firstLine: bodyFirstLine }];
    for (const piece of pieces) {
      if (piece.kind === 'partial') {
        const { name, locals, line } = piece;
        const ofPartial: ErbValues = (expression) => locals.get(expression) ?? erbValues(expression);
        add({ what: 'partial', name, place: name, file: shown, line }, ofPartial, depth + 1);
        continue;
      }
      const { firstLine, text } = piece;
      const readCode = (name: string, line: number) =>
        readCodeFile(path.dirname(textFile), name, { file: shown, line: firstLine + line });
      texts.push({ file: shown, firstLine, text, rendering, readCode });
      if (shown.endsWith('.erb')) found.push(...findErbFaults({ file: shown, firstLine, text }));
    }
    return frontMatter;
  };

  /** Adds an include or a partial; `asked` says who wants it, where, and where it lies. */
  function add(
    asked: { what: 'include' | 'partial'; name: string; place: string; file: string; line: number },
    known: ErbValues,
    depth: number,
  ): void {
    const { what, name, place, file: askedIn, line } = asked;
    const fault = (message: string) =>
      found.push({ file: askedIn, line, message: `The ${what} "${name}" ${message}` });
    const partial = findInclude(folders, place);
    if (partial === undefined) return void fault(`is missing: ${missingInclude(folders, place)}`);
    if (depth > maximumDepth) return void fault('holds itself: it is left out here.');
    const shown = path.join(path.dirname(shownAs), path.relative(path.dirname(file), partial));
    try {
      read(partial, shown, known, depth);
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      fault(`cannot be read: ${error.message}.`);
    }
  }

  const { settings } = read(file, shownAs, erbValues);
  for (const { name, line } of settings.includes) {
    const place = path.posix.join('includes', name);
    add({ what: 'include', name, place, file: shownAs, line }, erbValues, 1);
  }
  return { settings, texts, faults: found, repaired };
}

/** ERB that only Ruby could run: a line each. */
function findErbFaults({ file, firstLine, text }: MarkdownText): SourceFault[] {
  return text.split('\n').flatMap((line, index) => {
    if (!line.includes('<%')) return [];
    const message = 'ERB is not run: this line stands on the page as it is.';
    return [{ file, line: firstLine + index, message }];
  });
}
