import { STATUS_CODES } from 'node:http';
import type { JsonValue } from '../../../openapi/model/api-model.ts';
import type { RequestProblem } from '../../../openapi/operations/judge/request-problem.ts';
import type { PreparedOperation } from '../prepared-operation.ts';
import type { DraftReply } from '../reply.ts';
import { type FailureCause, type FailureFacts, failureCatalogue } from './failure-catalogue.ts';

/** One case of a cause: what a gateway profile turns into a reply. */
export interface Failure {
  /** One of the catalogue, or what a handler calls it. */
  readonly cause: string;
  readonly status: number;
  readonly title: string;
  readonly message: string;
  /** `invalid-request`: everything that is wrong. */
  readonly problems: readonly RequestProblem[] | undefined;
  /** Facts that HTTP has a header for: Allow, Retry-After, WWW-Authenticate, Accept-Encoding. */
  readonly headers: Readonly<Record<string, string>>;
  /** Goes wrong on purpose: no document has to know it. */
  readonly isPlanted?: boolean;
}

interface FailureDetails {
  readonly problems?: readonly RequestProblem[];
  readonly headers?: Readonly<Record<string, string>>;
}

export function createFailure<Cause extends FailureCause>(
  cause: Cause,
  facts: FailureFacts<Cause>,
  details: FailureDetails = {},
): Failure {
  const entry = failureCatalogue[cause];
  // Each entry's message takes exactly the facts of its own cause, which is what the signature asks for.
  const message = (entry.message as (given: FailureFacts<Cause>) => string)(facts);
  return {
    cause,
    status: entry.status,
    title: entry.title,
    message,
    problems: details.problems,
    headers: details.headers ?? {},
  };
}

/** What is said of a failure that the catalogue does not have. */
interface OwnFailureDetails {
  /** The machine-readable word for it. Default: made of the status: `not-found`. */
  readonly code?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isPlanted?: boolean;
}

/** A handler's or a planted fault's own failure: any status, with words of its own. */
export function failureWith(status: number, message: string, details: OwnFailureDetails): Failure {
  const { isPlanted = false, headers = {} } = details;
  const title = STATUS_CODES[status] ?? 'Failed';
  const cause = details.code ?? title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  return { cause, status, title, message, problems: undefined, headers, isPlanted };
}

/** The body of a failure as one product writes it. */
export interface FailureShape {
  readonly mediaType: string;
  /** True: the document describes this shape, so failures are checked against it like every reply. */
  readonly mustFitDocument: boolean;
  readonly bodyOf: (failure: Failure, requestId: string) => JsonValue;
  /** Statuses that the API has in the place of ours, by cause. */
  readonly statuses?: ReadonlyMap<string, number>;
  /** The reply that an operation's own document describes for it; undefined: none, `bodyOf` says it. */
  readonly draftFor?: (failure: Failure, operation: PreparedOperation) => DraftReply | undefined;
}

/** What only a mock can be asked for or meet, and what whoever carries the request says: no document has them. */
const undocumentedCauses: ReadonlySet<string> = new Set([
  'unknown-reply',
  'request-timeout',
  'unreachable-server',
  'usage-away',
]);

/** A failure in the shape of the API itself; `operation` is undefined where none was found. */
export function draftOfFailure(
  found: Failure,
  shape: FailureShape,
  requestId: string,
  operation?: PreparedOperation,
): DraftReply {
  const failure = { ...found, status: shape.statuses?.get(found.cause) ?? found.status };
  const described = operation && shape.draftFor?.(failure, operation);
  if (described !== undefined) return described;
  return {
    status: failure.status,
    headers: failure.headers,
    mediaType: shape.mediaType,
    value: shape.bodyOf(failure, requestId),
    madeBy: failure.cause,
    mustFitDocument: shape.mustFitDocument && !failure.isPlanted && !undocumentedCauses.has(failure.cause),
  };
}
