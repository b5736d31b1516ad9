import type { Operation } from '../../../../openapi/model/api-model.ts';
import { documentedRequest } from '../../../../openapi/operations/requests/documented-request.ts';
import { type ContractCheck, isClosed, needsKey } from '../contract-check.ts';
import { type Expectation, refusalOfKey, refusalOfPlan } from '../expectation.ts';
import { type Credentials, requestTo, type StageContext } from './stage.ts';

/** What is asked of every operation that needs a key: none, a wrong one, one at a wrong place, one of a plan that lacks it. */
export function* keyChecks(operation: Operation, context: StageContext): Generator<ContractCheck> {
  if (!needsKey(operation)) return;
  yield context.missingKeyCheck(operation);
  const { dialect, refusals, credentials, plan } = context;
  const schemes = operation.security.flat().map(({ scheme }) => scheme);
  const refused = refusalOfKey(operation, refusals.key);
  if (dialect.isExact) {
    const unknown = new Map(schemes.map(({ id }) => [id, 'a-key-that-nobody-gave-out']));
    yield keyCheck(operation, 'unknown key', 'a key that nobody gave out', unknown, refused, context);
  }
  const placeholders = schemes.flatMap(({ id, placeholder }) =>
    placeholder === undefined ? [] : [[id, placeholder] as const],
  );
  if (placeholders.length > 0) {
    const name = 'the placeholder of the samples as key';
    yield keyCheck(operation, 'placeholder key', name, new Map(placeholders), refused, context);
  }
  const [key] = credentials.values();
  const isInHeader = schemes.every(
    ({ type, in: place, name }) =>
      type === 'apiKey' && place === 'header' && name?.toLowerCase() !== 'authorization',
  );
  if (dialect.isExact && key !== undefined && isInHeader && !isClosed(operation, plan)) {
    const check = keyCheck(
      operation,
      'misplaced key',
      'the key in the header Authorization',
      new Map(),
      refused,
      context,
    );
    const headers = { ...check.request.headers, Authorization: `Bearer ${key}` };
    yield { ...check, request: { ...check.request, headers } };
  }
  yield* closedPlanChecks(operation, context);
}

function* closedPlanChecks(operation: Operation, context: StageContext): Generator<ContractCheck> {
  for (const plan of context.model.plans?.plans ?? []) {
    const isOwn = plan.id === context.plan?.id;
    const credentials = isOwn ? context.credentials : context.credentialsByPlan.get(plan.id);
    if (credentials === undefined || !plan.closedOperationIds.has(operation.operationId)) continue;
    const name = `a key of the plan ${plan.displayName}, which lacks the operation`;
    yield keyCheck(operation, 'closed plan', name, credentials, refusalOfPlan(operation), context);
  }
}

/** The documented request with other credentials. */
export function keyCheck(
  operation: Operation,
  kind: ContractCheck['kind'],
  name: string,
  credentials: Credentials,
  want: Expectation,
  context: Pick<StageContext, 'serverUrlOf' | 'credentials'>,
): ContractCheck {
  const request = requestTo(context, documentedRequest(operation), credentials);
  return { operation, stage: 'free', kind, name, request, want, location: operation.source };
}
