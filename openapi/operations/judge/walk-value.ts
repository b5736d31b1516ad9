import type { JsonValue } from '../../model/api-model.ts';
import { isObject } from '../../model/is-object.ts';
import { escapePointerToken } from '../../model/read/located.ts';
import { readPattern } from '../../model/schema/read-pattern.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';

/** One value inside a body, with everything that the document says of it. */
export interface ValuePlace {
  /** JSON pointer into the body. */
  readonly pointer: string;
  /** The same with `*` for each index of a list: alike for all of its items. */
  readonly pattern: string;
  readonly value: JsonValue;
  /** Empty where the document says nothing of it. */
  readonly schemas: readonly SchemaNode[];
  /** Set for a property: its name, and the schemas of its object. */
  readonly property?: { readonly name: string; readonly owners: readonly SchemaNode[] };
  /** It is a property, and its object's schemas name properties, and not this one. */
  readonly isUndocumented: boolean;
}

/** Every value in a body, the whole first; what lies under one that the document says nothing of is left out. */
export function* valuePlaces(schema: SchemaNode, body: JsonValue): Generator<ValuePlace> {
  const open: ValuePlace[] = [
    {
      pointer: '',
      pattern: '',
      value: body,
      schemas: partsOf(schema),
      isUndocumented: false,
    },
  ];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    yield place;
    if (place.schemas.length === 0) continue;
    // A spread would put a million items on the stack.
    for (const child of childPlaces(place).toReversed()) open.push(child);
  }
}

function childPlaces({ pointer, pattern, value, schemas }: ValuePlace): readonly ValuePlace[] {
  if (Array.isArray(value))
    return value.map((item: JsonValue, index) => ({
      pointer: `${pointer}/${index}`,
      pattern: `${pattern}/*`,
      value: item,
      schemas: below(schemas, index) ?? [],
      isUndocumented: false,
    }));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    if (child === undefined) return [];
    const token = `/${escapePointerToken(name)}`;
    const own = below(schemas, name);
    return [
      {
        pointer: pointer + token,
        pattern: pattern + token,
        value: child,
        schemas: own ?? [],
        property: { name, owners: schemas },
        isUndocumented: own === undefined,
      },
    ];
  });
}

/** By the schemas of a place: those of what lies in it. Items of a list are alike, and a long one is walked quickly. */
const schemasBelow = new WeakMap<
  readonly SchemaNode[],
  Map<string | number, readonly SchemaNode[] | undefined>
>();
const partsOfWhole = new WeakMap<SchemaNode, readonly SchemaNode[]>();

/** Names that a document leaves open have no end. */
const rememberedNames = 1_000;

function partsOf(schema: SchemaNode): readonly SchemaNode[] {
  const parts = partsOfWhole.get(schema) ?? allParts([schema]);
  partsOfWhole.set(schema, parts);
  return parts;
}

/** The schemas of an item or a property; undefined where a property is not documented. */
function below(schemas: readonly SchemaNode[], token: string | number): readonly SchemaNode[] | undefined {
  let known = schemasBelow.get(schemas);
  if (known === undefined || known.size > rememberedNames) {
    known = new Map();
    schemasBelow.set(schemas, known);
  }
  const isAlike =
    typeof token === 'number' && schemas.every(({ prefixItems }) => token >= prefixItems.length);
  const key = isAlike ? -1 : token;
  if (!known.has(key))
    known.set(key, typeof token === 'number' ? itemSchemas(schemas, token) : propertySchemas(schemas, token));
  return known.get(key);
}

/** The schemas of what a JSON pointer (as tokens) leads to, and of all that it lies in, from the outside in. */
export function schemasAlong(schema: SchemaNode, tokens: readonly string[]): readonly SchemaNode[] {
  let here = allParts([schema]);
  const along = [...here];
  for (const token of tokens) {
    const isIndex = /^\d+$/.test(token) && here.some(({ items, prefixItems }) => items ?? prefixItems[0]);
    here = isIndex ? itemSchemas(here, Number(token)) : (propertySchemas(here, token) ?? []);
    along.push(...here);
  }
  return along;
}

/** Schemas with all their parts: what `allOf` joins, and every branch that may apply. */
export function allParts(schemas: readonly SchemaNode[]): readonly SchemaNode[] {
  const parts = new Set(schemas);
  for (const part of parts)
    for (const more of [...part.allOf, ...part.anyOf, ...part.oneOf, ...conditional(part)]) parts.add(more);
  return [...parts];
}

function conditional({
  conditional: { then, else: otherwise, dependentSchemas },
  discriminator,
}: SchemaNode) {
  return [then, otherwise, ...dependentSchemas.values(), ...(discriminator?.mapping.values() ?? [])].filter(
    (schema) => schema !== undefined,
  );
}

function itemSchemas(schemas: readonly SchemaNode[], index: number): readonly SchemaNode[] {
  return allParts(schemas.flatMap(({ items, prefixItems }) => prefixItems[index] ?? items ?? []));
}

/** undefined: the object has properties with names, and none of this one. */
function propertySchemas(schemas: readonly SchemaNode[], name: string): readonly SchemaNode[] | undefined {
  const named = schemas.flatMap(({ properties, patternProperties }) => [
    ...[properties.get(name) ?? []].flat(),
    ...[...patternProperties].flatMap(([pattern, schema]) =>
      readPattern(pattern)?.test(name) === true ? [schema] : [],
    ),
  ]);
  if (named.length > 0) return allParts(named);
  const further = schemas.flatMap(
    ({ additionalProperties, conditional: { unevaluatedProperties } }) =>
      additionalProperties ?? unevaluatedProperties ?? [],
  );
  if (further.length > 0) return allParts(further);
  return schemas.some(({ properties }) => properties.size > 0) ? undefined : [];
}
