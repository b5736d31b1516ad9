import { secondsOfPeriod } from '../../../openapi/model/periods.ts';
import type { QuotaPeriod } from '../../../openapi/model/usage-plans.ts';

/** One calendar period, epoch milliseconds: `startMs` is in it, `endMs` is the start of the next. */
export interface CalendarPeriod {
  readonly startMs: number;
  readonly endMs: number;
}

/** The UTC period that an instant lies in (SLA4OAI, `quotas`: static windows). `forever` never ends. */
export function calendarPeriod(period: QuotaPeriod, now: number): CalendarPeriod {
  switch (period) {
    case 'forever':
      return { startMs: 0, endMs: Number.POSITIVE_INFINITY };
    case 'month': {
      const date = new Date(now);
      return {
        startMs: Date.UTC(date.getUTCFullYear(), date.getUTCMonth()),
        endMs: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1),
      };
    }
    case 'year': {
      const year = new Date(now).getUTCFullYear();
      return { startMs: Date.UTC(year, 0), endMs: Date.UTC(year + 1, 0) };
    }
    default: {
      const lengthMs = secondsOfPeriod[period] * 1_000;
      const startMs = Math.floor(now / lengthMs) * lengthMs;
      return { startMs, endMs: startMs + lengthMs };
    }
  }
}
