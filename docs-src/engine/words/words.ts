import { en } from './en.ts';
import { fr } from './fr.ts';

/** What a site says itself in one language: the engine's phrases, and the theme's. */
export type Locale = typeof en;

/** What the engine says. */
export type EngineWords = Omit<Locale, 'theme'>;

/** The languages that there are: one file each. */
export const locales: readonly Locale[] = [en, fr];

/** Words of a locale (`fr-CA` is `fr`); English where nobody has written that language yet. */
export function wordsOf(locale: string): Locale {
  const language = locale.toLowerCase().split('-')[0];
  return locales.find((words) => words.locale === language) ?? en;
}
