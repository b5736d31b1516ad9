import { describe, expect, test } from 'vitest';
import { readQuotas } from '../../engine/read-limits.ts';

const now = Date.UTC(2026, 5, 10);
const epoch = now / 1000 + 86_400;

describe('reads what is left of a quota', () => {
  test.each<{ how: string; given: Record<string, string>; want: readonly unknown[] }>([
    {
      how: 'from structured fields, and takes no speed for one',
      given: {
        'ratelimit-policy': '"rate";q=10;w=1, "quota";q=500;w=2592000',
        ratelimit: '"rate";r=9;t=1, "quota";r=421;t=1209600',
      },
      want: [{ remaining: 421, limit: 500, resetsInSeconds: 1_209_600 }],
    },
    {
      how: 'from structured fields with names that are tokens, spaces and other parameters',
      given: { 'ratelimit-policy': 'daily; q=100; w=86400; pk=:Zm9v:', ratelimit: 'daily ; r=50 ; t=36000' },
      want: [{ remaining: 50, limit: 100, resetsInSeconds: 36_000 }],
    },
    {
      how: 'from structured fields without a policy',
      given: { ratelimit: '"a, b";r=3;t=7200' },
      want: [{ remaining: 3, limit: undefined, resetsInSeconds: 7200 }],
    },
    {
      how: 'from every quota that is there',
      given: {
        'ratelimit-policy': '"hour";q=60;w=3600, "day";q=100;w=86400',
        ratelimit: '"hour";r=59, "day";r=40',
      },
      want: [
        { remaining: 59, limit: 60, resetsInSeconds: undefined },
        { remaining: 40, limit: 100, resetsInSeconds: undefined },
      ],
    },
    {
      how: 'from X-RateLimit with an end in seconds since 1970',
      given: {
        'x-ratelimit-limit': '500',
        'x-ratelimit-remaining': '421',
        'x-ratelimit-reset': String(epoch),
      },
      want: [{ remaining: 421, limit: 500, resetsInSeconds: 86_400 }],
    },
    {
      how: 'from X-RateLimit with an end in milliseconds since 1970',
      given: { 'x-ratelimit-remaining': '421', 'x-ratelimit-reset': String(epoch * 1000) },
      want: [{ remaining: 421, limit: undefined, resetsInSeconds: 86_400 }],
    },
    {
      how: 'from X-RateLimit with seconds to go',
      given: { 'x-ratelimit-remaining': '421', 'x-ratelimit-reset': '86400' },
      want: [{ remaining: 421, limit: undefined, resetsInSeconds: 86_400 }],
    },
    {
      how: "from a marketplace's names",
      given: {
        'x-ratelimit-requests-limit': '500',
        'x-ratelimit-requests-remaining': '12',
        'x-ratelimit-requests-reset': '990000',
      },
      want: [{ remaining: 12, limit: 500, resetsInSeconds: 990_000 }],
    },
    {
      how: "from a gateway's names for each period",
      given: {
        'x-ratelimit-limit-minute': '5',
        'x-ratelimit-remaining-minute': '4',
        'x-ratelimit-limit-day': '100',
        'x-ratelimit-remaining-day': '30',
      },
      want: [{ remaining: 30, limit: 100, resetsInSeconds: undefined }],
    },
    {
      how: "from the draft's first names, its window beside the limit",
      given: {
        'ratelimit-limit': '100, 100;w=86400',
        'ratelimit-remaining': '44',
        'ratelimit-reset': '50000',
      },
      want: [{ remaining: 44, limit: 100, resetsInSeconds: 50_000 }],
    },
    {
      how: 'with a hyphen more',
      given: { 'x-rate-limit-remaining': '0', 'x-rate-limit-limit': '9' },
      want: [{ remaining: 0, limit: 9, resetsInSeconds: undefined }],
    },
    {
      how: 'as none, where it is fresh again within a minute',
      given: { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '60' },
      want: [],
    },
    {
      how: 'as none, where nobody can read it',
      given: { ratelimit: 'soon', 'x-ratelimit-remaining': 'many', 'ratelimit-policy': ';;=' },
      want: [],
    },
    { how: 'as none, where nothing is said', given: { 'content-type': 'application/json' }, want: [] },
  ])('$how', ({ given, want }) => {
    expect(readQuotas(given, now)).toEqual(want);
  });
});
