import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../mock/inokufu/catalog/learning-object.ts';
import { loadLearningObjects } from '../../../mock/inokufu/catalog/load-learning-objects.ts';
import { createSearch } from '../../../mock/inokufu/search/create-search.ts';
import { foldText } from '../../../mock/inokufu/search/fold-text.ts';
import type { Filter } from '../../../mock/inokufu/search/search-query.ts';
import { shelveRecords } from '../../../mock/inokufu/search/shelve-records.ts';
import type { Match } from '../../../mock/inokufu/search/text-index.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { withoutArticle } from '../../../scripts/chores/fixtures/french.ts';
import { makeFixtures } from '../../../scripts/chores/fixtures/make-fixtures.ts';
import { blooms, langs, readWords, types } from '../../../scripts/chores/fixtures/read-words.ts';
import { readOwnModel } from './own-model.ts';

const words = readWords();
const learningObjects = loadLearningObjects({ model: await readOwnModel() });
const made = learningObjects.filter(({ facets }) => facets.edge === undefined);
const search = createSearch(shelveRecords(learningObjects));
const titles = made.map((record) => record.public.title);

/** What people type first, and the names of all subjects. */
const everydayWords = [
  ...langs.flatMap((lang) =>
    'python java javascript sql php html css react docker git linux excel word powerpoint photoshop marketing english piano data cloud'
      .split(' ')
      .map((word) => [lang, word] as const),
  ),
  ...'french german spanish italian web'.split(' ').map((word) => ['en', word] as const),
  ...'anglais espagnol allemand français web travail travaux photos'
    .split(' ')
    .map((word) => ['fr', word] as const),
  ...langs.flatMap((lang) => words.subjects.map(({ names }) => [lang, withoutArticle(names[lang])] as const)),
];

