import { multipleOfPrecision } from '../../model/schema/compile-schema.ts';

/** What a number must satisfy, all of it; undefined = no limit. */
export interface NumberLimits {
  readonly isInteger: boolean;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly exclusiveMinimum: number | undefined;
  readonly exclusiveMaximum: number | undefined;
  readonly multipleOf: readonly number[];
}

function isMultiple(value: number, step: number): boolean {
  const times = value / step;
  return Math.abs(Math.round(times) - times) <= 10 ** -multipleOfPrecision;
}

/** True where the number breaks no limit; multiples as our judge counts them. */
export function isWithinLimits(value: number, limits: NumberLimits): boolean {
  const { isInteger, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = limits;
  return (
    Number.isFinite(value) &&
    (!isInteger || Number.isInteger(value)) &&
    (minimum === undefined || value >= minimum) &&
    (maximum === undefined || value <= maximum) &&
    (exclusiveMinimum === undefined || value > exclusiveMinimum) &&
    (exclusiveMaximum === undefined || value < exclusiveMaximum) &&
    multipleOf.every((step) => isMultiple(value, step))
  );
}

/** The smallest natural number within the limits (1 where there are none), or a random one; undefined where none was found. */
export function generateNumber(limits: NumberLimits, random: (() => number) | undefined): number | undefined {
  const step = limits.multipleOf[0] ?? (limits.isInteger ? 1 : undefined);
  const low = largest(limits.minimum, limits.exclusiveMinimum);
  const high = smallest(limits.maximum, limits.exclusiveMaximum);
  const candidates = random === undefined ? [] : randomNumbers(low, high, step, random);
  candidates.push(low ?? 1, 1, 0);
  for (const bound of [low, high, 0]) {
    if (bound === undefined) continue;
    if (step !== undefined) {
      const nearest = Math.ceil(bound / step);
      // Two steps of 0.1 may make 0.30000000000000004: some multiples are none to a computer, the next ones are.
      for (let count = 0; count <= 20; count++) candidates.push((nearest + count) * step);
      for (let count = 1; count <= 20; count++) candidates.push((nearest - count) * step);
    } else if (low !== undefined && high !== undefined) {
      candidates.push((low + high) / 2);
    }
    candidates.push(bound, bound + 1, bound - 1, bound + 0.5, bound - 0.5);
  }
  return candidates.find((value) => isWithinLimits(value, limits));
}

function randomNumbers(
  low: number | undefined,
  high: number | undefined,
  step: number | undefined,
  random: () => number,
): number[] {
  const from = low ?? Math.min(0, (high ?? 0) - 1000);
  const to = high ?? Math.max(from, 0) + 1000;
  return Array.from({ length: 20 }, () => {
    const value = from + random() * (to - from);
    if (step === undefined) return Math.round(value * 100) / 100;
    return Math.round(value / step) * step;
  });
}

function largest(...bounds: readonly (number | undefined)[]): number | undefined {
  const defined = bounds.filter((bound) => bound !== undefined);
  return defined.length === 0 ? undefined : Math.max(...defined);
}

function smallest(...bounds: readonly (number | undefined)[]): number | undefined {
  const defined = bounds.filter((bound) => bound !== undefined);
  return defined.length === 0 ? undefined : Math.min(...defined);
}
