import type { Operation, SourceLocation } from '../../../openapi/model/api-model.ts';
import { isTooDeep, mostLevels } from '../../../openapi/model/read/nesting.ts';
import type { Finding } from '../../../openapi/operations/judge/finding.ts';
import { breaksOfHttp } from '../../../openapi/operations/judge/http-rules.ts';
import type { judgeReply } from '../../../openapi/operations/judge/judge-reply.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import type { ContractCheck } from './contract-check.ts';
import type { ContractDialect } from './contract-dialect.ts';
import type { CheckKind } from './contract-report.ts';
import { type Culprit, describeCulprit, isDocumented, isSuccess } from './expectation.ts';
import { judgeAgain, judgeDocumentedRequest } from './judge-again.ts';
import { attempt, type Judgement, judgementOf, merge } from './judgement.ts';
import type { SecondJudge } from './second-opinion.ts';

export interface Judges {
  /** Our own, of a reply by itself. */
  readonly first: typeof judgeReply;
  readonly second: SecondJudge;
  readonly dialect: ContractDialect;
  /** Whether a refusal comes from in front of the API. */
  readonly isOfGateway: (reply: ReceivedReply) => boolean;
  readonly serverUrlOf: (operation: Operation) => string;
}

/** Everything that is wrong with a reply: its status for this request, what it shows by itself, what Prism says. */
export function judgeCheck(check: ContractCheck, reply: ReceivedReply, judges: Judges): Required<Judgement> {
  const status = judgeStatus(check, reply, judges.dialect);
  if (check.want.kind === 'answer') return judgeAnswer(check, reply, status);
  const isRightStatus = status === undefined;
  if (isRightStatus && check.want.kind === 'refusal' && judges.isOfGateway(reply)) return merge();
  if (isRightStatus && isBeyondDocument(check, reply)) {
    return merge({
      findings: [...breaksOfHttp(reply, check.location), ...(check.alsoWants?.(reply) ?? [])],
      notes: [`the document has no status for such a refusal: ${reply.status} came`],
    });
  }
  if (status?.basis === 'undocumented') return merge({ notes: [status.message] });
  const found = { findings: isRightStatus ? (check.alsoWants?.(reply) ?? []) : [status] };
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
    isRightStatus ? judgeCulprits(check, reply, judges.dialect) : {},
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

/** What is asked of no operation is held against HTTP alone; many a server says JSON and sends nothing then. */
function judgeAnswer(
  check: ContractCheck,
  reply: ReceivedReply,
  status: Finding | undefined,
): Required<Judgement> {
  const ofHttp = breaksOfHttp(reply, check.location).filter(
    ({ code }) => code !== 'not-json' || reply.text !== '',
  );
  return merge(
    judgementOf([...(status === undefined ? (check.alsoWants?.(reply) ?? []) : [status]), ...ofHttp]),
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
  return judgementOf(findings.filter(({ code }) => isRightStatus || code !== 'undocumented-status'));
}

function judgeCulprits(check: ContractCheck, reply: ReceivedReply, dialect: ContractDialect): Judgement {
  const all = culpritsToName(check, reply);
  const unnamed = all.filter((culprit) => !dialect.namesCulprit(reply.body, culprit));
  if (unnamed.length === 0) return {};
  const message = 'the refusal does not name what is wrong';
  if (!dialect.isExact) return { notes: [message] };
  // Beside others that it names, one that it does not name was taken.
  const code = all.length > 1 ? 'rule-not-enforced' : 'culprit-not-named';
  return {
    findings: unnamed.map((culprit) =>
      finding(code, `${message}: ${describeCulprit(culprit)}`, check.location, describeCulprit(culprit)),
    ),
  };
}

/** A fitting refusal where the document has no word for any: right, and there is nothing to hold it against. */
function isBeyondDocument({ want, operation }: ContractCheck, { status }: ReceivedReply): boolean {
  return want.kind === 'refusal' && !want.isDocumented && !isDocumented(operation, status);
}

/** 413 and 415 are about the body as a whole: the status names it (RFC 9110 sections 15.5.14 and 15.5.16). */
function culpritsToName({ want }: ContractCheck, { status }: ReceivedReply): readonly Culprit[] {
  if (want.kind !== 'refusal') return [];
  const isNamedByStatus = want.culprits[0]?.where === 'body' && [413, 415].includes(status);
  return isNamedByStatus ? [] : want.culprits;
}

function judgeStatus(
  check: ContractCheck,
  { status, headers }: ReceivedReply,
  dialect: ContractDialect,
): Finding | undefined {
  const { want, operation } = check;
  if (want.kind === 'success' ? isSuccess(operation, status) : want.statuses?.includes(status) !== false)
    return undefined;
  const basis = want.kind === 'success' ? 'document' : want.basis;
  const told = (code: string, message: string) => ({ ...finding(code, message, check.location), basis });
  if (status >= 300 && status < 400)
    return told('redirect', `redirected to ${headers.location ?? 'nowhere'}, and redirects are not followed`);
  if (want.kind === 'success') return judgeRefused(check, status, dialect);
  const isTaken = status >= 200 && status < 300;
  const answered = `${check.name} is answered with ${status}`;
  if (!isTaken) return told('wrong-status', want.kind === 'refusal' ? `refused with ${status}` : answered);
  const [code, message] = takenLies[check.kind] ?? ['wrong-status', answered];
  return told(code, message);
}

/** A valid request is refused. Some APIs refuse for reasons that no document holds: there it is a doubt. */
function judgeRefused(check: ContractCheck, status: number, { isExact }: ContractDialect): Finding {
  const { location, kind, name, operation } = check;
  if (kind === 'documented request') {
    const message = `${status} for the request that the document shows`;
    const problem = status < 500 ? check.ownProblem?.() : undefined;
    if (problem === undefined) return finding('wrong-status', message, location);
    const both = `${message}, which its own schema does not take: ${problem}`;
    return { ...finding('document-contradicts-itself', both, location), basis: 'suspicion' };
  }
  const message = `${status} for a valid request: ${name}`;
  const isAllowed = !isExact && status < 500 && isDocumented(operation, status);
  return {
    ...finding('valid-request-refused', message, location),
    basis: isAllowed ? 'suspicion' : 'document',
  };
}

/** What a 2xx means where a refusal was due. */
const takenLies: Partial<Record<CheckKind, readonly [code: string, message: string]>> = {
  'missing key': ['key-not-required', 'a request without a key was accepted'],
  'unknown key': ['any-key-accepted', 'a key that nobody gave out was accepted'],
  'misplaced key': ['any-key-accepted', 'a key in the wrong place was accepted'],
  'placeholder key': ['any-key-accepted', 'the placeholder of the samples was accepted as a key'],
  'closed plan': ['plan-not-enforced', 'a key whose plan lacks the operation was accepted'],
  'broken rule': ['rule-not-enforced', 'a request that breaks this rule was accepted'],
};

function finding(code: string, message: string, location: SourceLocation, name?: string): Finding {
  return { code, about: 'reply', message, name, basis: 'document', location };
}
