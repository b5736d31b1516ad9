import { describe, expect, it } from 'vitest';
import { calendarPeriod } from '../../../../mock/engine/limits/calendar-period.ts';

describe('calendarPeriod', () => {
  it.each([
    {
      period: 'second',
      now: '2026-11-23T10:11:12.345Z',
      want: ['2026-11-23T10:11:12.000Z', '2026-11-23T10:11:13.000Z'],
    },
    {
      period: 'minute',
      now: '2026-11-23T10:11:12.345Z',
      want: ['2026-11-23T10:11:00.000Z', '2026-11-23T10:12:00.000Z'],
    },
    {
      period: 'hour',
      now: '2026-11-23T10:11:12.345Z',
      want: ['2026-11-23T10:00:00.000Z', '2026-11-23T11:00:00.000Z'],
    },
    {
      period: 'day',
      now: '2026-11-23T23:59:59.999Z',
      want: ['2026-11-23T00:00:00.000Z', '2026-11-24T00:00:00.000Z'],
    },
    {
      period: 'month',
      now: '2026-12-31T23:59:59.999Z',
      want: ['2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    },
    {
      period: 'month',
      now: '2027-01-01T00:00:00.000Z',
      want: ['2027-01-01T00:00:00.000Z', '2027-02-01T00:00:00.000Z'],
    },
    {
      period: 'month',
      now: '2028-02-29T12:00:00.000Z',
      want: ['2028-02-01T00:00:00.000Z', '2028-03-01T00:00:00.000Z'],
    },
    {
      period: 'year',
      now: '2026-11-23T10:11:12.345Z',
      want: ['2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    },
  ] as const)('the $period of $now runs from $want.0 to $want.1 in UTC', ({ period, now, want }) => {
    const { startMs, endMs } = calendarPeriod(period, Date.parse(now));
    expect([new Date(startMs).toISOString(), new Date(endMs).toISOString()]).toEqual(want);
  });

  it('never ends a quota without a period', () => {
    expect(calendarPeriod('forever', Date.now()).endMs).toBe(Number.POSITIVE_INFINITY);
  });
});
