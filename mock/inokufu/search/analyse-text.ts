import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import type { Lang } from '../catalog/learning-object.ts';
import { foldText } from './fold-text.ts';

/** Words that say nothing about a subject. Few: `it`, `who` and `or` can be what somebody looks for. */
const stopWords: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: new Set('a an and are as at by for from in is of on the to with'.split(' ')),
  fr: new Set('a au aux avec dans de des du en et la le les ou par pour sur un une'.split(' ')),
};

/** `l'anglais`, `qu'un` and `nurse's` without what is not the word. */
const clitics: Readonly<Record<Lang, RegExp>> = {
  en: /'s?(?!\p{L})/gu,
  fr: /(?<!\p{L})(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'/gu,
};

/**
 * The stemmers expect accents, which are gone by then (the same word must be found with and without them). Without
 * `é` French participles and feminines look like other words: `formee`, `infirmiere` become `forme`, `infirmier`.
 */
const prepareStem: Readonly<Record<Lang, (word: string) => string>> = {
  en: (word) => word,
  fr: (word) => word.replace(/ee(s?)$/, 'e$1').replace(/iere(s?)$/, 'ier$1'),
};

const stemmers: Readonly<Record<Lang, (word: string) => string>> = { en: stemEnglish, fr: stemFrench };

/** How many stems are remembered: more than the fixtures have words, so that queries can't fill the memory. */
const rememberedStems = 50_000;

/** Makes the function that turns a text of a language into its search terms, in order; both sides of a search use it. */
export function createTextAnalysis(lang: Lang): (text: string) => string[] {
  const stems = new Map<string, string>();
  function stem(word: string): string {
    const known = stems.get(word);
    if (known !== undefined) return known;
    // Stemmers know letters only: `c++`, `2025` stay.
    const made = /^[a-z]+$/.test(word) ? stemmers[lang](prepareStem[lang](word)) : word;
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
