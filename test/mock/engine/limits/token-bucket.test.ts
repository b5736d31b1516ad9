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
  it('never lets more through than burst plus what came back', () => {
    fc.assert(
      fc.property(
        anyRate,
        fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 300 }),
        (rate, pausesMs) => {
          const level = fullBucket(rate, 0);
          let now = 0;
          let taken = 0;
          for (const pauseMs of pausesMs) {
            now += pauseMs;
            if (tryTake(level, rate, now)) taken += 1;
            expect(taken).toBeLessThanOrEqual(rate.burst + (rate.max * now) / (rate.periodSeconds * 1_000));
          }
        },
      ),
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
