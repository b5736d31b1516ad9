import MiniSearch from 'minisearch';
import { joined, namesIn, wordsIn } from './search-terms.ts';
import { searchWeights } from './search-weights.ts';

/** Terms that are looked for together, and how much it counts that they are found. */
interface Way {
  readonly terms: readonly string[];
  readonly weight: number;
}

/** One thing that a reader asks for, in all the ways in which it may be written. */
export interface Wish {
  readonly ways: readonly Way[];
  /** A word that says nothing by itself only decides between equals. */
  readonly isSmall: boolean;
}

export interface QuestionReader {
  read(question: string): readonly Wish[];
  /** A word of the page's language that says nothing by itself. */
  isSmall(word: string): boolean;
}

const weightOfSynonym = searchWeights.synonym;
const longestPhrase = 4;

/** Reads questions in the light of words that mean the same and of words that say nothing; what is not on the site may be one of them, misspelled. */
export function createQuestionReader(
  synonyms: readonly string[],
  stopWords: readonly string[],
  isOnSite: (word: string) => boolean,
): QuestionReader {
  const phrases = new Map<string, Set<string>>();
  for (const line of synonyms) {
    const same = line.split(',').map((phrase) => namesIn(phrase.replace(/['’]/g, ' ')));
    for (const names of same) {
      const key = keyOf(names);
      const others = phrases.get(key) ?? new Set();
      for (const other of same) if (keyOf(other) !== key) others.add(other.flatMap(wordsIn).join(' '));
      phrases.set(key, others);
    }
  }
  const spelling = new MiniSearch<{ id: string }>({ fields: ['id'], tokenize: (key) => [key] });
  spelling.addAll([...phrases.keys()].filter((key) => !key.includes(' ')).map((id) => ({ id })));
  const small = stopWords.map((line) => new Set(line.split(' ').flatMap(wordsIn)));

  /** The language in which the question has most small words; in doubt the page's. */
  const smallWordsFor = (words: readonly string[]) => {
    const counts = small.map((set) => words.filter((word) => set.has(word)).length);
    const most = Math.max(...counts);
    return (most < 2 ? small[0] : small[counts.indexOf(most)]) ?? new Set<string>();
  };

  const read = (question: string): readonly Wish[] => {
    // A stop word of French stands before an apostrophe: it is a name of its own.
    const names = namesIn(question.replace(/['’]/g, ' '));
    const smallWords = smallWordsFor(names.flatMap(wordsIn));
    const wishes: Wish[] = [];
    for (let at = 0; at < names.length; ) {
      const length = longestKnown(names, at);
      const taken = names.slice(at, at + length);
      const written = keyOf(taken);
      const near = phrases.has(written) ? written : spelled(written);
      // The whole site is asked only about a word that may be a misspelled one.
      const key = near === written || isOnSite(written) ? written : near;
      const [name = ''] = taken;
      const words = taken.flatMap(wordsIn);
      const ways: Way[] = [{ terms: words, weight: 1 }];
      if (words.length > 1 && length === 1) ways.unshift({ terms: [joined(name)], weight: 1 });
      for (const other of phrases.get(key) ?? [])
        ways.push({ terms: other.split(' '), weight: weightOfSynonym });
      const isSmall = length === 1 && smallWords.has(joined(name));
      if (words.length > 0) wishes.push({ ways: isSmall ? ways.slice(0, 1) : ways, isSmall });
      at += length;
    }
    return wishes;
  };
  return { read, isSmall: (word) => small[0]?.has(word) === true };

  /** The word with synonyms that a word looks like most, with one letter in five wrong; itself where none does. */
  function spelled(word: string): string {
    return String(spelling.search(word, { fuzzy: (term) => Math.floor(term.length / 5) })[0]?.id ?? word);
  }

  /** How many names from here are a phrase that has synonyms; 1 if none are. */
  function longestKnown(names: readonly string[], at: number): number {
    for (let length = Math.min(longestPhrase, names.length - at); length > 1; length -= 1)
      if (phrases.has(keyOf(names.slice(at, at + length)))) return length;
    return 1;
  }
}

/** A phrase in the singular. */
function keyOf(names: readonly string[]): string {
  return names
    .flatMap(wordsIn)
    .map((word) => word.replace(/(?<=\w{3})s$/, ''))
    .join(' ');
}
