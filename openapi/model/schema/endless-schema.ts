import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { remember } from '../remember.ts';
import { type DefinitionSpace, spaceOf } from './definition-space.ts';

const listKeywords = ['allOf', 'anyOf', 'oneOf'] as const;
const schemaKeywords = ['not', 'if', 'then', 'else'] as const;

/** Names of definitions that are known to end. */
const endingIn = new WeakMap<DefinitionSpace, Set<string>>();

/**
 * The name of a definition that applies itself to the same value (`A: allOf: [A]`): no check of it would end (JSON
 * Schema 2020-12 Core, 9.4.1). Undefined: there is none. Takes a self-contained schema: every way round goes through
 * its `$defs`.
 */
export function findEndlessDefinition(schema: JsonObject): string | undefined {
  const definitions = isObject(schema.$defs) ? schema.$defs : {};
  const ending = remember(endingIn, spaceOf(schema) ?? schema, () => new Set());
  const open = new Set<string>();

  function search(name: string): string | undefined {
    if (open.has(name)) return name;
    if (ending.has(name)) return undefined;
    open.add(name);
    for (const next of appliedTo(definitions[name])) {
      const found = search(next);
      if (found !== undefined) return found;
    }
    open.delete(name);
    ending.add(name);
    return undefined;
  }

  for (const name of Object.keys(definitions)) {
    const found = search(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The definitions that see the same value as the schema itself, not a part of it. */
function appliedTo(schema: JsonValue | undefined): readonly string[] {
  if (!isObject(schema)) return [];
  const { $ref } = schema;
  const names = typeof $ref === 'string' ? [$ref.replace('#/$defs/', '')] : [];
  for (const keyword of listKeywords) {
    const list = schema[keyword];
    if (Array.isArray(list)) names.push(...list.flatMap(appliedTo));
  }
  for (const keyword of schemaKeywords) names.push(...appliedTo(schema[keyword]));
  return names;
}
