import { secondsOfPeriod } from '../../../openapi/model/periods.ts';
import type { LimitPool, PoolStanding } from './usage-state.ts';

/** RateLimit-*, X-RateLimit-* and Retry-After. */
export function isLimitHeader(name: string): boolean {
  return /^(x-)?ratelimit(-|$)|^retry-after$/i.test(name);
}

const msPerSecond = 1_000;

function policyName(pool: LimitPool, limit: 'rate' | 'quota'): string {
  if (pool.name === 'default') return `"${limit}"`;
  return `"${pool.name.replace(/[^\w.-]/g, '_')}-${limit}"`;
}

function wholeSeconds(ms: number): number {
  return Math.ceil(ms / msPerSecond);
}

/** A policy's window is a number of seconds, so a month is written as 30 days; `X-RateLimit-Reset` has its real end. */
function windowOf(seconds: number): string {
  return Number.isFinite(seconds) ? `;w=${Math.max(1, Math.ceil(seconds))}` : '';
}

function policiesOf(standing: PoolStanding): string[] {
  const { pool } = standing;
  const { rate, quota } = pool.limits;
  const policies: string[] = [];
  if (rate !== undefined) {
    // A bucket of `burst` calls fills up from empty in this window.
    const fillsInSeconds = (rate.burst / rate.max) * rate.periodSeconds;
    policies.push(`${policyName(pool, 'rate')};q=${rate.burst}${windowOf(fillsInSeconds)}`);
  }
  if (quota !== undefined) {
    const window = quota.period === 'forever' ? '' : windowOf(secondsOfPeriod[quota.period]);
    policies.push(`${policyName(pool, 'quota')};q=${quota.max}${window}`);
  }
  return policies;
}

function limitsOf(standing: PoolStanding, now: number): string[] {
  const { pool, rate, quota } = standing;
  const limits: string[] = [];
  if (rate !== undefined) {
    const next =
      rate.nextInMs > 0 && Number.isFinite(rate.nextInMs) ? `;t=${wholeSeconds(rate.nextInMs)}` : '';
    limits.push(`${policyName(pool, 'rate')};r=${rate.remaining}${next}`);
  }
  if (quota !== undefined) {
    const next = Number.isFinite(quota.resetMs) ? `;t=${wholeSeconds(quota.resetMs - now)}` : '';
    limits.push(`${policyName(pool, 'quota')};r=${quota.remaining}${next}`);
  }
  return limits;
}

/**
 * `RateLimit-Policy` and `RateLimit` as draft-ietf-httpapi-ratelimit-headers-10 writes them, and the older
 * `X-RateLimit-*` for the quota, `Reset` in epoch seconds.
 */
export function limitHeaders(standings: readonly PoolStanding[], now: number): Record<string, string> {
  const headers: Record<string, string> = {};
  const policies = standings.flatMap(policiesOf);
  if (policies.length === 0) return headers;
  headers['RateLimit-Policy'] = policies.join(', ');
  headers.RateLimit = standings.flatMap((standing) => limitsOf(standing, now)).join(', ');
  const counted = standings.find((standing) => standing.quota !== undefined);
  if (counted?.quota !== undefined) {
    headers['X-RateLimit-Limit'] = String(counted.pool.limits.quota?.max);
    headers['X-RateLimit-Remaining'] = String(counted.quota.remaining);
    if (Number.isFinite(counted.quota.resetMs)) {
      headers['X-RateLimit-Reset'] = String(wholeSeconds(counted.quota.resetMs));
    }
  }
  return headers;
}

/** Whole seconds to wait after a refusal: rounded up, at least 1 (RFC 9110 10.2.3); undefined: waiting won't help. */
export function retryAfterSeconds(
  refusal: { readonly limit: 'rate' | 'quota'; readonly standing: PoolStanding },
  now: number,
): number | undefined {
  const { rate, quota } = refusal.standing;
  const waitMs = refusal.limit === 'rate' ? rate?.nextInMs : (quota?.resetMs ?? now) - now;
  if (waitMs === undefined || !Number.isFinite(waitMs)) return undefined;
  return Math.max(1, wholeSeconds(waitMs));
}
