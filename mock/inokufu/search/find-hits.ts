import type { LearningObjectRecord } from '../catalog/learning-object.ts';
import { createFilterTest } from './create-filter-test.ts';
import type { CodeFilter, Filter, Loosenable, SearchQuery } from './search-query.ts';
import type { TextIndex } from './text-index.ts';

/** The records of one language and what finds words in them. */
export interface Shelf {
  readonly records: readonly LearningObjectRecord[];
  readonly index: TextIndex;
}

/** A record that was found, by its position on the shelf. */
export interface Hit {
  readonly position: number;
  readonly relevance: number;
}

const isCode = (filter: Filter): filter is CodeFilter =>
  filter.name === 'rome' || filter.name === 'formacode';

/** Every record that has the words and passes all filters, in no order. A code itself is more relevant than one near it. */
export function findHits(query: SearchQuery, { records, index }: Shelf): Hit[] {
  const tests = query.filters.map(createFilterTest);
  const code = query.filters.find(isCode);
  const carriesCode = code?.isNearEnough ? createFilterTest({ ...code, isNearEnough: false }) : undefined;
  const hits: Hit[] = [];
  const consider = (position: number, textRelevance: number): void => {
    const record = records[position];
    if (record === undefined || !tests.every((test) => test(record))) return;
    hits.push({ position, relevance: textRelevance + (carriesCode?.(record) ? 1 : 0) });
  };
  if (query.keywords) {
    for (const [position, relevance] of index.find(query.keywords.text, query.keywords.match)) {
      consider(position, relevance);
    }
  } else {
    for (const position of records.keys()) consider(position, 0);
  }
  return hits;
}

/** Where something near the words or the code was enough: what not one record met in full. */
export function findPartlyMet(query: SearchQuery, shelf: Shelf): Loosenable[] {
  const partlyMet: Loosenable[] = [];
  if (query.keywords?.match === 'near') {
    const exact: SearchQuery = { ...query, keywords: { ...query.keywords, match: 'all' } };
    if (findHits(exact, shelf).length === 0) partlyMet.push('keywords');
  }
  const code = query.filters.find(isCode);
  if (code?.isNearEnough) {
    const filters = query.filters.map((filter) =>
      filter === code ? { ...code, isNearEnough: false } : filter,
    );
    if (findHits({ ...query, filters }, shelf).length === 0) partlyMet.push(code.name);
  }
  return partlyMet;
}
