import { describe, expect, it } from 'vitest';
import { limitsLeft } from '../../../../docs-src/theme/client/limits-left.ts';

const nowMs = 1_700_000_000_000;

function read(headers: Record<string, string>) {
  return limitsLeft((name) => headers[name] ?? null, nowMs);
}

describe('limits left, read from the headers of a reply', () => {
  it.each([
    [{}, []],
    [{ RateLimit: '"rate";r=9;t=1' }, [{ name: 'rate', left: 9, limit: undefined, seconds: 1 }]],
    [
      { RateLimit: '"rate";r=0;t=1, "quota";r=499' },
      [
        { name: 'rate', left: 0, limit: undefined, seconds: 1 },
        { name: 'quota', left: 499, limit: undefined, seconds: undefined },
      ],
    ],
    [
      { 'X-RateLimit-Remaining': '12', 'X-RateLimit-Limit': '500', 'X-RateLimit-Reset': '1700000060' },
      [{ name: 'quota', left: 12, limit: 500, seconds: 60 }],
    ],
    [{ RateLimit: 'nonsense' }, []],
  ])('%j', (headers, limits) => {
    expect(read(headers)).toEqual(limits);
  });

  it('tells the quota once where both families name it', () => {
    expect(read({ RateLimit: '"quota";r=5;t=9', 'X-RateLimit-Remaining': '5' })).toHaveLength(1);
  });
});
