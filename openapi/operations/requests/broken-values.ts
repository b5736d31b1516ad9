import type { JsonValue } from '../../model/api-model.ts';
import { isAmount, sumOf } from '../../model/decimal.ts';
import { isObject } from '../../model/is-object.ts';
import { escapePointerToken } from '../../model/read/located.ts';
import { readPattern } from '../../model/schema/read-pattern.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { generateNumber, tightestOf } from '../values/generate-number.ts';
import { generateValue } from '../values/generate-value.ts';
import {
  countLimitsOf,
  hasUniqueItems,
  numberLimitsOf,
  type SchemaShape,
  shapeOf,
  textLimitsOf,
} from '../values/schema-shape.ts';

/** A value that breaks one constraint of a schema and, as far as can be, no other. */
export interface BrokenValue {
  /** What is wrong, in words that follow the value's name: `below the minimum`. */
  readonly what: string;
  /** Where in the value, as a JSON pointer. */
  readonly pointer: string;
  /** The whole value, broken in that place. */
  readonly value: JsonValue;
}

/** Longer texts than this don't prove more, and no URL takes them. */
const longestText = 4000;
const deepestLevel = 3;

/**
 * Breaks each constraint once that a value has to meet, starting from a valid value. Guesses: where several branches are allowed, a
 * value may fit another one; the caller checks.
 */
export function* brokenValues(
  schemas: readonly SchemaNode[],
  valid: JsonValue,
  depth = 0,
): Generator<BrokenValue> {
  const shape = shapeOf(schemas, (branches) => branches[0]);
  for (const [what, value] of ownConstraints(shape, valid)) yield { what, pointer: '', value };
  if (depth >= deepestLevel) return;
  if (Array.isArray(valid)) yield* brokenItems(shape, valid, depth);
  else if (isObject(valid)) yield* brokenProperties(shape, valid, depth);
}

type Guess = readonly [what: string, value: JsonValue];

function ownConstraints(shape: SchemaShape, valid: JsonValue): readonly Guess[] {
  if (shape.choices !== undefined) return brokenChoices(shape.choices);
  const types = new Set(shape.types ?? []);
  if (types.has('integer') || types.has('number')) return brokenNumbers(shape);
  if (types.has('boolean')) return [['neither true nor false', 'maybe']];
  if (types.has('string')) return brokenTexts(shape);
  if (types.has('array') && Array.isArray(valid)) return [['no list', 'text'], ...brokenLists(shape, valid)];
  return types.has('object') ? [['no object', 'text']] : [];
}

function brokenChoices(choices: readonly JsonValue[]): readonly Guess[] {
  // Many an API does not mind the letter case; who says which values there are means them as they are written.
  const inOtherCase = choices.flatMap((choice) =>
    typeof choice === 'string' ? [choice.toUpperCase(), choice.toLowerCase()] : [],
  );
  const other = inOtherCase.find((text) => !choices.includes(text));
  return [
    ['not one of the allowed values', otherThan(choices)],
    ...(other === undefined ? [] : [['in other letter case', other] as const]),
  ];
}

function otherThan(choices: readonly JsonValue[]): JsonValue {
  const highest = choices.every(isAmount) && tightestOf(choices, (one, other) => one > other);
  if (isAmount(highest)) return sumOf(highest, 1);
  let text = 'not-in-the-list';
  while (choices.includes(text)) text += '-';
  return text;
}

