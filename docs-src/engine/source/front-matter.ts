import { isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { LanguageView } from '../views.ts';
import { faultOfKey } from './front-matter-keys.ts';
import type { SourceFault } from './source-fault.ts';

/** The settings of a page: Slate's seven keys, and three of ours (`description`, `locale`, `direction`) that Slate passes over. */
export interface PageSettings {
  readonly title: string;
  readonly languages: readonly LanguageView[];
  /** Where they stand in the file. */
  readonly languagesLine: number;
  /** HTML, as written. */
  readonly tocFooters: readonly string[];
  /** Names under includes/: `errors` is includes/_errors.md. */
  readonly includes: readonly { readonly name: string; readonly line: number }[];
  readonly search: boolean;
  readonly codeClipboard: boolean;
  readonly meta: readonly Readonly<Record<string, string>>[];
  readonly description: string | undefined;
  readonly locale: string | undefined;
  /** `rtl`: the page reads from right to left. */
  readonly direction: 'ltr' | 'rtl' | undefined;
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
  search: false,
  codeClipboard: false,
  meta: [],
  description: undefined,
  locale: undefined,
  direction: undefined,
};

const frontMatter = /^---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)/m;

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** `shell`, or `{shell: cURL}`: id and label (Slate's layout.erb). */
function readLanguage(item: unknown): LanguageView | undefined {
  if (typeof item === 'string' || typeof item === 'number') return { id: String(item), label: String(item) };
  const [entry] = typeof item === 'object' && item !== null ? Object.entries(item) : [];
  return entry === undefined ? undefined : { id: entry[0], label: String(entry[1] ?? entry[0]) };
}

function readMeta(item: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, String(value ?? '')]));
}

/**
 * Splits a page into settings and body (the text has LF line ends already). YAML that cannot be read is a fault with its
 * line; the page is then built with Slate's defaults.
 */
export function readFrontMatter(
  file: string,
  text: string,
): FrontMatter & { faults: readonly SourceFault[] } {
  const match = text.startsWith('---') ? frontMatter.exec(text) : null;
  if (match === null || match.index !== 0) {
    return { settings: defaultSettings, body: text, bodyFirstLine: 1, faults: [] };
  }
  const [whole, yaml = ''] = match;
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter });
  const faults = document.errors.map((error) => ({
    file,
    line: lineCounter.linePos(error.pos[0]).line + 1,
    message: `The front matter is not YAML: ${error.message.split('\n')[0]}`,
  }));
  const read: unknown = document.errors.length === 0 ? document.toJS() : {};
  const values = (typeof read === 'object' && read !== null ? read : {}) as Readonly<Record<string, unknown>>;
  const lineOf = (key: string): number => {
    const node = isMap(document.contents)
      ? document.contents.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === key)
      : undefined;
    const range = (node?.key as { range?: readonly number[] } | undefined)?.range;
    return range === undefined ? 1 : lineCounter.linePos(range[0] ?? 0).line + 1;
  };
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
  const settings: PageSettings = {
    title: typeof values.title === 'string' ? values.title : defaultSettings.title,
    languages: list(values.language_tabs).flatMap((item) => readLanguage(item) ?? []),
    languagesLine: lineOf('language_tabs'),
    tocFooters: list(values.toc_footers).map(String),
    includes: list(values.includes).map((name, index) => ({
      name: String(name),
      line: lineOf('includes') + 1 + index,
    })),
    search: values.search === true,
    codeClipboard: values.code_clipboard === true,
    meta: list(values.meta).flatMap((item) => {
      const attributes = readMeta(item);
      return attributes === undefined ? [] : [attributes];
    }),
    description: typeof values.description === 'string' ? values.description : undefined,
    locale: typeof values.locale === 'string' ? values.locale : undefined,
    direction: direction === 'ltr' || direction === 'rtl' ? direction : undefined,
  };
  return { settings, body: text.slice(whole.length), bodyFirstLine: whole.split('\n').length, faults };
}
