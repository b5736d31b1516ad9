import type { JsonValue, SourceLocation } from '../../api-model.ts';
import type { DocumentFiles } from '../load-files.ts';
import { childOf, type Located, locateIn, locationOf, pointerTokens } from '../located.ts';

/** Where the parts of a written document stood in the files that it was written from. */
export interface KeptPlaces {
  /** The same part, with its place. */
  keep<Part extends object>(part: Part, place: SourceLocation): Part;
  /**
   * The place of what a pointer into the written document leads to; what was added has that of what it was added to. A place
   * that came from here stays what it is.
   */
  placeOf(document: JsonValue, location: SourceLocation): SourceLocation;
}

export function createKeptPlaces(files: DocumentFiles): KeptPlaces {
  const places = new WeakMap<object, SourceLocation>();
  const found = new WeakSet<SourceLocation>();

  function placeOf(document: JsonValue, location: SourceLocation): SourceLocation {
    if (found.has(location)) return location;
    let written: Located = { value: document, file: files.root, pointer: '' };
    let place = locateIn(files.values, written);
    for (const token of pointerTokens(location.pointer)) {
      written = childOf(written, token);
      const { value } = written;
      const kept = typeof value === 'object' && value !== null ? places.get(value) : undefined;
      const below = childOf(place, token);
      if (kept !== undefined) place = locateIn(files.values, kept);
      else if (below.value !== undefined) place = below;
    }
    const ofAuthor = locationOf(place);
    found.add(ofAuthor);
    return ofAuthor;
  }

  return {
    placeOf,
    keep: (part, place) => {
      places.set(part, locationOf(place));
      return part;
    },
  };
}
