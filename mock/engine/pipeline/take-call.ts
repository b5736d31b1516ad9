import { findPeriod } from '../../../openapi/model/periods.ts';
import type { QuotaLimit, RateLimit, UsagePlan } from '../../../openapi/model/usage-plans.ts';
import type { Arrived, Identified, Matched } from '../exchange.ts';
import { createFailure, type Failure } from '../failures/failure.ts';
import { poolsOf } from '../limits/account-pools.ts';
import { limitHeaders, retryAfterSeconds } from '../limits/limit-headers.ts';
import { type CallOutcome, UsageAwayError } from '../limits/usage-state.ts';
import { type Step, Stop } from '../step.ts';

function describeRate({ max, periodSeconds }: RateLimit): string {
  return `${max} ${max === 1 ? 'call' : 'calls'} per ${findPeriod(periodSeconds) ?? `${periodSeconds} seconds`}`;
}

function describeQuota({ max, period }: QuotaLimit): string {
  return period === 'forever' ? `${max} calls` : `${max} calls of this ${period} (UTC)`;
}

type Refusal = NonNullable<CallOutcome['refusal']>;

function failureOf(refusal: Refusal, plan: UsagePlan, now: number): Failure {
  const { limits } = refusal.standing.pool;
  const seconds = retryAfterSeconds(refusal, now);
  const headers = seconds === undefined ? {} : { 'Retry-After': String(seconds) };
  const wait = seconds === 1 ? 'Wait 1 second.' : `Wait ${seconds} seconds.`;
  if (refusal.limit === 'rate' && limits.rate !== undefined) {
    const { burst } = limits.rate;
    const facts = { plan: plan.displayName, burst, rate: describeRate(limits.rate), retryAfter: wait };
    return createFailure('rate-exceeded', facts, { headers });
  }
  const resetMs = refusal.standing.quota?.resetMs ?? Number.POSITIVE_INFINITY;
  const fresh = Number.isFinite(resetMs)
    ? `New ones come at ${new Date(resetMs).toISOString().replace('.000Z', 'Z')}.`
    : 'No new ones will come.';
  const quota = limits.quota === undefined ? 'calls' : describeQuota(limits.quota);
  return createFailure('quota-exceeded', { plan: plan.displayName, quota, retryAfter: fresh }, { headers });
}

function away(error: unknown): UsageAwayError {
  if (error instanceof UsageAwayError) return error;
  throw error;
}

/** Usage that mocks share, and whether it is away: `away` refuses a call, `local` counts it by this mock alone. */
const usageHeader = 'X-Mock-Usage';

/** Takes one call from the rate and the quota of every pool at once, or from none (429; 503 where nobody can count). */
export const takeCall: Step<Arrived & Matched & Identified, undefined> = {
  name: 'take call',
  async run({ operation, account, now, replyHeaders }, { usage, gateway }) {
    if (account === undefined) return undefined;
    const pools = poolsOf(account, operation.definition.operationId);
    const outcome = await usage.takeCall(account.key, pools, now).catch(away);
    if (outcome instanceof UsageAwayError) {
      replyHeaders[usageHeader] = 'away';
      const details = { headers: { 'Retry-After': '1' } };
      return new Stop(createFailure('usage-away', { reason: outcome.message }, details));
    }
    const { refusal, standings, isLocal } = outcome;
    if (isLocal) replyHeaders[usageHeader] = 'local';
    if (gateway.sendsLimits) Object.assign(replyHeaders, limitHeaders(standings, now));
    return refusal === undefined ? undefined : new Stop(failureOf(refusal, account.plan, now));
  },
};
