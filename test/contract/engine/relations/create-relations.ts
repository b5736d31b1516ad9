import type { ApiModel, Operation } from '../../../../openapi/model/api-model.ts';
import type { Relation } from '../../../../openapi/model/relations.ts';
import { readPattern } from '../../../../openapi/model/schema/read-pattern.ts';
import { valueAt } from '../../../../openapi/model/value-at.ts';
import type { Basis, Finding } from '../../../../openapi/operations/judge/finding.ts';
import { createLimitsJudge } from './limits.ts';
import type { AnsweredCall, CreateRelationJudge, RelationJudge } from './relation-judge.ts';
import { relationJudges } from './relation-judges.ts';
import { parameterOf, type SeenCall } from './seen-call.ts';
import { textOfValue } from './value-at.ts';

/** A rule of one API's own: makes what sees every call, of every key, in the order of their replies. */
export type OwnRelation = (model: ApiModel) => (call: SeenCall) => readonly Finding[];

/** What holds between the requests and replies of an API's calls, whoever makes them. */
export interface Relations {
  /** What this call breaks, alone or together with earlier ones. */
  see(call: SeenCall): readonly Finding[];
}

/** So many operations of so many keys are remembered at once. */
const mostJudged = 400;

/** Judges calls by `x-kit-relations`, by the limits that headers tell of, and by an API's own rules. Its memory is bounded. */
export function createRelations(
  model: ApiModel,
  { more = [] }: { readonly more?: readonly OwnRelation[] | undefined } = {},
): Relations {
  const judged = new Map<string, readonly ((call: AnsweredCall) => readonly Finding[])[]>();
  const own = [createLimitsJudge, ...more].map((create) => create(model));

  function judgesOf({ operation, key }: SeenCall) {
    const id = JSON.stringify([operation.operationId, operation.path, key]);
    const judges = judged.get(id) ?? operation.relations.map((one) => judgeOf(one, operation, model));
    // Whoever called last is the last to be forgotten.
    judged.delete(id);
    judged.set(id, judges);
    const [oldest] = judged.keys();
    if (judged.size > mostJudged && oldest !== undefined) judged.delete(oldest);
    return judges;
  }

  return {
    see(call) {
      const ofRelations = isAnswered(call) ? judgesOf(call).flatMap((judge) => judge(call)) : [];
      return withoutDoubles([...ofRelations, ...own.flatMap((judge) => judge(call))]);
    },
  };
}

function isAnswered(call: SeenCall): call is AnsweredCall {
  const { status, body } = call.reply;
  return call.isValid && status >= 200 && status < 300 && typeof body === 'object' && body !== null;
}

function judgeOf(relation: Relation, operation: Operation, model: ApiModel) {
  // The registry has each kind's own judge, which the type of an entry chosen by a union can't say.
  const create = relationJudges[relation.kind] as CreateRelationJudge<Relation['kind']>;
  const judge: RelationJudge = create(relation, operation, model);
  const usual: Basis = relation.assumption === undefined ? 'document' : 'assumption';
  return (call: AnsweredCall): readonly Finding[] =>
    isMeant(relation, call)
      ? judge(call).map(({ basis = usual, ...broken }) => ({
          ...broken,
          about: 'reply' as const,
          basis,
          location: relation.source,
        }))
      : [];
}

/** Whether a relation speaks of a call (`when`). */
function isMeant({ when }: Pick<Relation, 'when'>, call: SeenCall): boolean {
  return Object.entries(when).every(([name, pattern]) => {
    const value = name.startsWith('/') ? valueAt(call.reply.body, name) : parameterOf(call, name);
    return value !== undefined && readPattern(pattern)?.test(textOfValue(value)) === true;
  });
}

/** Two relations may say one thing of one place: told is what weighs most. */
function withoutDoubles(findings: readonly Finding[]): readonly Finding[] {
  const known = new Map<string, Finding>();
  for (const finding of findings) {
    const place = `${finding.code} ${finding.name} ${finding.got}`;
    const before = known.get(place);
    if (before === undefined || (before.basis === 'assumption' && finding.basis === 'document'))
      known.set(place, finding);
  }
  return [...known.values()];
}
