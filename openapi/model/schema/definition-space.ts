import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { remember } from '../remember.ts';

/**
 * Where a name under `$defs` stands for one schema: in all schemas of a document as they are written, or as they count in one
 * direction. What is made of a definition there is right for every schema that reaches it, and is made once.
 */
export type DefinitionSpace = Readonly<Record<never, never>>;

const spaces = new WeakMap<JsonObject, DefinitionSpace>();

export function putInSpace(schema: JsonObject, space: DefinitionSpace): JsonObject {
  spaces.set(schema, space);
  return schema;
}

/** Undefined: it stands alone, and its `$defs` are nobody else's. */
export function spaceOf(schema: JsonObject): DefinitionSpace | undefined {
  return spaces.get(schema);
}

/** Whether a schema or one of its definitions has something. Each definition is looked at once, whoever reaches it. */
export function hasPart(test: (part: JsonValue) => boolean): (schema: JsonObject) => boolean {
  const known = new WeakMap<JsonObject, boolean>();
  const testOnce = (part: JsonValue | undefined) => isObject(part) && remember(known, part, () => test(part));
  return (schema) =>
    remember(known, schema, () => {
      const { $defs, ...own } = schema;
      return isObject($defs) ? test(own) || Object.values($defs).some(testOnce) : test(schema);
    });
}
