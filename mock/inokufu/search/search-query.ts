import type { Bloom, Lang, LearningObjectRecord, LearningObjectType } from '../catalog/learning-object.ts';
import type { Coordinates } from './french-cities.ts';
import type { Match } from './text-index.ts';

/** What an object must be to pass. An object that lacks what a filter looks at does not pass it. */
export type Filter =
  | { readonly name: 'provider'; readonly provider: string }
  | { readonly name: 'type'; readonly type: LearningObjectType }
  | { readonly name: 'bloom'; readonly bloom: Bloom }
  | { readonly name: 'publisher'; readonly publisher: string }
  | { readonly name: 'free'; readonly isFree: boolean }
  | { readonly name: LimitName; readonly limit: number }
  | CodeFilter
  | { readonly name: 'distanceMax'; readonly from: Coordinates; readonly kilometres: number };

/** Code of a job or of a training domain. */
export interface CodeFilter {
  readonly name: 'rome' | 'formacode';
  readonly code: string;
  /** Codes of the same field or domain pass too. */
  readonly isNearEnough: boolean;
}

/** Lowest note; the others compare the object's audience, level and learning time in minutes. */
export type LimitName =
  | 'noteMin'
  | 'ageMin'
  | 'ageMax'
  | 'levelMin'
  | 'levelMax'
  | 'learningTimeMin'
  | 'learningTimeMax';

export interface Keywords {
  readonly text: string;
  /** All words must be there (model `strict`), or any of them, or something near (`extended`). */
  readonly match: Match;
}

/** What may be given up for an answer: `keywords`, or a filter by its name. */
export type Loosenable = Filter['name'] | 'keywords';

/** A search as data: nothing here knows of parameters or of HTTP. */
export interface SearchQuery {
  readonly lang: Lang;
  readonly keywords: Keywords | undefined;
  readonly filters: readonly Filter[];
  readonly sort: 'best' | 'popularity' | 'random';
  /** From 0. */
  readonly page: number;
  readonly max: number;
  /** Empty: everything asked for is kept, even if nothing is found. */
  readonly loosenable: ReadonlySet<Loosenable>;
}

export interface SearchResult {
  readonly items: readonly LearningObjectRecord[];
  /** On all pages together. */
  readonly total: number;
  /** What had to be given up, or was met in part only; empty: all that was asked for. */
  readonly relaxed: readonly Loosenable[];
}

export type Search = (query: SearchQuery) => Promise<SearchResult>;
