import type { Operation } from '../../../../openapi/model/api-model.ts';
import { countValidCases, validCases } from '../../../../openapi/operations/requests/valid-cases.ts';
import { isClosed } from '../contract-check.ts';
import { type CheckPlan, requestTo, type Stage, type StageContext } from './stage.ts';

/** Values that are allowed, and must be taken: each of an enum, both ends of a range, every optional parameter. */
export const validStage: Stage = {
  name: 'valid',
  title: 'every enum value, both ends of every range and every optional parameter, in a few valid calls',
  share: 0.3,
  plan: planValid,
  size: (operation, { plan, isWhole }) =>
    isClosed(operation, plan) ? 0 : countValidCases(operation, { isWhole }),
};

function* planValid(operation: Operation, context: StageContext): CheckPlan {
  if (isClosed(operation, context.plan)) return;
  const { want } = context.documentedCheck(operation);
  for (const { name, request } of validCases(operation, context.model, context))
    yield {
      operation,
      stage: 'valid',
      kind: 'valid values',
      name,
      request: requestTo(context, request),
      want,
      location: operation.source,
    };
}
