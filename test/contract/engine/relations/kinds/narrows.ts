import type { JsonValue, Operation } from '../../../../../openapi/model/api-model.ts';
import type { RelationOf } from '../../../../../openapi/model/relations.ts';
import { showValue } from '../../../../../openapi/operations/judge/describe-schema.ts';
import { type Break, type CreateRelationJudge, createMemory } from '../relation-judge.ts';
import { parameterOf, queryOf } from '../seen-call.ts';
import { isWrittenAlike, numberAt } from '../value-at.ts';

/** What a call found, and by which of the relation's parameters. */
interface Narrowed {
  /** The query but for these parameters and for what changes no total. */
  readonly query: string;
  readonly values: ReadonlyMap<string, JsonValue>;
  readonly total: number;
}

/** Of two calls that are alike else, one may have all that the other one asks for, and more. */
export const judgeNarrows: CreateRelationJudge<'narrows'> = (relation, operation) => {
  const { parameters, total: pointer } = relation;
  const aside = new Set([...presentationOf(operation), ...parameters]);
  const memory = createMemory<Narrowed>();
  return (call) => {
    const total = numberAt(call.reply.body, pointer);
    if (total === undefined) return [];
    const given = parameters.flatMap((name) => {
      const value = parameterOf(call, name);
      return value === undefined ? [] : [[name, value] as const];
    });
    const seen: Narrowed = { query: queryOf(call, aside), values: new Map(given), total };
    const others = memory.all.filter(({ query }) => query === seen.query);
    memory.keep(seen);
    return [
      ...foundAllTheSame(relation, seen),
      ...others.flatMap((other) => compared(seen, other, pointer) ?? compared(other, seen, pointer) ?? []),
      ...others.flatMap((other) => withoutEffect(seen, other, relation)),
    ].slice(0, 1);
  };
};

/** Something is found with a value that nothing has. */
function foundAllTheSame(
  { nothing = {}, total: pointer }: RelationOf<'narrows'>,
  { values, total }: Narrowed,
): readonly Break[] {
  const name = [...values.keys()].find((one) => isValue(nothing[one], values.get(one)));
  if (name === undefined || total === 0) return [];
  const message = `${name} was ${showValue(values.get(name) ?? '')}, which nothing has, and ${pointer} is ${total}.`;
  return [{ code: 'filter-ignored', message, name: pointer, expected: '0', got: String(total) }];
}

function isValue(known: JsonValue | undefined, value: JsonValue | undefined): boolean {
  return known !== undefined && isWrittenAlike(known, value);
}

/** undefined where `narrow` does not ask for all that `wide` asks for, or finds no more. */
function compared(narrow: Narrowed, wide: Narrowed, pointer: string): Break | undefined {
  const more = moreOf(narrow, wide);
  if (more === undefined || more.length === 0 || narrow.total <= wide.total) return undefined;
  const asked = more.map(([name, value]) => `${name} ${showValue(value)}`).join(', ');
  const message = `With ${asked} ${pointer} is ${narrow.total}, more than the ${wide.total} without.`;
  const expected = `at most ${wide.total}`;
  return { code: 'narrower-finds-more', message, name: pointer, expected, got: String(narrow.total) };
}

/** What `narrow` asks for and `wide` does not; undefined where it lacks something of `wide`. */
function moreOf(narrow: Narrowed, wide: Narrowed): readonly (readonly [string, JsonValue])[] | undefined {
  const isNarrower = [...wide.values].every(([name, value]) =>
    isWrittenAlike(narrow.values.get(name), value),
  );
  return isNarrower ? [...narrow.values].filter(([name]) => !wide.values.has(name)) : undefined;
}

/** All is found with a value that hardly anything has. */
function withoutEffect(
  seen: Narrowed,
  other: Narrowed,
  { little = {}, total: pointer }: RelationOf<'narrows'>,
): readonly Break[] {
  const [more, ...rest] = moreOf(seen, other) ?? [];
  if (more === undefined || rest.length > 0 || seen.total === 0 || seen.total !== other.total) return [];
  const [name, value] = more;
  if (!isValue(little[name], value)) return [];
  const message = `With ${name} ${showValue(value)}, which hardly anything has, ${pointer} is ${seen.total}, as without it.`;
  const finding = { code: 'filter-without-effect', message, name: pointer, got: String(seen.total) };
  return [{ ...finding, expected: `below ${seen.total}`, basis: 'suspicion' }];
}

/** The parameters that change what is shown, and not what is found: page, size, order. */
export function presentationOf({ relations }: Operation): ReadonlySet<string> {
  const names = relations.flatMap((relation) => {
    if (relation.kind === 'pages') return [relation.page ?? relation.offset ?? '', relation.size];
    return relation.kind === 'orders' ? [relation.parameter] : [];
  });
  return new Set(names);
}
