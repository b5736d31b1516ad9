import type { Operation } from '../../../openapi/model/api-model.ts';
import type { Basis } from '../../../openapi/operations/judge/finding.ts';
import { findResponse } from '../../../openapi/operations/values/example-replies.ts';
import { findContent } from '../../../openapi/operations/wire/media-types.ts';

/** What a request must be answered with. */
export type Expectation =
  | {
      readonly kind: 'success';
      /** Something in its path is made up, so that there may be nothing (404). */
      readonly mayLeadNowhere: boolean;
    }
  | Refusal
  /** What HTTP has for a request that no operation is there for; undefined: any status. */
  | { readonly kind: 'answer'; readonly statuses: readonly number[] | undefined; readonly basis: Basis };

interface Refusal {
  readonly kind: 'refusal';
  /** Documented statuses that are a fitting refusal; where the document has none, what any API would send. */
  readonly statuses: readonly number[];
  readonly isDocumented: boolean;
  /** The parameters and properties that the refusal should name. */
  readonly culprits: readonly Culprit[];
  /** What it rests on that such a request is refused. */
  readonly basis: Basis;
}

/** What is wrong with a request: `name` is a parameter's name, or a JSON pointer into the body. */
export interface Culprit {
  readonly where: 'path' | 'query' | 'header' | 'cookie' | 'body';
  readonly name: string;
}

export const success: Expectation = { kind: 'success', mayLeadNowhere: false };

/** A request that breaks rules: 400 or 422; a value in a path may also lead nowhere, a media type has a status of its own. */
export function refusalOfBrokenRules(
  operation: Operation,
  culprits: readonly Culprit[],
  {
    contentType,
    basis = 'document',
  }: { readonly contentType?: string | undefined; readonly basis?: Basis } = {},
): Refusal {
  const [first] = culprits;
  if (first?.where === 'body' && !readsMediaType(operation, contentType)) {
    const hasOwnStatus = isDocumented(operation, 415);
    return refusal(operation, [415], hasOwnStatus ? [] : [400, 422], culprits, basis);
  }
  return refusal(operation, [400, 422], first?.where === 'path' ? [404] : [], culprits, basis);
}

/** A request without a key, or with one that nobody gave out. A 403 of its own says more than a 401 of `4XX` or `default`. */
export function refusalOfKey(operation: Operation, gatewayStatuses: readonly number[] = []): Refusal {
  const isForbidden = !names(operation, 401) && (names(operation, 403) || !isDocumented(operation, 401));
  const others = [...(isForbidden ? [403] : []), ...gatewayStatuses];
  return withOthers(refusal(operation, [401], others, [], 'document'), gatewayStatuses);
}

/** A request with the key of a plan that closes the operation. */
export function refusalOfPlan(operation: Operation): Refusal {
  return refusal(operation, [403], [], [], 'document');
}

/** Whether the document names a status itself, and not only its class or every other one. */
export function names({ responses }: Operation, status: number): boolean {
  return responses.some((response) => response.status === String(status));
}

/** Whether the document says how an operation refuses a media type that it does not have. Without a body there is none to refuse. */
export function refusesMediaTypes(operation: Operation): boolean {
  const hasBody = operation.responses.some(
    ({ status, contents }) => /^2/.test(status) && contents.length > 0,
  );
  return hasBody && names(operation, 406);
}

/** A request for a media type that the operation does not have; only where the document says how that is refused. */
export function refusalOfAccept(operation: Operation): Refusal {
  return refusal(operation, [406], [], [], 'document');
}

/** An address that is longer than what is read. */
export function refusalOfLength(operation: Operation): Refusal {
  return refusal(operation, [414], [], [], 'document');
}

function withOthers(refused: Refusal, more: readonly number[]): Refusal {
  return { ...refused, statuses: [...new Set([...refused.statuses, ...more])] };
}

function readsMediaType({ requestBody }: Operation, contentType: string | undefined): boolean {
  return contentType === undefined || findContent(requestBody?.contents ?? [], contentType) !== undefined;
}

/** `others` are right too: where the document has them, and where it has none of `fitting`. */
function refusal(
  operation: Operation,
  fitting: readonly number[],
  others: readonly number[],
  culprits: readonly Culprit[],
  basis: Basis,
): Refusal {
  const documented = fitting.filter((status) => isDocumented(operation, status));
  if (documented.length > 0) {
    const statuses = [...documented, ...others.filter((status) => isDocumented(operation, status))];
    return { kind: 'refusal', statuses, isDocumented: true, culprits, basis };
  }
  return { kind: 'refusal', statuses: [...fitting, ...others], isDocumented: false, culprits, basis };
}

/** A status is documented as itself, by its class (`4XX`) or by `default` (Responses Object). */
export function isDocumented(operation: Operation, status: number): boolean {
  return findResponse(operation.responses, status) !== undefined;
}

/** Whether a status is what a valid request is answered with: a 2xx, or what the document names instead of one. */
export function isSuccess(operation: Operation, status: number): boolean {
  if (status >= 200 && status < 300) return true;
  const hasSuccess = operation.responses.some((response) => /^(2|default)/i.test(response.status));
  if (!hasSuccess && status < 500 && isDocumented(operation, status)) return true;
  const isInstead = (status >= 300 && status < 400) || status === 410 || status === 501;
  return isInstead && isDocumented(operation, status);
}

/** The expectation in words, for the report. */
export function describeExpectation(expectation: Expectation): string {
  if (expectation.kind === 'success') return 'a documented 2xx reply that fits the document';
  const status = expectation.statuses?.join(' or ') ?? 'what GET is answered with';
  if (expectation.kind === 'answer') return status;
  const culprits = expectation.culprits.map(describeCulprit).join(', ');
  const named = culprits === '' ? '' : `, naming ${culprits}`;
  return `${status}${expectation.isDocumented ? ' as documented' : ' (the document has no status for it)'}${named}`;
}

export function describeCulprit({ where, name }: Culprit): string {
  return where === 'body' && name === '' ? 'the body' : `${where === 'body' ? 'body' : where} ${name}`;
}
