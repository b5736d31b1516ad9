import type { JsonObject, JsonValue } from '../../model/api-model.ts';
import { isObject } from '../../model/is-object.ts';
import { pointerTokens } from '../../model/read/located.ts';
import type { SchemaError } from '../../model/schema/compile-schema.ts';

/** Makes a value of a JSON Schema; undefined: the plain one, else one by chance. */
export type MakeValue = (schema: JsonValue, seed: number | undefined) => JsonValue;

/** No made value is this deep, unless its schema has none that ends: what is missing there is missing below it, too. */
const deepestRepair = 60;
/** How often something else is tried where a plain value does not do. */
const seeds = [undefined, 1, 2, 3] as const;

/**
 * Values that may do what one misfit asks for, the mildest first: what is missing is added, what is too much taken away, and what is
 * wrong made anew by the very schema that says so. Guesses: the caller checks them.
 */
export function* repairsOf(error: SchemaError, root: JsonValue, make: MakeValue): Generator<JsonValue> {
  const { keyword, params, instancePath, data, propertyName } = error;
  // Said of a name: `propertyNames` says the same of the object that has it.
  if (propertyName !== undefined) return;
  const parent = (isObject(error.parentSchema) ? error.parentSchema : {}) as JsonObject; // what ajv was given
  const tokens = pointerTokens(instancePath);
  if (tokens.length >= deepestRepair) return;
  const here = (value: JsonValue | undefined) => changed(root, tokens, value);
  const value = data as JsonValue; // a part of the value that was checked
  if (isObject(value)) {
    const missing = params.missingProperty;
    if (typeof missing === 'string')
      yield here({ ...value, [missing]: make(propertyOf(parent, missing), undefined) });
    const extra = params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName;
    if (typeof extra === 'string') {
      const names = isObject(parent.propertyNames) ? [...seeds, 4, 5] : [];
      for (const seed of names) {
        const name = make({ type: 'string', ...(parent.propertyNames as JsonObject) }, seed); // tested above
        if (typeof name === 'string' && !Object.hasOwn(value, name))
          yield here({ ...without(value, extra), [name]: value[extra] });
      }
      yield here(without(value, extra));
    }
    if (['not', 'oneOf', 'maxProperties'].includes(keyword))
      for (const name of Object.keys(value).toReversed()) yield here(without(value, name));
  }
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    if (keyword === 'contains' || keyword === 'minContains' || keyword === 'minItems') {
      const wanted = keyword === 'minItems' ? (parent.items ?? true) : (parent.contains ?? true);
      for (const seed of seeds) {
        const item = make(wanted, seed);
        yield here([...items, item]);
        for (const index of items.keys()) yield here(items.with(index, item));
      }
    }
    if (['contains', 'maxContains', 'maxItems', 'uniqueItems', 'not'].includes(keyword))
      for (const index of [...items.keys()].toReversed()) yield here(items.toSpliced(index, 1));
  }
  for (const seed of seeds) for (const schema of alternatives(parent)) yield here(make(schema, seed));
  if (tokens.length > 0) yield here(undefined);
}

/** A schema, then what is narrower: each type, each branch by itself. */
function alternatives(schema: JsonObject): readonly JsonValue[] {
  const { type, oneOf, anyOf } = schema;
  const types = Array.isArray(type) ? type.map((one) => ({ ...schema, type: one })) : [];
  const branches = [oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
  return [schema, ...types, ...branches];
}

function propertyOf({ properties }: JsonObject, name: string): JsonValue {
  return (isObject(properties) ? properties[name] : undefined) ?? true;
}

function without(value: JsonObject, name: string): JsonObject {
  const { [name]: _, ...rest } = value;
  return rest;
}

/** The value with another one in a place; undefined: with none there. */
function changed(root: JsonValue, tokens: readonly string[], value: JsonValue | undefined): JsonValue {
  const [token, ...further] = tokens;
  if (token === undefined) return value ?? null;
  if (Array.isArray(root)) {
    const items: readonly JsonValue[] = root;
    const index = Number(token);
    if (further.length === 0 && value === undefined) return items.toSpliced(index, 1);
    return items.with(index, changed(items[index] ?? null, further, value));
  }
  if (!isObject(root)) return root;
  if (further.length === 0 && value === undefined) return without(root, token);
  return { ...root, [token]: changed(root[token] ?? null, further, value) };
}
