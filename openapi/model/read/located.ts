import type { JsonObject, JsonValue, SourceLocation } from '../api-model.ts';
import { isObject } from '../is-object.ts';

/** A value of the document together with where it stands. `undefined` where nothing stands there. */
export interface Located extends SourceLocation {
  readonly value: JsonValue | undefined;
}

/** One step of a JSON pointer, escaped (RFC 6901, section 3). */
export function escapePointerToken(token: string | number): string {
  const text = String(token);
  // Hardly any key has one of the two, and a big document asks for a million.
  return text.includes('~') || text.includes('/') ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text;
}

/** The tokens of a JSON pointer, unescaped: `/a~1b/0` gives `a/b`, `0`. */
export function pointerTokens(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .replace(/^\//, '')
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value under `key`, also where the parent is no object (then undefined). Never an inherited property. */
export function childOf(parent: Located, key: string | number): Located {
  const { value, file, pointer } = parent;
  const child =
    typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as JsonObject)[key]
      : undefined;
  return { value: child, file, pointer: `${pointer}/${escapePointerToken(key)}` };
}

/** The entries of an object in document order; empty for anything else. */
export function entriesOf(parent: Located): readonly (readonly [string, Located])[] {
  if (!isObject(parent.value)) return [];
  return Object.keys(parent.value).map((key) => [key, childOf(parent, key)] as const);
}

/** The items of an array; empty for anything else. */
export function itemsOf(parent: Located): readonly Located[] {
  const { value } = parent;
  return Array.isArray(value) ? value.map((_, index) => childOf(parent, index)) : [];
}

/** What stands at a place of files. */
export function locateIn(files: ReadonlyMap<string, JsonValue>, { file, pointer }: SourceLocation): Located {
  let place: Located = { value: files.get(file), file, pointer: '' };
  for (const token of pointerTokens(pointer)) place = childOf(place, token);
  return place;
}

/** Where a value stands, without the value. */
export function locationOf(located: SourceLocation): SourceLocation {
  return { file: located.file, pointer: located.pointer };
}

/** One string for one place: key of the maps that give places an identity. */
export function locationKey(location: SourceLocation): string {
  return `${location.file}#${location.pointer}`;
}

/** The string under `key`, else undefined. */
export function textOf(parent: Located, key: string): string | undefined {
  const { value } = childOf(parent, key);
  return typeof value === 'string' ? value : undefined;
}

/** True only for the boolean `true` under `key`. */
export function flagOf(parent: Located, key: string): boolean {
  return childOf(parent, key).value === true;
}
