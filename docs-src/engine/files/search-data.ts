import type { ContentOptions } from '../pages/content-blocks.ts';
import { postmanPath } from '../pages/page-frame.ts';
import type { Site } from '../pages/site.ts';
import { settingsOf } from '../pages/site-view.ts';
import { schemaRow } from '../views/schema-row.ts';
import { locales } from '../words/words.ts';
import { pageRecords, searchOptions } from './page-records.ts';
import { rowRecord } from './row-records.ts';
import { affordable } from './search-budget.ts';
import type { SearchData, SearchRecord } from './search-record.ts';

/** What a reader can look for on a site. Its pages are made before: they ask for the schemas that have pages of their own. */
export function searchData(site: Site): SearchData {
  const { words } = site.first;
  const options = searchOptions(site, site.first);
  const records = [
    ...site.pages.flatMap((page) =>
      pageRecords(site, page, page === site.first ? options : searchOptions(site, page)),
    ),
    ...schemaRecords(site, options),
    ...downloadRecords(site),
  ];
  const languages = [words, ...locales.filter(({ locale }) => locale !== words.locale)];
  return {
    records: affordable(records),
    kinds: words.searchKinds,
    synonyms: [
      ...new Set(site.input.pages.flatMap((page) => settingsOf(page).synonyms)),
      ...languages.flatMap(({ synonyms }) => synonyms),
    ],
    stopWords: languages.map(({ stopWords }) => stopWords),
  };
}

/** Schemas that some tree stopped at; what they hold where the first page has not shown it. */
function schemaRecords({ schemaPages, input, first }: Site, options: ContentOptions): SearchRecord[] {
  return schemaPages.all.map(({ node, title, path, anchor }) => {
    const rowOptions = { ...options, purpose: 'both', title, said: undefined, place: '' } as const;
    const row = schemaRow({ name: undefined, node, isRequired: false }, rowOptions);
    const record = rowRecord(row, 'schema', title);
    return {
      ...record,
      href: input.isOnePage ? `${first.path}#${anchor}` : path,
      parts: options.said.earlier(node) === undefined ? (record.parts ?? []) : [],
    };
  });
}

function downloadRecords({ input, first }: Site): SearchRecord[] {
  if (!input.hasDownloads) return [];
  const { download } = first.words;
  const files: [string, string][] = [['llms.txt', download.llms]];
  if (input.model !== undefined)
    files.unshift(
      ['openapi.json', download.json],
      ['openapi.yaml', download.yaml],
      [postmanPath, download.postman],
    );
  return files.map(([href, title]) => ({ kind: 'download', href, title, names: href }));
}

/** A script, not JSON, so that a page opened as a file can load it too. */
export function searchScript(data: SearchData): string {
  const parts = ['texts', 'values', 'parts'];
  const json = JSON.stringify(data, (key, value) =>
    parts.includes(key) && value.length === 0 ? undefined : value,
  );
  return `globalThis.kitSearchData=${json};\n`;
}
