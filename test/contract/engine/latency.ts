import type { CheckResult } from './contract-report.ts';

/** How long replies took, in milliseconds, from sending a request to the end of its reply. */
export interface Latency {
  /** Checks that it is of: those that sent something. */
  readonly checks: number;
  /** Half of them took at most so long. */
  readonly p50: number;
  /** 95 % of them. */
  readonly p95: number;
  readonly max: number;
}

/** Undefined where nothing was sent. */
export function latencyOf(checks: readonly Pick<CheckResult, 'durationMs'>[]): Latency | undefined {
  const durations = checks.flatMap(({ durationMs }) => durationMs ?? []).sort((one, other) => one - other);
  // The nearest rank: a time that was really measured, of few checks, too.
  const atMost = (share: number) => durations[Math.ceil(share * durations.length) - 1];
  const [p50, p95, max] = [atMost(0.5), atMost(0.95), durations.at(-1)];
  if (p50 === undefined || p95 === undefined || max === undefined) return undefined;
  return { checks: durations.length, p50, p95, max };
}
