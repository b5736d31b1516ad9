import { jsonText } from '../../../openapi/model/json-text.ts';
import { addDuration, type Duration, parseDuration } from './duration.ts';

/** The mock's time. It runs with the machine's clock until somebody sets, moves or stops it. */
export interface MockClock {
  /** Epoch milliseconds. */
  now(): number;
  readonly isFrozen: boolean;
  /**
   * Moves to an instant: epoch milliseconds, a Date, or an ISO 8601 date and time, in UTC where it has no zone; from
   * 1970 to 9999. Throws a RangeError for others.
   */
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

/** The years that ISO 8601 and HTTP write with four digits, from 1970 on. */
const firstInstantMs = 0;
const lastInstantMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const isoInstant = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(?<zone>Z|[+-]\d\d:?\d\d)?)?$/i;

function checkRange(epochMs: number, given: unknown): number {
  if (epochMs >= firstInstantMs && epochMs <= lastInstantMs) return epochMs;
  throw new RangeError(
    `${jsonText(given)} leads out of the years 1970 to 9999, in which the mock's clock can stand.`,
  );
}

/** Epoch milliseconds; NaN for what is no ISO 8601, or a day that its month lacks. Without a zone it is UTC. */
function parseInstant(text: string): number {
  const match = isoInstant.exec(text.trim());
  if (match === null) return Number.NaN;
  const [given, day, time] = match;
  if (new Date(day ?? '').getUTCDate() !== Number(day?.slice(-2))) return Number.NaN;
  return Date.parse(time === undefined || match.groups?.zone !== undefined ? given : `${given}Z`);
}

function instantOf(given: number | Date | string): number {
  const epochMs = typeof given === 'string' ? parseInstant(given) : Number(given);
  if (Number.isFinite(epochMs)) return checkRange(epochMs, given);
  throw new RangeError(
    `Not an instant: ${jsonText(given)}. Write ISO 8601 like "2026-12-01T00:00:00Z" (UTC where it has no zone), or epoch milliseconds.`,
  );
}

/** A clock that a test or the admin side can move. It holds no timers. */
export function createMockClock(options: MockClockOptions): MockClock {
  const { machineNow, startAt } = options;
  let offsetMs = 0;
  let frozenAt: number | undefined;

  const clock: MockClock = {
    now: () => frozenAt ?? Math.min(machineNow() + offsetMs, lastInstantMs),
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
      checkRange(moved, duration);
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
