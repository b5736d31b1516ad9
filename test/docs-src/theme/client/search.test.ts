import { describe, expect, it } from 'vitest';
import type { SearchRecord } from '../../../../docs-src/engine/files/search-record.ts';
import { createSiteSearch } from '../../../../docs-src/theme/client/search.ts';

const records: SearchRecord[] = [
  {
    href: 'index.html#search',
    kind: 'operation',
    title: 'Search',
    path: 'GET /search',
    text: 'keywords lang mooc podcast',
  },
  {
    href: 'index.html#rome',
    kind: 'operation',
    title: 'Search by ROME',
    path: 'GET /searchrome',
    text: 'rome code',
  },
  {
    href: 'index.html#authentication',
    kind: 'page',
    title: 'Authentication',
    text: 'An API key goes into a header. Étés and œuvres.',
  },
  {
    href: 'index.html#max',
    kind: 'parameter',
    title: 'learningTimeMax',
    path: 'GET /search',
    text: 'minutes',
  },
  {
    href: 'index.html#quota',
    kind: 'error',
    title: '429 QUOTA_EXCEEDED',
    text: 'The quota of this month is used up.',
  },
];
const search = createSiteSearch(records);
const titles = (query: string) => search(query).flatMap((group) => group.found.map((found) => found.title));

describe('search', () => {
  it.each([
    ['a whole word', 'authentication', 'Authentication'],
    ['the start of a word', 'authen', 'Authentication'],
    ['a typing error', 'serch', 'Search'],
    ['French spelling of an English word', 'authentification', 'Authentication'],
    ['a word without its accent', 'ete', 'Authentication'],
    ['a word with an accent too many', 'séarch', 'Search'],
    ['a ligature', 'oeuvres', 'Authentication'],
    ['a piece of camelCase', 'time max', 'learningTimeMax'],
    ['camelCase whole', 'learningtimemax', 'learningTimeMax'],
    ['an error code', 'quota_exceeded', '429 QUOTA_EXCEEDED'],
    ['an enum value', 'mooc', 'Search'],
    ['a path', '/searchrome', 'Search by ROME'],
    ['words that no record has all of', 'podcast zzzz', 'Search'],
  ])('finds by %s', (_rule, query, title) => {
    expect(titles(query)[0]).toBe(title);
  });

  it('groups what it finds by kind and names the words that matched', () => {
    expect(search('rome')).toEqual([
      {
        name: 'searchOperation',
        found: [
          { href: 'index.html#rome', title: 'Search by ROME', line: 'GET /searchrome', words: ['rome'] },
        ],
      },
    ]);
  });

  it('finds a parameter by its own words, and by its operation only together with them', () => {
    const withMax = createSiteSearch([
      ...records,
      { href: '#rome-max', kind: 'parameter', title: 'max', path: 'Search by ROME', text: 'per page' },
    ]);
    const hrefs = (query: string) => withMax(query).flatMap(({ found }) => found.map(({ href }) => href));
    expect(hrefs('rome')).toEqual(['index.html#rome']);
    expect(hrefs('rome max')).toEqual(['#rome-max']);
  });

  it('finds nothing for nothing', () => {
    expect(search('   ')).toEqual([]);
    expect(search('xyzzyx')).toEqual([]);
  });
});
