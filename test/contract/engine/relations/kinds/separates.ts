import type { JsonValue } from '../../../../../openapi/model/api-model.ts';
import { showValue } from '../../../../../openapi/operations/judge/describe-schema.ts';
import { type CreateRelationJudge, createMemory } from '../relation-judge.ts';
import { parameterOf, queryOf } from '../seen-call.ts';
import { numberAt } from '../value-at.ts';
import { compareValues } from './filters.ts';
import { presentationOf } from './narrows.ts';

interface Part {
  /** The query but for the two bounds and for what changes no total. */
  readonly query: string;
  readonly from: JsonValue | undefined;
  readonly to: JsonValue | undefined;
  readonly total: number;
}

/** Three calls: all, from a bound on, and up to a lower bound. The last two have nothing in common, so both are in the first. */
export const judgeSeparates: CreateRelationJudge<'separates'> = (relation, operation) => {
  const { from, to, total: pointer } = relation;
  const aside = new Set([...presentationOf(operation), from, to]);
  const memory = createMemory<Part>();
  return (call) => {
    const total = numberAt(call.reply.body, pointer);
    if (total === undefined) return [];
    const [low, high] = [parameterOf(call, from), parameterOf(call, to)];
    memory.keep({ query: queryOf(call, aside), from: low, to: high, total });
    const alike = memory.all.filter(({ query }) => query === memory.all.at(-1)?.query);
    const whole = alike.findLast((part) => part.from === undefined && part.to === undefined);
    const upper = alike.findLast((part) => part.from !== undefined && part.to === undefined);
    const lower = alike.findLast((part) => part.from === undefined && part.to !== undefined);
    if (whole === undefined || upper?.from === undefined || lower?.to === undefined) return [];
    if ((compareValues(lower.to, upper.from) ?? 0) >= 0) return [];
    const sum = upper.total + lower.total;
    if (sum <= whole.total) return [];
    const parts = `${upper.total} with ${from} ${showValue(upper.from)} and ${lower.total} with ${to} ${showValue(lower.to)}`;
    const message = `${parts} are more than the ${whole.total} without both, and none can be in both: ${from} or ${to} is ignored.`;
    const expected = `at most ${whole.total} together`;
    return [{ code: 'filter-ignored', message, name: pointer, expected, got: String(sum) }];
  };
};
