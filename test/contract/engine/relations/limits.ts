import type { ApiModel, SourceLocation } from '../../../../openapi/model/api-model.ts';
import { secondsOfPeriod } from '../../../../openapi/model/periods.ts';
import type { QuotaPeriod, UsagePlan } from '../../../../openapi/model/usage-plans.ts';
import type { Basis, Finding } from '../../../../openapi/operations/judge/finding.ts';
import { findResponse } from '../../../../openapi/operations/values/example-replies.ts';
import { longestSpeedSeconds, readLimitItems } from '../read-limits.ts';
import type { SeenCall } from './seen-call.ts';

/** What a reply's headers say of limits; each undefined where they don't. */
interface ToldLimits {
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  /** Seconds since 1970. */
  readonly reset: number | undefined;
  readonly policies: readonly LimitItem[];
  readonly standings: readonly LimitItem[];
}

interface LimitItem {
  readonly name: string;
  readonly q?: number | undefined;
  readonly w?: number | undefined;
  readonly r?: number | undefined;
}

/** What is remembered of the last call that counted from one pool. */
interface LastCall {
  readonly remaining: number;
  readonly reset: number | undefined;
  readonly receivedAt: number | undefined;
}

interface LimitBreak {
  readonly code: string;
  readonly message: string;
  readonly header: string;
  readonly expected?: string;
  readonly got?: string;
  readonly basis?: Basis;
}

/** So many pools of keys are remembered. */
const mostPools = 100;
/** A reply is on its way for a while, and clocks are rounded. */
const toleranceSeconds = 2;

/**
 * Judges what headers tell of limits: by each other, by the key's plan where it is known, and by what the key's last call was
 * told (draft-ietf-httpapi-ratelimit-headers, and `X-RateLimit-*`, which no standard describes).
 */
export function createLimitsJudge(model: ApiModel): (call: SeenCall) => readonly Finding[] {
  const lastCalls = new Map<string, LastCall>();
  // Without plans the document does not say what counts.
  const doubt: Pick<LimitBreak, 'basis'> = model.plans === undefined ? { basis: 'suspicion' } : {};
  return (call) => {
    const told = readTold(call);
    if (told === undefined) return [];
    const breaks = [
      ...withoutKey(call),
      ...oneAgainstTheOther(told),
      ...againstPlan(told, call, planLimits(call)),
      ...againstClock(told, call, planLimits(call)?.quota?.period),
      ...againstLast(told, call, lastCalls, poolOf(call, model)).map((one) => ({ ...one, ...doubt })),
    ];
    return breaks.map((one) => findingOf(one, call));
  };
}

function readTold({ reply: { headers } }: SeenCall): ToldLimits | undefined {
  const number = (word: string) => {
    const text = headers[`x-ratelimit-${word}`];
    return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
  };
  const items = (name: string) =>
    readLimitItems(headers[name] ?? '').map(([item, parameters]) => ({ name: item, ...parameters }));
  const reset = number('reset');
  const told = {
    limit: number('limit'),
    remaining: number('remaining'),
    // Smaller ones are seconds to go.
    reset: reset !== undefined && reset > 1e9 && reset < 1e11 ? reset : undefined,
    policies: items('ratelimit-policy'),
    standings: items('ratelimit'),
  };
  const isTold = told.limit ?? told.remaining ?? reset ?? told.policies[0] ?? told.standings[0];
  return isTold === undefined ? undefined : told;
}

function isQuota({ w }: LimitItem): boolean {
  return w === undefined || w > longestSpeedSeconds;
}

function withoutKey({ operation, reply }: SeenCall): readonly LimitBreak[] {
  if (operation.security.length > 0) return [];
  const header = Object.keys(reply.headers).find((name) => /^(x-)?ratelimit/.test(name)) ?? '';
  const isDocumented = operation.responses.some(({ headers }) =>
    headers.some(({ name }) => name.toLowerCase() === header),
  );
  if (isDocumented) return [];
  const message = `${operation.operationId} needs no key, and shows a limit all the same (${header}).`;
  return [{ code: 'limit-shown', message, header, basis: 'undocumented' }];
}

