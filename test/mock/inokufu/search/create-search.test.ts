import { describe, expect, it } from 'vitest';
import { createSearch } from '../../../../mock/inokufu/search/create-search.ts';
import type { Loosenable, SearchQuery } from '../../../../mock/inokufu/search/search-query.ts';
import { shelveRecords } from '../../../../mock/inokufu/search/shelve-records.ts';
import { sampleRecord } from './sample-record.ts';

const records = [
  sampleRecord(
    { title: 'Bread for Beginners', description: 'Flour and water.' },
    { note: 0.2, keywords: ['baking'] },
  ),
  sampleRecord({ title: 'Rye Bread', provider: 'edX' }, { note: 0.9, type: ['video'], rome: ['D1102'] }),
  sampleRecord({ title: 'Soup', description: 'With bread.' }, { rome: ['D1104'], provider: 'edx' }),
  sampleRecord({ title: 'Welding' }, { note: 0.5, provider: 'edx', bloom: ['degree'] }),
  sampleRecord({ title: 'Le pain de seigle' }, { lang: 'fr', keywords: ['boulangerie'] }),
];
const search = createSearch(shelveRecords(records));

const query = (changes: Partial<SearchQuery>): SearchQuery => ({
  lang: 'en',
  keywords: undefined,
  filters: [],
  sort: 'best',
  page: 0,
  max: 20,
  loosenable: new Set(),
  ...changes,
});
const find = async (changes: Partial<SearchQuery>) => {
  const { items, total, relaxed } = await search(query(changes));
  return { titles: items.map((record) => record.public.title), total, relaxed };
};
const all = (text: string) => ({ text, match: 'all' as const });
const near = (text: string) => ({ text, match: 'near' as const });
const mayLoosen = (...names: Loosenable[]) => new Set(names);

describe('words', () => {
  it.each([
    [
      'best puts the title before the description',
      all('bread'),
      ['Rye Bread', 'Bread for Beginners', 'Soup'],
    ],
    ['all words must be there', all('rye bread'), ['Rye Bread']],
    ['the words can be in different fields', all('baking flour'), ['Bread for Beginners']],
    ['their order does not matter', all('bread rye'), ['Rye Bread']],
    ['any word is enough for the wide model', near('welding soup'), ['Welding', 'Soup']],
    ['more words rank higher', near('soup bread'), ['Soup', 'Rye Bread', 'Bread for Beginners']],
    ['a word that nobody wrote finds nothing', all('bread zzz'), []],
    ['the other language is not searched', all('pain'), []],
  ])('%s', async (_rule, keywords, want) => {
    const { titles } = await find({ keywords });
    expect(new Set(titles)).toEqual(new Set(want));
    expect(titles[0]).toBe(want[0]);
  });

  it('no keywords find everything of the language', async () => {
    expect((await find({})).total).toBe(4);
    expect((await find({ lang: 'fr' })).titles).toEqual(['Le pain de seigle']);
  });

  it.each(['', '  ', 'of the', 'How to?', '!!!'])('%j says nothing: it is no keywords', async (text) => {
    const want = await find({ loosenable: mayLoosen('keywords') });
    for (const keywords of [all(text), near(text)])
      expect(await find({ keywords, loosenable: mayLoosen('keywords') })).toEqual(want);
  });

  it.each([
    ['the beginning of a word', 'weldi', ['Welding']],
    ['a slip of spelling', 'berad', []],
    ['a letter too many', 'welldings', ['Welding']],
    ['what is about the same', 'flour', ['Bread for Beginners', 'Cake']],
    [
      'a longer word, after the word itself',
      'bake',
      ['Baking Trays', 'Bread for Beginners', 'Cake', 'Bakelite'],
    ],
  ])('the wide model also finds %s', async (_rule, text, want) => {
    const more = [
      ...records,
      sampleRecord({ title: 'Baking Trays' }),
      sampleRecord({ title: 'Bakelite' }),
      sampleRecord({ title: 'Cake' }, { keywords: ['baking'] }),
    ];
    const searchMore = createSearch(shelveRecords(more));
    const { items } = await searchMore(query({ keywords: near(text) }));
    expect(items.map((record) => record.public.title)).toEqual(want);
  });

  it('the wide model admits that a word was met nearly only', async () => {
    expect((await find({ keywords: near('welldings') })).relaxed).toEqual(['keywords']);
  });

  it('the wide model admits that no object has all of the words', async () => {
    expect((await find({ keywords: near('welding soup') })).relaxed).toEqual(['keywords']);
    expect((await find({ keywords: near('rye bread') })).relaxed).toEqual([]);
  });
});

