import type { JsonObject } from './api-model.ts';
import type { DocumentFiles } from './load-files.ts';
import { isObject } from './located.ts';
import type { ReferenceResolver } from './reference-resolver.ts';

/** The whole document in one object. With one file that is the file itself. */
export function bundleDocument(files: DocumentFiles, _resolver: ReferenceResolver): JsonObject {
  const root = files.values.get(files.root);
  return isObject(root) ? root : {};
}
