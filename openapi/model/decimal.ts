/** A number of JSON: whole numbers that JavaScript's own do not hold to the digit are a bigint. */
export type Amount = number | bigint;

/** A decimal fraction, as JSON writes numbers: `units` times ten to the power of `-places`, which may be below 0. */
interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

/** Of a number's text, as JSON or JavaScript writes it. The digits count: 0.29 is 29 hundredths, whatever the nearest binary fraction is. */
function decimalOf(text: string): Decimal {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { units: BigInt(whole + fraction), places: fraction.length - Number(exponent) };
}

/** Two numbers counted in the same unit, and its places. */
function inOneUnit(one: Amount | string, other: Amount): readonly [bigint, bigint, number] {
  const [first, second] = [decimalOf(String(one)), decimalOf(String(other))];
  const places = Math.max(first.places, second.places);
  const unitsOf = (decimal: Decimal) => decimal.units * 10n ** BigInt(places - decimal.places);
  return [unitsOf(first), unitsOf(second), places];
}

/**
 * Whether a number is a whole multiple of a step, in decimal arithmetic: 0.29 is one of 0.01, 0.295 is none, however many
 * digits they have. The one answer for requests, replies, examples and made-up values.
 */
export function isMultipleOf(amount: Amount, step: Amount): boolean {
  if (Number.isSafeInteger(amount) && Number.isSafeInteger(step) && step !== 0)
    return Number(amount) % Number(step) === 0;
  if (!isFiniteAmount(amount) || !isFiniteAmount(step)) return true;
  const [units, stepUnits] = inOneUnit(amount, step);
  return stepUnits === 0n || units % stepUnits === 0n;
}

/** The first multiple of a step that is not below a number, `further` steps on. */
export function multipleFrom(amount: Amount, step: Amount, further: number): Amount {
  const [units, stepUnits, places] = inOneUnit(amount, step);
  if (stepUnits === 0n) return amount;
  const isAbove = units > 0n === stepUnits > 0n && units % stepUnits !== 0n;
  const times = units / stepUnits + (isAbove ? 1n : 0n) + BigInt(further);
  return amountOf({ units: times * stepUnits, places });
}

/** The smallest number that is a multiple of all of them; undefined of none. */
export function commonStep(steps: readonly Amount[]): Amount | undefined {
  return steps.reduce<Amount | undefined>((common, step) => {
    if (common === undefined) return step;
    const [one, other, places] = inOneUnit(common, step);
    const divisor = greatestDivisor(one, other);
    return divisor === 0n ? common : amountOf({ units: (one / divisor) * other, places });
  }, undefined);
}

function greatestDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : greatestDivisor(other, one % other);
}

/** The sum to the digit: 0.1 and 0.2 are 0.3. */
export function sumOf(one: Amount, other: Amount): Amount {
  const [first, second, places] = inOneUnit(one, other);
  return amountOf({ units: first + second, places });
}

function amountOf({ units, places }: Decimal): Amount {
  return exactAmount(`${units}e${-places}`);
}

/**
 * The number that a text writes: a bigint where it is whole and JavaScript's own number of it has other digits. A fraction
 * of more than 17 digits is the nearest one there is; what is beyond all that there are is infinite.
 */
export function exactAmount(text: string): Amount {
  const number = Number(text);
  if (Number.isSafeInteger(number) || !Number.isFinite(number)) return number;
  if (/^[-+]?\d+$|^0[xo]/.test(text)) return BigInt(text);
  const [units, nearest, places] = inOneUnit(text, number);
  const unit = 10n ** BigInt(Math.max(0, places));
  return units === nearest || units % unit !== 0n
    ? number
    : (units / unit) * 10n ** BigInt(Math.max(0, -places));
}

export function isAmount(value: unknown): value is Amount {
  return typeof value === 'number' || typeof value === 'bigint';
}

export function isFiniteAmount(amount: Amount): boolean {
  return typeof amount === 'bigint' || Number.isFinite(amount);
}
