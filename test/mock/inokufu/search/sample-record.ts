import type {
  Facets,
  LearningObject,
  LearningObjectRecord,
} from '../../../../mock/inokufu/catalog/learning-object.ts';

/** A record with a title, a URL and what the test is about. */
export function sampleRecord(
  shown: Partial<LearningObject> = {},
  facets: Partial<Facets> = {},
): LearningObjectRecord {
  const title = shown.title ?? 'A title';
  return {
    public: { title, url: `https://www.edx.example/course/${encodeURIComponent(title)}`, ...shown },
    facets: { lang: 'en', type: ['mooc'], bloom: ['do'], keywords: [], ...facets },
  };
}
