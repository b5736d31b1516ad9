import type { LearningObjectRecord } from '../catalog/learning-object.ts';
import { distanceKilometres } from './distance.ts';
import { foldText } from './fold-text.ts';
import { learningMinutes } from './learning-minutes.ts';
import type { Filter, LimitName } from './search-query.ts';

const atLeast = (value: number | undefined, limit: number): boolean => value !== undefined && value >= limit;
const atMost = (value: number | undefined, limit: number): boolean => value !== undefined && value <= limit;

/** "Audience reaches at least ageMin, at most ageMax": both look at the oldest that an object is made for. */
const limits: Readonly<Record<LimitName, (record: LearningObjectRecord, limit: number) => boolean>> = {
  noteMin: ({ facets }, limit) => atLeast(facets.note, limit),
  ageMin: ({ facets }, limit) => atLeast(facets.ageMax, limit),
  ageMax: ({ facets }, limit) => atMost(facets.ageMax, limit),
  levelMin: (record, limit) => atLeast(record.public.level, limit),
  levelMax: (record, limit) => atMost(record.public.level, limit),
  learningTimeMin: (record, limit) => atLeast(learningMinutes(record.public), limit),
  learningTimeMax: (record, limit) => atMost(learningMinutes(record.public), limit),
};

/** What two codes share when they are near: a professional field of ROME, a domain of Formacode. */
const nearPrefixLength = 3;

function carriesCode(codes: readonly string[] = [], code: string, isNearEnough: boolean): boolean {
  return codes.some(
    (own) => own === code || (isNearEnough && own.startsWith(code.slice(0, nearPrefixLength))),
  );
}

/** Compares names without letter case and accents. Few names stand in many records: each is looked at once. */
function createNameTest(wanted: string): (name: string) => boolean {
  const folded = foldText(wanted.trim());
  const known = new Map<string, boolean>();
  return (name) => {
    let isWanted = known.get(name);
    if (isWanted === undefined) {
      isWanted = foldText(name) === folded;
      known.set(name, isWanted);
    }
    return isWanted;
  };
}

/** Makes the test of one filter; what doesn't depend on the object is worked out once. */
export function createFilterTest(filter: Filter): (record: LearningObjectRecord) => boolean {
  switch (filter.name) {
    case 'provider': {
      const isWanted = createNameTest(filter.provider);
      return ({ public: shown, facets }) =>
        (facets.provider !== undefined && isWanted(facets.provider)) ||
        (shown.provider !== undefined && isWanted(shown.provider));
    }
    case 'type':
      return ({ facets }) => facets.type.includes(filter.type);
    case 'bloom':
      return ({ facets }) => facets.bloom.includes(filter.bloom);
    case 'publisher': {
      const isWanted = createNameTest(filter.publisher);
      return ({ public: shown }) => shown.publisher?.some(({ name }) => isWanted(name)) ?? false;
    }
    case 'free':
      return ({ public: shown }) => shown.PriceSpecification?.['price-free'] === filter.isFree;
    case 'rome':
    case 'formacode':
      return ({ facets }) => carriesCode(facets[filter.name], filter.code, filter.isNearEnough);
    case 'distanceMax':
      return ({ facets }) =>
        facets.coordinates !== undefined &&
        distanceKilometres(filter.from, facets.coordinates) <= filter.kilometres;
    default:
      return (record) => limits[filter.name](record, filter.limit);
  }
}
