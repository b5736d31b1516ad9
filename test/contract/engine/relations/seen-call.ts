import { createHash } from 'node:crypto';
import type { ApiModel, JsonValue, Operation } from '../../../../openapi/model/api-model.ts';
import { jsonText } from '../../../../openapi/model/json-text.ts';
import type { UsagePlan } from '../../../../openapi/model/usage-plans.ts';
import type { KnownCall } from '../../../../openapi/operations/judge/judge.ts';
import {
  type ReceivedRequest,
  requestValidatorOf,
} from '../../../../openapi/operations/judge/judge-request.ts';
import { parameterNamed } from '../../../../openapi/operations/requests/parameter-named.ts';
import type { ParameterValues } from '../../../../openapi/operations/wire/parse-parameters.ts';
import { splitCookies, splitQuery } from '../../../../openapi/operations/wire/query-pairs.ts';
import type { ReceivedReply } from '../../../../openapi/operations/wire/read-reply.ts';

/** A call as relations look at it. */
export interface SeenCall {
  readonly operation: Operation;
  /** Typed, defaults filled in. */
  readonly parameters: ParameterValues;
  /** Nothing is wrong with its parameters: what a wrong request is answered with means nothing. */
  readonly isValid: boolean;
  /** Tells one body of a request from another; empty where there is none. */
  readonly body: string;
  readonly reply: ReceivedReply;
  /** Who called, in any word: calls of one are compared with each other. */
  readonly key: string;
  /** The plan of this key, where it is known. */
  readonly plan?: UsagePlan | undefined;
  /** Milliseconds since 1970, where known: of two calls at once nobody can tell which was counted first. */
  readonly sentAt?: number | undefined;
  readonly receivedAt?: number | undefined;
}

/** Makes of a call with its operation (`findOperation`) what relations look at. */
export function seenCallOf(
  { operation, request, reply }: KnownCall,
  model: Pick<ApiModel, 'emptyParameters'>,
  more: Pick<SeenCall, 'plan' | 'sentAt' | 'receivedAt'> & { readonly key?: string | undefined } = {},
): SeenCall {
  const { values, problems } = requestValidatorOf(operation, model).parameters(request);
  const { key = keyOf(operation, request), ...rest } = more;
  const body = request.body === undefined ? '' : createHash('sha256').update(request.body).digest('base64');
  return { operation, parameters: values, isValid: problems.length === 0, body, reply, key, ...rest };
}

/** What was sent for the operation's security schemes. */
function keyOf({ security }: Operation, { headers, queryString }: ReceivedRequest): string {
  const sent = security.flat().map(({ scheme }) => {
    const pairs = scheme.in === 'query' ? splitQuery(queryString) : splitCookies(headers.cookie ?? '');
    if (scheme.type !== 'apiKey') return headers.authorization;
    if (scheme.in === 'header') return headers[scheme.name?.toLowerCase() ?? ''];
    return pairs.find(({ name }) => name === scheme.name)?.value;
  });
  return sent.filter((one) => one !== undefined).join(' ');
}

/** The value of a parameter, wherever it travels; undefined where none was sent and it has no default. */
export function parameterOf({ operation, parameters }: SeenCall, name: string): JsonValue | undefined {
  const parameter = parameterNamed(operation, name);
  const values = parameter && parameters[parameter.in];
  return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
}

/**
 * One text for one query: all that was asked for, but for these parameters. Headers are left out: they say who asks and how,
 * and differ from call to call.
 */
export function queryOf({ parameters, body }: SeenCall, without: ReadonlySet<string>): string {
  const rest = [parameters.path, parameters.query].map((values) =>
    Object.entries(values)
      .filter(([name]) => !without.has(name))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  return jsonText([rest, body]);
}
