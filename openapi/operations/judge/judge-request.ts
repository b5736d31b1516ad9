import type { ApiModel, Operation, RequiredScheme } from '../../model/api-model.ts';
import { jsonText } from '../../model/json-text.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { splitCookies, splitQuery } from '../wire/query-pairs.ts';
import { createRequestValidator, type RequestValidator } from './create-request-validator.ts';
import type { Finding } from './finding.ts';
import type { RequestProblem } from './request-problem.ts';

/** The parts of a request that the document speaks of. */
export interface ReceivedRequest {
  /** By parameter name, still percent-encoded. */
  readonly pathValues: Readonly<Record<string, string>>;
  /** Without the `?`, still percent-encoded. */
  readonly queryString: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array | undefined;
  /** It had a body that nobody kept. */
  readonly isBodyUnknown?: boolean | undefined;
}

/** A query parameter that the operation does not have. */
export interface IgnoredParameter {
  readonly name: string;
  /** The one of the operation that was probably meant. */
  readonly nearest: string | undefined;
}

export interface JudgedRequest {
  readonly problems: readonly RequestProblem[];
  readonly ignored: readonly IgnoredParameter[];
}

const validators = {
  absent: new WeakMap<Operation, RequestValidator>(),
  value: new WeakMap<Operation, RequestValidator>(),
};

/** The operation's validator of requests, made once. */
export function requestValidatorOf(
  operation: Operation,
  { emptyParameters }: Pick<ApiModel, 'emptyParameters'>,
): RequestValidator {
  const known = validators[emptyParameters];
  const validator = known.get(operation) ?? createRequestValidator(operation, { emptyParameters });
  known.set(operation, validator);
  return validator;
}

/** What is wrong with a request of an operation, and what of it the operation does not have. */
export function judgeRequest(
  operation: Operation,
  { pathValues, queryString, headers, body, isBodyUnknown = false }: ReceivedRequest,
  model: Pick<ApiModel, 'emptyParameters'>,
): JudgedRequest {
  const validator = requestValidatorOf(operation, model);
  const checked = validator.parameters({ pathValues, queryString, headers });
  const contentType = headers['content-type'] ?? '';
  const received = body === undefined ? undefined : { contentType, bytes: body };
  const problems = isBodyUnknown ? [] : validator.body(received).problems;
  const names = operation.parameters.flatMap((known) => (known.in === 'query' ? [known.name] : []));
  return {
    problems: [...checked.problems, ...problems],
    ignored: checked.unknownQueryNames.map((name) => ({ name, nearest: nearestName(name, names) })),
  };
}

/** The same as findings, a key that was not sent among them. */
export function findingsOfRequest(
  operation: Operation,
  request: ReceivedRequest,
  { problems, ignored }: JudgedRequest,
): readonly Finding[] {
  return [
    ...problems.map((problem) => findingOfProblem(problem, operation)),
    ...ignored.map((one) => findingOfIgnored(one, operation)),
    ...(lacksKey(operation, request) ? [missingKey(operation)] : []),
  ];
}

function findingOfProblem(
  { where, name, code, message, allowed, value }: RequestProblem,
  operation: Operation,
): Finding {
  const parameter = operation.parameters.find((one) => one.in === where && one.name === name);
  const location = (where === 'body' ? operation.requestBody : parameter)?.source ?? operation.source;
  const got = value === undefined ? undefined : jsonText(value);
  return { code, about: 'request', message, name, expected: allowed, got, basis: 'document', location };
}

function findingOfIgnored(ignored: IgnoredParameter, operation: Operation): Finding {
  const { name, nearest } = ignored;
  const finding = { code: 'unknown-parameter', about: 'request', name, expected: nearest } as const;
  const message = describeIgnored(ignored, operation);
  return { ...finding, message, basis: 'undocumented', location: operation.source };
}

/** So many names stand in one sentence. */
const mostNames = 20;

/** What is wrong with it, in one sentence that has the right word, or all of them. */
export function describeIgnored({ name, nearest }: IgnoredParameter, operation: Operation): string {
  const { operationId, parameters } = operation;
  const names = parameters.flatMap((known) => (known.in === 'query' ? [known.name] : []));
  const all = names.length > mostNames ? [...names.slice(0, mostNames), '…'] : names;
  const known = names.length === 0 ? 'It has none.' : `It has ${all.join(', ')}.`;
  const meant = nearest === undefined ? known : `Did you mean "${nearest}"?`;
  return `${operationId} has no query parameter "${name}", and ignores it. ${meant}`;
}

function missingKey({ operationId, security, source }: Operation): Finding {
  const schemes = [...new Set(security.flat().map(({ scheme }) => scheme.name ?? scheme.id))];
  const message = `${operationId} needs a key (${schemes.join(', ')}), and none was sent.`;
  return { code: 'missing-key', about: 'request', message, basis: 'document', location: source };
}

/** Whether none of the operation's alternatives was sent as a whole. */
function lacksKey({ security }: Operation, request: ReceivedRequest): boolean {
  return security.length > 0 && !security.some((needed) => needed.every((one) => isSent(one, request)));
}

function isSent({ scheme }: RequiredScheme, { headers, queryString }: ReceivedRequest): boolean {
  const name = scheme.name ?? '';
  if (scheme.type === 'mutualTLS') return true;
  if (scheme.type !== 'apiKey') return headers.authorization !== undefined;
  if (scheme.in === 'query') return splitQuery(queryString).some((pair) => pair.name === name);
  if (scheme.in === 'cookie') return splitCookies(headers.cookie ?? '').some((pair) => pair.name === name);
  return headers[name.toLowerCase()] !== undefined;
}
