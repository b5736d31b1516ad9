import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import type { Lang } from '../catalog/learning-object.ts';
import { baseForm } from './base-form.ts';
import { foldText } from './fold-text.ts';

const readWords = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** Words that say nothing about a subject. Not all: `it`, `who`, `or` and `son` can be what somebody looks for. */
const stopWords: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: readWords(
    'a an and are as at be by can do does for from how i in is my of on our that the these this to was what when',
    'where which why with you your',
  ),
  fr: readWords(
    'a au aux avec ce ces cet cette comment dans de des du elle elles en est et il ils je la le les leur leurs ma mes',
    'mon nos notre nous on ou par pour pourquoi quand que quel quelle quelles quels qui quoi sa se ses sont sur tu un',
    'une vos votre vous y',
  ),
};

/** `l'anglais`, `qu'un` and `nurse's` without what is not the word. */
const clitics: Readonly<Record<Lang, RegExp>> = {
  en: /'s?(?!\p{L})/gu,
  fr: /(?<!\p{L})(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'/gu,
};

const stemmers: Readonly<Record<Lang, (word: string) => string>> = { en: stemEnglish, fr: stemFrench };

/** How many stems are remembered: more than the fixtures have words, so that queries can't fill the memory. */
const rememberedStems = 50_000;

/**
 * Makes the function that turns a text of a language into its search terms, in order; both sides of a search use it. Of
 * small words and signs alone nothing is left.
 */
export function createTextAnalysis(lang: Lang): (text: string) => string[] {
  const stems = new Map<string, string>();
  function stem(word: string): string {
    const known = stems.get(word);
    if (known !== undefined) return known;
    // Stemmers know letters only: `c++`, `2025` stay.
    const made = /^[a-z]+$/.test(word) ? stemmers[lang](baseForm(word, lang)) : word;
    if (stems.size < rememberedStems) stems.set(word, made);
    return made;
  }
  return (text) => {
    const words =
      foldText(text)
        .replace(clitics[lang], ' ')
        .match(/[\p{L}\p{N}]+[+#]*/gu) ?? [];
    return words.filter((word) => !stopWords[lang].has(word)).map(stem);
  };
}
