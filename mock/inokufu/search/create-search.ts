import { findHits, findPartlyMet, type Shelf } from './find-hits.ts';
import { loosenQuery } from './loosen-query.ts';
import type { Search, SearchQuery, SearchResult } from './search-query.ts';
import type { ShelfOf } from './shelve-records.ts';
import { sortHits } from './sort-hits.ts';

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

/** Search over shelves: the answer is a function of records, seed and query alone. Another seed, another order of `sort=random`. */
export function createSearch(shelfOf: ShelfOf, seed = 0): Search {
  return async (query) => answer(query, shelfOf(query.lang), seed);
}
