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

  it.each(['tomorrow', Number.NaN, new Date(Number.NaN), 8.64e15 + 1])(
    'refuses to be set to %s',
    (instant) => {
      const { clock } = clockOnMachine();
      expect(() => clock.set(instant)).toThrow(/Not an instant/);
      expect(clock.now()).toBe(noon);
    },
  );

  it('refuses to leave the range of dates', () => {
    const { clock } = clockOnMachine();
    expect(() => clock.advance({ years: 300_000 })).toThrow(/Not an instant/);
  });
});
