import { addDuration, type Duration, parseDuration } from './duration.ts';

/** The mock's time. It runs with the machine's clock until somebody sets, moves or stops it. */
export interface MockClock {
  /** Epoch milliseconds. */
  now(): number;
  readonly isFrozen: boolean;
  /** Moves to an instant: epoch milliseconds, a Date, or an ISO 8601 date and time. Throws a RangeError for others. */
  set(instant: number | Date | string): void;
  /** Moves on (or, negative, back): milliseconds, `{ months: 1 }` or `P1M`. Throws a RangeError for others. */
  advance(duration: number | Duration | string): void;
  /** Stops the clock where it is. */
  freeze(): void;
  /** Lets it run again from where it stands. */
  unfreeze(): void;
  /** As it was when it was made. */
  reset(): void;
}

export interface MockClockOptions {
  /** The machine's clock, epoch milliseconds. */
  readonly machineNow: () => number;
  /** Where the mock's time begins; undefined: now. */
  readonly startAt?: number | Date | string | undefined;
  readonly isFrozen?: boolean | undefined;
}

/** The last instant that a Date can hold (ECMA-262, 21.4.1.1). */
const lastInstantMs = 8.64e15;

function checkInstant(epochMs: number, given: unknown): number {
  if (Number.isFinite(epochMs) && Math.abs(epochMs) <= lastInstantMs) return epochMs;
  throw new RangeError(
    `Not an instant: ${JSON.stringify(given)}. Write ISO 8601 like "2026-12-01T00:00:00Z", or epoch milliseconds.`,
  );
}

function instantOf(given: number | Date | string): number {
  return checkInstant(typeof given === 'number' ? given : new Date(given).getTime(), given);
}

/** A clock that a test or the admin side can move. It holds no timers. */
export function createMockClock(options: MockClockOptions): MockClock {
  const { machineNow, startAt } = options;
  let offsetMs = 0;
  let frozenAt: number | undefined;

  const clock: MockClock = {
    now: () => frozenAt ?? machineNow() + offsetMs,
    get isFrozen() {
      return frozenAt !== undefined;
    },
    set(instant) {
      const epochMs = instantOf(instant);
      if (frozenAt !== undefined) frozenAt = epochMs;
      else offsetMs = epochMs - machineNow();
    },
    advance(duration) {
      const now = clock.now();
      const moved = typeof duration === 'number' ? now + duration : addDuration(now, parseDuration(duration));
      checkInstant(moved, duration);
      if (frozenAt !== undefined) frozenAt = moved;
      else offsetMs += moved - now;
    },
    freeze() {
      frozenAt ??= clock.now();
    },
    unfreeze() {
      if (frozenAt === undefined) return;
      offsetMs = frozenAt - machineNow();
      frozenAt = undefined;
    },
    reset() {
      offsetMs = 0;
      frozenAt = options.isFrozen ? machineNow() : undefined;
      if (startAt !== undefined) clock.set(startAt);
    },
  };
  clock.reset();
  return clock;
}
