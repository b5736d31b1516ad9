import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import type { KnownCall } from '../../../../openapi/operations/judge/judge.ts';
import type { RecordedCall } from '../../../../openapi/operations/wire/har/recorded-call.ts';
import { createRelations, type OwnRelation } from './create-relations.ts';
import { seenCallOf } from './seen-call.ts';

/** Relations for calls as they were recorded, with the caller and the time that the recording knows. */
export function createCallRelations(
  model: ApiModel,
  more: readonly OwnRelation[],
): { see(known: KnownCall, call: RecordedCall): readonly Finding[] } {
  const relations = createRelations(model, { more });
  return {
    see(known, { caller, startedAt, durationMs = 0 }) {
      const sentAt = startedAt === undefined ? undefined : Date.parse(startedAt);
      const receivedAt = sentAt === undefined ? undefined : sentAt + durationMs;
      return relations.see(seenCallOf(known, model, { key: caller, sentAt, receivedAt }));
    },
  };
}
