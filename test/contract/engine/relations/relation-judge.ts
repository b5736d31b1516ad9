import type { ApiModel, JsonValue, Operation } from '../../../../openapi/model/api-model.ts';
import type { RelationKind, RelationOf } from '../../../../openapi/model/relations.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import type { SeenCall } from './seen-call.ts';

/** What a call breaks; the relation says where that is written, and whose word it is. */
export type Break = Pick<Finding, 'code' | 'message' | 'name' | 'expected' | 'got'> & {
  /** Where it breaks nothing that is written, and looks wrong all the same. */
  readonly basis?: 'suspicion';
};

/** A 2xx with its JSON. */
export type AnsweredCall = SeenCall & { readonly reply: { readonly body: JsonValue } };

/** Judges the calls of one operation by one key, one after the other; it may remember some of what it saw. */
export type RelationJudge = (call: AnsweredCall) => readonly Break[];

export type CreateRelationJudge<Kind extends RelationKind> = (
  relation: RelationOf<Kind>,
  operation: Operation,
  model: ApiModel,
) => RelationJudge;

/** So much of what was seen is compared with what comes. */
const mostRemembered = 50;

export interface Memory<Thing> {
  /** The newest last. */
  readonly all: readonly Thing[];
  keep(thing: Thing): void;
}

/** Keeps the newest few. */
export function createMemory<Thing>(most = mostRemembered): Memory<Thing> {
  const all: Thing[] = [];
  return {
    all,
    keep(thing) {
      all.push(thing);
      if (all.length > most) all.shift();
    },
  };
}
