import type { Operation, SourceLocation } from '../../../openapi/model/api-model.ts';
import { isTooDeep, mostLevels } from '../../../openapi/model/read/nesting.ts';
import type { Finding } from '../../../openapi/operations/judge/finding.ts';
import { breaksOfHttp } from '../../../openapi/operations/judge/http-rules.ts';
import type { judgeReply } from '../../../openapi/operations/judge/judge-reply.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import type { ContractCheck } from './contract-check.ts';
import type { ContractDialect } from './contract-dialect.ts';
import { type Culprit, describeCulprit, isDocumented } from './expectation.ts';
import { judgeAgain, judgeDocumentedRequest } from './judge-again.ts';
import { attempt, type Judgement, merge } from './judgement.ts';
import type { SecondJudge } from './second-opinion.ts';

export interface Judges {
  /** Our own, of a reply by itself. */
  readonly first: typeof judgeReply;
  readonly second: SecondJudge;
  readonly dialect: ContractDialect;
  readonly serverUrl: string;
}

/** Everything that is wrong with a reply: its status for this request, what it shows by itself, what Prism says. */
export function judgeCheck(check: ContractCheck, reply: ReceivedReply, judges: Judges): Required<Judgement> {
  const status = judgeStatus(check, reply);
  const isRightStatus = status === undefined;
  if (isRightStatus && isBeyondDocument(check, reply)) {
    return merge({
      findings: breaksOfHttp(reply, check.location),
      notes: [`the document has no status for such a refusal: ${reply.status} came`],
    });
  }
  const found = { findings: isRightStatus ? [] : [status] };
  if (reply.body !== undefined && isTooDeep(reply.body)) {
    return merge(found, {
      unjudged: [`could not judge a body that is nested deeper than ${mostLevels} levels`],
    });
  }
  const { second } = judges;
  const { name } = second.opinion;
  return merge(
    found,
    attempt(
      () => judgeAlone(check.operation, reply, judges, isRightStatus),
      (why) => ({ unjudged: [`our own judge could not judge it: ${why}`] }),
    ),
    isRightStatus ? judgeCulprit(check, reply, judges.dialect) : {},
    attempt(
      () => judgeAgain(check, reply, second),
      (why) => ({ unjudged: [`${name} could not judge it: ${why}`] }),
    ),
    attempt(
      () => judgeDocumentedRequest(check, reply, judges),
      // That is no reason to doubt the reply.
      (why) => ({ notes: [`${name} could not judge its request: ${why}`] }),
    ),
  );
}

/** What a reply shows by itself. Where its status is wrong anyway, that it is undocumented too says nothing more. */
function judgeAlone(
  operation: Operation,
  reply: ReceivedReply,
  { first }: Judges,
  isRightStatus: boolean,
): Judgement {
  const findings = first(operation, reply);
  return {
    findings: findings.filter(
      ({ code, basis }) => basis !== 'undocumented' && (isRightStatus || code !== 'undocumented-status'),
    ),
    notes: findings.flatMap(({ basis, message }) => (basis === 'undocumented' ? [message] : [])),
  };
}

function judgeCulprit(check: ContractCheck, reply: ReceivedReply, dialect: ContractDialect): Judgement {
  const culprit = culpritToName(check, reply);
  if (culprit === undefined || dialect.namesCulprit(reply.body, culprit)) return {};
  const message = 'the refusal does not name what is wrong';
  if (!dialect.mustNameCulprit) return { notes: [message] };
  const named = `${message}: ${describeCulprit(culprit)}`;
  return { findings: [finding('culprit-not-named', named, check.location)] };
}

/** A fitting refusal where the document has no word for any: right, and there is nothing to hold it against. */
function isBeyondDocument({ want, operation }: ContractCheck, { status }: ReceivedReply): boolean {
  return want.kind === 'refusal' && !want.isDocumented && !isDocumented(operation, status);
}

/** 413 and 415 are about the body as a whole: the status names it (RFC 9110 sections 15.5.14 and 15.5.16). */
function culpritToName({ want }: ContractCheck, { status }: ReceivedReply): Culprit | undefined {
  if (want.kind === 'success') return undefined;
  const isNamedByStatus = want.culprit?.where === 'body' && [413, 415].includes(status);
  return isNamedByStatus ? undefined : want.culprit;
}

function judgeStatus(check: ContractCheck, reply: ReceivedReply): Finding | undefined {
  const { want } = check;
  const isSuccess = reply.status >= 200 && reply.status < 300;
  if (want.kind === 'success' ? isSuccess : want.statuses.includes(reply.status)) return undefined;
  if (reply.status >= 300 && reply.status < 400) {
    const to = reply.headers.location ?? 'nowhere';
    return finding('redirect', `redirected to ${to}, and redirects are not followed`, check.location);
  }
  if (want.kind === 'success') {
    return finding('wrong-status', `${reply.status} for the request that the document shows`, check.location);
  }
  if (!isSuccess) return finding('wrong-status', `refused with ${reply.status}`, check.location);
  const [code, message] = acceptedLies[check.kind];
  return finding(code, message, check.location);
}

/** What a 2xx means where a refusal was due. */
const acceptedLies = {
  'documented request': ['wrong-status', 'accepted'],
  'missing key': ['key-not-required', 'a request without a key was accepted'],
  'unknown key': ['any-key-accepted', 'a key that nobody gave out was accepted'],
  'closed plan': ['plan-not-enforced', 'a key whose plan lacks the operation was accepted'],
  'broken rule': ['rule-not-enforced', 'a request that breaks this rule was accepted'],
} as const satisfies Record<ContractCheck['kind'], readonly [string, string]>;

function finding(code: string, message: string, location: SourceLocation): Finding {
  return { code, about: 'reply', message, basis: 'document', location };
}
