import type { Lang, LearningObjectRecord } from '../catalog/learning-object.ts';
import type { Shelf } from './find-hits.ts';
import { createTextIndex, indexRecords } from './text-index.ts';

/** The records of a language with what finds words in them. */
export type ShelfOf = (lang: Lang) => Shelf;

/** Makes each language's shelf when it is first searched, once. */
export function keepShelves(make: ShelfOf): ShelfOf {
  const shelves = new Map<Lang, Shelf>();
  return (lang) => {
    const shelf = shelves.get(lang) ?? make(lang);
    shelves.set(lang, shelf);
    return shelf;
  };
}

/** Shelves of records in memory. */
export function shelveRecords(records: readonly LearningObjectRecord[]): ShelfOf {
  return keepShelves((lang) => {
    const ofLang = records.filter(({ facets }) => facets.lang === lang);
    return { records: ofLang, index: createTextIndex(ofLang, lang, indexRecords(ofLang, lang)) };
  });
}
