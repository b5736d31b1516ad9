import MiniSearch from 'minisearch';
import { type SearchEntry, taskOf } from './search-entries.ts';
import { namesIn, stemOf, termsOf } from './search-terms.ts';
import { searchWeights } from './search-weights.ts';

/** What of an entry a term was found in. */
export interface TermMatch {
  readonly score: number;
  /** The piece of its text that has most of it. */
  readonly text: string;
  /** The terms of the index that were found. */
  readonly terms: ReadonlySet<string>;
  /** Those of them that are the term itself or another form of it, not only begin so. */
  readonly exact: ReadonlySet<string>;
  /** Found in what the entry is called, or is in: not in its text alone. */
  readonly isNamed: boolean;
}

export type TermMatches = ReadonlyMap<SearchEntry, TermMatch>;

export interface SearchIndex {
  readonly entries: readonly SearchEntry[];
  /** Entries with a term; `isOwn`: the reader's own word, of which only a beginning may be written, or it wrong. */
  find(term: string, isOwn: boolean): TermMatches;
}

type Field = keyof typeof searchWeights.fields;
const fields = Object.keys(searchWeights.fields) as Field[];
const ofText: readonly string[] = ['lead', 'text'] satisfies Field[];

/** The first sentence: what an operation without a summary is called by. */
function leadOf({ call, texts }: SearchEntry, text: string): string {
  if (call === undefined || text !== texts[0]) return '';
  return /^.*?(?:[.!?](?=\s|$)|\n|$)/.exec(text)?.[0] ?? '';
}

/** Every piece of text is a document of its own, so that a long section is found like a short one. */
export function createSearchIndex(entries: readonly SearchEntry[]): SearchIndex {
  const pieces = entries.flatMap((entry) =>
    (entry.texts.length === 0 ? [''] : entry.texts).map((text) => ({ entry, text })),
  );
  const engine = new MiniSearch<Record<Field, string> & { id: number }>({
    fields,
    tokenize: namesIn,
    processTerm: termsOf,
    searchOptions: { tokenize: (term) => [term], processTerm: (term) => term, boost: searchWeights.fields },
  });
  engine.addAll(
    pieces.map(({ entry, text }, id) => ({
      id,
      title: entry.title,
      task: entry.call === undefined ? '' : taskOf(entry.call),
      names: entry.names,
      kind: entry.kindName,
      lead: leadOf(entry, text),
      text,
      place: entry.place.join(' '),
    })),
  );

  const hitsOf = (term: string, isOwn: boolean) => {
    const weights = { prefix: searchWeights.prefix, fuzzy: searchWeights.fuzzy };
    const hits = [
      ...engine.search(term, { prefix: isOwn && term.length > 1, weights }),
      ...engine.search(stemOf(term), { boostDocument: () => searchWeights.stem }),
    ];
    if (hits.length > 0 || !isOwn) return { hits, forms: [term, stemOf(term)] };
    for (let errors = 1; errors <= Math.min(2, term.length / 3); errors += 1) {
      const near = engine.search(term, { fuzzy: errors, weights });
      if (near.length > 0) return { hits: near, forms: near.flatMap(({ terms }) => terms) };
    }
    return { hits, forms: [] };
  };

  return {
    entries,
    find: (term, isOwn) => {
      const found = new Map<SearchEntry, TermMatch>();
      const { hits, forms } = hitsOf(term, isOwn);
      const exact = new Set(forms);
      for (const hit of hits) {
        const { entry, text } = pieces[hit.id as number] as (typeof pieces)[number];
        const isNamed = Object.values(hit.match).some((where) =>
          where.some((field) => !ofText.includes(field)),
        );
        const match: TermMatch = {
          score: hit.score,
          text,
          terms: new Set(hit.terms),
          exact: new Set(hit.terms.filter((one) => exact.has(one))),
          isNamed,
        };
        const other = found.get(entry);
        found.set(entry, other === undefined ? match : joinMatches(match, other));
      }
      return found;
    },
  };
}

/** Two matches of one entry: the better one's score and text, and what both found. */
export function joinMatches(one: TermMatch, other: TermMatch): TermMatch {
  const { score, text } = one.score > other.score ? one : other;
  return {
    score,
    text,
    terms: new Set([...one.terms, ...other.terms]),
    exact: new Set([...one.exact, ...other.exact]),
    isNamed: one.isNamed || other.isNamed,
  };
}
