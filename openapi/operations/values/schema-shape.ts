import type { JsonObject, JsonValue } from '../../model/api-model.ts';
import type { JsonType, SchemaNode, Selection } from '../../model/schema/schema-node.ts';
import type { NumberLimits } from './generate-number.ts';
import type { TextLimits } from './generate-string.ts';

/** Several schemas that must hold together, put into one: `allOf` flattened, a branch chosen of each `oneOf` and `anyOf`. */
export interface SchemaShape {
  /** Everything that was flattened into the shape. */
  readonly nodes: readonly SchemaNode[];
  /** undefined = any type. */
  readonly types: readonly JsonType[] | undefined;
  /** The only values there are (`const`, `enum`); undefined = not limited. */
  readonly choices: readonly JsonValue[] | undefined;
  /** Values that the schemas suggest: examples, then defaults. */
  readonly suggestions: readonly JsonValue[];
  readonly properties: ReadonlyMap<string, readonly SchemaNode[]>;
  readonly required: ReadonlySet<string>;
  /** Schemas of properties that have no name in the document. */
  readonly additional: readonly SchemaNode[];
  readonly patternProperties: readonly (readonly [string, SchemaNode])[];
  readonly items: readonly SchemaNode[];
  readonly prefixItems: readonly (readonly SchemaNode[])[];
  readonly isNothing: boolean;
  /** False where meeting the shape's parts may still break a schema: the value has to be checked. */
  readonly isCertain: boolean;
}

/** Chooses a branch of `oneOf` or `anyOf`. */
export type ChooseBranch = (branches: readonly SchemaNode[]) => SchemaNode | undefined;

/** Keywords of `constraints` that a value is made by, or that no value can break; every other one has to be checked. */
const metKeywords = new Set(
  (
    'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems ' +
    'uniqueItems minProperties maxProperties then else contentEncoding contentMediaType contentSchema'
  ).split(' '),
);

export function shapeOf(schemas: readonly SchemaNode[], choose: ChooseBranch): SchemaShape {
  const nodes: SchemaNode[] = [];
  let overlaps = false;
  const take = (branches: readonly SchemaNode[], selection: Selection | undefined, isSelected: boolean) => {
    const branch = branches.length === 0 ? undefined : choose(branches);
    if (branch === undefined) return;
    const naming = selection?.options.get(branch);
    for (const node of [naming, branch]) if (node !== undefined) add(node, isSelected);
  };
  // `isSelected`: part of a schema that was selected by its name, where it does not select again.
  const add = (node: SchemaNode, isSelected: boolean) => {
    if (nodes.includes(node)) return;
    nodes.push(node);
    const { selection } = node;
    const selects = selection?.isExtended === true && !isSelected;
    for (const part of node.allOf) add(part, isSelected || selects);
    if (selects) take([...selection.options.keys()], selection, true);
    if (selection?.isOfBranches === true && selection.isExtended) return;
    const ofBranches = selection?.isOfBranches === true ? selection : undefined;
    for (const branches of [node.oneOf, node.anyOf])
      take(branches, ofBranches, isSelected || selects || ofBranches !== undefined);
    if (node.oneOf.length > 1 && !haveDistinctTypes(node.oneOf)) overlaps = true;
  };
  for (const schema of schemas) add(schema, false);

  const properties = new Map<string, SchemaNode[]>();
  for (const node of nodes)
    for (const [name, property] of node.properties)
      properties.set(name, [...(properties.get(name) ?? []), property]);
  const longestPrefix = Math.max(0, ...nodes.map(({ prefixItems }) => prefixItems.length));
  return {
    nodes,
    types: commonTypes(nodes),
    choices: commonChoices(nodes),
    suggestions: [
      ...nodes.flatMap(({ examples }) => examples),
      ...nodes.flatMap((node) => node.default ?? []),
    ],
    properties,
    required: new Set(nodes.flatMap((node) => [...node.required])),
    additional: nodes.flatMap((node) => node.additionalProperties ?? []),
    patternProperties: nodes.flatMap((node) => [...node.patternProperties]),
    items: nodes.flatMap((node) => node.items ?? []),
    prefixItems: Array.from({ length: longestPrefix }, (_, index) =>
      nodes.flatMap(({ prefixItems, items }) => prefixItems[index] ?? items ?? []),
    ),
    isNothing: nodes.some((node) => node.isNothing),
    isCertain: !overlaps && nodes.every(isCertainAlone) && (nodes.length === 1 || !nodes.some(isClosed)),
  };
}

function isCertainAlone(node: SchemaNode): boolean {
  return (
    node.not === undefined &&
    node.patternProperties.size === 0 &&
    Object.keys(node.constraints).every((keyword) => metKeywords.has(keyword))
  );
}

