import type { QuotaLimit, QuotaPeriod } from '../../../openapi/model/usage-plans.ts';
import type { CalendarPeriod } from './calendar-period.ts';
import type { BucketLevel } from './token-bucket.ts';
import type { LimitPool } from './usage-state.ts';

/** What is counted in one calendar period. */
export interface CountedPeriod extends CalendarPeriod {
  used: number;
  readonly period: QuotaPeriod;
}

/** What is counted of one pool of a key. */
export interface PoolCounts {
  bucket: BucketLevel | undefined;
  /** The period of the last call. */
  quota: CountedPeriod | undefined;
}

/** So many periods that a clock has left are known; it is moved by hand, so these are more than a test visits. */
export const mostLeftPeriods = 24;

/** What counts as used in the first period of a key: a key with a state has only as many calls as the state leaves. */
export function usedAtFirst({ callsLeft }: LimitPool, { max }: QuotaLimit): number {
  return callsLeft === undefined ? 0 : Math.max(0, max - callsLeft);
}
