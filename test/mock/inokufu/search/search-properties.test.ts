import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LearningObjectRecord } from '../../../../mock/inokufu/catalog/learning-object.ts';
import { loadLearningObjects } from '../../../../mock/inokufu/catalog/load-learning-objects.ts';
import { createTextAnalysis } from '../../../../mock/inokufu/search/analyse-text.ts';
import { createSearch } from '../../../../mock/inokufu/search/create-search.ts';
import { frenchCities } from '../../../../mock/inokufu/search/french-cities.ts';
import { loosenOrder } from '../../../../mock/inokufu/search/loosen-query.ts';
import type { Filter, Loosenable, SearchQuery } from '../../../../mock/inokufu/search/search-query.ts';
import { shelveRecords } from '../../../../mock/inokufu/search/shelve-records.ts';
import { readOwnModel } from '../own-model.ts';

const learningObjects = loadLearningObjects({ model: await readOwnModel() });
const search = createSearch(shelveRecords(learningObjects));
const analyse = { en: createTextAnalysis('en'), fr: createTextAnalysis('fr') };
const wordsByRecord = new Map(
  learningObjects.map((record) => {
    const { title, description = '' } = record.public;
    const text = [title, description, ...record.facets.keywords].join(' ');
    return [record, new Set(analyse[record.facets.lang](text))];
  }),
);

/** Says of one record and one filter what api documentation says, in the plainest way. */
function passesPlainly({ public: shown, facets }: LearningObjectRecord, filter: Filter): boolean {
  const minutes = {
    min: 1,
    h: 60,
    d: 24 * 60,
    w: 7 * 24 * 60,
    m: 30 * 24 * 60,
    y: 365 * 24 * 60,
    p: Number.NaN,
  }[shown.learningTimeUnit ?? 'p'];
  const duration = (shown.learningTimeValue ?? Number.NaN) * minutes;
  switch (filter.name) {
    case 'provider':
      return [facets.provider, shown.provider?.toLowerCase()].includes(filter.provider.toLowerCase());
    case 'type':
      return facets.type.some((type) => type === filter.type);
    case 'bloom':
      return facets.bloom.some((bloom) => bloom === filter.bloom);
    case 'publisher':
      return (shown.publisher ?? []).some(({ name }) => name === filter.publisher);
    case 'free':
      return (
        shown.PriceSpecification !== undefined && shown.PriceSpecification['price-free'] === filter.isFree
      );
    case 'noteMin':
      return (facets.note ?? Number.NaN) >= filter.limit;
    case 'ageMin':
      return (facets.ageMax ?? Number.NaN) >= filter.limit;
    case 'ageMax':
      return (facets.ageMax ?? Number.NaN) <= filter.limit;
    case 'levelMin':
      return (shown.level ?? Number.NaN) >= filter.limit;
    case 'levelMax':
      return (shown.level ?? Number.NaN) <= filter.limit;
    case 'learningTimeMin':
      return duration >= filter.limit;
    case 'learningTimeMax':
      return duration <= filter.limit;
    case 'rome':
    case 'formacode':
      return (facets[filter.name] ?? []).some((code) =>
        filter.isNearEnough ? code.slice(0, 3) === filter.code.slice(0, 3) : code === filter.code,
      );
    case 'distanceMax': {
      if (!facets.coordinates) return false;
      // Law of cosines: another formula for the same distance.
      const [a, b] = [filter.from, facets.coordinates].map(({ latitude, longitude }) => ({
        latitude: (latitude * Math.PI) / 180,
        longitude: (longitude * Math.PI) / 180,
      })) as [{ latitude: number; longitude: number }, { latitude: number; longitude: number }];
      const cosine =
        Math.sin(a.latitude) * Math.sin(b.latitude) +
        Math.cos(a.latitude) * Math.cos(b.latitude) * Math.cos(a.longitude - b.longitude);
      return 6371 * Math.acos(Math.min(1, cosine)) <= filter.kilometres;
    }
  }
}

function hasWordsPlainly(record: LearningObjectRecord, { lang, keywords }: SearchQuery): boolean {
  if (!keywords) return true;
  const words = wordsByRecord.get(record) ?? new Set();
  const wanted = analyse[lang](keywords.text);
  return keywords.match === 'all'
    ? wanted.every((word) => words.has(word))
    : wanted.some((word) => words.has(word));
}

/** The narrow form of a query. */
const exactly = (asked: SearchQuery): SearchQuery => ({
  ...asked,
  keywords: asked.keywords && { ...asked.keywords, match: 'all' },
});

const limit = (name: 'noteMin' | 'levelMin' | 'levelMax', min: number) =>
  fc.record({ name: fc.constant(name), limit: fc.double({ min, max: 1, noNaN: true }) });
