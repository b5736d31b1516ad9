import type { SourceLocation } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { decodedOrItself } from '../percent-encoding.ts';
import { type DocumentFiles, targetFile } from './load-files.ts';
import { childOf, type Located, locateIn, locationKey, pointerTokens } from './located.ts';

/** Where a reference leads, or why it leads nowhere. */
type Resolution = { readonly target: Located } | { readonly problem: string };

/** Follows `$ref`s over the files of a document. Pure look-ups: nothing is read or changed. */
export interface ReferenceResolver {
  /** What stands at the end of one reference, chains followed to something that is no `$ref`. */
  resolve(reference: string, from: SourceLocation): Resolution;
  /** One step only: the target may be a `$ref` itself. */
  resolveOnce(reference: string, from: SourceLocation): Resolution;
}

/** Longer chains are loops: a pointer that runs through the very `$ref` it stands in never ends by itself. */
const longestChain = 100;

export function createReferenceResolver(files: DocumentFiles): ReferenceResolver {
  let depth = 0;

  function resolveOnce(reference: string, from: SourceLocation): Resolution {
    const [uri = '', ...rest] = reference.split('#');
    const fragment = decodedOrItself(rest.join('#'));
    const named = uri === '' ? undefined : files.anchors.get(uri);
    if (named !== undefined) return walk(rootOf(named), fragment, reference);
    const file = targetFile(reference, from.file);
    if (file === undefined)
      return {
        problem: `"${reference}" is on another host; copy it beside the document, nothing is fetched from there`,
      };
    const value = files.values.get(file);
    if (value === undefined) return { problem: `"${reference}" leads to ${file}, which could not be read` };
    const found = walk({ value, file, pointer: '' }, fragment, reference);
    if ('target' in found || uri !== '') return found;
    return resolveInsideResource(fragment, from, reference) ?? found;
  }

  function walk(start: Located, fragment: string, reference: string): Resolution {
    if (fragment !== '' && !fragment.startsWith('/')) {
      const anchor = files.anchors.get(`${start.file}#${fragment}`);
      if (anchor === undefined) return { problem: `"${reference}" names an anchor that is nowhere` };
      return { target: rootOf(anchor) };
    }
    let place = start;
    for (const token of pointerTokens(fragment)) {
      // A pointer that runs through another $ref is common, though JSON pointers as such know no $ref.
      if (
        isObject(place.value) &&
        typeof place.value.$ref === 'string' &&
        !Object.hasOwn(place.value, token)
      ) {
        const through = resolve(place.value.$ref, place);
        if ('problem' in through) return through;
        place = through.target;
      }
      place = childOf(place, token);
      if (place.value === undefined) return { problem: `"${reference}" leads nowhere` };
    }
    return { target: place };
  }

  /** Inside a schema with an `$id`, `#/…` starts at that schema (JSON Schema 2020-12 core, 8.2.1). */
  function resolveInsideResource(fragment: string, from: SourceLocation, reference: string) {
    const tokens = pointerTokens(from.pointer);
    for (let length = tokens.length; length > 0; length--) {
      const pointer = from.pointer
        .split('/')
        .slice(0, length + 1)
        .join('/');
      const place = rootOf({ file: from.file, pointer });
      if (!isObject(place.value) || typeof place.value.$id !== 'string') continue;
      const found = walk(place, fragment, reference);
      if ('target' in found) return found;
    }
    return undefined;
  }

  const rootOf = (location: SourceLocation) => locateIn(files.values, location);

  function resolve(reference: string, from: SourceLocation): Resolution {
    if (depth > longestChain) return { problem: `"${reference}" leads back to itself` };
    depth++;
    try {
      return followChain(reference, from);
    } finally {
      depth--;
    }
  }

  function followChain(reference: string, from: SourceLocation): Resolution {
    const seen = new Set<string>();
    let found = resolveOnce(reference, from);
    while ('target' in found && isObject(found.target.value) && typeof found.target.value.$ref === 'string') {
      const key = locationKey(found.target);
      if (seen.has(key)) return { problem: `"${reference}" leads back to itself` };
      seen.add(key);
      found = resolveOnce(found.target.value.$ref, found.target);
    }
    return found;
  }

  return { resolve, resolveOnce };
}
