import type { Lang, LearningObjectRecord } from '../catalog/learning-object.ts';
import { findHits, findPartlyMet, type Shelf } from './find-hits.ts';
import { loosenQuery } from './loosen-query.ts';
import type { Search, SearchQuery, SearchResult } from './search-query.ts';
import { sortHits } from './sort-hits.ts';
import { createTextIndex } from './text-index.ts';

export interface SearchOptions {
  /** Another seed, another order of `sort=random`. */
  readonly seed?: number | undefined;
  /** The stored text index of a language (text-index.ts); undefined: none was made of these records. */
  readonly stored?: (lang: Lang) => string | undefined;
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

const shelvesOf = new WeakMap<readonly LearningObjectRecord[], Map<Lang, Shelf>>();

/** The records of a language with their index, made when it is first searched; searches over the same records share it. */
function shelfOf(
  records: readonly LearningObjectRecord[],
  lang: Lang,
  stored: SearchOptions['stored'],
): Shelf {
  const shelves = shelvesOf.get(records) ?? new Map<Lang, Shelf>();
  shelvesOf.set(records, shelves);
  let shelf = shelves.get(lang);
  if (shelf === undefined) {
    const ofLang = records.filter(({ facets }) => facets.lang === lang);
    shelf = { records: ofLang, index: createTextIndex(ofLang, lang, stored?.(lang)) };
    shelves.set(lang, shelf);
  }
  return shelf;
}

/** Search over records in memory: the answer is a function of records, seed and query alone. */
export function createSearch(
  records: readonly LearningObjectRecord[],
  { seed = 0, stored }: SearchOptions = {},
): Search {
  return async (query) => answer(query, shelfOf(records, query.lang, stored), seed);
}
