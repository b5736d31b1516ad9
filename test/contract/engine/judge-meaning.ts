import type { ApiModel } from '../../../openapi/model/api-model.ts';
import type { UsagePlan } from '../../../openapi/model/usage-plans.ts';
import type { Finding } from '../../../openapi/operations/judge/finding.ts';
import { findRequest } from '../../../openapi/operations/judge/judge.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import { type ContractCheck, spendsQuota } from './contract-check.ts';
import { createRelations, type OwnRelation } from './relations/create-relations.ts';
import { seenCallOf } from './relations/seen-call.ts';

/** What a reply means beside those that came before. `times`: when the request went out and the reply was there. */
export type JudgeMeaning = (
  check: ContractCheck,
  reply: ReceivedReply,
  times: { readonly sentAt: number; readonly receivedAt: number },
) => readonly Finding[];

interface MeaningOptions {
  readonly serverUrl: string;
  /** The plan of the key that counted calls are made with, where it is known. */
  readonly plan: UsagePlan | undefined;
  readonly relations: readonly OwnRelation[];
}

/** Shows every call of an operation to its relations, in the order of the replies. */
export function createJudgeOfMeaning(model: ApiModel, options: MeaningOptions): JudgeMeaning {
  const relations = createRelations(model, { more: options.relations });
  const basePath = new URL(options.serverUrl).pathname;
  return (check, reply, times) => {
    if (check.want.kind === 'answer') return [];
    const known = findRequest(check.request, model, { basePath });
    if (!('operation' in known)) return [];
    const plan = check.plan ?? (spendsQuota(check) ? options.plan : undefined);
    return relations.see(seenCallOf({ ...known, reply }, model, { plan, ...times }));
  };
}
