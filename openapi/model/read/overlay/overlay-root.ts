import type { JsonValue, SourceLocation } from '../../api-model.ts';
import { DocumentError } from '../../document-error.ts';
import { readTextAt } from '../read-text-at.ts';
import { applyOverlays, type OverlaidRoot, type OverlayText } from './apply-overlays.ts';

/** A document's root file with overlays, by their paths or addresses. Throws DocumentError where one can't be read or applied. */
export async function overlayRoot(
  value: JsonValue,
  file: string,
  overlays: readonly string[],
): Promise<
  Omit<OverlaidRoot, 'placeOf'> & { readonly placeOf: (location: SourceLocation) => SourceLocation }
> {
  const texts: OverlayText[] = [];
  for (const name of overlays) {
    const found = await readTextAt(name);
    if ('problem' in found)
      throw new DocumentError([{ message: found.problem, location: { file: name, pointer: '' } }]);
    texts.push({ file: name, text: found.text });
  }
  const overlaid = await applyOverlays(value, file, texts);
  // A place is asked for more than once, and one that was found stays what it is.
  const found = new WeakSet<SourceLocation>();
  return {
    ...overlaid,
    placeOf(location) {
      if (location.file !== file || found.has(location)) return location;
      const written = overlaid.placeOf(location.pointer);
      found.add(written);
      return written;
    },
  };
}
