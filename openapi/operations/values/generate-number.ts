import {
  type Amount,
  commonStep,
  isFiniteAmount,
  isMultipleOf,
  multipleFrom,
  sumOf,
} from '../../model/decimal.ts';

/** What a number must satisfy, all of it; undefined = no limit. */
export interface NumberLimits {
  readonly isInteger: boolean;
  readonly minimum: Amount | undefined;
  readonly maximum: Amount | undefined;
  readonly exclusiveMinimum: Amount | undefined;
  readonly exclusiveMaximum: Amount | undefined;
  readonly multipleOf: readonly Amount[];
}

/** True where the number breaks no limit; multiples as our judge counts them. */
export function isWithinLimits(value: Amount, limits: NumberLimits): boolean {
  const { isInteger, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = limits;
  return (
    isFiniteAmount(value) &&
    (!isInteger || typeof value === 'bigint' || Number.isInteger(value)) &&
    (minimum === undefined || value >= minimum) &&
    (maximum === undefined || value <= maximum) &&
    (exclusiveMinimum === undefined || value > exclusiveMinimum) &&
    (exclusiveMaximum === undefined || value < exclusiveMaximum) &&
    multipleOf.every((step) => isMultipleOf(value, step))
  );
}

/** The smallest natural number within the limits (1 where there are none), or a random one; undefined where none was found. */
export function generateNumber(limits: NumberLimits, random: (() => number) | undefined): Amount | undefined {
  for (const value of candidatesOf(limits, random)) if (isWithinLimits(value, limits)) return value;
  return undefined;
}

function* candidatesOf(limits: NumberLimits, random: (() => number) | undefined): Generator<Amount> {
  const step = stepOf(limits);
  const low = tightestOf([limits.minimum, limits.exclusiveMinimum], (one, other) => one > other);
  const high = tightestOf([limits.maximum, limits.exclusiveMaximum], (one, other) => one < other);
  if (random !== undefined) yield* randomNumbers(low, high, step, random);
  yield* [low ?? 1, 1, 0];
  for (const bound of [low, high, 0]) {
    if (bound === undefined) continue;
    // Of an exclusive bound the next multiple counts.
    if (step !== undefined) for (const further of [0, 1, 2, -1, -2]) yield multipleFrom(bound, step, further);
    else if (low !== undefined && high !== undefined) yield (Number(low) + Number(high)) / 2;
    for (const further of [0, 1, -1, 0.5, -0.5]) yield sumOf(bound, further);
  }
}

/** From one number within the limits to the next; undefined where they lie as near as can be. */
export function stepOf({ multipleOf, isInteger }: NumberLimits): Amount | undefined {
  return commonStep([...multipleOf, ...(isInteger ? [1] : [])]);
}

function randomNumbers(
  low: Amount | undefined,
  high: Amount | undefined,
  step: Amount | undefined,
  random: () => number,
): Amount[] {
  const from = Number(low ?? Math.min(0, Number(high ?? 0) - 1000));
  const to = Number(high ?? Math.max(from, 0) + 1000);
  return Array.from({ length: 20 }, () => {
    const value = from + random() * (to - from);
    if (step === undefined || !Number.isFinite(value)) return Math.round(value * 100) / 100;
    return multipleFrom(value, step, 0);
  });
}

/** The bound that leaves least. */
export function tightestOf(
  bounds: readonly (Amount | undefined)[],
  isTighter: (one: Amount, other: Amount) => boolean,
): Amount | undefined {
  return bounds.reduce(
    (tightest, bound) =>
      tightest === undefined || (bound !== undefined && isTighter(bound, tightest)) ? bound : tightest,
    undefined,
  );
}
