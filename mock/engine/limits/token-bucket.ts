import type { RateLimit } from '../../../openapi/model/usage-plans.ts';

/**
 * A bucket's level in parts of a token, so that a refill of, say, 10 tokens in 3 seconds is counted in whole numbers
 * and never drifts: one token is `periodMs` parts, and each millisecond brings `max` parts.
 */
export interface BucketLevel {
  parts: number;
  /** When `parts` was counted, whole epoch milliseconds. */
  countedAt: number;
}

export interface BucketMeasures {
  readonly partsPerToken: number;
  readonly partsPerMs: number;
  readonly capacity: number;
}

export function measuresOf(rate: RateLimit): BucketMeasures {
  const partsPerToken = rate.periodSeconds * 1_000;
  return { partsPerToken, partsPerMs: rate.max, capacity: rate.burst * partsPerToken };
}

export function fullBucket(rate: RateLimit, now: number): BucketLevel {
  return { parts: measuresOf(rate).capacity, countedAt: Math.floor(now) };
}

/**
 * A look so much older than the last one was overtaken, by a call that waited less or one at another mock: what came back
 * in between has been counted. An older one is of a clock that was set back.
 */
export const overtakenMs = 1_000;

/** Adds what has come back since the last look. A clock that was set back brings nothing and takes nothing. */
export function refillBucket(level: BucketLevel, rate: RateLimit, now: number): void {
  const { capacity, partsPerMs } = measuresOf(rate);
  const countedAt = Math.floor(now);
  const elapsedMs = countedAt - level.countedAt;
  level.parts = Math.min(capacity, level.parts + Math.max(0, elapsedMs) * partsPerMs);
  if (elapsedMs > 0 || elapsedMs < -overtakenMs) level.countedAt = countedAt;
}

/** Whole calls that the bucket holds, as it was last refilled. */
export function tokensIn(level: BucketLevel, rate: RateLimit): number {
  return Math.floor(level.parts / measuresOf(rate).partsPerToken);
}

export function takeToken(level: BucketLevel, rate: RateLimit): void {
  level.parts -= measuresOf(rate).partsPerToken;
}

/** Milliseconds until one more whole call is in the bucket; 0 when it is full. */
export function msToNextToken(level: BucketLevel, rate: RateLimit): number {
  const { partsPerToken, partsPerMs, capacity } = measuresOf(rate);
  if (level.parts >= capacity) return 0;
  if (partsPerMs <= 0) return Number.POSITIVE_INFINITY;
  return Math.ceil((partsPerToken - (level.parts % partsPerToken)) / partsPerMs);
}
