import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Lang, LearningObjectRecord } from './catalog/learning-object.ts';
import { encodeRecords, openRecords } from './catalog/stored-records.ts';
import { keepShelves, type ShelfOf } from './search/shelve-records.ts';
import { decodeTermIndex, encodeTermIndex } from './search/term-index.ts';
import { createTextIndex, indexRecords } from './search/text-index.ts';

const langs: readonly Lang[] = ['en', 'fr'];

/** Two files a language: its records, and what finds words in them. */
const filesOf = (folder: string, lang: Lang) => ({
  records: path.join(folder, `learning-objects-${lang}.bin`),
  terms: path.join(folder, `terms-${lang}.bin`),
});

/** Writes the records of each language with their index. */
export function storeShelves(folder: string, records: readonly LearningObjectRecord[]): void {
  mkdirSync(folder, { recursive: true });
  for (const lang of langs) {
    const ofLang = records.filter(({ facets }) => facets.lang === lang);
    const files = filesOf(folder, lang);
    writeFileSync(files.records, encodeRecords(ofLang));
    writeFileSync(files.terms, encodeTermIndex(indexRecords(ofLang, lang)));
  }
}

/** The shelves that `storeShelves` wrote, each read when its language is first searched. */
export function openShelves(folder: string): ShelfOf {
  return keepShelves((lang) => {
    const files = filesOf(folder, lang);
    const records = openRecords(files.records);
    const terms = decodeTermIndex(readFileSync(files.terms));
    return { records, index: createTextIndex(records, lang, terms) };
  });
}
