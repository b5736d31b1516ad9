import { inspect } from 'node:util';
import { isObject } from '../../openapi/model/is-object.ts';
import { didYouMean } from '../../openapi/model/nearest-name.ts';
import { OptionError } from './option-error.ts';

/** Whether a value will do, and in words what will: `a whole number`. */
export type OptionCheck = readonly [isFitting: (value: unknown) => boolean, wanted: string];
export type OptionChecks<Options> = Readonly<Record<keyof Options, OptionCheck>>;

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isWholeNumber = (value: unknown) => Number.isSafeInteger(value);

export const aText: OptionCheck = [isText, 'a text'];
export const aFlag: OptionCheck = [(value) => typeof value === 'boolean', 'true or false'];
export const aNumber: OptionCheck = [isWholeNumber, 'a whole number'];
export const aTextByName: OptionCheck = [
  (value) => isObject(value) && Object.values(value).every((text) => typeof text === 'string'),
  'an object of texts',
];

export function aNumberBetween(least: number, most: number): OptionCheck {
  const isBetween = (value: unknown) =>
    isWholeNumber(value) && Number(value) >= least && Number(value) <= most;
  return [isBetween, `a whole number from ${least} to ${most}`];
}

/**
 * Tells callers without TypeScript, and those who write YAML. Throws an OptionError that names the option, what it must be and
 * what it is; a name that is no option would be left out without a word.
 */
export function checkOptions<Options extends object>(
  what: string,
  options: Options,
  checks: OptionChecks<Required<Options>>,
): void {
  if (!isObject(options)) throw new OptionError(`${what} takes one object of options.`);
  const known = new Map<string, OptionCheck>(Object.entries(checks));
  for (const [name, value] of Object.entries(options)) {
    const check = known.get(name);
    if (check === undefined) {
      const meant = didYouMean(name, known.keys());
      const names = [...known.keys()].join(', ');
      throw new OptionError(`${what} has no option "${name}".${meant} Its options are ${names}.`);
    }
    const [isFitting, wanted] = check;
    if (value !== undefined && !isFitting(value)) {
      throw new OptionError(`${what}: "${name}" must be ${wanted}, not ${inspect(value, { depth: 1 })}.`);
    }
  }
}
