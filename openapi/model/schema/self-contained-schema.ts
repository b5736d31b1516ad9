import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { childOf, type Located, locationKey, pointerTokens } from '../read/located.ts';
import type { ReferenceResolver } from '../read/reference-resolver.ts';
import { normaliseSchema } from './normalise-schema.ts';
import { readPattern } from './read-pattern.ts';

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
  '$defs definitions $id $anchor $dynamicAnchor $recursiveAnchor $schema $vocabulary discriminator xml externalDocs'.split(
    ' ',
  ),
);

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
export function createSelfContainedSchemas(
  resolver: ReferenceResolver,
  names: ReadonlyMap<string, string>,
  isVersion30: boolean,
): SelfContainedSchemas {
  const definitions = new Map<string, Definition>();
  const usedNames = new Set<string>();

  function build(place: Located): JsonObject | boolean {
    const needs: Definition[] = [];
    const schema = translate(place, needs);
    if (typeof schema === 'boolean' || needs.length === 0) return schema;
    const reached = new Set<Definition>(needs);
    for (const definition of reached) for (const next of definition.needs) reached.add(next);
    return { ...schema, $defs: Object.fromEntries([...reached].map(({ name, schema }) => [name, schema])) };
  }

  function define(target: Located): Definition {
    const key = locationKey(target);
    const known = definitions.get(key);
    if (known !== undefined) return known;
    const needs: Definition[] = [];
    // Known before it is translated: a schema may reach itself.
    const definition = { name: definitionName(target), schema: {} as JsonObject | boolean, needs };
    definitions.set(key, definition);
    definition.schema = translate(target, needs);
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

  function translate(place: Located, needs: Definition[]): JsonObject | boolean {
    if (!isObject(place.value)) return place.value !== false;
    const reference = place.value.$ref ?? place.value.$dynamicRef;
    if (typeof reference === 'string' && isVersion30) return translateReference(reference, place, needs);
    const written = normaliseSchema(place.value);
    const schema: Record<string, JsonValue> = {};
    for (const keyword of Object.keys(written)) {
      if (leftOut.has(keyword) || keyword.startsWith('x-')) continue;
      if (keyword === '$ref' || keyword === '$dynamicRef') {
        if (typeof reference === 'string') Object.assign(schema, translateReference(reference, place, needs));
        continue;
      }
      const value = translateKeyword(keyword, childOf({ ...place, value: written }, keyword), needs);
      if (value !== undefined) schema[keyword] = value;
    }
    return schema;
  }

  /** A `$dynamicRef` counts as a `$ref` to its anchor: that is what it means where nobody extends the schema. */
  function translateReference(reference: string, from: Located, needs: Definition[]): JsonObject {
    const found = resolver.resolveOnce(reference, from);
    if (!('target' in found)) return {};
    const definition = define(found.target);
    needs.push(definition);
    return { $ref: `#/$defs/${definition.name}` };
  }

  function translateKeyword(keyword: string, child: Located, needs: Definition[]): JsonValue | undefined {
    const { value } = child;
    if (schemaKeywords.has(keyword)) return isSchema(value) ? translate(child, needs) : undefined;
    if (listKeywords.has(keyword)) {
      if (!Array.isArray(value)) return undefined;
      const schemas = value.map((_, index) => childOf(child, index)).filter((item) => isSchema(item.value));
      return schemas.length === 0 ? undefined : schemas.map((item) => translate(item, needs));
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
              : [name, translate(item, needs)],
          ),
      );
    }
    if (keyword === 'pattern' && typeof value === 'string' && readPattern(value) === undefined)
      return undefined;
    if (keyword === 'required' && Array.isArray(value))
      return value.filter((name) => typeof name === 'string');
    return value;
  }

  return { build };
}

function isSchema(value: JsonValue | undefined): boolean {
  return isObject(value) || typeof value === 'boolean';
}
