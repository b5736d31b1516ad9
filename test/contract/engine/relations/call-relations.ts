import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import { type ApiCall, findOperation } from '../../../../openapi/operations/judge/judge.ts';
import { createRelations, type OwnRelation } from './create-relations.ts';
import { seenCallOf } from './seen-call.ts';

/** Relations for calls as they were recorded: what is of no operation is passed over. */
export function createCallRelations(
  model: ApiModel,
  more: readonly OwnRelation[],
): { see(call: ApiCall): readonly Finding[] } {
  const relations = createRelations(model, { more });
  return {
    see(call) {
      const known = findOperation(call, model);
      return 'operation' in known ? relations.see(seenCallOf(known, model)) : [];
    },
  };
}