describe('the fixtures', () => {
  it.each([...makeFixtures()])('%s is what the chore makes, to the byte', (name, text) => {
    expect(readFileSync(packageFile(`mock/inokufu/fixtures/${name}`), 'utf8') === text).toBe(true);
  });

  it('are at most 8,000 objects in at most 10 MB', () => {
    expect(learningObjects.length).toBeLessThanOrEqual(8_000);
    expect(makeFixtures().get('learning-objects.jsonl')?.length).toBeLessThan(10_000_000);
  });

  it('hold at least 40 subjects, five of them big, of hundreds of hand-written topics a language', () => {
    expect(words.subjects.length).toBeGreaterThanOrEqual(40);
    expect(words.subjects.filter(({ isBig }) => isBig)).toHaveLength(5);
    for (const lang of langs) {
      const topics = words.subjects.flatMap(({ texts }) => texts[lang].topics);
      expect(new Set(topics.map(foldText)).size).toBeGreaterThan(600);
    }
  });

  it.each(
    langs.flatMap((lang) =>
      words.subjects.map(({ names, isBig }) => [lang, withoutArticle(names[lang]), isBig ? 41 : 3] as const),
    ),
  )('%s "%s" has %i hits or more in every combination of type and bloom', async (lang, text, least) => {
    for (const type of types) {
      for (const bloom of blooms) {
        const { total } = await search({
          lang,
          keywords: { text, match: 'all' },
          filters: [
            { name: 'type', type },
            { name: 'bloom', bloom },
          ],
          sort: 'best',
          page: 0,
          max: 1,
          loosenable: new Set(),
        });
        expect(total, `${type} ${bloom}`).toBeGreaterThanOrEqual(least);
      }
    }
  });

  const count = async (lang: Lang, text: string, match: Match, filters: readonly Filter[] = []) => {
    const keywords = { text, match };
    const paging = { sort: 'best', page: 0, max: 1, loosenable: new Set<never>() } as const;
    return (await search({ lang, keywords, filters, ...paging })).total;
  };

  it.each(everydayWords)(
    '%s "%s" has 40 hits or more, and some of each type and each bloom',
    async (lang, text) => {
      expect(await count(lang, text, 'all')).toBeGreaterThanOrEqual(40);
      for (const type of types)
        expect(await count(lang, text, 'all', [{ name: 'type', type }]), type).toBeGreaterThanOrEqual(5);
      for (const bloom of blooms)
        expect(await count(lang, text, 'all', [{ name: 'bloom', bloom }]), bloom).toBeGreaterThanOrEqual(5);
    },
  );

  it.each([
    ...everydayWords,
    ['en', 'machine learning'],
    ['en', 'web development'],
    ['fr', 'gestion de projet'],
    ['fr', 'mécanique automobile'],
  ] as const)('%s "%s" has more hits in the wide model, with all of the narrow one', async (lang, text) => {
    const urls = async (match: Match) => {
      const paging = {
        sort: 'best',
        page: 0,
        max: learningObjects.length,
        loosenable: new Set<never>(),
      } as const;
      const { items } = await search({ lang, keywords: { text, match }, filters: [], ...paging });
      return items.map((record) => record.public.url);
    };
    const [strict, extended] = await Promise.all([urls('all'), urls('near')]);
    expect(new Set(extended).size).toBeGreaterThan(strict.length);
    expect(strict.filter((url) => !extended.includes(url))).toEqual([]);
  });

  it('come from all providers, each of which has the types that it has in life', () => {
    for (const provider of words.providers) {
      const own = made.filter(({ facets }) => facets.provider === provider.id);
      expect(own.length, provider.id).toBeGreaterThanOrEqual(50);
      const allowed = langs
        .flatMap((lang) => Object.keys(provider.share[lang]))
        .concat(Object.values(provider.also ?? {}));
      expect(own.flatMap(({ facets }) => facets.type).every((type) => allowed.includes(type))).toBe(true);
      expect(own.every((record) => record.public.provider === provider.name)).toBe(true);
    }
  });

  it('have learning times in every unit and every kind of price', () => {
    const units = new Set(made.map((record) => record.public.learningTimeUnit));
    expect([...units].filter((unit) => unit !== undefined).sort()).toEqual([
      'd',
      'h',
      'm',
      'min',
      'p',
      'w',
      'y',
    ]);
    const prices = made.map((record) => record.public.PriceSpecification);
    const count = (test: (price: (typeof prices)[number]) => boolean) => prices.filter(test).length;
    expect(count((price) => price === undefined)).toBeGreaterThan(100);
    expect(count((price) => price?.['price-free'] === true && price.price === null)).toBeGreaterThan(100);
    expect(count((price) => price?.['price-free'] === true && price.price !== null)).toBeGreaterThan(100);
    expect(count((price) => price?.['price-free'] === false)).toBeGreaterThan(100);
  });

  it('have places, notes, ages, levels, publishers, authors and codes, and lack each here and there', () => {
    const shares = {
      address: (index: number) => made[index]?.public.address,
      publisher: (index: number) => made[index]?.public.publisher,
      author: (index: number) => made[index]?.public.author,
      level: (index: number) => made[index]?.public.level,
      note: (index: number) => made[index]?.facets.note,
      age: (index: number) => made[index]?.facets.ageMax,
      rome: (index: number) => made[index]?.facets.rome,
      formacode: (index: number) => made[index]?.facets.formacode,
    };
    for (const [name, read] of Object.entries(shares)) {
      const count = made.filter((_record, index) => read(index) !== undefined).length;
      expect(count, name).toBeGreaterThan(300);
      expect(count, name).toBeLessThan(made.length - 300);
    }
    const carrying = (code: string) =>
      made.filter(({ facets }) => facets.rome?.includes(code) || facets.formacode?.includes(code)).length;
    expect(carrying('H2605')).toBeGreaterThan(20);
    expect(carrying('15012')).toBeGreaterThan(20);
  });

  it('have pages under .example only, each its own', () => {
    const urls = learningObjects.map((record) => record.public.url);
    expect(urls.filter((url) => !new URL(url).hostname.endsWith('.example'))).toEqual([]);
    expect(new Set(urls).size).toBe(urls.length);
  });

  it('have the edge records that an app trips over', () => {
    const edges = new Map(learningObjects.map((record) => [record.facets.edge, record.public]));
    expect(Object.keys(edges.get('title-and-url-only') ?? {})).toEqual(['title', 'url']);
    expect(edges.get('title-of-300-characters')?.title).toHaveLength(300);
    expect(edges.get('emoji')?.title).toMatch(/\p{Extended_Pictographic}/u);
    expect(edges.get('html')?.description).toContain('<script>');
    expect(edges.get('right-to-left')?.title).toMatch(/\p{Script=Arabic}/u);
    expect(edges.get('no-picture')?.picture).toBeUndefined();
  });
});

