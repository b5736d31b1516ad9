import type { Operation } from '../../../../openapi/model/api-model.ts';
import type { ReceivedReply } from '../../../../openapi/operations/wire/read-reply.ts';
import { isClosed } from '../contract-check.ts';
import { planRelations } from '../relations/probes/plan-relations.ts';
import { type CheckPlan, requestTo, type Stage, type StageContext } from './stage.ts';

/** What the operation's relations say of several calls together: what they show is found by whoever sees every reply. */
export const relationsStage: Stage = {
  name: 'relations',
  title: 'what replies mean: filters, pages, order',
  share: 0.6,
  plan: planProbes,
  size(operation, { plan }) {
    if (isClosed(operation, plan)) return 0;
    const probes = planRelations(operation);
    return probes.reduce((sum, { mostCalls }) => sum + mostCalls, Math.min(1, probes.length));
  },
};

function* planProbes(operation: Operation, context: StageContext): CheckPlan {
  if (isClosed(operation, context.plan)) return;
  const { want } = context.documentedCheck(operation);
  for (const { name, location, next } of planRelations(operation)) {
    const earlier: ReceivedReply[] = [];
    for (let values = next(earlier); values !== undefined; values = next(earlier)) {
      const request = requestTo(context, values);
      const check = {
        operation,
        stage: 'relations',
        kind: 'relation',
        name,
        request,
        want,
        location,
      } as const;
      const reply = yield check;
      if (reply === undefined) break;
      earlier.push(reply);
    }
  }
}
