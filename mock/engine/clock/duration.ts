import { isObject } from '../../../openapi/model/is-object.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';

/** A length of time in calendar parts, as ISO 8601 has them: a month is a calendar month, a day 24 hours (UTC). */
export interface Duration {
  readonly years?: number;
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

const fields = [
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  'minutes',
  'seconds',
  'milliseconds',
] as const satisfies readonly (keyof Duration)[];

const isoDuration =
  /^([+-])?P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Reads `P1M`, `P1DT12H`, `PT0.5S`, or an object `{"days": 31}`. Throws a RangeError that shows both forms. */
export function parseDuration(value: unknown): Duration {
  if (typeof value === 'string') {
    const match = isoDuration.exec(value.trim());
    if (match !== null) {
      const factor = match[1] === '-' ? -1 : 1;
      const names = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const;
      return Object.fromEntries(
        names
          .map((name, index) => [name, Number(match[index + 2] ?? 0) * factor] as const)
          .filter(([, amount]) => amount !== 0),
      );
    }
  }
  if (isObject(value)) {
    const entries = Object.entries(value);
    const isDuration = entries.every(
      ([name, amount]) => fields.some((field) => field === name) && Number.isFinite(amount),
    );
    if (isDuration && entries.length > 0) return value;
  }
  throw new RangeError(
    `Not a duration: ${jsonText(value)}. Write ISO 8601 like "P1M", "P31D", "PT90S", or an object of ${fields.join(', ')} like {"days": 31}.`,
  );
}

/** The instant a duration later. A month that is too short gives its last day: 31 January plus P1M is 28 February. */
export function addDuration(epochMs: number, duration: Duration): number {
  const date = new Date(epochMs);
  const months = (duration.years ?? 0) * 12 + (duration.months ?? 0);
  if (months !== 0) {
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + months);
    const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, lastDay));
  }
  const days = (duration.weeks ?? 0) * 7 + (duration.days ?? 0);
  const seconds = (days * 24 + (duration.hours ?? 0)) * 3_600 + (duration.minutes ?? 0) * 60;
  return date.getTime() + (seconds + (duration.seconds ?? 0)) * 1_000 + (duration.milliseconds ?? 0);
}
