import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import { type ApiCall, findOperation } from '../../../openapi/operations/judge/judge.ts';
import { type IgnoredParameter, judgeRequest } from '../../../openapi/operations/judge/judge-request.ts';
import type { Failure } from '../failures/failure.ts';
import type { FailureCause } from '../failures/failure-catalogue.ts';
import type { RequestFlaw } from '../journal.ts';
import { isReplySwitch } from '../preferences-of.ts';

/** What of an exchange is needed to judge its request. */
export interface ExchangeToJudge {
  readonly request: ApiCall['request'];
  /** False: it was answered before it had been read, and nothing can be said of it. */
  readonly isBodyRead: boolean;
  /** Why it was refused; undefined: it was not. */
  readonly failure: Failure | undefined;
}

export interface JudgedExchange {
  readonly problems: readonly RequestFlaw[];
  readonly ignored: readonly IgnoredParameter[];
}

type Place = Pick<RequestFlaw, 'where' | 'name'>;

/** What only the mock knows to be the request's own mistake: the key, and what HTTP asks for. With where it is. */
const refusals: { readonly [Cause in FailureCause]?: 'key' | Place } = {
  'missing-key': 'key',
  'misplaced-key': 'key',
  'placeholder-key': 'key',
  'header-in-key': 'key',
  'unknown-key': 'key',
  'uri-too-long': { where: 'path', name: '' },
  'body-too-large': { where: 'body', name: '' },
  'unsupported-media-type': { where: 'body', name: '' },
  'not-acceptable': { where: 'header', name: 'Accept' },
};

/** What is wrong with the request of an exchange, by the judge and by why the mock refused it; no key is hidden. */
export function judgeExchange(exchange: ExchangeToJudge, model: ApiModel): JudgedExchange {
  const { request, isBodyRead, failure } = exchange;
  const known = findOperation({ request, reply: { status: 0, headers: {}, body: undefined } }, model);
  if ('finding' in known) {
    // Every path may be asked what it allows (RFC 9110, section 9.3.7).
    if (request.method === 'OPTIONS') return { problems: [], ignored: [] };
    const { code, message, got = '', expected } = known.finding;
    const where = code === 'undocumented-method' ? 'method' : 'path';
    const problem = { where, name: '', code, message, value: got } as const;
    return { problems: [expected === undefined ? problem : { ...problem, allowed: expected }], ignored: [] };
  }
  const { problems, ignored } = judgeRequest(known.operation, known.request, model);
  return {
    problems: [
      ...refusalIn(failure, known.operation),
      ...problems.filter(({ where }) => isBodyRead || where !== 'body'),
    ],
    ignored: ignored.filter(({ name }) => !isReplySwitch(name)),
  };
}

function refusalIn(failure: Failure | undefined, operation: Operation): readonly RequestFlaw[] {
  if (failure === undefined || failure.isPlanted) return [];
  const { cause: code, message } = failure;
  // A handler gives a failure any name.
  const place = Object.hasOwn(refusals, code) ? refusals[code as FailureCause] : undefined;
  if (place === undefined) return [];
  return [{ ...(place === 'key' ? placeOfKey(operation) : place), code, message }];
}

function placeOfKey({ security }: Operation): Place {
  const scheme = security.flat()[0]?.scheme;
  return { where: scheme?.in ?? 'header', name: scheme?.name ?? 'Authorization' };
}