function oneAgainstTheOther({ limit, remaining, policies, standings }: ToldLimits): readonly LimitBreak[] {
  const breaks: LimitBreak[] = [];
  const say = (code: string, header: string, expected: number, got: number, message: string) =>
    breaks.push({ code, header, message, expected: String(expected), got: String(got) });
  if (limit !== undefined && remaining !== undefined && remaining > limit) {
    const message = `X-RateLimit-Remaining is ${remaining}, more than X-RateLimit-Limit, ${limit}.`;
    say('remaining-above-limit', 'X-RateLimit-Remaining', limit, remaining, message);
  }
  for (const { name, r } of standings) {
    const policy = policies.find((one) => one.name === name);
    if (r === undefined || policy?.q === undefined) continue;
    if (r > policy.q) {
      const message = `RateLimit says that ${r} of "${name}" are left, more than its ${policy.q}.`;
      say('remaining-above-limit', 'RateLimit', policy.q, r, message);
    }
  }
  const quotas = policies.filter(isQuota);
  const [quota] = quotas;
  // Of several quotas nobody says which one the older headers tell of.
  if (quota === undefined || quotas.length > 1) return breaks;
  const left = standings.find(({ name }) => name === quota.name)?.r;
  if (left !== undefined && remaining !== undefined && left !== remaining) {
    const message = `X-RateLimit-Remaining is ${remaining}, and RateLimit says that ${left} of "${quota.name}" are left.`;
    say('limits-differ', 'X-RateLimit-Remaining', left, remaining, message);
  }
  if (quota.q !== undefined && limit !== undefined && quota.q !== limit) {
    const message = `X-RateLimit-Limit is ${limit}, and RateLimit-Policy says ${quota.q} of "${quota.name}".`;
    say('limits-differ', 'X-RateLimit-Limit', quota.q, limit, message);
  }
  return breaks;
}

/** The limits of the key's plan, where these are all that count for the operation. */
function planLimits({ plan, operation }: SeenCall): UsagePlan['limits'] | undefined {
  return operation.security.length === 0 || plan?.operationLimits.has(operation.operationId)
    ? undefined
    : plan?.limits;
}

function againstPlan(
  { limit, policies }: ToldLimits,
  { plan }: SeenCall,
  limits: UsagePlan['limits'] | undefined,
): readonly LimitBreak[] {
  if (limits === undefined) return [];
  const breaks: LimitBreak[] = [];
  const say = (header: string, what: string, expected: number | undefined, got: number | undefined) => {
    if (expected === undefined || got === undefined || expected === got) return;
    const message = `${header} says ${got} ${what}, and the plan ${plan?.displayName} has ${expected}.`;
    breaks.push({ code: 'wrong-limit', header, message, expected: String(expected), got: String(got) });
  };
  const { quota, rate } = limits;
  const header = 'RateLimit-Policy';
  say('X-RateLimit-Limit', 'calls', quota?.max, limit);
  for (const policy of policies) {
    if (isQuota(policy)) {
      say(header, 'calls', quota?.max, policy.q);
      // A month is written as one of so many days: nobody says how many.
      const isFixed = quota !== undefined && !['month', 'year', 'forever'].includes(quota.period);
      if (isFixed) say(header, 'seconds', secondsOfPeriod[quota.period as 'day'], policy.w);
    } else if (rate !== undefined) {
      say(header, 'calls at once', rate.burst, policy.q);
      say(header, 'seconds', Math.ceil((rate.burst / rate.max) * rate.periodSeconds), policy.w);
    }
  }
  return breaks;
}