/** Alternatives of a pattern, longest first, so that `vegan cooking` goes before `cooking`. */
const alternatives = (texts: readonly string[]): string =>
  [...new Set(texts.map(foldText))]
    .sort((first, second) => second.length - first.length)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

const slots = Object.fromEntries(
  langs.map((lang) => {
    const subjects = words.subjects.flatMap(({ names, texts, brands }) => [
      names[lang],
      ...texts[lang].topics.map((topic) => topic.replace(/^\+/, '')),
      ...texts[lang].audiences,
      ...brands,
    ]);
    const { first, last } = words.people[lang];
    const all = alternatives([...subjects, ...subjects.map(withoutArticle), ...first, ...last]);
    return [lang, new RegExp(`(?<!\\p{L})(?:${all})(?!\\p{L})`, 'gu')];
  }),
);

/** A title with its topics, people, names and numbers taken out, and French articles with them. */
function patternOf(title: string, lang: (typeof langs)[number]): string {
  return foldText(title)
    .replace(slots[lang] ?? /$^/, '_')
    .replace(/\d+/g, '#')
    .replace(/(?:\b(?:le|la|les|de|du|des|au|aux|a)\s|\b[ld]')+(?=_)/g, '')
    .replace(/_(?:\s_)+/g, '_')
    .replace(/\s+/g, ' ');
}

function commonest(texts: readonly string[]): [string, number] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((first, second) => second[1] - first[1])[0] ?? ['', 0];
}

describe('titles', () => {
  it('are all different, even without letter case and accents', () => {
    expect(new Set(titles.map(foldText)).size).toBe(titles.length);
  });

  it.each(langs)('%s: no pattern is over 1 % of them', (lang) => {
    const patterns = made
      .filter(({ facets }) => facets.lang === lang)
      .map((record) => patternOf(record.public.title, lang));
    const [pattern, count] = commonest(patterns);
    expect(count / patterns.length, pattern).toBeLessThanOrEqual(0.01);
    expect(new Set(patterns).size).toBeGreaterThan(200);
  });

  it.each([
    ['first three words', (title: string) => title.split(/\s+/).slice(0, 3).join(' ')],
    ['last three words', (title: string) => title.split(/\s+/).slice(-3).join(' ')],
  ])('share their %s with at most 1 %% of all', (_name, part) => {
    const [words, count] = commonest(titles.map(part));
    expect(count / titles.length, words).toBeLessThanOrEqual(0.01);
  });

  it('have no trace of a form: no slot, no double space, no contraction left out', () => {
    const suspicious = /[{}|]|(?:^|\s)\+|\s\s|^\s|\s$|\b(?:de|à) les?\b(?! jeter)/iu;
    expect(titles.filter((title) => suspicious.test(title))).toEqual([]);
  });

  it('in French elide before a vowel and set no-break spaces', () => {
    const french = made.filter(({ facets }) => facets.lang === 'fr').map((record) => record.public.title);
    const unelided = /\b(?:de|le|la|que) [aeiouéèêâîôœ]/iu;
    expect(french.filter((title) => unelided.test(title.replace('de A à Z', '')))).toEqual([]);
    expect(french.filter((title) => / [:;?!»]/.test(title))).toEqual([]);
  });
});
