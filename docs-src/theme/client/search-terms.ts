import { stemmer } from '@orama/stemmers/english';

/** Letter case and accents do not count. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss');
}

/**
 * A term without the ends that plurals and verbs have, marked: `author` is no form of `authorization`, though both have one
 * stem. English; of other languages it takes the plural's s.
 */
export function stemOf(term: string): string {
  return `~${stemmer(term)}`;
}

/** What stands between spaces: a word, or a name of several (`learningTimeUnit`, `x-api-key`, `metadata.hasMore`). */
const namePattern = /([\p{L}\p{N}]+(?:[._\-/'’]+[\p{L}\p{N}]+)*)/u;

/** A text in pieces of which every second one is a name. */
export function splitAtNames(text: string): string[] {
  return text.split(namePattern);
}

export function namesIn(text: string): string[] {
  return splitAtNames(text).filter((_part, index) => index % 2 === 1);
}

/** The words of a name. */
export function wordsIn(name: string): string[] {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((part) => part.split(/(?<=\p{Ll}|\p{N})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u))
    .map(plain)
    .filter((word) => word !== '');
}

/** A name written as one word. */
export function joined(name: string): string {
  return plain(name.replace(/[^\p{L}\p{N}]+/gu, ''));
}

/** Everything that a name is found by: whole, by its parts, by their words, and by what these are without their ends. */
export function termsOf(name: string): string[] {
  const words = wordsIn(name);
  const parts = name.split(/[^\p{L}\p{N}]+/u).map(plain);
  const terms = [joined(name), ...parts, ...words, ...words.map(stemOf)];
  return [...new Set(terms.filter((term) => term !== ''))];
}
