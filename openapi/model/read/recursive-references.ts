import type { JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { escapePointerToken } from './located.ts';
import { walkDocument } from './walk-document.ts';

/**
 * Writes `$recursiveRef: '#'` as `$ref` to the nearest schema around it with `$recursiveAnchor: true`, where there is one: that is
 * what JSON Schema 2019-09 (Core, 8.2.4.2) means by it where nobody extends the schema, and 2020-12, OpenAPI's dialect, has
 * forgotten it. The file must be new: it is changed.
 */
export function plainRecursiveReferences(value: JsonValue): void {
  walkDocument(value, (part, path, isNameMap) => {
    if (isNameMap || !isObject(part) || part.$recursiveRef !== '#' || part.$ref !== undefined) return;
    const pointer = pointerOfAnchor(value, path);
    if (pointer === undefined) return;
    const schema = part as { [name: string]: JsonValue | undefined }; // just parsed
    delete schema.$recursiveRef;
    schema.$ref = `#${pointer}`;
  });
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
