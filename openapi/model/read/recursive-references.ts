import type { JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { escapePointerToken } from './located.ts';

/**
 * Writes `$recursiveRef: '#'` as `$ref` to the nearest schema around it with `$recursiveAnchor: true`, where there is one: that is
 * what JSON Schema 2019-09 (Core, 8.2.4.2) means by it where nobody extends the schema, and 2020-12, OpenAPI's dialect, has
 * forgotten it. `path` leads from the root to the part, which must be new: it is changed.
 */
export function plainRecursiveReference(
  part: Record<string, unknown>,
  path: readonly (string | number)[],
  root: JsonValue,
): void {
  if (part.$recursiveRef !== '#' || part.$ref !== undefined) return;
  const pointer = pointerOfAnchor(root, path);
  if (pointer === undefined) return;
  delete part.$recursiveRef;
  part.$ref = `#${pointer}`;
}

function pointerOfAnchor(root: JsonValue, path: readonly (string | number)[]): string | undefined {
  let value: JsonValue | undefined = root;
  let pointer = '';
  let found: string | undefined;
  for (const token of path) {
    value = (value as { readonly [name: string]: JsonValue | undefined })[token]; // the walk came along here
    pointer += `/${escapePointerToken(token)}`;
    if (isObject(value) && value.$recursiveAnchor === true) found = pointer;
  }
  return found;
}
