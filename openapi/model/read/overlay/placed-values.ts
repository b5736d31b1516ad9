import type { JsonObject, JsonValue, SourceLocation } from '../../api-model.ts';
import { isObject } from '../../is-object.ts';
import { escapePointerToken, type Located, locationOf, pointerTokens } from '../located.ts';

/** An object or an array that is ours alone, and may be changed. */
export type OwnPart = { [name: string]: JsonValue | undefined } | JsonValue[];

/** A value that stands somewhere. */
export type Placed = Located & { readonly value: JsonValue };

/** Values that are put together from several files: each keeps its place in the file that says it. */
export interface PlacedValues {
  /** A copy that may be changed; its parts have the places of the original's. */
  copyOf(value: JsonValue): JsonValue;
  childOf(parent: Placed, key: string): Placed;
  /** What a pointer leads to; of what is not there, where it would stand. */
  find(root: Placed, pointer: string): Located;
  /** Sets a member of an object or an item of an array to a copy. */
  put(owner: OwnPart, key: string, written: Placed): void;
  remove(owner: Placed & { readonly value: OwnPart }, keys: ReadonlySet<string>): void;
}

export function createPlacedValues(): PlacedValues {
  /** Of an object or array those children that do not stand below it in its own file. */
  const elsewhere = new WeakMap<object, Map<string, SourceLocation>>();

  function childOf(parent: Placed, key: string): Placed {
    const below = { file: parent.file, pointer: `${parent.pointer}/${escapePointerToken(key)}` };
    const place = elsewhere.get(Object(parent.value))?.get(key) ?? below;
    // Only what is there is asked for.
    return { value: (parent.value as JsonObject)[key] as JsonValue, ...place };
  }

  function copyOf(value: JsonValue): JsonValue {
    if (typeof value !== 'object' || value === null) return value;
    const copy = isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copyOf(child ?? null)]))
      : value.map(copyOf);
    const places = elsewhere.get(value);
    if (places !== undefined) elsewhere.set(copy, new Map(places));
    return copy;
  }

  return {
    copyOf,
    childOf,
    find(root, pointer) {
      let here: Located = root;
      for (const key of pointerTokens(pointer)) {
        const { value } = here;
        const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
        const below = { file: here.file, pointer: `${here.pointer}/${escapePointerToken(key)}` };
        here = isThere ? childOf({ ...here, value }, key) : { ...below, value: undefined };
      }
      return here;
    },
    put(owner, key, { value, ...place }) {
      const member = { value: copyOf(value), configurable: true, enumerable: true, writable: true };
      // A member may be called __proto__.
      Object.defineProperty(owner, key, member);
      elsewhere.set(owner, (elsewhere.get(owner) ?? new Map()).set(key, locationOf(place)));
    },
    remove(owner, keys) {
      const { value } = owner;
      if (!Array.isArray(value)) {
        for (const key of keys) {
          delete value[key];
          elsewhere.get(value)?.delete(key);
        }
        return;
      }
      // Items behind a removed one move up, and stand where they stood.
      const kept = [...value.keys()].filter((index) => !keys.has(String(index)));
      const items = kept.map((index) => childOf(owner, String(index)));
      value.splice(0, value.length, ...items.map((item) => item.value));
      elsewhere.set(value, new Map(items.map((item, index) => [String(index), locationOf(item)])));
    },
  };
}
