import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fullBucket,
  msToNextToken,
  refillBucket,
  takeToken,
  tokensIn,
} from '../../../../mock/engine/limits/token-bucket.ts';
import type { RateLimit } from '../../../../openapi/model/usage-plans.ts';

const rateOf = (max: number, periodSeconds: number, burst: number): RateLimit => ({
  max,
  periodSeconds,
  burst,
  shown: undefined,
});
const anyRate = fc
  .record({
    max: fc.integer({ min: 1, max: 5_000 }),
    periodSeconds: fc.constantFrom(1, 3, 60, 3_600, 86_400),
    burst: fc.integer({ min: 1, max: 10_000 }),
  })
  .map(({ max, periodSeconds, burst }) => rateOf(max, periodSeconds, burst));

/** Takes a call if there is one, as the state does. */
function tryTake(level: ReturnType<typeof fullBucket>, rate: RateLimit, now: number): boolean {
  refillBucket(level, rate, now);
  if (tokensIn(level, rate) < 1) return false;
  takeToken(level, rate);
  return true;
}

describe('token bucket', () => {
  it('never lets more through in any stretch of time than burst plus what comes back in it', () => {
    const smallRate = fc
      .record({
        max: fc.integer({ min: 1, max: 20 }),
        periodSeconds: fc.constantFrom(1, 3),
        burst: fc.integer({ min: 1, max: 10 }),
      })
      .map(({ max, periodSeconds, burst }) => rateOf(max, periodSeconds, burst));
    const pauseMs = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 60_000 }),
    );
    fc.assert(
      fc.property(smallRate, fc.array(pauseMs, { maxLength: 120 }), (rate, pausesMs) => {
        const level = fullBucket(rate, 0);
        const takenAt: number[] = [];
        let now = 0;
        for (const pause of pausesMs) {
          now += pause;
          if (tryTake(level, rate, now)) takenAt.push(now);
        }
        for (const [first, start] of takenAt.entries()) {
          for (const [later, end] of takenAt.slice(first).entries()) {
            const cameBack = (rate.max * (end - start)) / (rate.periodSeconds * 1_000);
            expect(later + 1).toBeLessThanOrEqual(rate.burst + cameBack);
          }
        }
      }),
    );
  });

  it('gives exactly the calls of a long time, however finely it is looked at', () => {
    fc.assert(
      fc.property(
        anyRate,
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 200 }),
        (rate, looksMs) => {
          const looked = fullBucket(rate, 0);
          const left = fullBucket(rate, 0);
          looked.parts = 0;
          left.parts = 0;
          let now = 0;
          for (const lookMs of looksMs) {
            now += lookMs;
            refillBucket(looked, rate, now);
          }
          refillBucket(left, rate, now);
          expect(looked).toEqual(left);
        },
      ),
    );
  });

  it('has a call exactly when it says that the next one comes', () => {
    fc.assert(
      fc.property(anyRate, fc.integer({ min: 0, max: 5_000 }), (rate, startMs) => {
        const level = fullBucket(rate, startMs);
        while (tryTake(level, rate, startMs)) {}
        const waitMs = msToNextToken(level, rate);
        expect(tryTake(level, rate, startMs + waitMs - 1)).toBe(false);
        expect(tryTake(level, rate, startMs + waitMs)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('neither fills nor sticks when the clock is set back', () => {
    const rate = rateOf(1, 1, 2);
    const level = fullBucket(rate, 1_000_000);
    expect([tryTake(level, rate, 1_000_000), tryTake(level, rate, 1_000_000)]).toEqual([true, true]);
    expect(tryTake(level, rate, 0)).toBe(false);
    expect(tryTake(level, rate, 999)).toBe(false);
    expect(tryTake(level, rate, 1_000)).toBe(true);
  });

  it('says 0 until the next call when it is full', () => {
    const rate = rateOf(10, 1, 10);
    expect(msToNextToken(fullBucket(rate, 0), rate)).toBe(0);
  });
});
