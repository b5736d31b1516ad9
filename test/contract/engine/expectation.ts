import type { Operation } from '../../../openapi/model/api-model.ts';
import { findContent } from '../../../openapi/operations/wire/media-types.ts';

/** What a request must be answered with. */
export type Expectation =
  | { readonly kind: 'success' }
  | {
      readonly kind: 'refusal';
      /** Documented statuses that are a fitting refusal; where the document has none, what any API would send. */
      readonly statuses: readonly number[];
      readonly isDocumented: boolean;
      /** The parameter or property that the refusal should name. */
      readonly culprit: Culprit | undefined;
    };

/** What is wrong with a request: `name` is a parameter's name, or a JSON pointer into the body. */
export interface Culprit {
  readonly where: 'path' | 'query' | 'header' | 'cookie' | 'body';
  readonly name: string;
}

export const success: Expectation = { kind: 'success' };

/** A request that breaks a rule: 400 or 422; a value in a path may also lead nowhere, a media type has a status of its own. */
export function refusalOfBrokenRule(
  operation: Operation,
  culprit: Culprit,
  contentType: string | undefined,
): Expectation {
  if (culprit.where === 'body' && !readsMediaType(operation, contentType)) {
    const hasOwnStatus = isDocumented(operation, 415);
    return refusal(operation, [415], hasOwnStatus ? [] : [400, 422], culprit);
  }
  return refusal(operation, [400, 422], culprit.where === 'path' ? [404] : [], culprit);
}

/** A request without a key, or with one that nobody gave out. */
export function refusalOfKey(operation: Operation): Expectation {
  return refusal(operation, [401], isDocumented(operation, 401) ? [] : [403], undefined);
}

/** A request with the key of a plan that closes the operation. */
export function refusalOfPlan(operation: Operation): Expectation {
  return refusal(operation, [403], [], undefined);
}

function readsMediaType({ requestBody }: Operation, contentType: string | undefined): boolean {
  return contentType === undefined || findContent(requestBody?.contents ?? [], contentType) !== undefined;
}

/** `others` are right too: where the document has them, and where it has none of `fitting`. */
function refusal(
  operation: Operation,
  fitting: readonly number[],
  others: readonly number[],
  culprit: Culprit | undefined,
): Expectation {
  const documented = fitting.filter((status) => isDocumented(operation, status));
  if (documented.length > 0) {
    const statuses = [...documented, ...others.filter((status) => isDocumented(operation, status))];
    return { kind: 'refusal', statuses, isDocumented: true, culprit };
  }
  return { kind: 'refusal', statuses: [...fitting, ...others], isDocumented: false, culprit };
}

/** A status is documented as itself, by its class (`4XX`) or by `default` (Responses Object). */
export function isDocumented(operation: Operation, status: number): boolean {
  const names = [String(status), `${Math.trunc(status / 100)}xx`, 'default'];
  return operation.responses.some((response) => names.includes(response.status.toLowerCase()));
}

/** The expectation in words, for the report. */
export function describeExpectation(expectation: Expectation): string {
  if (expectation.kind === 'success') return 'a documented 2xx reply that fits the document';
  const status = expectation.statuses.join(' or ');
  const named = expectation.culprit === undefined ? '' : `, naming ${describeCulprit(expectation.culprit)}`;
  return `${status}${expectation.isDocumented ? ' as documented' : ' (the document has no status for it)'}${named}`;
}

export function describeCulprit({ where, name }: Culprit): string {
  return where === 'body' && name === '' ? 'the body' : `${where === 'body' ? 'body' : where} ${name}`;
}
