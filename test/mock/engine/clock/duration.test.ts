import { describe, expect, it } from 'vitest';
import { addDuration, parseDuration } from '../../../../mock/engine/clock/duration.ts';

describe('parseDuration', () => {
  it.each([
    { given: 'P1M', want: { months: 1 } },
    { given: 'P31D', want: { days: 31 } },
    {
      given: 'P1Y2M3W4DT5H6M7.5S',
      want: { years: 1, months: 2, weeks: 3, days: 4, hours: 5, minutes: 6, seconds: 7.5 },
    },
    { given: 'PT1M', want: { minutes: 1 } },
    { given: '-P1D', want: { days: -1 } },
    { given: { days: 31 }, want: { days: 31 } },
    { given: { months: 1, milliseconds: 5 }, want: { months: 1, milliseconds: 5 } },
  ])('reads $given', ({ given, want }) => {
    expect(parseDuration(given)).toEqual(want);
  });

  it.each([
    'P',
    'PT',
    'P1',
    '1M',
    'P1H',
    'a month',
    '',
    31,
    null,
    undefined,
    [],
    {},
    { day: 1 },
    { days: '1' },
    { days: Number.NaN },
  ])('refuses %j with a message that shows how to write one', (given) => {
    expect(() => parseDuration(given)).toThrow(/Not a duration: .*"P1M".*\{"days": 31\}/);
  });
});

describe('addDuration', () => {
  it.each([
    { from: '2026-11-23T10:00:00.000Z', duration: { months: 1 }, want: '2026-12-23T10:00:00.000Z' },
    { from: '2026-01-31T10:00:00.000Z', duration: { months: 1 }, want: '2026-02-28T10:00:00.000Z' },
    { from: '2028-02-29T00:00:00.000Z', duration: { years: 1 }, want: '2029-02-28T00:00:00.000Z' },
    { from: '2026-12-31T23:59:59.999Z', duration: { milliseconds: 1 }, want: '2027-01-01T00:00:00.000Z' },
    {
      from: '2026-11-23T10:00:00.000Z',
      duration: { weeks: 1, days: 1, hours: 1, minutes: 1, seconds: 1 },
      want: '2026-12-01T11:01:01.000Z',
    },
    { from: '2026-03-31T00:00:00.000Z', duration: { months: -1 }, want: '2026-02-28T00:00:00.000Z' },
  ])('$from plus $duration is $want', ({ from, duration, want }) => {
    expect(new Date(addDuration(Date.parse(from), duration)).toISOString()).toBe(want);
  });
});
