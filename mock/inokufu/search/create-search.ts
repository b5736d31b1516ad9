import type { Lang, LearningObjectRecord } from '../catalog/learning-object.ts';
import { findHits, findPartlyMet, type Shelf } from './find-hits.ts';
import { loosenQuery } from './loosen-query.ts';
import type { Search, SearchQuery, SearchResult } from './search-query.ts';
import { sortHits } from './sort-hits.ts';
import { createTextIndex } from './text-index.ts';

export interface SearchEngine {
  readonly search: Search;
  /** The indexes are built; a search before that waits by itself. */
  readonly ready: Promise<void>;
}

export interface SearchOptions {
  /** Another seed, another order of `sort=random`. */
  readonly seed?: number | undefined;
  /** Ends the building of the indexes. */
  readonly signal?: AbortSignal;
}

/** The first looser form of the query that finds something; the query itself where none does. */
function loosenUntilFound(query: SearchQuery, shelf: Shelf) {
  for (const looser of loosenQuery(query)) {
    const hits = findHits(looser.query, shelf);
    if (hits.length > 0) return { ...looser, hits };
  }
  return { query, relaxed: [], hits: [] };
}

/** Keywords of which nothing is left count as absent. */
function withoutEmptyKeywords(query: SearchQuery, { index }: Shelf): SearchQuery {
  const { keywords } = query;
  return keywords && !index.says(keywords.text) ? { ...query, keywords: undefined } : query;
}

function answer(given: SearchQuery, shelf: Shelf, seed: number): SearchResult {
  const asked = withoutEmptyKeywords(given, shelf);
  const found = findHits(asked, shelf);
  const { query, hits, relaxed } =
    found.length > 0
      ? { query: asked, hits: found, relaxed: findPartlyMet(asked, shelf) }
      : loosenUntilFound(asked, shelf);
  const start = query.page * query.max;
  const items = sortHits(hits, query, shelf, seed)
    .slice(start, start + query.max)
    .flatMap(({ position }) => shelf.records[position] ?? []);
  return { items, total: hits.length, relaxed };
}

/**
 * Search over records in memory. The text indexes are built in the background, one language after the other; the answer
 * is a function of records, seed and query alone.
 */
export function createSearch(
  records: readonly LearningObjectRecord[],
  { seed = 0, signal }: SearchOptions = {},
): SearchEngine {
  const createShelf = async (lang: Lang): Promise<Shelf> => {
    const ofLang = records.filter(({ facets }) => facets.lang === lang);
    return { records: ofLang, index: await createTextIndex(ofLang, lang, signal) };
  };
  const english = createShelf('en');
  const shelves: Readonly<Record<Lang, Promise<Shelf>>> = {
    en: english,
    fr: english.then(() => createShelf('fr')),
  };
  const ready = Promise.all([shelves.en, shelves.fr]).then(() => undefined);
  // Whoever searches or waits for `ready` hears of a failure; without either it must not end the process.
  ready.catch(() => undefined);
  return { search: async (query) => answer(query, await shelves[query.lang], seed), ready };
}
