import type { Finding } from '../../../openapi/operations/judge/finding.ts';
import type { CheckResult } from './contract-report.ts';
import { judgeOutcome, type MakeCheckOptions, type SentOutcome } from './judge-outcome.ts';
import type { LimitCheck } from './stages/limits-stage.ts';

/**
 * Makes calls at once, and looks whether those beyond the plan's speed are refused with a 429 that fits the document and says when to
 * come back. Some more than it allows may pass: the bucket fills while they are on their way.
 */
export async function exceedLimit(
  { check, plan, calls, allowed }: LimitCheck,
  send: () => Promise<SentOutcome>,
  options: MakeCheckOptions,
): Promise<CheckResult> {
  const sent = await Promise.all(Array.from({ length: calls }, send));
  const refused = sent.find(({ outcome }) => outcome.kind === 'reply' && outcome.reply.status === 429);
  const answered = refused ?? sent[0];
  if (answered === undefined) throw new Error('no call was made'); // a limit lets at least one through
  const result = judgeOutcome(
    {
      ...check,
      want: refused === undefined ? { kind: 'answer', statuses: undefined, basis: 'http' } : check.want,
    },
    answered,
    options,
  );
  const passed = sent.filter(({ outcome }) => outcome.kind === 'reply' && outcome.reply.status < 300).length;
  const findings = [
    ...result.findings,
    ...breaks(check, { plan: plan.displayName, calls, allowed, passed, refused }),
  ];
  return {
    ...result,
    findings,
    outcome: findings.length > result.findings.length ? 'broken' : result.outcome,
  };
}

interface Flood {
  readonly plan: string;
  readonly calls: number;
  readonly allowed: number;
  readonly passed: number;
  readonly refused: SentOutcome | undefined;
}

function breaks(
  { location }: LimitCheck['check'],
  { plan, calls, allowed, passed, refused }: Flood,
): readonly Finding[] {
  const finding = { about: 'reply', name: 'rate', basis: 'document', location } as const;
  if (refused === undefined) {
    const message = `${passed} of ${calls} calls at once were answered, and none was refused: the plan ${plan} allows ${allowed}.`;
    return [{ ...finding, code: 'limit-not-enforced', message, expected: '429', got: `${passed} answers` }];
  }
  const { outcome } = refused;
  if (outcome.kind !== 'reply' || /^[1-9]\d*$/.test(outcome.reply.headers['retry-after'] ?? '')) return [];
  const message = 'A 429 does not say in Retry-After after how many seconds the next call may come.';
  const got = outcome.reply.headers['retry-after'];
  return [{ ...finding, code: 'no-retry-after', message, name: 'Retry-After', basis: 'suspicion', got }];
}
