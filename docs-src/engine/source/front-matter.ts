import { isObject } from '../../../openapi/model/is-object.ts';
import type { LanguageView } from '../views/views.ts';
import type { BrandSettings } from './brand.ts';
import { faultOfKey } from './front-matter-keys.ts';
import { type RubyYaml, readRubyYaml } from './ruby-yaml.ts';
import { SourceError, type SourceFault } from './source-fault.ts';

/** The settings of a page: Slate's seven keys, and ours (`description`, `locale`, `direction`, `pages`, `synonyms`, `logo`, `colors`, `css`, `edit_url`) that Slate passes over. */
export interface PageSettings {
  readonly title: string;
  readonly languages: readonly LanguageView[];
  /** Where they stand in the file. */
  readonly languagesLine: number;
  /** HTML, as written. */
  readonly tocFooters: readonly string[];
  /** Names under includes/: `errors` is includes/_errors.md. */
  readonly includes: readonly { readonly name: string; readonly line: number }[];
  /** Of an index page: the pages beside it that come first in the menu, in this order (`guides/first`). */
  readonly pages: readonly { readonly name: string; readonly line: number }[];
  readonly search: boolean;
  readonly codeClipboard: boolean;
  readonly meta: readonly Readonly<Record<string, string>>[];
  readonly description: string | undefined;
  readonly locale: string | undefined;
  /** `rtl`: the page reads from right to left. */
  readonly direction: 'ltr' | 'rtl' | undefined;
  readonly brand: BrandSettings;
  /** Where each key of the brand stands in the file. */
  readonly brandLines: Readonly<Record<string, number>>;
  /** For the search: words that mean the same, separated by commas (`price, cost, prix`). */
  readonly synonyms: readonly string[];
}

export interface FrontMatter {
  readonly settings: PageSettings;
  readonly body: string;
  /** Number of the body's first line in the file. */
  readonly bodyFirstLine: number;
}

/** What Slate does with a page that has no front matter. */
export const defaultSettings: PageSettings = {
  title: 'API Documentation',
  languages: [],
  languagesLine: 1,
  tocFooters: [],
  includes: [],
  pages: [],
  search: false,
  codeClipboard: false,
  meta: [],
  description: undefined,
  locale: undefined,
  direction: undefined,
  brand: {},
  brandLines: {},
  synonyms: [],
};

