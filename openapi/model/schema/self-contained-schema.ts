import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { childOf, type Located, locationKey, pointerTokens } from '../read/located.ts';
import type { ReferenceResolver } from '../read/reference-resolver.ts';
import { type DefinitionSpace, putInSpace } from './definition-space.ts';
import { normaliseSchema } from './normalise-schema.ts';
import { readPattern } from './read-pattern.ts';
import type { SchemaNode, Selection } from './schema-node.ts';

/** A schema that was reached by `$ref`, ready to stand under `$defs`. */
interface Definition {
  readonly name: string;
  readonly schema: JsonObject | boolean;
  readonly needs: readonly Definition[];
}

const schemaKeywords = new Set(
  (
    'additionalProperties items contains not if then else propertyNames unevaluatedItems unevaluatedProperties ' +
    'contentSchema additionalItems'
  ).split(' '),
);
const listKeywords = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const mapKeywords = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** OpenAPI's own keywords, and those that only matter where `$ref`s still lead somewhere else. */
const leftOut = new Set(
  '$defs definitions $id $anchor $dynamicAnchor $recursiveAnchor $recursiveRef $schema $vocabulary discriminator xml externalDocs'.split(
    ' ',
  ),
);

/** Keywords whose schemas see the same value. */
const inPlaceKeywords = new Set('allOf anyOf oneOf not if then else dependentSchemas'.split(' '));

/** Stands for a pattern of names that can't be read: whatever it may have meant passes, beside `additionalProperties: false` too. */
const anyProperty = ['', true] as const;

export interface SelfContainedSchemas {
  /** The schema with all it reaches under `$defs`. */
  build(place: Located): JsonObject | boolean;
}

/**
 * Writes schemas as JSON Schema 2020-12 that stands alone. Each schema that a `$ref` reaches is translated once for the
 * whole document and then shared, so that asking for thousands of schemas stays cheap.
 */
