import MiniSearch from 'minisearch';
import type { SearchRecord } from '../../engine/files/search-record.ts';

interface Found {
  readonly href: string;
  readonly title: string;
  /** The path, or the piece of the text around the first word. */
  readonly line: string;
  /** The words of the data that matched: with a typing error in the query these are the right ones. */
  readonly words: readonly string[];
}

export interface FoundGroup {
  /** Key of the group's name in the words: `searchOperation`. */
  readonly name: string;
  readonly found: readonly Found[];
}

export type SiteSearch = (query: string) => FoundGroup[];

const maximumResults = 40;
/** An operation comes before its own parameters, schemas last. */
const weights: Readonly<Record<string, number>> = { operation: 1.5, parameter: 0.7, schema: 0.3 };

/** Words of a text: split at everything that is no letter or digit, and inside camelCase (which stays whole too). */
function tokensOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).flatMap((part) => {
    const pieces = part.split(/(?<=\p{Ll}|\p{N})(?=\p{Lu})/u);
    return pieces.length > 1 ? [part, ...pieces] : [part];
  });
}

/** Letter case and accents do not count. */
function normaliseTerm(term: string): string {
  return term
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

function lineAround(text: string, words: readonly string[]): string {
  const at = Math.max(0, ...words.map((found) => text.toLowerCase().indexOf(found)));
  const start = at < 60 ? 0 : text.lastIndexOf(' ', at - 40) + 1;
  return (start > 0 ? '… ' : '') + text.slice(start, start + 160);
}

/** The engine over the records; the settings are those that ranked best on GitHub's description. */
export function createSiteSearch(records: readonly SearchRecord[]): SiteSearch {
  const engine = new MiniSearch<SearchRecord & { id: number }>({
    fields: ['title', 'path', 'text'],
    tokenize: tokensOf,
    processTerm: (term) => normaliseTerm(term) || null,
  });
  engine.addAll(records.map((record, id) => ({ ...record, id })));
  return (query) => {
    const options = {
      boost: { title: 10, path: 4 },
      prefix: (term: string) => term.length > 1,
      fuzzy: (term: string) => (term.length > 3 ? 0.2 : false),
      boostDocument: (id: number) => weights[records[id]?.kind ?? ''] ?? 1,
    };
    const every = engine.search(query, { ...options, combineWith: 'AND' });
    const hits = every.length > 0 ? every : engine.search(query, { ...options, combineWith: 'OR' });
    const groups = new Map<string, Found[]>();
    for (const hit of hits.slice(0, maximumResults)) {
      const record = records[hit.id as number];
      // All parameters of an operation have its name: that alone finds none of them.
      const isOwn = Object.values(hit.match).some((fields) => `${fields}` !== 'path');
      if (record === undefined || (record.kind === 'parameter' && !isOwn)) continue;
      const words = [...new Set(hit.terms)];
      const line = record.path || lineAround(record.text ?? '', words);
      const group = groups.get(record.kind) ?? [];
      group.push({ href: record.href, title: record.title, line, words });
      groups.set(record.kind, group);
    }
    return [...groups].map(([kind, found]) => ({
      name: `search${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
      found,
    }));
  };
}