/** Middleman's rule: marks alone on their lines, from the first line on (a line that names the file's coding may come before). */
const frontMatter = /^(?:[^\n]*coding:[^\n]*\n)?---[ \t]*\n((?:[\s\S]*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|$)/;
/** Marks that a writer meant to hold settings: with a key in the next line that is not empty. */
const meantAsFrontMatter = /^\s*---[ \t]*\n\s*(?:#[^\n]*\n\s*)*[\w:"']+:(\s|$)/;

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Ruby's truth: all but false and nothing. */
function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function textOf(value: unknown): string | undefined {
  return isTrue(value) && typeof value !== 'object' ? String(value) : undefined;
}

/** A map of names to values; anything else is a value that no colour has. */
function readColours(value: unknown): Record<string, string> | undefined {
  if (value === undefined || value === null) return undefined;
  const entries = isObject(value) ? Object.entries(value) : [[String(value), '']];
  return Object.fromEntries(entries.map(([name, colour]) => [name, String(colour ?? '')]));
}

/** `shell`, or `{shell: cURL}`: id and label (Slate's layout.erb). */
function readLanguage(item: unknown): LanguageView | undefined {
  const text = textOf(item);
  if (text !== undefined) return { id: text, label: text };
  const [entry] = isObject(item) ? Object.entries(item) : [];
  return entry === undefined ? undefined : { id: entry[0], label: textOf(entry[1]) ?? entry[0] };
}

function readMeta(item: unknown): readonly Readonly<Record<string, string>>[] {
  if (!isObject(item)) return [];
  return [Object.fromEntries(Object.entries(item).map(([name, value]) => [name, textOf(value) ?? '']))];
}

/** Why these settings cannot be read, each with its line; a page without them would lose its includes, tabs and title. */
function errorsOf(file: string, { value, errors }: RubyYaml, firstLine: number): SourceFault[] {
  const notYaml = errors.map(({ line, message }) => ({
    file,
    line: firstLine + line - 1,
    message: `The front matter is not YAML: ${message}`,
  }));
  if (notYaml.length > 0 || value === null || isObject(value)) return notYaml;
  const message =
    'The front matter must be keys with values (`title: My API`). If it is none, put an empty line above the ---.';
  return [{ file, line: firstLine, message }];
}

/** A writer's rule, a heading and a rule are front matter without a key. */
function hiddenHeadings(file: string, yaml: string, firstLine: number): SourceFault[] {
  return yaml.split('\n').flatMap((line, index) => {
    if (!/^#{1,6} *[^#\s]/.test(line)) return [];
    const message = `The heading "${line}" is not on the page: between two --- it is a comment of front matter.`;
    return [{ file, line: firstLine + index, message }];
  });
}

/** Splits a page into its front matter and the rest (the text has LF line ends already); undefined: it has none. */
function splitFrontMatter(file: string, text: string) {
  const match = frontMatter.exec(text);
  if (match !== null) {
    const [whole, yaml = ''] = match;
    const firstLine = whole.startsWith('---') ? 2 : 3;
    return { yaml, firstLine, body: text.slice(whole.length), bodyFirstLine: whole.split('\n').length };
  }
  if (!meantAsFrontMatter.test(text)) return undefined;
  const line = (/^\s*/.exec(text)?.[0] ?? '').split('\n').length;
  const message = text.startsWith('---')
    ? 'The front matter that starts here never ends: put --- alone on the line after its last key.'
    : 'Front matter must start in the first line of a file: delete what stands above this line.';
  throw new SourceError([{ file, line, message }]);
}

/**
 * Reads the settings of a page as Slate would (YAML 1.1 by Ruby's Psych). What cannot be read stops the build
 * (SourceError): the page would be built without its includes. A key that stands twice is a fault: the last one counts.
 * What a page does not say is as in `defaults`.
 */
export function readFrontMatter(
  file: string,
  text: string,
  defaults: PageSettings = defaultSettings,
): FrontMatter & { faults: readonly SourceFault[] } {
  const split = splitFrontMatter(file, text);
  if (split === undefined) return { settings: defaults, body: text, bodyFirstLine: 1, faults: [] };
  const read = readRubyYaml(split.yaml);
  const errors = errorsOf(file, read, split.firstLine);
  if (errors.length > 0) throw new SourceError(errors);
  const values = isObject(read.value) ? read.value : {};
  const lineOf = (key: string, item?: number) => split.firstLine + read.lineOf(key, item) - 1;
  const faults: SourceFault[] = read.repeatedKeys.map(({ key, lines }) => ({
    file,
    line: split.firstLine + (lines.at(-1) ?? 1) - 1,
    message: `The key "${key}" stands ${lines.length} times (first in line ${split.firstLine + (lines[0] ?? 1) - 1}): this last one counts, as in Slate.`,
  }));
  if (read.value === null) faults.push(...hiddenHeadings(file, split.yaml, split.firstLine));
  const { direction, layout } = values;
  if (direction !== undefined && direction !== 'ltr' && direction !== 'rtl') {
    faults.push({ file, line: lineOf('direction'), message: 'direction must be ltr or rtl.' });
  }
  if (typeof layout === 'string' && layout !== 'layout') {
    const message = `The layout "${layout}" is not taken: every page has the look of the theme.`;
    faults.push({ file, line: lineOf('layout'), message });
  }
  for (const key of Object.keys(values)) {
    const message = faultOfKey(key);
    if (message !== undefined) faults.push({ file, line: lineOf(key), message });
  }
  /** Entries of a list that are text; any other is named. */
  const textsOf = (key: 'includes' | 'pages' | 'toc_footers' | 'synonyms') =>
    list(values[key]).flatMap((item, index) => {
      const entry = textOf(item);
      const line = lineOf(key, index);
      if (entry !== undefined) return [{ text: entry, line }];
      const advice = isTrue(item) ? 'put it in quotes' : 'delete it or give it a name';
      const message = `This entry of ${key} is no text and is left out: ${advice}.`;
      faults.push({ file, line, message });
      return [];
    });
  const namesOf = (key: 'includes' | 'pages') => textsOf(key).map(({ text, line }) => ({ name: text, line }));
  const synonyms = textsOf('synonyms');
  for (const { text, line } of synonyms) {
    const message = `"${text}" is a synonym of nothing: separate words that mean the same by commas.`;
    if (!text.includes(',')) faults.push({ file, line, message });
  }
  const { language_tabs: tabs, toc_footers: footers, search, code_clipboard: clipboard, meta } = values;
  const settings: PageSettings = {
    title: textOf(values.title) ?? defaults.title,
    languages:
      tabs === undefined ? defaults.languages : list(tabs).flatMap((item) => readLanguage(item) ?? []),
    languagesLine: lineOf('language_tabs'),
    tocFooters: footers === undefined ? defaults.tocFooters : textsOf('toc_footers').map(({ text }) => text),
    includes: namesOf('includes'),
    pages: namesOf('pages'),
    search: search === undefined ? defaults.search : isTrue(search),
    codeClipboard: clipboard === undefined ? defaults.codeClipboard : isTrue(clipboard),
    meta: meta === undefined ? defaults.meta : list(meta).flatMap(readMeta),
    description: textOf(values.description) ?? defaults.description,
    locale: textOf(values.locale) ?? defaults.locale,
    brand: {
      logo: textOf(values.logo),
      colors: readColours(values.colors),
      css: textOf(values.css),
      editUrl: textOf(values.edit_url),
    },
    brandLines: Object.fromEntries(['logo', 'colors', 'css', 'edit_url'].map((key) => [key, lineOf(key)])),
    direction: direction === 'ltr' || direction === 'rtl' ? direction : defaults.direction,
    synonyms: values.synonyms === undefined ? defaults.synonyms : synonyms.map(({ text }) => text),
  };
  faults.sort((a, b) => a.line - b.line);
  return { settings, body: split.body, bodyFirstLine: split.bodyFirstLine, faults };
}
