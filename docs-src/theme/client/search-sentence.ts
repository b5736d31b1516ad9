import { namesIn, termsOf } from './search-terms.ts';

/** More of a sentence than this is not read in a list. */
const maximumLength = 180;
const lengthBefore = 60;

/** The words of a text that are among the terms, as they are written there. */
export function foundWords(text: string, terms: ReadonlySet<string>): string[] {
  return [...new Set(namesIn(text).filter((name) => termsOf(name).some((term) => terms.has(term))))];
}

/** The sentence of a text that has most of the terms; of a long one what stands around the first. */
export function sentenceWith(text: string, terms: ReadonlySet<string>): string {
  const sentences = text
    .split(/(?<=[.!?])\s+|\n/)
    .map((sentence) => ({ sentence, words: foundWords(sentence, terms) }));
  const best = sentences.reduce((one, other) => (other.words.length > one.words.length ? other : one));
  const { sentence, words } = best;
  if (sentence.length <= maximumLength) return sentence;
  const at = Math.max(0, sentence.indexOf(words[0] ?? '') - lengthBefore);
  const start = at === 0 ? 0 : sentence.indexOf(' ', at) + 1;
  const piece = sentence.slice(start, start + maximumLength);
  return `${start > 0 ? '… ' : ''}${piece}${start + maximumLength < sentence.length ? ' …' : ''}`;
}
