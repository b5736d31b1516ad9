import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import type { UsagePlan } from '../../../openapi/model/usage-plans.ts';
import { deriveCases } from '../../../openapi/operations/requests/derive-cases.ts';
import { documentedRequest } from '../../../openapi/operations/requests/documented-request.ts';
import type { PrintableRequest } from '../../../openapi/operations/wire/curl.ts';
import { encodeRequest } from '../../../openapi/operations/wire/encode-request.ts';
import type { ContractCheck } from './contract-check.ts';
import type { ContractDialect } from './contract-dialect.ts';
import { type Culprit, refusalOfBrokenRule, refusalOfKey, refusalOfPlan, success } from './expectation.ts';

/** Security scheme -> what to send for it. */
export type Credentials = ReadonlyMap<string, string>;

export interface DeriveChecksOptions {
  readonly model: ApiModel;
  readonly serverUrl: string;
  readonly credentials: Credentials;
  /** The plan of these credentials, where it is known: an operation that it closes must be refused. */
  readonly plan: UsagePlan | undefined;
  /** Keys of other plans, by plan id: each is tried on the operations that its plan closes. */
  readonly credentialsByPlan: ReadonlyMap<string, Credentials>;
  readonly dialect: ContractDialect;
}

/** Every check of an operation, the documented request first: what follows is worth nothing if that one fails. */
export function deriveChecks(operation: Operation, options: DeriveChecksOptions): readonly ContractCheck[] {
  const encode = (credentials: Credentials) =>
    encodeRequest(documentedRequest(operation), { serverUrl: options.serverUrl, credentials });
  if (isClosed(operation, options.plan)) return planKeyChecks(operation, options, encode);
  const location = operation.source;
  const checks: ContractCheck[] = [
    {
      operation,
      kind: 'documented request',
      name: 'the request that the document shows',
      request: encode(options.credentials),
      want: success,
      location,
    },
  ];
  if (needsKey(operation)) checks.push(...planKeyChecks(operation, options, encode));
  for (const one of deriveCases(operation, options.model)) {
    const culprit = one.want.problemAt;
    const request = encodeRequest(one.request, options);
    checks.push({
      operation,
      kind: 'broken rule',
      name: one.name,
      request,
      want: refusalOfBrokenRule(operation, culprit, request.headers['Content-Type']),
      location: locate(operation, culprit),
    });
  }
  return checks;
}

/** Security that has no empty alternative (Operation Object, `security`). */
export function needsKey(operation: Operation): boolean {
  return operation.security.length > 0 && operation.security.every((alternative) => alternative.length > 0);
}

/** Whether a key of the plan must be refused. */
export function isClosed(operation: Operation, plan: UsagePlan | undefined): boolean {
  return needsKey(operation) && plan?.closedOperationIds.has(operation.operationId) === true;
}

/** Keys that are missing, unknown or of another plan are refused before anything is counted. */
export function spendsQuota({ operation, kind }: ContractCheck): boolean {
  return needsKey(operation) && (kind === 'documented request' || kind === 'broken rule');
}

function planKeyChecks(
  operation: Operation,
  options: DeriveChecksOptions,
  encode: (credentials: Credentials) => PrintableRequest,
): readonly ContractCheck[] {
  const base = { operation, location: operation.source };
  const schemes = operation.security.flat().map(({ scheme }) => scheme.id);
  const unknown = new Map(schemes.map((id) => [id, 'a-key-that-nobody-gave-out']));
  const checks: ContractCheck[] = [
    {
      ...base,
      kind: 'missing key',
      name: 'no key',
      request: encode(new Map()),
      want: refusalOfKey(operation),
    },
  ];
  if (options.dialect.mustRefuseUnknownKeys) {
    checks.push({
      ...base,
      kind: 'unknown key',
      name: 'a key that nobody gave out',
      request: encode(unknown),
      want: refusalOfKey(operation),
    });
  }
  for (const plan of options.model.plans?.plans ?? []) {
    const isOwn = plan.id === options.plan?.id;
    const credentials = isOwn ? options.credentials : options.credentialsByPlan.get(plan.id);
    if (credentials === undefined || !plan.closedOperationIds.has(operation.operationId)) continue;
    checks.push({
      ...base,
      kind: 'closed plan',
      name: `a key of the plan ${plan.displayName}, which lacks the operation`,
      request: encode(credentials),
      want: refusalOfPlan(operation),
    });
  }
  return checks;
}

function locate(operation: Operation, culprit: Culprit) {
  if (culprit.where === 'body') return operation.requestBody?.source ?? operation.source;
  const parameter = operation.parameters.find((one) => one.in === culprit.where && one.name === culprit.name);
  return parameter?.source ?? operation.source;
}
