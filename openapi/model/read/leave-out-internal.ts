import { type DocumentFault, httpMethods, type JsonObject, type JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { valueText } from '../value-text.ts';
import { type DocumentFiles, findReferences } from './load-files.ts';
import { childOf, escapePointerToken, type Located, pointerTokens } from './located.ts';
import { createReferenceResolver } from './reference-resolver.ts';
import { isData, walkDocument } from './walk-document.ts';

/** A part of a document that was just parsed: nobody else has it yet. */
type FreshPart = { [name: string]: JsonValue | undefined };

/**
 * Takes out of a document what `x-internal: true` marks, and every `$ref` to it: a path, an operation, a parameter, a
 * property, a tag. Each is named. The files must be new: they are changed.
 */
export function leaveOutInternal(files: DocumentFiles): {
  readonly files: DocumentFiles;
  readonly left: readonly DocumentFault[];
} {
  const internal = findInternal(files);
  const left: DocumentFault[] = [];
  if (internal.size === 0) return { files, left };
  for (const [file, value] of files.values)
    walkDocument(value, (part, path, isNameMap) => {
      const owner = part as FreshPart;
      const leaveOut = (child: JsonValue, ...keys: readonly (string | number)[]): boolean => {
        if (!internal.has(child)) return false;
        const place = [...path, ...keys];
        const pointer = place.map((token) => `/${escapePointerToken(token)}`).join('');
        const message = `${nameOf(place, child)} is left out, as \`x-internal\` says`;
        // What components hold is named where it is used.
        if (place[0] !== 'components' || place.length > 3)
          left.push({ message, location: { file, pointer }, effect: 'lost' });
        return true;
      };
      if (isObject(owner.properties) && Array.isArray(owner.required)) {
        const { properties } = owner;
        owner.required = owner.required.filter((name) => !internal.has(properties[valueText(name)]));
      }
      for (const [key, child] of Object.entries(owner)) {
        if (!isNameMap && isData(key, child)) continue;
        if (Array.isArray(child)) owner[key] = child.filter((item, index) => !leaveOut(item, key, index));
        // The document's own members, `info` and `paths`, are no parts that it could do without.
        else if (path.length > 0 && leaveOut(child ?? null, key)) delete owner[key];
      }
    });
  return { files: { ...files, ...findReferences(files.values) }, left };
}

/** The objects that are marked, and the Reference Objects that lead to them. */
function findInternal(files: DocumentFiles): ReadonlySet<unknown> {
  const internal = new Set<unknown>();
  for (const value of files.values.values())
    walkDocument(value, (part, _path, isNameMap) => {
      if (!isNameMap && isObject(part) && (isMarked(part) || hasOnlyMarkedOperations(part)))
        internal.add(part);
    });
  if (internal.size === 0) return internal;
  const resolver = createReferenceResolver(files);
  for (const { reference, file, pointer } of files.references) {
    const found = resolver.resolve(reference, { file, pointer });
    if (!('target' in found) || !internal.has(found.target.value)) continue;
    let site: Located = { value: files.values.get(file), file, pointer: '' };
    for (const token of pointerTokens(pointer)) site = childOf(site, token);
    internal.add(site.value);
  }
  return internal;
}

function isMarked(part: JsonValue | undefined): boolean {
  return isObject(part) && part['x-internal'] === true;
}

/** A path that nothing is left of would tell that there is something. */
function hasOnlyMarkedOperations(part: JsonObject): boolean {
  const additional = isObject(part.additionalOperations) ? Object.values(part.additionalOperations) : [];
  const operations = [...httpMethods.map((method) => part[method]), ...additional].filter(
    (operation) => operation !== undefined,
  );
  return operations.length > 0 && operations.every(isMarked);
}

/** `operation "GET /pets"`, `property "secret"`: what is left out, in the document's own words. */
function nameOf(place: readonly (string | number)[], part: JsonValue): string {
  const [parent, key] = place.slice(-2);
  if (place[0] === 'paths' && place.length === 2) return `path "${key}"`;
  if (place[0] === 'paths' && place.length === 3 && key !== 'parameters')
    return `operation "${String(key).toUpperCase()} ${parent}"`;
  if (parent === 'properties') return `property "${key}"`;
  const { name = undefined, $ref = undefined } = isObject(part) ? part : {};
  const ofReference = typeof $ref === 'string' ? pointerTokens($ref.split('#')[1] ?? '').at(-1) : undefined;
  return `"${name ?? ofReference ?? key}" of ${parent}`;
}
