import type { SearchData } from '../../engine/files/search-record.ts';
import { type SearchEntry, searchEntries } from './search-entries.ts';
import { createSearchIndex } from './search-index.ts';
import { nearestEntries } from './search-nearest.ts';
import { entriesAtPath } from './search-path.ts';
import { createQuestionReader, type Wish } from './search-question.ts';
import { rank } from './search-ranking.ts';
import { foundWords, sentenceWith } from './search-sentence.ts';
import { namesIn, termsOf } from './search-terms.ts';

interface Found {
  readonly href: string;
  readonly title: string;
  /** What a reader calls its kind: `Parameter`. */
  readonly kind: string;
  /** Titles of what it is in, outermost first. */
  readonly place: readonly string[];
  /** The sentence in which the words were found; empty for what has no text. */
  readonly line: string;
  /** The words of title and sentence that were found, as they are written there. */
  readonly words: readonly string[];
}

export interface SearchAnswer {
  readonly found: readonly Found[];
  /** True: nothing of the question was found, and these are the nearest. */
  readonly isNearest: boolean;
}

export type SiteSearch = (question: string) => SearchAnswer;

const maximumResults = 40;
const nothing: ReadonlySet<string> = new Set();

/** What was found at one entry. */
interface Hit {
  readonly entry: SearchEntry;
  readonly text: string;
  readonly terms: ReadonlySet<string>;
}

/** The search over the records of a site. */
export function createSiteSearch(data: SearchData): SiteSearch {
  const entries = searchEntries(data);
  const index = createSearchIndex(entries);
  const { read, isSmall } = createQuestionReader(
    data.synonyms,
    data.stopWords,
    (word) => index.find(word, true).size > 0,
  );

  const hitsOf = (question: string, wishes: readonly Wish[]): readonly Hit[] => {
    const atPath = entriesAtPath(entries, question).map((entry) => ({
      entry,
      text: entry.texts[0] ?? '',
      terms: new Set(namesIn(question).flatMap(termsOf)),
    }));
    if (wishes.some((wish) => !wish.isSmall)) return [...atPath, ...rank(wishes, index, isSmall)];
    // Small words alone mean something where they are a name: the value `do`.
    const asNames = wishes.map((wish) => ({ ...wish, isSmall: false }));
    return rank(asNames, index, isSmall).filter(({ whole }) => whole === 1);
  };

  return (question) => {
    const wishes = read(question);
    if (wishes.length === 0) return { found: [], isNearest: false };
    const hits = hitsOf(question, wishes);
    if (hits.length > 0) return { found: onePerPlace(hits).map(foundOf), isNearest: false };
    const nearest = nearestEntries(entries, question);
    return {
      found: nearest.map((entry) => foundOf({ entry, text: entry.texts[0] ?? '', terms: nothing })),
      isNearest: true,
    };
  };
}

/** Of hits that lead to the same place only the best is shown. */
function onePerPlace(hits: readonly Hit[]): Hit[] {
  const places = new Map<string, Hit>();
  for (const hit of hits) {
    if (places.size === maximumResults) break;
    if (!places.has(hit.entry.href)) places.set(hit.entry.href, hit);
  }
  return [...places.values()];
}

function foundOf({ entry, text, terms }: Hit): Found {
  const { href, title, kindName, place } = entry;
  const line = sentenceWith(text, terms);
  const words = new Set([...foundWords(title, terms), ...foundWords(line, terms)]);
  return { href, title, kind: kindName, place, line, words: [...words] };
}
