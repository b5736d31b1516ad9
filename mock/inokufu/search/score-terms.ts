import { longerTerms, misspeltTerms, placeOfTerm } from './similar-terms.ts';
import type { TermIndex } from './term-index.ts';

export interface ScoreOptions {
  /** How much a term in each field counts. */
  readonly boosts: readonly number[];
  /** Records must have all terms; else one is enough. */
  readonly needsAll: boolean;
  /** Longer terms and misspelt ones count, too, for less. */
  readonly isTolerant: boolean;
}

/** Shorter terms are the beginning of, or a letter away from, words that have nothing to do with them. */
const shortestPrefix = 3;
const shortestMisspelt = 5;
/** So many of a word's letters may be wrong. */
const misspeltShare = 0.2;

/** Of BM25+: how soon repetition stops to matter, how much a long field weighs less, what any place of a term is worth. */
const [k, b, d] = [1.2, 0.7, 0.5];

/**
 * Relevance of records by their position, the highest first: BM25+ (Lv and Zhai, CIKM 2011) in each field, added up over
 * fields and terms, times the number of terms that the record has. The terms asked for are different ones.
 */
export function scoreTerms(
  index: TermIndex,
  asked: readonly string[],
  options: ScoreOptions,
): Map<number, number> {
  const sums = new Map<number, { score: number; terms: number }>();
  for (const word of asked) {
    for (const [position, score] of scoreWord(index, word, options)) {
      const sum = sums.get(position);
      if (sum === undefined) sums.set(position, { score, terms: 1 });
      else {
        sum.score += score;
        sum.terms += 1;
      }
    }
  }
  const scored: [number, number][] = [];
  for (const [position, { score, terms }] of sums) {
    if (!options.needsAll || terms === asked.length) scored.push([position, score * terms]);
  }
  return new Map(scored.sort((one, other) => other[1] - one[1] || one[0] - other[0]));
}

function scoreWord(
  index: TermIndex,
  word: string,
  { boosts, isTolerant }: ScoreOptions,
): ReadonlyMap<number, number> {
  const { terms } = index;
  const scores = new Map<number, number>();
  const add = (term: number, weight: number) => addPlaces(index, term, weight, boosts, scores);
  const place = placeOfTerm(terms, word);
  if (terms[place] === word) add(place, 1);
  if (!isTolerant || word.length < shortestPrefix) return scores;
  const longer = new Set<number>();
  for (const { index: term, distance } of longerTerms(terms, word)) {
    longer.add(term);
    const { length } = terms[term] ?? '';
    add(term, (0.375 * length) / (length + 0.3 * distance));
  }
  if (word.length < shortestMisspelt) return scores;
  for (const { index: term, distance } of misspeltTerms(
    terms,
    word,
    Math.round(word.length * misspeltShare),
  )) {
    const { length } = terms[term] ?? '';
    if (!longer.has(term)) add(term, (0.45 * length) / (length + distance));
  }
  return scores;
}

const averages = new WeakMap<TermIndex, readonly number[]>();

/** The average length of each field. */
function averageLengths(index: TermIndex): readonly number[] {
  const { lengths, fieldCount } = index;
  const known = averages.get(index);
  if (known !== undefined) return known;
  const sums = new Array<number>(fieldCount).fill(0);
  for (let place = 0; place < lengths.length; place += 1) {
    const field = place % fieldCount;
    sums[field] = (sums[field] ?? 0) + (lengths[place] ?? 0);
  }
  const made = sums.map((sum) => (sum * fieldCount) / lengths.length);
  averages.set(index, made);
  return made;
}

/** Adds to the scores what the places of one term are worth. */
function addPlaces(
  index: TermIndex,
  term: number,
  weight: number,
  boosts: readonly number[],
  scores: Map<number, number>,
): void {
  const { fieldCount, starts, positions, counts, lengths } = index;
  const recordCount = lengths.length / fieldCount;
  for (let field = 0; field < fieldCount; field += 1) {
    const start = starts[term * fieldCount + field] ?? 0;
    const end = starts[term * fieldCount + field + 1] ?? 0;
    const having = end - start;
    const rarity = Math.log(1 + (recordCount - having + 0.5) / (having + 0.5));
    const average = averageLengths(index)[field] ?? 1;
    for (let place = start; place < end; place += 1) {
      const position = positions[place] ?? 0;
      const count = counts[place] ?? 0;
      const length = lengths[position * fieldCount + field] ?? 0;
      const score = rarity * (d + (count * (k + 1)) / (count + k * (1 - b + (b * length) / average)));
      scores.set(position, (scores.get(position) ?? 0) + weight * (boosts[field] ?? 1) * score);
    }
  }
}
