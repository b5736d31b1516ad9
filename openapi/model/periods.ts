import type { QuotaPeriod } from './usage-plans.ts';

export type FinitePeriod = Exclude<QuotaPeriod, 'forever'>;

/** How long a period is; a month counts as 30 days and a year as 365 where a length is asked for. */
export const secondsOfPeriod: Readonly<Record<FinitePeriod, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
  month: 30 * 86_400,
  year: 365 * 86_400,
};

/** In the order of their lengths. */
export const periods = Object.keys(secondsOfPeriod) as readonly FinitePeriod[]; // the keys of the table above

/** The period of this name, and the one of this length. */
export function findPeriod(of: string | number): FinitePeriod | undefined {
  return periods.find((period) => period === of || secondsOfPeriod[period] === of);
}
