import { describe, expect, it } from 'vitest';
import type { Facets, LearningObject } from '../../../../mock/inokufu/catalog/learning-object.ts';
import { createFilterTest } from '../../../../mock/inokufu/search/create-filter-test.ts';
import type { Filter } from '../../../../mock/inokufu/search/search-query.ts';
import { sampleRecord } from './sample-record.ts';

interface Row {
  readonly filter: Filter;
  readonly shown?: Partial<LearningObject>;
  readonly facets?: Partial<Facets>;
  readonly want: boolean;
}

const price = (isFree: boolean): Partial<LearningObject> => ({
  PriceSpecification: {
    '@context': 'https://schema.org/',
    '@type': 'PriceSpecification',
    price: 5,
    'price-free': isFree,
  },
});
const lyon = { latitude: 45.764, longitude: 4.8357 };
const villeurbanne = { latitude: 45.7719, longitude: 4.8902 };

const rows: readonly Row[] = [
  { filter: { name: 'provider', provider: 'edx' }, facets: { provider: 'edx' }, want: true },
  { filter: { name: 'provider', provider: 'EDX' }, facets: { provider: 'edx' }, want: true },
  {
    filter: { name: 'provider', provider: 'cy cergy pontoise' },
    shown: { provider: 'CY Cergy Pontoise' },
    want: true,
  },
  { filter: { name: 'provider', provider: 'edx' }, facets: { provider: 'coursera' }, want: false },
  { filter: { name: 'provider', provider: 'edx' }, want: false },
  { filter: { name: 'type', type: 'app' }, facets: { type: ['mooc', 'app'] }, want: true },
  { filter: { name: 'type', type: 'app' }, facets: { type: ['mooc'] }, want: false },
  { filter: { name: 'bloom', bloom: 'do' }, facets: { bloom: ['do', 'degree'] }, want: true },
  { filter: { name: 'bloom', bloom: 'discover' }, facets: { bloom: ['do'] }, want: false },
  {
    filter: { name: 'publisher', publisher: 'ecole du grand-pre' },
    shown: { publisher: [{ name: 'École du Grand-Pré' }] },
    want: true,
  },
  {
    filter: { name: 'publisher', publisher: 'École' },
    shown: { publisher: [{ name: 'École du Grand-Pré' }] },
    want: false,
  },
  { filter: { name: 'publisher', publisher: 'Any' }, want: false },
  { filter: { name: 'free', isFree: true }, shown: price(true), want: true },
  { filter: { name: 'free', isFree: true }, shown: price(false), want: false },
  { filter: { name: 'free', isFree: false }, shown: price(false), want: true },
  { filter: { name: 'free', isFree: false }, want: false },
  { filter: { name: 'noteMin', limit: 0.5 }, facets: { note: 0.5 }, want: true },
  { filter: { name: 'noteMin', limit: 0.5 }, facets: { note: 0.49 }, want: false },
  { filter: { name: 'noteMin', limit: 0 }, want: false },
  { filter: { name: 'ageMin', limit: 18 }, facets: { ageMin: 6, ageMax: 18 }, want: true },
  { filter: { name: 'ageMin', limit: 18 }, facets: { ageMin: 6, ageMax: 17 }, want: false },
  { filter: { name: 'ageMin', limit: 0 }, want: false },
  { filter: { name: 'ageMax', limit: 12 }, facets: { ageMin: 6, ageMax: 12 }, want: true },
  { filter: { name: 'ageMax', limit: 12 }, facets: { ageMin: 6, ageMax: 13 }, want: false },
  { filter: { name: 'ageMax', limit: 200 }, want: false },
  { filter: { name: 'levelMin', limit: -0.35 }, shown: { level: -0.35 }, want: true },
  { filter: { name: 'levelMin', limit: -0.3 }, shown: { level: -0.35 }, want: false },
  { filter: { name: 'levelMax', limit: 1 }, want: false },
  { filter: { name: 'levelMax', limit: 0 }, shown: { level: 0 }, want: true },
  ...(
    [
      ['min', 1],
      ['h', 60],
      ['d', 1_440],
      ['w', 10_080],
      ['m', 43_200],
      ['y', 525_600],
    ] as const
  ).flatMap(([learningTimeUnit, minutes]): Row[] => [
    {
      filter: { name: 'learningTimeMin', limit: 2 * minutes },
      shown: { learningTimeValue: 2, learningTimeUnit },
      want: true,
    },
    {
      filter: { name: 'learningTimeMin', limit: 2 * minutes + 1 },
      shown: { learningTimeValue: 2, learningTimeUnit },
      want: false,
    },
    {
      filter: { name: 'learningTimeMax', limit: 2 * minutes },
      shown: { learningTimeValue: 2, learningTimeUnit },
      want: true,
    },
    {
      filter: { name: 'learningTimeMax', limit: 2 * minutes - 1 },
      shown: { learningTimeValue: 2, learningTimeUnit },
      want: false,
    },
  ]),
  {
    filter: { name: 'learningTimeMin', limit: 0 },
    shown: { learningTimeValue: 200, learningTimeUnit: 'p' },
    want: false,
  },
  {
    filter: { name: 'learningTimeMax', limit: 1e9 },
    shown: { learningTimeValue: 200, learningTimeUnit: 'p' },
    want: false,
  },
  { filter: { name: 'learningTimeMin', limit: 0 }, want: false },
  {
    filter: { name: 'rome', code: 'H2605', isNearEnough: false },
    facets: { rome: ['A1101', 'H2605'] },
    want: true,
  },
  { filter: { name: 'rome', code: 'H2605', isNearEnough: false }, facets: { rome: ['H2606'] }, want: false },
  { filter: { name: 'rome', code: 'H2605', isNearEnough: true }, facets: { rome: ['H2606'] }, want: true },
  { filter: { name: 'rome', code: 'H2605', isNearEnough: true }, facets: { rome: ['H2505'] }, want: false },
  {
    filter: { name: 'formacode', code: '15012', isNearEnough: true },
    facets: { formacode: ['15034'] },
    want: true,
  },
  { filter: { name: 'formacode', code: '15012', isNearEnough: true }, want: false },
  {
    filter: { name: 'distanceMax', from: lyon, kilometres: 5 },
    facets: { coordinates: villeurbanne },
    want: true,
  },
  {
    filter: { name: 'distanceMax', from: lyon, kilometres: 4 },
    facets: { coordinates: villeurbanne },
    want: false,
  },
  { filter: { name: 'distanceMax', from: lyon, kilometres: 50_000 }, want: false },
];

describe('a filter', () => {
  it.each(rows)('$filter on $shown $facets gives $want', ({ filter, shown, facets, want }) => {
    expect(createFilterTest(filter)(sampleRecord(shown, facets))).toBe(want);
  });
});
