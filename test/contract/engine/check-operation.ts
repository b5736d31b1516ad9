import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import type { UsagePlan } from '../../../openapi/model/usage-plans.ts';
import type { Basis, Finding } from '../../../openapi/operations/judge/finding.ts';
import { judgeReply } from '../../../openapi/operations/judge/judge-reply.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import type { ContractCheck } from './contract-check.ts';
import type { CheckOutcome, CheckResult } from './contract-report.ts';
import { describeExpectation } from './expectation.ts';
import { curlWithoutSecrets, maskSecrets } from './hide-secrets.ts';
import { type Judges, judgeCheck } from './judge-check.ts';
import { CannotGoOnError } from './paced-sender.ts';
import type { SendOutcome } from './send-request.ts';
import { provesNothing, type SkipReason } from './skip-reason.ts';

export interface CheckOperationOptions {
  readonly model: ApiModel;
  /** The plan of the key, where it is known. */
  readonly plan: UsagePlan | undefined;
  readonly serverUrl: string;
  readonly send: (check: ContractCheck) => Promise<SendOutcome>;
  readonly judges: Omit<Judges, 'first' | 'serverUrl'>;
  /** Values that must not appear in a report. */
  readonly secrets: readonly string[];
  readonly reasonToSkip: (check: ContractCheck) => SkipReason | undefined;
  /** Hears of every result as soon as it is there: nothing is lost when the sender cannot go on. */
  readonly onResult: (result: CheckResult) => void;
}

/** Makes the checks of one operation in their order, one request at a time. */
export async function checkOperation(
  operation: Operation,
  planned: readonly ContractCheck[],
  options: CheckOperationOptions,
): Promise<void> {
  const { serverUrl } = options;
  const judges: Judges = { ...options.judges, first: judgeReply, serverUrl };
  let reasonBehind: SkipReason | undefined;
  for (const check of planned) {
    const reason = options.reasonToSkip(check) ?? (check.kind === 'broken rule' ? reasonBehind : undefined);
    if (reason !== undefined) {
      options.onResult(skippedResult(check, reason, options));
      continue;
    }
    const outcome = await options.send(check);
    const result = judgeOutcome(check, outcome, judges, options);
    options.onResult(result);
    if (check.kind === 'documented request' && !isAnswered(outcome))
      reasonBehind = { because: provesNothing, isExcusable: result.isExcusable };
  }
}

function isAnswered(outcome: SendOutcome): boolean {
  return outcome.kind === 'reply' && outcome.reply.status >= 200 && outcome.reply.status < 300;
}

function judgeOutcome(
  check: ContractCheck,
  outcome: SendOutcome,
  judges: Judges,
  options: CheckOperationOptions,
): CheckResult {
  if (outcome.kind === 'no-reply') return withoutReply(check, outcome, options);
  const closedPlans = closedPlansOf(check, outcome.reply, options);
  if (closedPlans !== undefined)
    return skippedResult(check, { because: closedPlans, isExcusable: true }, options);
  const { findings, notes, unjudged } = judgeCheck(check, outcome.reply, judges);
  const received = describeReply(outcome.reply);
  const restsOn = (...bases: readonly Basis[]) => findings.some(({ basis }) => bases.includes(basis));
  if (restsOn('document', 'http'))
    return result(check, options, 'broken', { received, findings, notes: [...notes, ...unjudged] });
  if (unjudged.length > 0) {
    const unjudgedBecause = unjudged.join('; ');
    return { ...result(check, options, 'unjudged', { received, findings, notes }), unjudgedBecause };
  }
  return result(check, options, restsOn('assumption', 'suspicion') ? 'doubtful' : 'held', {
    received,
    findings,
    notes,
  });
}

const noReplyCodes = {
  timeout: 'no-reply-in-time',
  closed: 'connection-closed',
  unreadable: 'unreadable-reply',
} as const;

function withoutReply(
  check: ContractCheck,
  { cause, detail }: Extract<SendOutcome, { kind: 'no-reply' }>,
  options: CheckOperationOptions,
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
  const finding: Finding = { code, about: 'reply', message: detail, basis: 'document', location };
  return result(check, options, 'broken', { received, findings: [finding] });
}

/** A 403 from an operation that some plan closes is no fault where the key's plan is unknown: it may be one of these. */
function closedPlansOf(
  check: ContractCheck,
  reply: ReceivedReply,
  { model, plan: known }: CheckOperationOptions,
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
  options: Pick<CheckOperationOptions, 'secrets'>,
): CheckResult {
  return { ...result(check, options, 'skipped', {}), skippedBecause: because, isExcusable };
}

function result(
  check: ContractCheck,
  { secrets }: Pick<CheckOperationOptions, 'secrets'>,
  outcome: CheckOutcome,
  { received = '', findings = [], notes = [] }: Partial<Pick<CheckResult, 'received' | 'findings' | 'notes'>>,
): CheckResult {
  return {
    operationId: check.operation.operationId,
    kind: check.kind,
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