/** By the server's own clock (`Date`): a quota is fresh again at the end of its calendar period in UTC. */
function againstClock(
  { reset }: ToldLimits,
  { reply, receivedAt }: SeenCall,
  period: QuotaPeriod | undefined,
): readonly LimitBreak[] {
  const now = Date.parse(reply.headers.date ?? '') || receivedAt;
  if (reset === undefined || now === undefined) return [];
  const header = 'X-RateLimit-Reset';
  const at = (seconds: number) => new Date(seconds * 1000).toISOString();
  if (reset < now / 1000 - toleranceSeconds) {
    const message = `${header} is ${reset} (${at(reset)}), which was over when the reply was sent.`;
    return [{ code: 'reset-in-past', header, message, got: String(reset) }];
  }
  const ends =
    period === undefined ? [] : [now - toleranceSeconds * 1000, now].map((one) => endOf(period, one));
  if (ends.length === 0 || ends.includes(undefined) || ends.includes(reset)) return [];
  const expected = String(ends.at(-1));
  const message = `${header} is ${reset} (${at(reset)}), and the ${period} ends at ${at(Number(expected))}.`;
  return [{ code: 'wrong-reset', header, message, expected, got: String(reset) }];
}

/** The end of the calendar period in UTC, in seconds since 1970; undefined for what is no calendar's, or never ends. */
function endOf(period: QuotaPeriod, now: number): number | undefined {
  const date = new Date(now);
  if (period === 'day')
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1) / 1000;
  return period === 'month' ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) / 1000 : undefined;
}

/** Calls that one number counts down: all of a key, or of one operation where no plan says that they share one. */
function poolOf({ key, operation }: SeenCall, { plans }: ApiModel): string {
  const id = operation.operationId;
  const isShared = plans?.plans.every(
    ({ limits, operationLimits }) => limits.quota !== undefined && !operationLimits.has(id),
  );
  return JSON.stringify([key, isShared ? '' : id]);
}

/** From call to call the number goes down. */
function againstLast(
  { remaining, reset }: ToldLimits,
  { operation, reply: { status }, sentAt, receivedAt }: SeenCall,
  lastCalls: Map<string, LastCall>,
  pool: string,
): readonly LimitBreak[] {
  if (remaining === undefined || operation.security.length === 0) return [];
  const last = lastCalls.get(pool);
  lastCalls.delete(pool);
  lastCalls.set(pool, { remaining, reset, receivedAt });
  const [oldest] = lastCalls.keys();
  if (lastCalls.size > mostPools && oldest !== undefined) lastCalls.delete(oldest);
  if (last === undefined || last.reset !== reset) return [];
  // Of two calls at once nobody knows which was counted first.
  if (last.receivedAt !== undefined && sentAt !== undefined && sentAt < last.receivedAt) return [];
  const header = 'X-RateLimit-Remaining';
  // What is refused for its limit, its key or its plan counts nothing; of other refusals nobody says.
  const isCounted = status >= 200 && status < 300;
  const most = Math.max(0, isCounted ? last.remaining - 1 : last.remaining);
  const got = String(remaining);
  const from = `${header} went from ${last.remaining} to ${remaining}`;
  if (remaining > most) {
    const message = `${from} with a call that ${isCounted ? 'counts' : 'does not add any'}.`;
    return [{ code: 'remaining-not-counted', header, message, expected: `at most ${most}`, got }];
  }
  if (remaining >= last.remaining - 1) return [];
  const message = `${from} with one call: does somebody else use the key?`;
  const expected = String(last.remaining - 1);
  return [{ code: 'remaining-dropped', header, message, expected, got, basis: 'suspicion' }];
}

/** Whose word it is: the document's, its author's, or that of nobody, where no response has the header. */
function findingOf({ header, ...broken }: LimitBreak, { operation, reply }: SeenCall): Finding {
  const documented = findResponse(operation.responses, reply.status)?.headers.find(
    ({ name }) => name.toLowerCase() === header.toLowerCase(),
  );
  const ofHeader: Basis =
    documented === undefined ? 'suspicion' : documented.assumption === undefined ? 'document' : 'assumption';
  const location: SourceLocation = documented?.source ?? operation.source;
  return { about: 'reply', name: header, basis: ofHeader, ...broken, location };
}