function isClosed(node: SchemaNode): boolean {
  return node.additionalProperties !== undefined;
}

/** Branches of different types can't both take a value, so that the chosen one is the only one. */
function haveDistinctTypes(branches: readonly SchemaNode[]): boolean {
  const seen = new Set<JsonType>();
  return branches.every(({ types }) => {
    const isDistinct = types.length > 0 && !types.some((type) => seen.has(type));
    for (const type of types) {
      seen.add(type);
      if (type === 'number' || type === 'integer') seen.add('number').add('integer');
    }
    return isDistinct;
  });
}

function commonTypes(nodes: readonly SchemaNode[]): readonly JsonType[] | undefined {
  let common: readonly JsonType[] | undefined;
  for (const { types } of nodes) {
    if (types.length === 0) continue;
    common = common === undefined ? types : intersectTypes(common, types);
  }
  return common;
}

function intersectTypes(first: readonly JsonType[], second: readonly JsonType[]): readonly JsonType[] {
  const fits = (type: JsonType, types: readonly JsonType[]) =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  return [
    ...new Set([
      ...first.filter((type) => fits(type, second)),
      ...second.filter((type) => fits(type, first)),
    ]),
  ];
}

function commonChoices(nodes: readonly SchemaNode[]): readonly JsonValue[] | undefined {
  let common: readonly JsonValue[] | undefined;
  for (const node of nodes) {
    const own = node.const === undefined ? node.enum : [node.const];
    if (own === undefined) continue;
    const texts = new Set(own.map((value) => JSON.stringify(value)));
    common = common === undefined ? own : common.filter((value) => texts.has(JSON.stringify(value)));
  }
  return common;
}

/** The tightest value of a numeric keyword over all nodes. */
function tightest(nodes: readonly SchemaNode[], keyword: string, combine: (...values: number[]) => number) {
  const values = nodes
    .map(({ constraints }) => constraints[keyword])
    .filter((value) => typeof value === 'number');
  return values.length === 0 ? undefined : combine(...values);
}

function textsOf(nodes: readonly SchemaNode[], read: (node: SchemaNode) => unknown): readonly string[] {
  return nodes.map(read).filter((value) => typeof value === 'string');
}

export function textLimitsOf({ nodes }: SchemaShape): TextLimits {
  return {
    // Below 0 a limit is none that JSON Schema knows, and no text has such a length.
    minLength: Math.max(0, tightest(nodes, 'minLength', Math.max) ?? 0),
    maxLength: Math.max(0, tightest(nodes, 'maxLength', Math.min) ?? Number.POSITIVE_INFINITY),
    patterns: textsOf(nodes, ({ constraints }) => constraints.pattern),
    formats: textsOf(nodes, ({ format }) => format),
  };
}

const wholeNumberFormats = new Set(['int32', 'int64']);

export function numberLimitsOf({ nodes, types }: SchemaShape): NumberLimits {
  const isInteger = types?.includes('integer') && !types.includes('number');
  const multiples = nodes
    .map(({ constraints }) => constraints.multipleOf)
    .filter((step) => typeof step === 'number');
  return {
    isInteger: isInteger || nodes.some(({ format }) => wholeNumberFormats.has(format ?? '')),
    minimum: tightest(nodes, 'minimum', Math.max),
    maximum: tightest(nodes, 'maximum', Math.min),
    exclusiveMinimum: tightest(nodes, 'exclusiveMinimum', Math.max),
    exclusiveMaximum: tightest(nodes, 'exclusiveMaximum', Math.min),
    multipleOf: multiples,
  };
}

export interface CountLimits {
  readonly least: number;
  readonly most: number;
}

/** How many items or properties: `minItems` and `maxItems`, or `minProperties` and `maxProperties`. */
export function countLimitsOf({ nodes }: SchemaShape, of: 'Items' | 'Properties'): CountLimits {
  return {
    least: Math.max(0, tightest(nodes, `min${of}`, Math.max) ?? 0),
    most: Math.max(0, tightest(nodes, `max${of}`, Math.min) ?? Number.POSITIVE_INFINITY),
  };
}

export function hasUniqueItems({ nodes }: SchemaShape): boolean {
  return nodes.some(({ constraints }) => constraints.uniqueItems === true);
}

/** Names that others bring with them (`dependentRequired`). */
export function dependentNames({ nodes }: SchemaShape, name: string): readonly string[] {
  return nodes.flatMap(({ constraints }) => {
    const names = (constraints.dependentRequired as JsonObject | undefined)?.[name];
    return Array.isArray(names) ? names.filter((entry) => typeof entry === 'string') : [];
  });
}
