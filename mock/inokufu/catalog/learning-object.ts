import type { components } from '../../../openapi/generated/types.ts';
import type { Coordinates } from '../search/french-cities.ts';

/** A learning object as the API shows it. */
export type LearningObject = components['schemas']['LearningObject'];
export type Lang = components['schemas']['Lang'];
export type LearningObjectType = components['schemas']['LearningObjectType'];
export type Bloom = components['schemas']['Bloom'];

/** What filters and sorts, whether or not the API shows it too. What is unknown is left out. */
export interface Facets {
  readonly lang: Lang;
  readonly type: readonly LearningObjectType[];
  readonly bloom: readonly Bloom[];
  /** Id of the provider. */
  readonly provider?: string;
  /** Words that find the object although its text may lack them: its subject, synonyms. */
  readonly keywords: readonly string[];
  /** Popularity, above 0 up to 1. */
  readonly note?: number;
  /** Youngest and oldest age of the audience. */
  readonly ageMin?: number;
  readonly ageMax?: number;
  readonly rome?: readonly string[];
  readonly formacode?: readonly string[];
  readonly coordinates?: Coordinates;
  /** Set for the hand-made records that try out an edge: `long-title`. */
  readonly edge?: string;
}

/** One line of learning-objects.jsonl. URLs of pictures start with `/`: the mock puts its own origin before them. */
export interface LearningObjectRecord {
  readonly public: LearningObject;
  readonly facets: Facets;
}