export function createSelfContainedSchemas({
  resolver,
  names,
  isVersion30,
  nodeAt,
  placeOf,
}: {
  readonly resolver: ReferenceResolver;
  readonly names: ReadonlyMap<string, string>;
  readonly isVersion30: boolean;
  nodeAt(place: Located): SchemaNode;
  placeOf(schema: SchemaNode): Located;
}): SelfContainedSchemas {
  const definitions = new Map<string, Definition>();
  const usedNames = new Set<string>();
  const space: DefinitionSpace = {};
  const reachedFrom = new Map<Definition, { readonly size: number; readonly definitions: JsonObject }>();

  function build(place: Located): JsonObject | boolean {
    const needs: Definition[] = [];
    const schema = translate(place, needs);
    if (typeof schema === 'boolean' || needs.length === 0) return schema;
    return putInSpace({ ...schema, $defs: allReachedFrom(needs) }, space);
  }

  /** The definitions and all that they reach, by name; one object for all of those that reach each other. */
  function allReachedFrom(needs: readonly Definition[]): JsonObject {
    const reached = new Set(needs);
    for (const { needs: next } of reached) for (const definition of next) reached.add(definition);
    if (needs.length > 1) for (const need of needs) allReachedFrom([need]);
    for (const member of reached) {
      const known = reachedFrom.get(member);
      if (known?.size === reached.size) return known.definitions; // those of a member are among those of all
    }
    const sorted = [...reached].toSorted((one, other) => (one.name < other.name ? -1 : 1));
    const definitions = Object.fromEntries(sorted.map(({ name, schema }) => [name, schema]));
    const [only] = needs;
    if (needs.length === 1 && only !== undefined) reachedFrom.set(only, { size: reached.size, definitions });
    return definitions;
  }

  /** `isSelected`: as it stands inside one that has been selected, where it selects no more. */
  function define(target: Located, isSelected: boolean): Definition {
    const differs = isSelected && selectsInPlace(nodeAt(target));
    const key = `${locationKey(target)}${differs ? ' selected' : ''}`;
    const known = definitions.get(key);
    if (known !== undefined) return known;
    const needs: Definition[] = [];
    // Known before it is translated: a schema may reach itself.
    const definition = { name: definitionName(target), schema: {} as JsonObject | boolean, needs };
    definitions.set(key, definition);
    definition.schema = translate(target, needs, differs);
    return definition;
  }

  function definitionName(target: Located): string {
    const written = names.get(locationKey(target)) ?? pointerTokens(target.pointer).slice(-2).join('.');
    const name = written.replaceAll(/[^A-Za-z0-9._-]/g, '_') || 'Schema';
    let unique = name;
    for (let count = 2; usedNames.has(unique); count++) unique = `${name}-${count}`;
    usedNames.add(unique);
    return unique;
  }

  function translate(place: Located, needs: Definition[], isSelected = false): JsonObject | boolean {
    if (!isObject(place.value)) return place.value !== false;
    const reference = place.value.$ref ?? place.value.$dynamicRef;
    if (typeof reference === 'string' && isVersion30)
      return translateReference(reference, place, needs, isSelected);
    const selection = typeof place.value.$ref === 'string' ? undefined : nodeAt(place).selection;
    const selects = selection?.isExtended === true && !isSelected;
    const inPlace = { needs, selection, isSelected: isSelected || selects };
    const written = normaliseSchema(place.value);
    const schema: Record<string, JsonValue> = {};
    for (const keyword of Object.keys(written)) {
      if (leftOut.has(keyword) || keyword.startsWith('x-')) continue;
      if (keyword === '$ref' || keyword === '$dynamicRef') {
        if (typeof reference === 'string')
          Object.assign(schema, translateReference(reference, place, needs, isSelected));
        continue;
      }
      const value = translateKeyword(keyword, childOf({ ...place, value: written }, keyword), inPlace);
      if (value !== undefined) schema[keyword] = value;
    }
    if (selection !== undefined && selects) {
      const parts = Array.isArray(schema.allOf) ? schema.allOf : [];
      schema.allOf = [...parts, ...selectionParts(selection, nodeAt(place), needs)];
    }
    return schema;
  }

  /** The property must name one of those that extend the schema, and the value must fit the one that it names. */
  function selectionParts(
    { propertyName, options, names: allowed, fallback }: Selection,
    schema: SchemaNode,
    needs: Definition[],
  ): readonly JsonObject[] {
    const heirs = [...options].filter(([option]) => option !== schema);
    const isOfNames = { type: 'object', required: [propertyName] };
    return [
      ...(fallback === undefined ? [named(propertyName, allowed)] : []),
      ...heirs.map(([option, own]) => ({
        if:
          option === fallback
            ? { not: { ...isOfNames, ...named(propertyName, allowed) } }
            : { ...isOfNames, ...named(propertyName, namesOf(own, propertyName)) },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema's word
        then: referenceTo(placeOf(option), needs, true),
      })),
    ];
  }

  function referenceTo(target: Located, needs: Definition[], isSelected: boolean): JsonObject {
    const definition = define(target, isSelected);
    needs.push(definition);
    return { $ref: `#/$defs/${definition.name}` };
  }

  /** A `$dynamicRef` counts as a `$ref` to its anchor: that is what it means where nobody extends the schema. */
  function translateReference(
    reference: string,
    from: Located,
    needs: Definition[],
    isSelected: boolean,
  ): JsonObject {
    const found = resolver.resolveOnce(reference, from);
    return 'target' in found ? referenceTo(found.target, needs, isSelected) : {};
  }

  function translateKeyword(
    keyword: string,
    child: Located,
    { needs, selection, isSelected }: InPlace,
  ): JsonValue | undefined {
    const { value } = child;
    const passesOn = isSelected && inPlaceKeywords.has(keyword);
    if (schemaKeywords.has(keyword)) return isSchema(value) ? translate(child, needs, passesOn) : undefined;
    if (listKeywords.has(keyword)) {
      if (!Array.isArray(value)) return undefined;
      const isChoice = selection?.isOfBranches === true && (keyword === 'oneOf' || keyword === 'anyOf');
      if (isChoice && selection.isExtended) return undefined;
      const schemas = value.map((_, index) => childOf(child, index)).filter((item) => isSchema(item.value));
      if (schemas.length === 0) return undefined;
      return schemas.map((item) =>
        isChoice ? namedBranch(item, selection, needs) : translate(item, needs, passesOn),
      );
    }
    if (mapKeywords.has(keyword)) {
      if (!isObject(value)) return undefined;
      const entries = Object.keys(value).map((name) => [name, childOf(child, name)] as const);
      return Object.fromEntries(
        entries
          .filter(([, item]) => isSchema(item.value))
          .map(([name, item]) =>
            keyword === 'patternProperties' && readPattern(name) === undefined
              ? anyProperty
              : [name, translate(item, needs, passesOn)],
          ),
      );
    }
    if (keyword === 'pattern' && typeof value === 'string' && readPattern(value) === undefined)
      return undefined;
    if (keyword === 'required' && Array.isArray(value))
      return value.filter((name) => typeof name === 'string');
    return value;
  }

  function namedBranch(
    branch: Located,
    { propertyName, options, names, fallback }: Selection,
    needs: Definition[],
  ): JsonValue {
    const translated = translate(branch, needs, true);
    const option = nodeAt(branch);
    const own = options.get(option);
    if (own === undefined) return translated;
    if (option === fallback)
      return { allOf: [translated, { properties: { [propertyName]: { not: { enum: names } } } }] };
    const isNamed = named(propertyName, namesOf(own, propertyName));
    return {
      allOf: [translated, fallback === undefined ? isNamed : { ...isNamed, required: [propertyName] }],
    };
  }

  return { build };
}

function isSchema(value: JsonValue | undefined): boolean {
  return isObject(value) || typeof value === 'boolean';
}

/** What the keywords of one schema are translated with. */
interface InPlace {
  readonly needs: Definition[];
  readonly selection: Selection | undefined;
  readonly isSelected: boolean;
}

/** Whether the property is one of the names, where it is there. */
function named(propertyName: string, values: readonly JsonValue[]): JsonObject {
  return { properties: { [propertyName]: { enum: values } } };
}

function namesOf(naming: SchemaNode, propertyName: string): readonly JsonValue[] {
  return naming.properties.get(propertyName)?.enum ?? [];
}

/** Whether the schema, or one that it applies to the same value, selects those that extend it. */
function selectsInPlace(schema: SchemaNode): boolean {
  const reached = new Set([schema]);
  for (const { selection, allOf, anyOf, oneOf } of reached) {
    if (selection?.isExtended === true) return true;
    for (const next of [...allOf, ...anyOf, ...oneOf]) reached.add(next);
  }
  return false;
}
