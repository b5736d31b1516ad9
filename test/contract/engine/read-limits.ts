import { findPeriod, secondsOfPeriod } from '../../../openapi/model/periods.ts';
import type { QuotaLeft } from './contract-report.ts';

/** A limit that is fresh again within this time is a speed: waiting is enough. What lasts longer is a quota. */
export const longestSpeedSeconds = 60;

/**
 * The quotas that a reply tells of; empty where it tells of none. Read are the fields of
 * draft-ietf-httpapi-ratelimit-headers (`RateLimit` with `RateLimit-Policy`, and the three fields of its first versions)
 * and `X-RateLimit-…-Remaining` with `-Limit` and `-Reset`, in whatever order a gateway writes these words.
 */
export function readQuotas(headers: Readonly<Record<string, string>>, now: number): readonly QuotaLeft[] {
  const structured = readStructured(headers);
  const all = structured.length > 0 ? structured : readByName(headers, now);
  return all
    .filter(({ windowSeconds }) => windowSeconds === undefined || windowSeconds > longestSpeedSeconds)
    .map(({ windowSeconds: _, ...left }) => left);
}

interface Limit extends QuotaLeft {
  /** How long the limit's period is, or how long what is left of it is. */
  readonly windowSeconds: number | undefined;
}

function readStructured(headers: Readonly<Record<string, string>>): readonly Limit[] {
  const policies = new Map(readLimitItems(headers['ratelimit-policy'] ?? ''));
  return readLimitItems(headers.ratelimit ?? '').flatMap(([name, { r: remaining, t: resetsInSeconds }]) => {
    if (remaining === undefined) return [];
    const { q: limit, w } = policies.get(name) ?? {};
    return [{ remaining, limit, resetsInSeconds, windowSeconds: w ?? resetsInSeconds }];
  });
}

/** `"quota";r=421;t=1209600, "rate";r=9` (RFC 9651 lists): each name with its parameters that are numbers. */
export function readLimitItems(
  text: string,
): readonly (readonly [string, Readonly<Record<string, number>>])[] {
  const items = text.matchAll(
    /("(?:[^"\\]|\\.)*"|[^\s",;]+)((?:\s*;\s*[a-z*][\w.*-]*=(?:"[^"]*"|[^\s",;]+))+)/g,
  );
  return [...items].map(([, name = '', parameters = '']) => [
    name.replaceAll('"', ''),
    Object.fromEntries(
      [...parameters.matchAll(/;\s*([\w.*-]+)=(\d+)/g)].map(([, key, value]) => [key, Number(value)]),
    ),
  ]);
}

/** `X-RateLimit-Remaining`, `RateLimit-Remaining`, `X-RateLimit-Requests-Remaining`, `X-Rate-Limit-Remaining-Day`. */
function readByName(headers: Readonly<Record<string, string>>, now: number): readonly Limit[] {
  return Object.keys(headers)
    .filter((name) => /^(x-)?rate-?limit-(\w+-)?remaining(-\w+)?$/.test(name))
    .flatMap((name) => {
      const read = (word: string) => wholeNumber(headers[name.replace('remaining', word)]);
      const remaining = read('remaining');
      if (remaining === undefined) return [];
      const resetsInSeconds = secondsUntil(read('reset'), now);
      // Some gateways count each period under a name of its own (`X-RateLimit-Remaining-Minute`).
      const period = findPeriod(name.split('-').at(-1) ?? '');
      const windowSeconds = period === undefined ? resetsInSeconds : secondsOfPeriod[period];
      return [{ remaining, limit: read('limit'), resetsInSeconds, windowSeconds }];
    });
}

function wholeNumber(text: string | undefined): number | undefined {
  const [digits] = /^\d+/.exec(text?.trim() ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** Written as seconds to go, as seconds since 1970, or as milliseconds since 1970. */
function secondsUntil(reset: number | undefined, now: number): number | undefined {
  if (reset === undefined || reset < 1e9) return reset;
  return Math.max(0, Math.ceil((reset < 1e12 ? reset : reset / 1000) - now / 1000));
}
