import type { Bloom, LearningObjectType } from '../catalog/learning-object.ts';
import type { Filter, Keywords, LimitName } from '../search/search-query.ts';

/** The parameters that filter, wherever an operation has them; marks are gone, values typed. */
export interface FilterParameters extends Partial<Record<LimitName, number | undefined>> {
  readonly provider?: string | undefined;
  readonly type?: LearningObjectType | undefined;
  readonly bloom?: Bloom | undefined;
  readonly publisher?: string | undefined;
  readonly free?: boolean | undefined;
}

const limitNames = [
  'noteMin',
  'ageMin',
  'ageMax',
  'levelMin',
  'levelMax',
  'learningTimeMin',
  'learningTimeMax',
] as const satisfies readonly LimitName[];

/** One filter for each parameter that is there. */
export function toFilters(parameters: FilterParameters): Filter[] {
  const { provider, type, bloom, publisher, free } = parameters;
  return [
    ...(provider === undefined ? [] : [{ name: 'provider', provider } as const]),
    ...(type === undefined ? [] : [{ name: 'type', type } as const]),
    ...(bloom === undefined ? [] : [{ name: 'bloom', bloom } as const]),
    ...(publisher === undefined ? [] : [{ name: 'publisher', publisher } as const]),
    ...(free === undefined ? [] : [{ name: 'free', isFree: free } as const]),
    ...limitNames.flatMap((name) => {
      const limit = parameters[name];
      return limit === undefined ? [] : [{ name, limit } as const];
    }),
  ];
}

/** Keywords with the reading that the model asks for. */
export function toKeywords(text: string | undefined, model: 'strict' | 'extended'): Keywords | undefined {
  return text === undefined ? undefined : { text, match: model === 'strict' ? 'all' : 'near' };
}
