import type { JsonValue } from '../../../../openapi/model/api-model.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import type { OwnRelation } from '../../engine/relations/create-relations.ts';
import { numberAt, valueAt } from '../../engine/relations/value-at.ts';
import { content, filterThatHolds, findingAt, searchCallOf } from './search-call.ts';

/** How many minutes a unit has; that a month has 30 days, a year 365, and a page no length, is the document's assumption. */
const minutesOfUnit: Readonly<Record<string, number>> = {
  min: 1,
  h: 60,
  d: 1_440,
  w: 10_080,
  m: 43_200,
  y: 525_600,
};
const assumed = ['m', 'y', 'p'];

/** `learningTimeMin` and `learningTimeMax` are minutes; an item has a value and a unit. */
export const judgeLearningTimes: OwnRelation = () => (call) => {
  const found = searchCallOf(call);
  if (found === undefined) return [];
  return (['learningTimeMin', 'learningTimeMax'] as const).flatMap((parameter): readonly Finding[] => {
    const bound = filterThatHolds(call, found, parameter);
    if (bound === undefined) return [];
    const isBeyond = (item: JsonValue) => {
      const minutes = minutesOf(item);
      if (minutes === undefined) return valueAt(item, '/learningTimeUnit') === 'p';
      return parameter === 'learningTimeMin' ? minutes < Number(bound) : minutes > Number(bound);
    };
    const index = found.items.findIndex(isBeyond);
    const item = found.items[index];
    if (item === undefined) return [];
    const name = `${content}/${index}/learningTimeValue`;
    const unit = String(valueAt(item, '/learningTimeUnit'));
    const got = `${valueAt(item, '/learningTimeValue')} ${unit}`;
    const message = `${parameter} was ${bound} minutes, and ${name} is ${got}.`;
    const expected = `${parameter === 'learningTimeMin' ? 'at least' : 'at most'} ${bound} minutes`;
    const basis = assumed.includes(unit) ? 'assumption' : 'document';
    return [findingAt(call, parameter, { code: 'filter-ignored', message, name, expected, got, basis })];
  });
};

/** Undefined where it is unknown, or counted in pages. */
function minutesOf(item: JsonValue): number | undefined {
  const value = numberAt(item, '/learningTimeValue');
  const minutes = minutesOfUnit[String(valueAt(item, '/learningTimeUnit'))];
  return value === undefined || minutes === undefined ? undefined : value * minutes;
}
