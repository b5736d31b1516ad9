import type { Loosenable, SearchQuery } from './search-query.ts';

/** What is given up first: what says least about the subject. */
export const loosenOrder = [
  'distanceMax',
  'publisher',
  'noteMin',
  'ageMax',
  'ageMin',
  'learningTimeMax',
  'learningTimeMin',
  'levelMax',
  'levelMin',
  'free',
  'bloom',
  'type',
  'keywords',
] as const satisfies readonly Loosenable[];

function without(query: SearchQuery, names: readonly Loosenable[]): SearchQuery {
  return {
    ...query,
    keywords: names.includes('keywords') ? undefined : query.keywords,
    filters: query.filters.filter(({ name }) => !names.includes(name)),
  };
}

/**
 * Looser and looser forms of a query: first without one of its filters (what is near the keywords is tried before none),
 * then without the first two, three ... of them in `loosenOrder`, at last without all. What is not loosenable stays.
 */
export function* loosenQuery(query: SearchQuery): Generator<{ query: SearchQuery; relaxed: Loosenable[] }> {
  const present = loosenOrder.filter(
    (name) =>
      query.loosenable.has(name) &&
      (name === 'keywords'
        ? query.keywords !== undefined
        : query.filters.some((filter) => filter.name === name)),
  );
  for (const name of present) {
    if (name === 'keywords' && query.keywords) {
      yield { query: { ...query, keywords: { ...query.keywords, match: 'near' } }, relaxed: [name] };
    }
    yield { query: without(query, [name]), relaxed: [name] };
  }
  for (let count = 2; count <= present.length; count += 1) {
    const relaxed = present.slice(0, count);
    yield { query: without(query, relaxed), relaxed };
  }
}
