import type { JsonValue, Operation } from '../../../../../openapi/model/api-model.ts';
import type { RelationOf } from '../../../../../openapi/model/relations.ts';
import { showValue } from '../../../../../openapi/operations/judge/describe-schema.ts';
import type { Break, CreateRelationJudge } from '../relation-judge.ts';
import { createMemory } from '../relation-judge.ts';
import { parameterOf, queryOf } from '../seen-call.ts';
import { isWrittenAlike, numberAt } from '../value-at.ts';

interface Narrowed {
  /** The query but for this parameter and for what changes no total. */
  readonly query: string;
  readonly parameter: string;
  readonly value: JsonValue | undefined;
  readonly total: number;
}

export const judgeNarrows: CreateRelationJudge<'narrows'> = (relation, operation) => {
  const { parameters, total: pointer, nothing = {} } = relation;
  const aside = presentationOf(operation);
  // Of one call each parameter is remembered.
  const memory = createMemory<Narrowed>(50 * parameters.length);
  return (call) => {
    const total = numberAt(call.reply.body, pointer);
    if (total === undefined) return [];
    return parameters.flatMap((parameter): readonly Break[] => {
      const value = parameterOf(call, parameter);
      const query = queryOf(call, new Set([...aside, parameter]));
      const seen: Narrowed = { query, parameter, value, total };
      const others = memory.all.filter((one) => one.parameter === parameter && one.query === query);
      memory.keep(seen);
      const none = nothing[parameter];
      if (none !== undefined && value !== undefined && isWrittenAlike(none, value) && total > 0) {
        const message = `${parameter} was ${showValue(value)}, which nothing has, and ${pointer} is ${total}.`;
        return [{ code: 'filter-ignored', message, name: pointer, expected: '0', got: String(total) }];
      }
      return [...compared(seen, others, pointer), ...withoutEffect(seen, others, relation)];
    });
  };
};

/** A narrower query than another one, and the other one, as far as they were seen. */
function compared(seen: Narrowed, others: readonly Narrowed[], pointer: string): readonly Break[] {
  const isWith = seen.value !== undefined;
  const other = others.find(({ value }) => (value === undefined) === isWith);
  if (other === undefined) return [];
  const [narrow, wide] = isWith ? [seen, other] : [other, seen];
  if (narrow.total <= wide.total || narrow.value === undefined) return [];
  const message = `With ${seen.parameter} ${showValue(narrow.value)} ${pointer} is ${narrow.total}, more than the ${wide.total} without it.`;
  const code = 'narrower-finds-more';
  return [{ code, message, name: pointer, expected: `at most ${wide.total}`, got: String(narrow.total) }];
}

/** All is found with a value that hardly anything has. */
function withoutEffect(
  { parameter, value, total }: Narrowed,
  others: readonly Narrowed[],
  { little = {}, total: pointer }: RelationOf<'narrows'>,
): readonly Break[] {
  const rare = little[parameter];
  const whole = others.find((one) => one.value === undefined);
  if (rare === undefined || !isWrittenAlike(value, rare) || total === 0 || total !== whole?.total) return [];
  const message = `With ${parameter} ${showValue(rare)}, which hardly anything has, ${pointer} is ${total}, as without it.`;
  const finding = { code: 'filter-without-effect', message, name: pointer, got: String(total) };
  return [{ ...finding, expected: `below ${total}`, basis: 'suspicion' }];
}

/** The parameters that change what is shown, and not what is found: page, size, order. */
export function presentationOf({ relations }: Operation): ReadonlySet<string> {
  const names = relations.flatMap((relation) => {
    if (relation.kind === 'pages') return [relation.page ?? relation.offset ?? '', relation.size];
    return relation.kind === 'orders' ? [relation.parameter] : [];
  });
  return new Set(names);
}
