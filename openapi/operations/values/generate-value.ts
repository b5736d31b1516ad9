import type { JsonValue } from '../../model/api-model.ts';
import { jsonText } from '../../model/json-text.ts';
import { acceptsValue } from '../../model/schema/compile-schema.ts';
import { type Direction, schemaForDirection } from '../../model/schema/directional-schema.ts';
import type { JsonType, SchemaNode } from '../../model/schema/schema-node.ts';
import { branchChoices } from './branch-choices.ts';
import { generateArray } from './generate-array.ts';
import { generateNumber, isWithinLimits } from './generate-number.ts';
import { generateObject } from './generate-object.ts';
import { generateString, isTextWithinLimits } from './generate-string.ts';
import { minimalDepth } from './minimal-depth.ts';
import { numberLimitsOf, type SchemaShape, shapeOf, textLimitsOf } from './schema-shape.ts';
import { pick, seededRandom } from './seeded-random.ts';

export interface GenerateValueOptions {
  /** Numbers from 0 to below 1. Without it the value is the same every time: the schema's own examples, else plain ones. */
  readonly random?: () => number;
  /** From this many levels on only what is required. Default 5. */
  readonly maximumDepth?: number;
  /** Of an object that requires any property those alone. Default: all. */
  readonly properties?: 'all' | 'required';
  /** Leaves such properties out, required or not: `readOnly` for a request, `writeOnly` for a reply. */
  readonly skip?: 'readOnly' | 'writeOnly';
}

/** What the generators of values share while one value is made. */
export interface Generation {
  readonly random: (() => number) | undefined;
  readonly maximumDepth: number;
  readonly skip: GenerateValueOptions['skip'];
  readonly properties: GenerateValueOptions['properties'];
  /** The schemas that the value being made is inside of. */
  readonly path: readonly SchemaNode[];
  /** Only what is required, by the flattest way: the schema is inside itself, or the value deep enough. */
  readonly isCompact: boolean;
  /** How many values may still be made: trying branches of schemas that nothing fits would take for ever. */
  readonly budget: { left: number };
  /** Schemas that no value was found for by the flattest way: they are not tried again, level after level. */
  readonly hopeless: Set<SchemaNode>;
  /** True once a value was made that may not fit: the whole has to be checked, which costs far more than making it. */
  readonly doubt: { isRaised: boolean };
  /** A value that all of the schemas accept. */
  make(schemas: readonly SchemaNode[], generation: Generation): JsonValue;
}

/** A value no schema nests deeper than; only one that can't end gets here. */
const deepestLevel = 60;
const mostAttempts = 25;
const mostValues = 3000;

/**
 * A value that fits the schema: the smallest natural one, or with `random` a varied one. Always valid where the schema has
 * a value that can be found (patterns with lookaheads and `not` are met by trial); cyclic schemas end.
 */
export function generateValue(schema: SchemaNode, options: GenerateValueOptions = {}): JsonValue {
  const { random, maximumDepth = 5, skip, properties } = options;
  const budget = { left: mostValues };
  const start = (chance: (() => number) | undefined): Generation => ({
    random: chance,
    maximumDepth,
    skip,
    properties,
    path: [],
    isCompact: false,
    budget,
    hopeless: new Set(),
    doubt: { isRaised: false },
    make,
  });
  const attempt = (chance: (() => number) | undefined) => {
    const generation = start(chance);
    const value = make([schema], generation);
    return { value, isFitting: !generation.doubt.isRaised || fits([schema], value, skip) };
  };
  const first = attempt(random);
  if (first.isFitting) return first.value;
  for (let seed = 1; seed <= mostAttempts && budget.left > 0; seed++) {
    const other = attempt(random ?? seededRandom(seed));
    if (other.isFitting) return other.value;
  }
  return first.value;
}

function make(schemas: readonly SchemaNode[], generation: Generation): JsonValue {
  const isInside = schemas.some((schema) => generation.path.includes(schema));
  const depth = generation.path.length;
  const [only] = schemas.length === 1 ? schemas : [];
  const isHopeless = only !== undefined && generation.hopeless.has(only);
  if (isHopeless || depth > deepestLevel || generation.budget.left-- <= 0) {
    generation.doubt.isRaised = true;
    return null;
  }
  const inner: Generation = {
    ...generation,
    path: [...generation.path, ...schemas.slice(0, 1)],
    isCompact: generation.isCompact || isInside || depth >= generation.maximumDepth,
  };
  let fallback: JsonValue | undefined;
  for (const choices of branchChoices()) {
    const shape = shapeOf(schemas, (branches) => choices.take(orderedBranches(branches, inner)));
    const value = valueOfShape(shape, inner);
    if (value === undefined) continue;
    if (shape.isCertain || fits(schemas, value, generation.skip)) return value;
    fallback ??= value;
  }
  generation.doubt.isRaised = true;
  if (only !== undefined && inner.isCompact) generation.hopeless.add(only);
  return fallback ?? null;
}

