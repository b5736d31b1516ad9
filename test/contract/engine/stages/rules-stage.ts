import type { Operation, SourceLocation } from '../../../../openapi/model/api-model.ts';
import type { Basis } from '../../../../openapi/operations/judge/finding.ts';
import {
  countCases,
  deriveCases,
  type RequestCase,
} from '../../../../openapi/operations/requests/derive-cases.ts';
import { mergeCases } from '../../../../openapi/operations/requests/merge-cases.ts';
import { type ContractCheck, isClosed, needsKey } from '../contract-check.ts';
import { type Culprit, refusalOfAccept, refusalOfBrokenRules, refusesMediaTypes } from '../expectation.ts';
import { type CheckPlan, countChecks, requestTo, type Stage, type StageContext } from './stage.ts';

/** What the document forbids must be refused: each rule broken, one a call or, where refusals name them all, many at once. */
export const rulesStage: Stage = {
  name: 'rules',
  title: 'each rule broken',
  share: 1,
  plan: planRules,
  size(operation, context) {
    if (isClosed(operation, context.plan)) return 0;
    if (isMerging(context)) return countChecks(planRules(operation, context));
    return countCases(operation, context.model) + Number(hasAcceptRule(operation));
  },
};

function* planRules(operation: Operation, context: StageContext): CheckPlan {
  if (isClosed(operation, context.plan)) return;
  const { dialect, model } = context;
  const isMerged = isMerging(context);
  if (dialect.isExact) {
    const { merged, alone } = mergeCases(deriveCases(operation, model), model);
    // Where each is broken alone, one request is enough to see that a refusal names them all.
    const several = isMerged ? merged : merged.slice(0, 1);
    for (const { name, request, problemsAt } of several)
      yield ruleCheck(operation, name, request, problemsAt, context);
    if (isMerged) for (const one of alone) yield caseCheck(operation, one, context);
  }
  if (!isMerged) for (const one of deriveCases(operation, model)) yield caseCheck(operation, one, context);
  if (hasAcceptRule(operation)) yield acceptRule(operation, context);
}

/** Calls are few, and one refusal tells of many rules. */
function isMerging({ dialect, isWhole }: StageContext): boolean {
  return dialect.isExact && !isWhole;
}

function caseCheck(operation: Operation, one: RequestCase, context: StageContext): ContractCheck {
  return ruleCheck(operation, one.name, one.request, [one.want.problemAt], context, basisOf(operation, one));
}

function ruleCheck(
  operation: Operation,
  name: string,
  values: RequestCase['request'],
  culprits: readonly Culprit[],
  context: StageContext,
  basis: Basis = 'document',
): ContractCheck {
  const request = requestTo(context, values);
  const contentType = request.headers['Content-Type'];
  return {
    operation,
    stage: 'rules',
    kind: 'broken rule',
    name,
    request,
    want: refusalOfBrokenRules(operation, culprits, { contentType, basis }),
    location: locate(operation, culprits[0]),
  };
}

/** What a parameter means that is sent twice is said nowhere; a bound may be only an assumption. */
function basisOf({ parameters }: Operation, { want: { problemAt }, sent }: RequestCase): Basis {
  if (sent !== undefined && sent.values.length > 1) return 'undocumented';
  const parameter = parameters.find(
    ({ in: where, name }) => where === problemAt.where && name === problemAt.name,
  );
  return parameter?.schema.assumption === undefined ? 'document' : 'assumption';
}

function locate(operation: Operation, culprit: Culprit | undefined): SourceLocation {
  if (culprit?.where === 'body') return operation.requestBody?.source ?? operation.source;
  const parameter = operation.parameters.find(
    (one) => one.in === culprit?.where && one.name === culprit.name,
  );
  return parameter?.source ?? operation.source;
}

function hasAcceptRule(operation: Operation): boolean {
  return needsKey(operation) && refusesMediaTypes(operation) && operation.method === 'get';
}

function acceptRule(operation: Operation, context: StageContext): ContractCheck {
  const documented = context.documentedCheck(operation);
  const headers = { ...documented.request.headers, Accept: 'application/x-nothing' };
  const name = 'a media type that it does not have';
  const request = { ...documented.request, headers };
  return {
    ...documented,
    stage: 'rules',
    kind: 'other media type',
    name,
    request,
    want: refusalOfAccept(operation),
  };
}
