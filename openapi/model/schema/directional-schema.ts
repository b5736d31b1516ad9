import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { remember } from '../remember.ts';
import { valueText } from '../value-text.ts';
import { type DefinitionSpace, hasPart, putInSpace, spaceOf } from './definition-space.ts';

export type Direction = 'request' | 'reply';

interface DirectionRule {
  /** What need not be there. */
  readonly keyword: string;
  /** Whether it stands in a schema at all. */
  isIn(schema: JsonObject): boolean;
  /** By the space that the schemas are written in. */
  readonly directed: WeakMap<DefinitionSpace, DirectedSpace>;
}

interface DirectedSpace {
  readonly space: DefinitionSpace;
  /** Schemas, definitions and `$defs` as they count, by those that are written. */
  readonly known: WeakMap<JsonObject, JsonObject>;
}

const rules: Readonly<Record<Direction, DirectionRule>> = {
  request: createRule('readOnly'),
  reply: createRule('writeOnly'),
};

function createRule(keyword: string): DirectionRule {
  return { keyword, isIn: hasPart((part) => mentions(part, keyword)), directed: new WeakMap() };
}

/**
 * The schema as it counts for a request or a reply: a `readOnly` property is not required of a request, a `writeOnly`
 * one not of a reply (OpenAPI Schema Object, `readOnly` and `writeOnly`). Takes a self-contained JSON Schema.
 */
export function schemaForDirection(schema: JsonObject | boolean, direction: Direction): JsonObject | boolean {
  if (typeof schema === 'boolean') return schema;
  const { keyword, isIn, directed } = rules[direction];
  if (!isIn(schema)) return schema;
  const written = spaceOf(schema) ?? schema;
  const { space, known } = remember(directed, written, () => ({ space: {}, known: new WeakMap() }));
  return remember(known, schema, () => {
    const { $defs, ...own } = schema;
    if (!isObject($defs)) return relaxed(own, keyword, {});
    const definitions = remember(known, $defs, () => relaxedEach($defs, keyword, known));
    return putInSpace({ ...relaxed(own, keyword, $defs), $defs: definitions }, space);
  });
}

function relaxedEach(definitions: JsonObject, keyword: string, known: DirectedSpace['known']): JsonObject {
  const entries = Object.entries(definitions).map(([name, definition]) => {
    if (!isObject(definition)) return [name, definition] as const;
    return [name, remember(known, definition, () => relaxed(definition, keyword, definitions))] as const;
  });
  return Object.fromEntries(entries);
}

function mentions(value: JsonValue | undefined, keyword: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isObject(value) && value[keyword] === true) return true;
  return Object.values(value).some((child) => mentions(child, keyword));
}

function relaxed(schema: JsonObject, keyword: string, definitions: JsonObject): JsonObject {
  const resolve = (value: JsonValue | undefined): JsonObject | undefined => {
    if (!isObject(value)) return undefined;
    const name = typeof value.$ref === 'string' ? value.$ref.replace('#/$defs/', '') : undefined;
    return name === undefined ? value : resolve(definitions[name]);
  };
  const hasKeyword = (value: JsonValue | undefined) =>
    isObject(value) && (value[keyword] === true || resolve(value)?.[keyword] === true);

  /** Names of an object's properties, also those that its `allOf` parts declare, that have the keyword. */
  const namesIn = (value: JsonValue | undefined, depth: number): readonly string[] => {
    const target = resolve(value);
    if (target === undefined || depth > 8) return [];
    const { properties, allOf } = target;
    const own = isObject(properties)
      ? Object.keys(properties).filter((name) => hasKeyword(properties[name]))
      : [];
    return [...own, ...(Array.isArray(allOf) ? allOf.flatMap((part) => namesIn(part, depth + 1)) : [])];
  };

  const rewrite = (value: JsonValue, inherited: readonly string[]): JsonValue => {
    if (Array.isArray(value)) return value.map((item) => rewrite(item, inherited));
    if (!isObject(value)) return value;
    const names = [...inherited, ...namesIn(value, 0)];
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => {
        if (
          child === undefined ||
          key === 'enum' ||
          key === 'const' ||
          key === 'examples' ||
          key === 'default'
        )
          return [key, child];
        if (key === 'required' && Array.isArray(child))
          return [key, child.filter((name) => !names.includes(valueText(name)))];
        return [key, rewrite(child, key === 'allOf' ? names : [])];
      }),
    );
  };
  return rewrite(schema, []) as JsonObject; // an object is rewritten to an object
}
