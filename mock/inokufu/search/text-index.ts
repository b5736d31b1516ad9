import { setImmediate } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import type { Lang, LearningObjectRecord } from '../catalog/learning-object.ts';
import { createTextAnalysis } from './analyse-text.ts';

/** Relevance by the record's position in the list that was indexed. */
export type TextHits = ReadonlyMap<number, number>;

/** Full text of the records of one language. */
export interface TextIndex {
  /** Relevance of every record that has all words of the text, or any of them. */
  find(text: string, match: 'all' | 'any'): TextHits;
}

/** Small enough to let a request through between two chunks: some 10 ms each. */
const recordsPerChunk = 100;

/** Last queries whose hits are kept: the pages of one search ask for the same ones. */
const keptQueries = 200;

/**
 * Indexes title, keywords and description. Works in chunks: all of it at once would take half a second, in which a server
 * could answer nothing. The signal ends it, with an AbortError.
 */
export async function createTextIndex(
  records: readonly LearningObjectRecord[],
  lang: Lang,
  signal?: AbortSignal,
): Promise<TextIndex> {
  const analyse = createTextAnalysis(lang);
  const index = new MiniSearch({
    fields: ['title', 'keywords', 'description'],
    tokenize: analyse,
    processTerm: (term) => term,
    searchOptions: { boost: { title: 4, keywords: 3 } },
  });
  const documents = records.map(({ public: { title, description = '' }, facets }, id) => ({
    id,
    title,
    keywords: facets.keywords.join(' '),
    description,
  }));
  for (let start = 0; start < documents.length; start += recordsPerChunk) {
    index.addAll(documents.slice(start, start + recordsPerChunk));
    await setImmediate(undefined, signal ? { signal } : {});
  }

  const kept = new Map<string, TextHits>();
  function find(text: string, match: 'all' | 'any'): TextHits {
    const terms = [...new Set(analyse(text))].sort();
    const key = `${match} ${terms.join(' ')}`;
    const known = kept.get(key);
    if (known) return known;
    const found = index.search(terms.join(' '), {
      tokenize: (joined) => joined.split(' '),
      combineWith: match === 'all' ? 'AND' : 'OR',
    });
    const hits = new Map(found.map(({ id, score }) => [id as number, score])); // ids are the positions given above
    const [oldest] = kept.keys();
    if (kept.size >= keptQueries && oldest !== undefined) kept.delete(oldest);
    kept.set(key, hits);
    return hits;
  }
  return { find };
}
