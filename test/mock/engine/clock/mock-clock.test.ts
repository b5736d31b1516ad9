import { describe, expect, it } from 'vitest';
import { createMockClock } from '../../../../mock/engine/clock/mock-clock.ts';

const noon = Date.parse('2026-11-23T12:00:00.000Z');

function clockOnMachine() {
  const machine = { now: noon };
  return { machine, clock: createMockClock({ machineNow: () => machine.now }) };
}

describe('createMockClock', () => {
  it('runs with the machine', () => {
    const { machine, clock } = clockOnMachine();
    machine.now += 1_500;
    expect(clock.now()).toBe(noon + 1_500);
  });

  it('runs on from an instant that was set', () => {
    const { machine, clock } = clockOnMachine();
    clock.set('2030-01-01T00:00:00Z');
    machine.now += 10;
    expect(new Date(clock.now()).toISOString()).toBe('2030-01-01T00:00:00.010Z');
  });

  it('lets a month pass in one call', () => {
    const { clock } = clockOnMachine();
    clock.advance({ months: 1 });
    expect(new Date(clock.now()).toISOString()).toBe('2026-12-23T12:00:00.000Z');
  });

  it('stands still while frozen, can be moved there, and runs on from where it stands', () => {
    const { machine, clock } = clockOnMachine();
    clock.freeze();
    machine.now += 5_000;
    expect(clock.now()).toBe(noon);
    clock.advance(1);
    expect(clock.now()).toBe(noon + 1);
    clock.unfreeze();
    machine.now += 7;
    expect(clock.now()).toBe(noon + 8);
    expect(clock.isFrozen).toBe(false);
  });

  it('goes back to how it was made', () => {
    const clock = createMockClock({
      machineNow: () => noon,
      startAt: '2026-01-01T00:00:00Z',
      isFrozen: true,
    });
    clock.advance('P1Y');
    clock.unfreeze();
    clock.reset();
    expect(new Date(clock.now()).toISOString()).toBe('2026-01-01T00:00:00.000Z');
    expect(clock.isFrozen).toBe(true);
  });

  it('loses nothing to time that passes while it is moved', () => {
    let ticks = noon;
    const ticking = { machineNow: () => ticks++ };
    expect(createMockClock({ ...ticking, startAt: noon, isFrozen: true }).now()).toBe(noon);
    ticks = noon;
    const clock = createMockClock(ticking);
    clock.advance({ days: 1 });
    expect(clock.now() - ticks).toBe(86_400_000 - 1);
  });

  it.each([
    ['2026-12-01', '2026-12-01T00:00:00.000Z'],
    ['2026-12-01T00:00', '2026-12-01T00:00:00.000Z'],
    ['2026-12-01T00:00:00.5', '2026-12-01T00:00:00.500Z'],
    ['2026-12-01T00:00:00+01:00', '2026-11-30T23:00:00.000Z'],
    ['2026-12-01t00:00:00z', '2026-12-01T00:00:00.000Z'],
    ['1970-01-01', '1970-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('reads %s, which is UTC without a zone', (given, want) => {
    const { clock } = clockOnMachine();
    clock.freeze();
    clock.set(given);
    expect(new Date(clock.now()).toISOString()).toBe(want);
  });

  it.each([
    'tomorrow',
    '1 December 2026',
    '2026-02-30',
    '2026-13-01',
    '2026-12-01T25:00:00',
    '',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    new Date(Number.NaN),
  ])('refuses to be set to %s', (instant) => {
    const { clock } = clockOnMachine();
    expect(() => clock.set(instant)).toThrow(/Not an instant/);
    expect(clock.now()).toBe(noon);
  });

  it.each([-1, '1969-12-31T23:59:59Z', 253_402_300_800_000, '9999-12-31T23:59:59-01:00', 8.64e15 + 1])(
    'refuses to be set to %s: the year has no four digits, or is before 1970',
    (instant) => {
      const { clock } = clockOnMachine();
      expect(() => clock.set(instant)).toThrow(/leads out of the years 1970 to 9999/);
      expect(clock.now()).toBe(noon);
    },
  );

  it('refuses to be moved out of these years, and stays in the last instant of them', () => {
    const { machine, clock } = clockOnMachine();
    expect(() => clock.advance({ years: -57 })).toThrow(/leads out of/);
    expect(() => clock.advance({ years: 300_000 })).toThrow(/leads out of/);
    clock.set('9999-12-31T23:59:59.999Z');
    machine.now += 1;
    expect(new Date(clock.now()).toISOString()).toBe('9999-12-31T23:59:59.999Z');
  });
});
