import path from 'node:path';
import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { percentEncode } from '../percent-encoding.ts';
import {
  type ComponentSection,
  childOfPart,
  componentSections,
  type DocumentPart,
} from './document-parts.ts';
import { type DocumentFiles, targetFile } from './load-files.ts';
import {
  childOf,
  entriesOf,
  escapePointerToken,
  type Located,
  locationKey,
  pointerTokens,
} from './located.ts';
import type { ReferenceResolver } from './reference-resolver.ts';
import { uniqueName } from './unique-name.ts';

const sections: ReadonlySet<string> = new Set(componentSections);

export interface Bundle {
  readonly document: JsonObject;
  /** Schemas of other files that the bundle gave a name and a place in components. */
  readonly movedSchemas: readonly (readonly [name: string, place: Located])[];
}

/**
 * The whole document in one object. What other files hold moves to `components` under the name it has there or, where the
 * document gave it none, the name of its place; path items and plans are put where they are used. One file: the file itself.
 */
export function bundleDocument(files: DocumentFiles, resolver: ReferenceResolver): Bundle {
  const root: Located = { value: files.values.get(files.root), file: files.root, pointer: '' };
  if (!isObject(root.value)) return { document: {}, movedSchemas: [] };
  const isWhole = files.references.every(({ reference, file }) => targetFile(reference, file) === files.root);
  if (isWhole) return { document: root.value, movedSchemas: [] };

  /** Where things of other files have gone: place there -> pointer here. */
  const homes = new Map<string, string>();
  const moved: { section: ComponentSection; name: string; target: Located }[] = [];
  const names = claimNames(root, resolver, homes);

  function copy(place: Located, part: DocumentPart, above: readonly string[]): JsonValue {
    if (!isObject(place.value)) return place.value ?? null;
    const reference = place.value.$ref;
    if (typeof reference === 'string') return copyReference(reference, place, part, above);
    return copyMembers(place, part, above);
  }

  function copyReference(
    reference: string,
    place: Located,
    part: DocumentPart,
    above: readonly string[],
  ): JsonValue {
    const found = resolver.resolveOnce(reference, place);
    const { $ref: _, ...siblings } = place.value as JsonObject; // a reference is an object
    if (!('target' in found)) return { $ref: reference, ...siblings };
    const { target } = found;
    const key = locationKey(target);
    const isHere = homes.get(key) === place.pointer && place.file === files.root;
    if (target.file === files.root) return { $ref: toFragment(target.pointer), ...siblings };
    if (isHere || !isSection(part)) {
      // A path item or plan that contains itself can't be written in one place.
      if (above.includes(key)) return { $ref: reference, ...siblings };
      const inlined = copy(target, part, [...above, key]);
      return isObject(inlined) ? { ...inlined, ...siblings } : inlined;
    }
    return { $ref: toFragment(homes.get(key) ?? moveToComponents(target, part)), ...siblings };
  }

  function moveToComponents(target: Located, section: ComponentSection): string {
    const taken = names.get(section) ?? new Set<string>();
    const written = pointerTokens(target.pointer).at(-1) ?? path.parse(target.file).name;
    const name = uniqueName(written.replaceAll(/[^A-Za-z0-9._-]/g, '_'), taken);
    names.set(section, taken.add(name));
    const home = `/components/${section}/${name}`;
    homes.set(locationKey(target), home);
    moved.push({ section, name, target });
    return home;
  }

  function copyMembers(place: Located, part: DocumentPart, above: readonly string[]): JsonObject {
    const members = entriesOf(place).map(([key, member]) => {
      const child = childOfPart(part, key);
      if (part === 'schemas' && key === 'discriminator') return [key, copyDiscriminator(member)];
      if (child === undefined) return [key, member.value];
      const elsewhere = isObject(member.value) && child.one === undefined ? member.value.$ref : undefined;
      if (typeof elsewhere === 'string') return [key, copySplitOff(elsewhere, part, key, member, above)];
      if (Array.isArray(member.value) && child.list !== undefined) {
        const { list } = child;
        return [key, member.value.map((_, index) => copy(childOf(member, index), list, above))];
      }
      if (child.map !== undefined && isObject(member.value)) {
        const { map } = child;
        return [
          key,
          Object.fromEntries(entriesOf(member).map(([name, item]) => [name, copy(item, map, above)])),
        ];
      }
      return [key, child.one === undefined ? member.value : copy(member, child.one, above)];
    });
    return Object.fromEntries(members) as JsonObject; // built from the entries of one
  }

  /** A whole map or list in another file, for which OpenAPI has no `$ref`, but many documents do. */
  function copySplitOff(
    reference: string,
    part: DocumentPart,
    key: string,
    place: Located,
    above: readonly string[],
  ): JsonValue {
    const found = resolver.resolve(reference, place);
    if (!('target' in found) || above.includes(locationKey(found.target))) return place.value ?? null;
    const { target } = found;
    const owner: Located = {
      value: { [key]: target.value ?? null },
      file: target.file,
      pointer: target.pointer,
    };
    return copyMembers(owner, part, [...above, locationKey(target)])[key] ?? null;
  }

  /** A mapping's values are references, too (Discriminator Object). */
  function copyDiscriminator(place: Located): JsonValue {
    const mapping = childOf(place, 'mapping');
    if (!isObject(place.value) || !isObject(mapping.value)) return place.value ?? null;
    const entries = entriesOf(mapping).map(([name, target]) => {
      const isReference = typeof target.value === 'string' && /[#/]|\.(ya?ml|json)$/.test(target.value);
      if (!isReference) return [name, target.value];
      const copied = copyReference(String(target.value), { ...target, value: {} }, 'schemas', []);
      return [name, isObject(copied) ? copied.$ref : target.value];
    });
    return { ...place.value, mapping: Object.fromEntries(entries) };
  }

  const bundled = copyMembers(root, 'document', []);
  const components: Record<string, JsonObject> = {
    ...(bundled.components as Record<string, JsonObject> | undefined),
  };
  // Copying a moved thing may move others: the list grows while it is walked.
  for (const { section, name, target } of moved)
    components[section] = { ...components[section], [name]: copy(target, section, [locationKey(target)]) };
  const schemas = moved.filter(({ section }) => section === 'schemas');
  return {
    document: moved.length === 0 ? bundled : { ...bundled, components },
    movedSchemas: schemas.map(({ name, target }) => [name, target] as const),
  };
}

function isSection(part: DocumentPart): part is ComponentSection {
  return sections.has(part);
}

/** `#/…` with what a URL fragment can't hold encoded. */
function toFragment(pointer: string): string {
  return `#${pointer.split('/').map(percentEncode).join('/')}`;
}

/** The names that components have, and those of them that only point to another file: that is where it will stand. */
function claimNames(
  root: Located,
  resolver: ReferenceResolver,
  homes: Map<string, string>,
): Map<ComponentSection, Set<string>> {
  const names = new Map<ComponentSection, Set<string>>();
  for (const [section, entries] of entriesOf(childOf(root, 'components'))) {
    if (!isSection(section as DocumentPart)) continue;
    const taken = new Set<string>();
    names.set(section as ComponentSection, taken); // just checked
    for (const [name, entry] of entriesOf(entries)) {
      taken.add(name);
      const reference = isObject(entry.value) ? entry.value.$ref : undefined;
      const found = typeof reference === 'string' ? resolver.resolveOnce(reference, entry) : undefined;
      if (found === undefined || !('target' in found) || found.target.file === root.file) continue;
      const key = locationKey(found.target);
      if (!homes.has(key)) homes.set(key, `/components/${section}/${escapePointerToken(name)}`);
    }
  }
  return names;
}
