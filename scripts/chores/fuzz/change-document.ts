import type { JsonObject, JsonValue } from '../../../openapi/model/api-model.ts';
import type { OddPart } from './odd-parts.ts';

/** One thing done to a document. `place` chooses among the places where it can be done, whatever their number. */
export type DocumentChange = { readonly place: number } & (
  | { readonly kind: 'text' | 'name'; readonly by: string }
  | { readonly kind: 'value'; readonly by: JsonValue }
  | { readonly kind: 'remove' }
  | { readonly kind: 'part'; readonly by: OddPart }
);

export type Path = readonly (string | number)[];

/** Does it; a document that has no place for it stays as it is. */
export function changeDocument(document: JsonValue, change: DocumentChange): JsonValue {
  const places = [...placesOf(document)].filter(([path, value]) => isPlaceFor(change, path, value));
  const [path, value] = places[change.place % places.length] ?? [];
  if (path === undefined || value === undefined) return document;
  switch (change.kind) {
    case 'name':
      return renamedAt(document, path, change.by);
    case 'remove':
      return removedAt(document, path);
    case 'part':
      return replacedAt(document, path, () => withPart(value, change.by));
    default:
      return replacedAt(document, path, () => change.by);
  }
}

function isPlaceFor(change: DocumentChange, path: Path, value: JsonValue): boolean {
  const key = path.at(-1);
  if (key === undefined || key === 'openapi') return false;
  if (change.kind === 'text') return typeof value === 'string';
  if (change.kind === 'name') return typeof key === 'string';
  // Schemas are also what `type` says: `items` may be a list of somebody's example.
  return change.kind !== 'part' || (key === change.by.to && typeof value === 'object' && value !== null);
}

function withPart(value: JsonValue, { to, key, value: part }: OddPart): JsonValue {
  if (to === 'schema' || to === 'items') return part;
  if (isList(value)) return [...value, part];
  return Object.fromEntries([...Object.entries(value as JsonObject), [key, part]]);
}

/** Below this a document holds nothing but the nesting that was put there on purpose. */
const deepestLevel = 40;

/** Every place of a value, parents before their children, level by level. */
export function* placesOf(root: JsonValue): Generator<readonly [Path, JsonValue]> {
  let level: (readonly [Path, JsonValue])[] = [[[], root]];
  for (let depth = 0; level.length > 0 && depth <= deepestLevel; depth += 1) {
    yield* level;
    level = level.flatMap(([path, value]) =>
      entriesOf(value).map(([key, child]) => [[...path, key], child] as const),
    );
  }
}

function entriesOf(value: JsonValue): readonly (readonly [string | number, JsonValue])[] {
  if (isList(value)) return [...value.entries()];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    child === undefined ? [] : [[key, child] as const],
  );
}

/** A copy with another value in one place; undefined takes it away. Entries, not assignments: a name may be `__proto__`. */
export function replacedAt(
  root: JsonValue,
  [key, ...rest]: Path,
  by: (value: JsonValue) => JsonValue | undefined,
): JsonValue {
  if (key === undefined) return by(root) ?? null;
  const change = (child: JsonValue): readonly JsonValue[] => {
    const changed = rest.length === 0 ? by(child) : replacedAt(child, rest, by);
    return changed === undefined ? [] : [changed];
  };
  if (isList(root)) return root.flatMap((child, index) => (index === key ? change(child) : [child]));
  const entries = entriesOf(root).flatMap(([name, child]) =>
    name === key ? change(child).map((changed) => [name, changed] as const) : [[name, child] as const],
  );
  return Object.fromEntries(entries);
}

export function removedAt(root: JsonValue, path: Path): JsonValue {
  return replacedAt(root, path, () => undefined);
}

function renamedAt(root: JsonValue, path: Path, by: string): JsonValue {
  return replacedAt(root, path.slice(0, -1), (parent) =>
    Object.fromEntries(entriesOf(parent).map(([name, child]) => [name === path.at(-1) ? by : name, child])),
  );
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
