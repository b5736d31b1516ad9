import type { Lang, LearningObjectRecord } from '../catalog/learning-object.ts';
import { createTextAnalysis } from './analyse-text.ts';
import { type ScoreOptions, scoreTerms } from './score-terms.ts';
import { buildTermIndex, type TermIndex } from './term-index.ts';

/** Relevance by the record's position in the list that was indexed. */
type TextHits = ReadonlyMap<number, number>;

/** Full text of the records of one language. */
export interface TextIndex {
  /** False for small words and signs alone: there is nothing to look for. */
  says(text: string): boolean;
  /** Relevance of every record that has all words of the text; `near` adds what has some of them, or only nearly fits. */
  find(text: string, match: Match): TextHits;
}

export type Match = 'all' | 'near';

/** How many keywords of the hits count: about as many as an object has. */
const commonKeywords = 6;

/** Last queries whose hits are kept: the pages of one search ask for the same ones. */
const keptQueries = 200;

/** What a word in the title, the keywords and the description counts. */
const boosts = [4, 3, 1];

/** Title, keywords and description of the records of one language; takes half a second for four thousand. */
export function indexRecords(records: readonly LearningObjectRecord[], lang: Lang): TermIndex {
  const analyse = createTextAnalysis(lang);
  const fields = records.map(({ public: { title, description = '' }, facets }) =>
    [title, facets.keywords.join(' '), description].map(analyse),
  );
  return buildTermIndex(fields, boosts.length);
}

/** Finds texts in an index of just these records (`indexRecords`). */
export function createTextIndex(
  records: readonly LearningObjectRecord[],
  lang: Lang,
  index: TermIndex,
): TextIndex {
  const analyse = createTextAnalysis(lang);
  const searchFor = (terms: readonly string[], options: Omit<ScoreOptions, 'boosts'>): TextHits =>
    scoreTerms(index, terms, { boosts, ...options });

  /** What is about the same as the hits: how many of the keywords that most of them carry a record has. */
  function findRelated(hits: TextHits): TextHits {
    const counts = new Map<string, number>();
    for (const position of hits.keys()) {
      for (const keyword of records[position]?.facets.keywords ?? []) {
        counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
      }
    }
    const byCount = [...counts].sort((first, second) => second[1] - first[1]);
    const common = new Set(byCount.slice(0, commonKeywords).map(([keyword]) => keyword));
    return new Map(
      records
        .map(
          ({ facets }, position) =>
            [position, facets.keywords.filter((one) => common.has(one)).length] as const,
        )
        .filter(([, shared]) => shared > 0),
    );
  }

  /** Records with any of the terms, and behind all of them those that are about the same, or nearly have a term. */
  function findNear(terms: readonly string[], withAll: TextHits): TextHits {
    const direct = searchFor(terms, { needsAll: false, isTolerant: false });
    const misspelt = searchFor(terms, { needsAll: false, isTolerant: true });
    const related = findRelated(withAll.size > 0 ? withAll : direct);
    const near = [...misspelt, ...related].filter(([position]) => !direct.has(position));
    const share = Math.min(1, ...direct.values()) / (2 * Math.max(1, ...near.map(([, score]) => score)));
    return new Map([...near.map(([position, score]) => [position, score * share] as const), ...direct]);
  }

  const kept = new Map<string, TextHits>();
  function find(text: string, match: Match): TextHits {
    const terms = [...new Set(analyse(text))].sort();
    const key = `${match} ${terms.join(' ')}`;
    const known = kept.get(key);
    if (known) return known;
    const hits =
      match === 'all'
        ? searchFor(terms, { needsAll: true, isTolerant: false })
        : findNear(terms, find(text, 'all'));
    const [oldest] = kept.keys();
    if (kept.size >= keptQueries && oldest !== undefined) kept.delete(oldest);
    kept.set(key, hits);
    return hits;
  }
  return { says: (text) => analyse(text).length > 0, find };
}
