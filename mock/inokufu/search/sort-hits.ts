import type { Hit, Shelf } from './find-hits.ts';
import { createRandomOrder } from './random-order.ts';
import type { SearchQuery } from './search-query.ts';

type Compare = (first: Hit, second: Hit) => number;

/** The query without its page: `random` is one order for all pages, and the same one each time. */
function randomKey({ page: _page, max: _max, loosenable, ...rest }: SearchQuery): string {
  return JSON.stringify([rest, [...loosenable]]);
}

/** Sorts in place. Every order is total (the position decides last), so that pages neither repeat nor lose a record. */
export function sortHits(hits: Hit[], query: SearchQuery, { records }: Shelf, seed: number): Hit[] {
  const byPosition: Compare = (first, second) => first.position - second.position;
  if (query.sort === 'random') {
    const placeOf = createRandomOrder(`${seed} ${randomKey(query)}`);
    const places = new Map(hits.map(({ position }) => [position, placeOf(position)]));
    const place = ({ position }: Hit): number => places.get(position) ?? 0;
    return hits.sort((first, second) => place(first) - place(second) || byPosition(first, second));
  }
  const note = ({ position }: Hit): number => records[position]?.facets.note ?? 0;
  const byNote: Compare = (first, second) => note(second) - note(first) || byPosition(first, second);
  if (query.sort === 'popularity') return hits.sort(byNote);
  return hits.sort((first, second) => second.relevance - first.relevance || byNote(first, second));
}