const wholeLimit = (name: 'ageMin' | 'ageMax' | 'learningTimeMin' | 'learningTimeMax', max: number) =>
  fc.record({ name: fc.constant(name), limit: fc.integer({ min: 0, max }) });
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    name: fc.constant('provider' as const),
    provider: fc.constantFrom('edx', 'EDX', 'CY Cergy Pontoise', 'visions', 'youtube', 'App Store', 'nobody'),
  }),
  fc.record({ name: fc.constant('type' as const), type: fc.constantFrom('video', 'mooc', 'podcast', 'app') }),
  fc.record({
    name: fc.constant('bloom' as const),
    bloom: fc.constantFrom('discover', 'understand', 'do', 'degree'),
  }),
  fc.record({
    name: fc.constant('publisher' as const),
    publisher: fc.constantFrom('Open Bench', 'Institut Beaulieu', 'L’Atelier du Quai'),
  }),
  fc.record({ name: fc.constant('free' as const), isFree: fc.boolean() }),
  limit('noteMin', 0),
  limit('levelMin', -1),
  limit('levelMax', -1),
  wholeLimit('ageMin', 100),
  wholeLimit('ageMax', 100),
  wholeLimit('learningTimeMin', 100_000),
  wholeLimit('learningTimeMax', 100_000),
  fc.record({
    name: fc.constant('rome' as const),
    code: fc.constantFrom('H2605', 'M1805', 'Z9999'),
    isNearEnough: fc.boolean(),
  }),
  fc.record({
    name: fc.constant('formacode' as const),
    code: fc.constantFrom('15012', '42752', '99999'),
    isNearEnough: fc.boolean(),
  }),
  fc.record({
    name: fc.constant('distanceMax' as const),
    from: fc.constantFrom(...frenchCities),
    kilometres: fc.integer({ min: 1, max: 900 }),
  }),
);
const query: fc.Arbitrary<SearchQuery> = fc.record({
  lang: fc.constantFrom('en', 'fr'),
  keywords: fc.option(
    fc.record({
      text: fc.constantFrom(
        'cooking',
        'cuisine',
        'python',
        'mathématiques management',
        'la soudure',
        'Nurses',
        'zzz',
      ),
      match: fc.constantFrom('all', 'near'),
    }),
    { nil: undefined },
  ),
  filters: fc.array(filter, { maxLength: 3 }),
  sort: fc.constantFrom('best', 'popularity', 'random'),
  page: fc.constant(0),
  max: fc.integer({ min: 1, max: 20 }),
  loosenable: fc.constant(new Set<never>()),
});

const some = learningObjects.slice(0, 200);

const urlsOf = (records: readonly LearningObjectRecord[]) =>
  records.map((record) => record.public.url).sort();

describe('every search', () => {
  it('finds exactly the objects that have the words and pass the filters', async () => {
    await fc.assert(
      fc.asyncProperty(query.map(exactly), async (asked) => {
        const want = learningObjects.filter(
          (record) =>
            record.facets.lang === asked.lang &&
            hasWordsPlainly(record, asked) &&
            asked.filters.every((one) => passesPlainly(record, one)),
        );
        const { items, total } = await search({ ...asked, max: learningObjects.length });
        expect(total).toBe(want.length);
        expect(urlsOf(items)).toEqual(urlsOf(want));
      }),
      { numRuns: 150 },
    );
  });

  it('for what is near the words begins with the objects that have one of them', async () => {
    await fc.assert(
      fc.asyncProperty(query, fc.constantFrom('python', 'mathématiques management'), async (asked, text) => {
        const near: SearchQuery = { ...asked, keywords: { text, match: 'near' }, sort: 'best' };
        const want = learningObjects.filter(
          (record) =>
            record.facets.lang === near.lang &&
            hasWordsPlainly(record, near) &&
            near.filters.every((one) => passesPlainly(record, one)),
        );
        const { items } = await search({ ...near, max: learningObjects.length });
        expect(urlsOf(items.slice(0, want.length))).toEqual(urlsOf(want));
        expect(items.every((record) => near.filters.every((one) => passesPlainly(record, one)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is cut into pages that neither repeat nor lose an object, in one order', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (asked) => {
        const whole = await search({ ...asked, max: learningObjects.length });
        const pageCount = Math.min(12, Math.ceil(whole.total / asked.max) + 1);
        const pages = await Promise.all(
          Array.from({ length: pageCount }, (_, page) => search({ ...asked, page })),
        );
        expect(pages.map(({ total }) => total)).toEqual(pages.map(() => whole.total));
        const urls = pages.flatMap(({ items }) => items.map((record) => record.public.url));
        expect(urls).toEqual(whole.items.slice(0, pageCount * asked.max).map((record) => record.public.url));
      }),
      { numRuns: 60 },
    );
  });

  it('has the same answer the next time', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (asked) => {
        const first = await search(asked);
        expect(await search(asked)).toEqual(first);
        expect((await createSearch(shelveRecords(some))(asked)).items).toEqual(
          (await createSearch(shelveRecords(some))(asked)).items,
        );
      }),
      { numRuns: 10 },
    );
  });

  it('that may loosen all its filters finds something, and keeps those that it says it kept', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (drawn) => {
        const loosenable = new Set<Loosenable>(loosenOrder);
        const asked = {
          ...drawn,
          loosenable,
          filters: drawn.filters.filter(({ name }) => loosenable.has(name)),
        };
        const { total, items, relaxed } = await search(asked);
        expect(total).toBeGreaterThan(0);
        const kept = asked.filters.filter(({ name }) => !relaxed.includes(name));
        const misfits = items.filter((record) => !kept.every((one) => passesPlainly(record, one)));
        expect(misfits).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