function brokenNumbers(shape: SchemaShape): readonly Guess[] {
  const limits = numberLimitsOf(shape);
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, isInteger, multipleOf } = limits;
  const step = multipleOf[0] ?? 1;
  const guesses: Guess[] = [['no number', 'not-a-number']];
  if (isInteger) {
    const whole = generateNumber(limits, undefined) ?? 1;
    const [above, below] = [sumOf(whole, 0.5), sumOf(whole, -0.5)];
    guesses.push(['no whole number', maximum !== undefined && above > maximum ? below : above]);
  }
  if (minimum !== undefined) guesses.push(['below the minimum', sumOf(minimum, -step)]);
  if (maximum !== undefined) guesses.push(['above the maximum', sumOf(maximum, step)]);
  if (exclusiveMinimum !== undefined) guesses.push(['not above its exclusive minimum', exclusiveMinimum]);
  if (exclusiveMaximum !== undefined) guesses.push(['not below its exclusive maximum', exclusiveMaximum]);
  if (multipleOf.length > 0)
    guesses.push([`no multiple of ${step}`, sumOf(generateNumber(limits, undefined) ?? 0, Number(step) / 2)]);
  return guesses;
}

function brokenTexts(shape: SchemaShape): readonly Guess[] {
  const { minLength, maxLength, patterns, formats } = textLimitsOf(shape);
  const guesses: Guess[] = [['no text', 12_345]];
  if (minLength > 0 && minLength <= longestText) guesses.push(['too short', 'a'.repeat(minLength - 1)]);
  if (maxLength <= longestText) guesses.push(['too long', 'a'.repeat(maxLength + 1)]);
  const length = Math.min(Math.max(minLength, 1), maxLength, longestText);
  for (const pattern of patterns) {
    const text = ['!', '~', 'a', '0', ' ']
      .map((character) => character.repeat(length))
      .find((one) => readPattern(pattern)?.test(one) === false);
    if (text !== undefined) guesses.push([`against the pattern ${pattern}`, text]);
  }
  for (const format of formats)
    guesses.push([`not in the format ${format}`, ' not valid '.padEnd(length, '!')]);
  return guesses;
}

function brokenLists(shape: SchemaShape, valid: readonly JsonValue[]): readonly Guess[] {
  const { least, most } = countLimitsOf(shape, 'Items');
  const [item] = shape.items;
  const guesses: Guess[] = [];
  const another = () => (item === undefined ? 'text' : generateValue(item));
  if (least > 0) guesses.push(['too few items', valid.slice(0, least - 1)]);
  if (most <= 100) {
    const missing = Array.from({ length: Math.max(0, most + 1 - valid.length) }, another);
    guesses.push(['too many items', [...valid, ...missing]]);
  }
  if (hasUniqueItems(shape) && valid[0] !== undefined && most > 1)
    guesses.push(['an item twice', [valid[0], ...valid]]);
  return guesses;
}

function* brokenItems(
  shape: SchemaShape,
  valid: readonly JsonValue[],
  depth: number,
): Generator<BrokenValue> {
  const [first] = valid;
  const schemas = shape.prefixItems[0] ?? shape.items;
  if (schemas.length === 0 || first === undefined) return;
  for (const { what, pointer, value } of brokenValues(schemas, first, depth + 1))
    yield { what, pointer: `/0${pointer}`, value: [value, ...valid.slice(1)] };
}

function* brokenProperties(
  shape: SchemaShape,
  valid: { readonly [name: string]: JsonValue | undefined },
  depth: number,
): Generator<BrokenValue> {
  for (const name of shape.required) {
    if (shape.properties.get(name)?.some((property) => property.isReadOnly)) continue;
    const { [name]: _, ...rest } = valid;
    yield { what: 'missing', pointer: `/${escapePointerToken(name)}`, value: rest };
  }
  for (const [name, schemas] of shape.properties) {
    const [property] = schemas;
    if (property === undefined || schemas.some((schema) => schema.isReadOnly)) continue;
    const inner = valid[name] ?? generateValue(property, { skip: 'readOnly', properties: 'required' });
    const token = `/${escapePointerToken(name)}`;
    for (const { what, pointer, value } of brokenValues(schemas, inner, depth + 1))
      yield { what, pointer: token + pointer, value: { ...valid, [name]: value } };
  }
  if (shape.additional.some((schema) => schema.isNothing)) {
    const value = { ...valid, notAKnownProperty: 1 };
    yield { what: 'not a known property', pointer: '/notAKnownProperty', value };
  }
}
