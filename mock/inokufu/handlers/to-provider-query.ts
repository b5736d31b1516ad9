import type { operations } from '../../../openapi/generated/handler-types.ts';
import type { Bloom, Lang, LearningObjectType } from '../catalog/learning-object.ts';
import { findCity } from '../search/find-city.ts';
import type { Filter, Loosenable, SearchQuery } from '../search/search-query.ts';
import { splitImportant } from './important-value.ts';
import { toFilters, toKeywords } from './to-filters.ts';

type Parameters = Readonly<operations['searchByProvider']['parameters']['query']>;

/** A search by provider, or the address that no gazetteer knows. */
export type ProviderQuery =
  | { readonly query: SearchQuery; readonly unknownAddress?: undefined }
  | { readonly query: SearchQuery; readonly unknownAddress: string };

/** Reads values with and without `!important`, and remembers which parameters had the mark. */
function readMarked(parameters: Parameters) {
  const important = new Set<string>();
  const read = (name: keyof Parameters): unknown => {
    const { value, isImportant } = splitImportant<unknown>(parameters[name]);
    if (isImportant) important.add(name);
    return value;
  };
  const text = (name: keyof Parameters): string | undefined => {
    const value = read(name);
    return value === undefined ? undefined : String(value);
  };
  const number = (name: keyof Parameters): number | undefined => {
    const value = text(name);
    return value === undefined ? undefined : Number(value);
  };
  return { important, text, number };
}

/** `noteMin` and `popularityMin` are one filter under two names: the higher one counts. */
function highest(...values: readonly (number | undefined)[]): number | undefined {
  const given = values.filter((value) => value !== undefined);
  return given.length === 0 ? undefined : Math.max(...given);
}

/**
 * Turns the parameters of /search-provider into a query. Best effort may give up all but provider
 * and language (`loosenOrder` lacks them) and what is marked.
 */
export function toProviderQuery(parameters: Parameters): ProviderQuery {
  const { important, text, number } = readMarked(parameters);
  const free = text('free');
  // The document's patterns allow only these values before the mark.
  const lang = text('lang') as Lang;
  const type = text('type') as LearningObjectType | undefined;
  const bloom = text('bloom') as Bloom | undefined;
  const address = text('address');
  const city = address === undefined ? undefined : findCity(address);
  const kilometres = number('distanceMax');
  const filters: Filter[] = [
    ...toFilters({
      provider: text('provider'),
      type,
      bloom,
      publisher: text('publisher'),
      free: free === undefined ? undefined : free === 'true',
      noteMin: highest(number('noteMin'), number('popularityMin')),
      ageMin: number('ageMin'),
      ageMax: number('ageMax'),
      levelMin: number('levelMin'),
      levelMax: number('levelMax'),
      learningTimeMin: number('learningTimeMin'),
      learningTimeMax: number('learningTimeMax'),
    }),
    ...(city && kilometres !== undefined ? [{ name: 'distanceMax', from: city, kilometres } as const] : []),
  ];
  if (important.has('popularityMin')) important.add('noteMin');
  if (important.has('address')) important.add('distanceMax');
  const keywords = toKeywords(text('keywords'), parameters.model);
  const given: readonly Loosenable[] = [...filters.map(({ name }) => name), 'keywords'];
  const loosenable = parameters.match === 'strict' ? [] : given.filter((name) => !important.has(name));
  const { sort, page, max } = parameters;
  const query = { lang, keywords, filters, sort, page, max, loosenable: new Set(loosenable) };
  return address !== undefined && city === undefined ? { query, unknownAddress: address } : { query };
}
