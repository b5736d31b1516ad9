import type { ApiModel } from '../../../openapi/model/api-model.ts';
import type { UsagePlan } from '../../../openapi/model/usage-plans.ts';
import type { Basis, Finding } from '../../../openapi/operations/judge/finding.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import type { Baseline } from './baseline.ts';
import type { ContractCheck } from './contract-check.ts';
import type { CheckOutcome, CheckResult } from './contract-report.ts';
import { describeExpectation } from './expectation.ts';
import { curlWithoutSecrets, maskSecrets } from './hide-secrets.ts';
import { type Judges, judgeCheck } from './judge-check.ts';
import type { JudgeMeaning } from './judge-meaning.ts';
import { judgementOf, merge } from './judgement.ts';
import { CannotGoOnError } from './paced-sender.ts';
import type { SendOutcome } from './send-request.ts';
import type { SkipReason } from './skip-reason.ts';

export interface MakeCheckOptions {
  readonly model: ApiModel;
  /** The plan of the key, where it is known. */
  readonly plan: UsagePlan | undefined;
  readonly serverUrl: string;
  readonly judges: Judges;
  /** Values that must not appear in a report. */
  readonly secrets: readonly string[];
  readonly judgeMeaning: JudgeMeaning;
  /** Findings that are known already, and break nothing. */
  readonly baseline: Baseline | undefined;
}

/** What an answer to a check comes to. Throws CannotGoOnError where nobody answers at all. */
export function judgeOutcome(
  check: ContractCheck,
  sent: SentOutcome,
  options: MakeCheckOptions,
): CheckResult {
  const { outcome, sentAt, receivedAt } = sent;
  const durationMs = receivedAt - sentAt;
  if (outcome.kind === 'no-reply') return { ...withoutReply(check, outcome, options), durationMs };
  const requestId = requestIdOf(outcome.reply);
  return { ...judgeReceived(check, outcome.reply, sent, options), durationMs, requestId };
}

/** What came of a request, and when; milliseconds since 1970. */
export interface SentOutcome {
  readonly outcome: SendOutcome;
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** What APIs call the id of a request. */
const requestIdHeaders = [
  'x-request-id',
  'request-id',
  'x-amzn-requestid',
  'x-amz-request-id',
  'x-correlation-id',
];

function requestIdOf({ headers }: ReceivedReply): string | undefined {
  return requestIdHeaders.map((name) => headers[name]).find((id) => id !== undefined);
}

function judgeReceived(
  check: ContractCheck,
  reply: ReceivedReply,
  sent: SentOutcome,
  options: MakeCheckOptions,
): CheckResult {
  const closedPlans = closedPlansOf(check, reply, options);
  if (closedPlans !== undefined)
    return skippedResult(check, { because: closedPlans, isExcusable: true }, options);
  const ofCheck = judgeCheck(check, reply, options.judges);
  const meaning = judgementOf(options.judgeMeaning(check, reply, sent));
  const { findings: all, notes: told, unjudged } = merge(ofCheck, meaning);
  const isKnown = (finding: Finding) => options.baseline?.has(check.operation.operationId, finding) === true;
  const [known, findings] = [all.filter(isKnown), all.filter((one) => !isKnown(one))];
  const notes = [...told, ...known.map(({ message }) => `known from the baseline: ${message}`)];
  const received = describeReply(reply);
  const restsOn = (...bases: readonly Basis[]) => findings.some(({ basis }) => bases.includes(basis));
  if (restsOn('document', 'http'))
    return result(check, options, 'broken', { received, findings, notes: [...notes, ...unjudged] });
  if (unjudged.length > 0) {
    const unjudgedBecause = unjudged.join('; ');
    return { ...result(check, options, 'unjudged', { received, findings, notes }), unjudgedBecause };
  }
  const outcome = restsOn('assumption', 'suspicion') ? 'doubtful' : 'held';
  return result(check, options, outcome, { received, findings, notes });
}

const noReplyCodes = {
  timeout: 'no-reply-in-time',
  closed: 'connection-closed',
  unreadable: 'unreadable-reply',
  'too-large': 'too-large-reply',
} as const;

function withoutReply(
  check: ContractCheck,
  { cause, detail }: Extract<SendOutcome, { kind: 'no-reply' }>,
  options: MakeCheckOptions,
): CheckResult {
  if (cause === 'unreachable') throw unreachable(detail, options.serverUrl);
  if (cause === 'unsendable') {
    return skippedResult(check, { because: `fetch will not send it: ${detail}`, isExcusable: true }, options);
  }
  const received = `no reply: ${detail}`;
  if (cause === 'unsupported') {
    const unjudgedBecause = `could not judge it: ${detail}`;
    return { ...result(check, options, 'unjudged', { received }), unjudgedBecause };
  }
  const { location } = check;
  const code = noReplyCodes[cause];
  // Nobody promised an answer to what the document does not have.
  const basis = cause === 'too-large' || check.want.kind === 'answer' ? 'suspicion' : 'document';
  const finding: Finding = { code, about: 'reply', message: detail, basis, location };
  return result(check, options, basis === 'document' ? 'broken' : 'doubtful', {
    received,
    findings: [finding],
  });
}

/** A 403 from an operation that some plan closes is no fault where the key's plan is unknown: it may be one of these. */
function closedPlansOf(
  check: ContractCheck,
  reply: ReceivedReply,
  { model, plan: known }: MakeCheckOptions,
): string | undefined {
  if (known !== undefined || check.kind !== 'documented request' || reply.status !== 403) return undefined;
  const plans = (model.plans?.plans ?? []).filter((plan) =>
    plan.closedOperationIds.has(check.operation.operationId),
  );
  if (plans.length === 0) return undefined;
  const names = plans.map((plan) => plan.displayName).join(', ');
  return `403: the key's plan seems not to include it (not in ${names}); name the key's plan with --plan, or use a key of another plan`;
}

export function skippedResult(
  check: ContractCheck,
  { because, isExcusable }: SkipReason,
  options: Pick<MakeCheckOptions, 'secrets'>,
): CheckResult {
  return { ...result(check, options, 'skipped', {}), skippedBecause: because, isExcusable };
}

function result(
  check: ContractCheck,
  { secrets }: Pick<MakeCheckOptions, 'secrets'>,
  outcome: CheckOutcome,
  { received = '', findings = [], notes = [] }: Partial<Pick<CheckResult, 'received' | 'findings' | 'notes'>>,
): CheckResult {
  return {
    operationId: check.operation.operationId,
    kind: check.kind,
    stage: check.stage,
    name: check.name,
    outcome,
    skippedBecause: undefined,
    unjudgedBecause: undefined,
    isExcusable: false,
    findings: findings.map((one) => ({ ...one, message: maskSecrets(one.message, secrets) })),
    notes: notes.map((note) => maskSecrets(note, secrets)),
    curl: curlWithoutSecrets(check.request, secrets),
    expected: describeExpectation(check.want),
    received: maskSecrets(received, secrets),
  };
}

function describeReply({ status, mediaType, text }: ReceivedReply): string {
  const start = text.slice(0, 1000).replaceAll(/\s+/g, ' ').slice(0, 300);
  return `${status} ${mediaType ?? 'without Content-Type'} ${start}${text.length > 300 ? ' …' : ''}`.trim();
}

function unreachable(detail: string, serverUrl: string): CannotGoOnError {
  return new CannotGoOnError(
    `${serverUrl} can't be reached: ${detail}.`,
    'Is the server running, and is the URL right?',
  );
}