function fits(schemas: readonly SchemaNode[], value: JsonValue, skip: GenerateValueOptions['skip']): boolean {
  const direction: Direction | undefined =
    skip === undefined ? undefined : skip === 'readOnly' ? 'request' : 'reply';
  return schemas.every(({ jsonSchema }) =>
    acceptsValue(direction === undefined ? jsonSchema : schemaForDirection(jsonSchema, direction), value),
  );
}

/** null comes last: a value says more. Inside a cycle the flattest branch comes first, or it would never end. */
function orderedBranches(
  branches: readonly SchemaNode[],
  { isCompact, random }: Generation,
): readonly SchemaNode[] {
  if (isCompact) return branches.toSorted((first, second) => minimalDepth(first) - minimalDepth(second));
  if (random !== undefined) {
    const start = Math.floor(random() * branches.length);
    return [...branches.slice(start), ...branches.slice(0, start)];
  }
  const isNull = ({ types }: SchemaNode) => types.length === 1 && types[0] === 'null';
  return branches.toSorted((first, second) => Number(isNull(first)) - Number(isNull(second)));
}

function valueOfShape(shape: SchemaShape, generation: Generation): JsonValue | undefined {
  if (shape.isNothing) return undefined;
  const { random } = generation;
  if (shape.choices !== undefined) {
    const fitting = shape.choices.filter((value) => suits(shape, value, generation));
    return pick(preferred(shape, fitting), random);
  }
  if (random === undefined || random() < 0.3) {
    const suggestion = shape.suggestions.find((value) => suits(shape, value, generation));
    if (suggestion !== undefined) return suggestion;
  }
  for (const type of candidateTypes(shape, generation)) {
    const value = valueOfType(type, shape, generation);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Among several allowed values the suggested ones, if any is allowed. */
function preferred(shape: SchemaShape, choices: readonly JsonValue[]): readonly JsonValue[] {
  const suggested = new Set(shape.suggestions.map((value) => jsonText(value)));
  const both = choices.filter((value) => suggested.has(jsonText(value)));
  return both.length > 0 ? both : choices;
}

/** An allowed value or the document's own example may not fit its schema. Plain values are checked here, which is much faster than compiling. */
function suits(shape: SchemaShape, value: JsonValue, { skip }: Generation): boolean {
  const { types } = shape;
  const has = (...names: JsonType[]) => types === undefined || names.some((name) => types.includes(name));
  if (!shape.isCertain || (typeof value === 'object' && value !== null))
    return fits(shape.nodes, value, skip);
  if (value === null) return has('null');
  if (typeof value === 'boolean') return has('boolean');
  if (typeof value === 'string') return has('string') && isTextWithinLimits(value, textLimitsOf(shape));
  return has('number', 'integer') && isWithinLimits(value, numberLimitsOf(shape));
}

/** Where a schema names no type, its keywords tell which one it is about. */
function candidateTypes(shape: SchemaShape, { random, isCompact }: Generation): readonly JsonType[] {
  if (shape.types !== undefined) {
    const some = shape.types.filter((type) => type !== 'null');
    if (isCompact && shape.types.includes('null')) return ['null', ...some];
    if (random !== undefined && shape.types.includes('null') && random() < 0.1) return ['null', ...some];
    return [...some, ...(shape.types.includes('null') ? (['null'] as const) : [])];
  }
  const { properties, required, additional, patternProperties, items, prefixItems, nodes } = shape;
  const says = (...keywords: string[]) =>
    nodes.some(({ constraints }) => keywords.some((keyword) => constraints[keyword] !== undefined));
  const isObject = properties.size + required.size + additional.length + patternProperties.length > 0;
  if (isObject || says('minProperties', 'maxProperties', 'propertyNames')) return ['object'];
  if (items.length + prefixItems.length > 0 || says('minItems', 'maxItems', 'uniqueItems', 'contains'))
    return ['array'];
  if (says('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf')) return ['number'];
  return ['string', 'number', 'boolean', 'object', 'array', 'null'];
}

function valueOfType(type: JsonType, shape: SchemaShape, generation: Generation): JsonValue | undefined {
  const { random } = generation;
  switch (type) {
    case 'null':
      return null;
    case 'boolean':
      return random === undefined ? true : random() < 0.5;
    case 'integer':
    case 'number':
      return generateNumber(numberLimitsOf(shape), random);
    case 'string':
      return generateString(textLimitsOf(shape), random);
    case 'array':
      return generateArray(shape, generation);
    case 'object':
      return generateObject(shape, generation);
  }
}
