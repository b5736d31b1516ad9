import type { JsonValue } from '../../model/api-model.ts';
import { type Amount, sumOf } from '../../model/decimal.ts';
import { jsonText } from '../../model/json-text.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { generateNumber, isWithinLimits, type NumberLimits, stepOf } from '../values/generate-number.ts';
import { generateValue } from '../values/generate-value.ts';
import { countLimitsOf, numberLimitsOf, shapeOf, textLimitsOf } from '../values/schema-shape.ts';

/** Longer texts prove no more, and few URLs take them. */
const longestText = 200;

/**
 * The values of a schema that are worth trying: all of an enum, both ends of a range, the shortest and the longest text,
 * a list of each of its items' values. `usual` is what is sent otherwise, and comes first where nothing is to be chosen.
 */
export function valueChoices(schema: SchemaNode, usual: JsonValue): readonly JsonValue[] {
  const shape = shapeOf([schema], (branches) => branches[0]);
  if (shape.choices !== undefined) return shape.choices.length === 0 ? [usual] : shape.choices;
  const types = new Set(shape.types ?? []);
  if (types.has('integer') || types.has('number')) return distinct([usual, ...endsOf(numberLimitsOf(shape))]);
  if (types.has('boolean')) return [true, false];
  if (types.has('string')) return distinct([usual, ...textsOf(schema, textLimitsOf(shape))]);
  const [item] = shape.items;
  if (!types.has('array') || item === undefined || countLimitsOf(shape, 'Items').least > 1) return [usual];
  const [first] = Array.isArray(usual) ? (usual as readonly JsonValue[]) : [];
  return distinct([usual, ...valueChoices(item, first ?? generateValue(item)).map((one) => [one])]);
}

/** Both ends of a range; of one that is open the end that there is. */
function endsOf(limits: NumberLimits): readonly Amount[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = limits;
  const step = stepOf(limits);
  const low =
    minimum ??
    (exclusiveMinimum === undefined || step === undefined ? undefined : sumOf(exclusiveMinimum, step));
  const high =
    maximum ??
    (exclusiveMaximum === undefined || step === undefined ? undefined : sumOf(exclusiveMaximum, -step));
  const ends = [low, high].filter((end) => end !== undefined).filter((end) => isWithinLimits(end, limits));
  return ends.length > 0 ? ends : [generateNumber(limits, undefined) ?? 1];
}

function textsOf(
  schema: SchemaNode,
  { minLength, maxLength, patterns, formats }: ReturnType<typeof textLimitsOf>,
) {
  if (patterns.length > 0 || formats.length > 0) return [generateValue(schema)];
  const ends = [...(minLength > 0 ? [minLength] : []), ...(maxLength <= longestText ? [maxLength] : [])];
  return ends.filter((length) => length > 0).map((length) => 'a'.repeat(length));
}

function distinct(values: readonly JsonValue[]): readonly JsonValue[] {
  const seen = new Map(values.map((value) => [jsonText(value), value]));
  return [...seen.values()];
}
