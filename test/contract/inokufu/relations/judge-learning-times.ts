import { valueAt } from '../../../../openapi/model/value-at.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import type { OwnRelation } from '../../engine/relations/create-relations.ts';
import { content, filterThatHolds, findingAt, searchCallOf } from './search-call.ts';

/** A learning time in pages has no length, so it passes no bound; the other units the document converts. */
export const judgeLearningTimes: OwnRelation = () => (call) => {
  const found = searchCallOf(call);
  if (found === undefined) return [];
  const index = found.items.findIndex((item) => valueAt(item, '/learningTimeUnit') === 'p');
  if (index < 0) return [];
  return ['learningTimeMin', 'learningTimeMax'].flatMap((parameter): readonly Finding[] => {
    const bound = filterThatHolds(call, found, parameter);
    if (bound === undefined) return [];
    const name = `${content}/${index}/learningTimeUnit`;
    const message = `${parameter} was ${bound} minutes, and ${name} is p: pages have no length.`;
    const finding = { code: 'filter-ignored', message, name, got: 'p', basis: 'assumption' } as const;
    return [findingAt(call, parameter, finding)];
  });
};
