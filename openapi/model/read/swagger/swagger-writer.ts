import type { DocumentFault, JsonObject, JsonValue, SourceLocation } from '../../api-model.ts';
import { isObject } from '../../is-object.ts';
import { percentEncode } from '../../percent-encoding.ts';
import { childOfPart } from '../document-parts.ts';
import type { DocumentFiles } from '../load-files.ts';
import {
  childOf,
  entriesOf,
  escapePointerToken,
  itemsOf,
  type Located,
  locateIn,
  locationKey,
  locationOf,
  pointerTokens,
} from '../located.ts';
import { createReferenceResolver } from '../reference-resolver.ts';
import { uniqueName } from '../unique-name.ts';
import type { KeptPlaces } from './kept-places.ts';

/** What every part of the writing shares: the way through `$ref`s, the schemas, places and faults. */
export interface SwaggerWriter extends Pick<KeptPlaces, 'keep'> {
  readonly root: Located;
  /** The thing itself where a `$ref` stands in its place; the `$ref` where it leads nowhere. */
  follow(place: Located): Located;
  /** A schema as OpenAPI 3.0 has it; what it refers to outside of `definitions` gets a name there. */
  schema(place: Located): JsonValue;
  /** `definitions`, then the schemas that have got a name. To be asked for when everything else is written. */
  schemas(): JsonObject;
  fault(message: string, place: SourceLocation): void;
}

export function createSwaggerWriter(
  files: DocumentFiles,
  { keep }: KeptPlaces,
  faults: DocumentFault[],
): SwaggerWriter {
  const resolver = createReferenceResolver(files);
  const root = locateIn(files.values, { file: files.root, pointer: '' });
  const definitions = childOf(root, 'definitions');
  const names = new Set(entriesOf(definitions).map(([name]) => name));
  const homes = new Map<string, string>();
  const moved: { readonly name: string; readonly place: Located }[] = [];

  function follow(place: Located): Located {
    if (!isObject(place.value) || typeof place.value.$ref !== 'string') return place;
    const found = resolver.resolve(place.value.$ref, place);
    return 'target' in found ? found.target : place;
  }

  function schema(place: Located): JsonValue {
    if (!isObject(place.value)) return place.value ?? null;
    const members = entriesOf(place).flatMap(([key, member]) => writeKeyword(key, member));
    return keep(Object.fromEntries(members), place);
  }

  function writeKeyword(key: string, member: Located): readonly (readonly [string, JsonValue])[] {
    const { value = null } = member;
    if (key === '$ref' && typeof value === 'string') return [[key, referenceTo(value, member)]];
    if (key === 'x-nullable') return value === true ? [['nullable', true]] : [];
    if (key === 'type' && value === 'file') return Object.entries(fileType);
    if (key === 'discriminator' && typeof value === 'string')
      return [[key, keep({ propertyName: value }, member)]];
    const { one, list, map } = childOfPart('schemas', key) ?? {};
    if (list === 'schemas' && Array.isArray(value)) return [[key, keep(itemsOf(member).map(schema), member)]];
    if (map === 'schemas' && isObject(value)) {
      const written = entriesOf(member).map(([name, entry]) => [name, schema(entry)] as const);
      return [[key, keep(Object.fromEntries(written), member)]];
    }
    return [[key, one === 'schemas' ? schema(member) : value]];
  }

  function referenceTo(reference: string, from: SourceLocation): string {
    const found = resolver.resolveOnce(reference, from);
    if (!('target' in found)) return reference;
    const { target } = found;
    const [section, name = '', ...deeper] = pointerTokens(target.pointer);
    const isDefinition = target.file === root.file && section === 'definitions' && deeper.length === 0;
    const home = isDefinition ? name : (homes.get(locationKey(target)) ?? move(target));
    return `#/components/schemas/${percentEncode(escapePointerToken(home))}`;
  }

  function move(target: Located): string {
    const file = /([^/\\]*?)(\.\w+)?$/.exec(target.file)?.[1];
    const written = pointerTokens(target.pointer).at(-1) ?? file ?? '';
    const name = uniqueName(written.replaceAll(/[^A-Za-z0-9._-]/g, '_') || 'Schema', names);
    names.add(name);
    homes.set(locationKey(target), name);
    moved.push({ name, place: target });
    return name;
  }

  function schemas(): JsonObject {
    const written = new Map(entriesOf(definitions).map(([name, entry]) => [name, schema(entry)]));
    // Writing one may move others: the list grows while it is walked.
    for (const { name, place } of moved) written.set(name, schema(place));
    return keep(Object.fromEntries(written), definitions);
  }

  const fault = (message: string, place: SourceLocation) =>
    faults.push({ message, location: locationOf(place) });
  return { root, keep, follow, schema, schemas, fault };
}

/** Files were a type of their own. */
const fileType = { type: 'string', format: 'binary' };
