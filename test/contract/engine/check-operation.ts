import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import { createReplyValidator } from '../../../openapi/operations/create-reply-validator.ts';
import type { CheckOutcome, CheckResult, Finding } from './contract-report.ts';
import { curlLine, maskSecrets } from './curl-line.ts';
import { describeExpectation } from './expectation.ts';
import { type Judges, judgeReply } from './judge-reply.ts';
import { CannotGoOnError, type PacedSender } from './paced-sender.ts';
import type { PlannedCheck } from './planned-check.ts';
import type { ReceivedReply, SendOutcome } from './send-request.ts';

export interface CheckOperationOptions {
  readonly model: ApiModel;
  readonly serverUrl: string;
  readonly sender: PacedSender;
  readonly judges: Omit<Judges, 'first'>;
  /** Values that must not appear in a report. */
  readonly secrets: readonly string[];
  /** Why a check is not made, or undefined. */
  readonly reasonToSkip: (check: PlannedCheck) => string | undefined;
  /** Hears of every result as soon as it is there: nothing is lost when the sender cannot go on. */
  readonly onResult: (result: CheckResult) => void;
}

/** Makes the checks of one operation in their order, one request at a time. */
export async function checkOperation(
  operation: Operation,
  planned: readonly PlannedCheck[],
  options: CheckOperationOptions,
): Promise<void> {
  const judges: Judges = { ...options.judges, first: createReplyValidator(operation) };
  let isRefused = false;
  for (const check of planned) {
    const reason = options.reasonToSkip(check) ?? (isRefused ? proveNothing(check) : undefined);
    if (reason !== undefined) {
      options.onResult(skipped(check, reason, options));
      continue;
    }
    const outcome = await options.sender.send(check.request);
    const result = judgeOutcome(check, outcome, judges, options);
    options.onResult(result);
    if (check.kind === 'documented request') isRefused = !isAnswered(outcome);
  }
}

/** After a valid request was refused, a refused invalid one says nothing about its rule; keys are looked at before. */
function proveNothing(check: PlannedCheck): string | undefined {
  if (check.kind !== 'broken rule') return undefined;
  return 'the documented request itself got no 2xx reply, so a refusal would prove nothing';
}

function isAnswered(outcome: SendOutcome): boolean {
  return outcome.kind === 'reply' && outcome.reply.status >= 200 && outcome.reply.status < 300;
}

function judgeOutcome(
  check: PlannedCheck,
  outcome: SendOutcome,
  judges: Judges,
  options: CheckOperationOptions,
): CheckResult {
  if (outcome.kind === 'no-reply') {
    if (outcome.cause === 'unreachable') throw unreachable(outcome.detail, options.serverUrl);
    if (outcome.cause === 'unsendable')
      return skipped(check, `fetch will not send it: ${outcome.detail}`, options);
    const code = outcome.cause === 'timeout' ? 'no-reply-in-time' : 'connection-closed';
    const finding: Finding = { code, message: outcome.detail, judge: 'kit', location: check.location };
    return result(check, options, 'broken', `no reply: ${outcome.detail}`, [finding], []);
  }
  const closedPlans = closedPlansOf(check, outcome.reply, options);
  if (closedPlans !== undefined) return skipped(check, closedPlans, options);
  const { findings, notes } = judgeReply(check, outcome.reply, judges);
  const all = [...findings, ...judgeDocumentedRequest(check, judges, options)];
  const isBroken = all.some((finding) => finding.judge === 'kit');
  const verdict = isBroken ? 'broken' : all.length > 0 ? 'disputed' : 'held';
  return result(check, options, verdict, describeReply(outcome.reply), all, notes);
}

/** A 403 from an operation that some plan closes is no fault: the key may be one of that plan's. */
function closedPlansOf(
  check: PlannedCheck,
  reply: ReceivedReply,
  { model }: CheckOperationOptions,
): string | undefined {
  if (check.kind !== 'documented request' || reply.status !== 403) return undefined;
  const plans = (model.plans?.plans ?? []).filter((plan) =>
    plan.closedOperationIds.has(check.operation.operationId),
  );
  if (plans.length === 0) return undefined;
  const names = plans.map((plan) => plan.displayName).join(', ');
  return `403: the key's plan seems not to include it (not in ${names}); use a key of another plan`;
}

/** Prism's opinion on the request that the document shows: do its own examples fit it? */
function judgeDocumentedRequest(
  check: PlannedCheck,
  { second }: Judges,
  { serverUrl }: CheckOperationOptions,
): readonly Finding[] {
  if (check.kind !== 'documented request') return [];
  return second.judgeRequest(check.operation, check.request, serverUrl).map((message) => ({
    code: 'second-opinion',
    message,
    judge: 'prism',
    location: check.location,
  }));
}

function skipped(check: PlannedCheck, reason: string, options: CheckOperationOptions): CheckResult {
  return { ...result(check, options, 'skipped', '', [], []), skippedBecause: reason };
}

function result(
  check: PlannedCheck,
  { secrets }: CheckOperationOptions,
  outcome: CheckOutcome,
  received: string,
  findings: readonly Finding[],
  notes: readonly string[],
): CheckResult {
  return {
    operationId: check.operation.operationId,
    kind: check.kind,
    name: check.name,
    outcome,
    skippedBecause: undefined,
    findings: findings.map((one) => ({ ...one, message: maskSecrets(one.message, secrets) })),
    notes,
    curl: curlLine(check.request, secrets),
    expected: describeExpectation(check.want),
    received: maskSecrets(received, secrets),
  };
}

function describeReply({ status, mediaType, text }: ReceivedReply): string {
  const start = text.replaceAll(/\s+/g, ' ').slice(0, 300);
  return `${status} ${mediaType ?? 'without Content-Type'} ${start}${text.length > 300 ? ' …' : ''}`.trim();
}

function unreachable(detail: string, serverUrl: string): CannotGoOnError {
  return new CannotGoOnError(
    `${serverUrl} can't be reached: ${detail}.`,
    'Is the server running, and is the URL right?',
  );
}