describe('order', () => {
  it('popularity puts the highest note first and objects without one last', async () => {
    expect((await find({ sort: 'popularity' })).titles).toEqual([
      'Rye Bread',
      'Welding',
      'Bread for Beginners',
      'Soup',
    ]);
  });

  it('best without keywords is by popularity', async () => {
    expect((await find({})).titles).toEqual((await find({ sort: 'popularity' })).titles);
  });

  it('random is the same on each call and does not depend on page and max', async () => {
    const whole = await find({ sort: 'random' });
    const pages = await Promise.all([0, 1, 2, 3].map((page) => find({ sort: 'random', page, max: 1 })));
    expect(pages.flatMap(({ titles }) => titles)).toEqual(whole.titles);
  });

  it('random differs between seeds', async () => {
    const orders = await Promise.all(
      [1, 2, 3, 4, 5].map(async (seed) => {
        const { items } = await createSearch(shelveRecords(records), seed)(query({ sort: 'random' }));
        return items.map((record) => record.public.title).join();
      }),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  it('random differs between queries', async () => {
    const twenty = Array.from({ length: 20 }, (_, index) =>
      sampleRecord({ title: `T${index}` }, { note: 1 }),
    );
    const many = createSearch(shelveRecords(twenty));
    const orderAbove = async (limit: number) => {
      const { items } = await many(query({ sort: 'random', filters: [{ name: 'noteMin', limit }] }));
      return items.map((record) => record.public.title).join();
    };
    expect(await orderAbove(0.1)).not.toBe(await orderAbove(0.2));
  });
});

describe('pages', () => {
  it('past the end are empty and know the true total', async () => {
    expect(await find({ page: 9, max: 3 })).toEqual({ titles: [], total: 4, relaxed: [] });
  });
});

describe('codes', () => {
  it('a near code is enough for the wide model, after the code itself', async () => {
    const near = await find({ filters: [{ name: 'rome', code: 'D1104', isNearEnough: true }] });
    expect(near).toEqual({ titles: ['Soup', 'Rye Bread'], total: 2, relaxed: [] });
  });

  it('only near codes are not exactly what was asked for', async () => {
    const near = await find({ filters: [{ name: 'rome', code: 'D1199', isNearEnough: true }] });
    expect(near).toEqual({ titles: ['Rye Bread', 'Soup'], total: 2, relaxed: ['rome'] });
  });
});

describe('loosening', () => {
  const edx = { name: 'provider', provider: 'edx' } as const;
  const app = { name: 'type', type: 'app' } as const;
  const discover = { name: 'bloom', bloom: 'discover' } as const;

  it.each([
    [
      'nothing is given up while something is found',
      { filters: [edx], loosenable: mayLoosen('keywords') },
      ['Rye Bread', 'Welding', 'Soup'],
      [],
    ],
    ['nothing is given up that may not be', { filters: [edx, app] }, [], []],
    [
      'one filter is given up if that is enough',
      { filters: [edx, app], loosenable: mayLoosen('type') },
      ['Rye Bread', 'Welding', 'Soup'],
      ['type'],
    ],
    [
      'the fewest filters are given up',
      { filters: [edx, app, { name: 'bloom', bloom: 'degree' }], loosenable: mayLoosen('type', 'bloom') },
      ['Welding'],
      ['type'],
    ],
    [
      'several are given up where one is not enough',
      { filters: [edx, app, discover], loosenable: mayLoosen('type', 'bloom', 'keywords') },
      ['Rye Bread', 'Welding', 'Soup'],
      ['bloom', 'type'],
    ],
    [
      'a filter that must stay stays',
      { filters: [edx, app, discover], loosenable: mayLoosen('bloom', 'keywords') },
      [],
      [],
    ],
    [
      'keywords are met in part before they are given up',
      { keywords: all('zzz welding'), filters: [edx], loosenable: mayLoosen('keywords') },
      ['Welding'],
      ['keywords'],
    ],
    [
      'keywords can be given up',
      { keywords: all('zzz'), filters: [edx], loosenable: mayLoosen('keywords') },
      ['Rye Bread', 'Welding', 'Soup'],
      ['keywords'],
    ],
  ] satisfies [string, Partial<SearchQuery>, string[], Loosenable[]][])(
    '%s',
    async (_rule, changes, titles, relaxed) => {
      expect(await find(changes)).toEqual({ titles, total: titles.length, relaxed });
    },
  );
});
