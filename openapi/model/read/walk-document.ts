import { isObject } from '../is-object.ts';
import { componentSections } from './document-parts.ts';
import type { Located } from './located.ts';

/** Keys whose values are data of the API, not parts of the document: a `$ref` in there is data too. */
const dataKeys = new Set(['example', 'default', 'enum', 'const', 'value', 'x-codeSamples']);
/** Keys whose children are names chosen by the author, so that a property may be called `default`. */
const nameMapKeys: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'definitions',
  ...componentSections,
  'pathItems',
  'paths',
  'webhooks',
  'mapping',
  'content',
  'encoding',
  'variables',
]);

/** What a walker calls for every object that is a part of the document. The path is only valid during the call. */
export type PartVisitor = (
  part: Located['value'] & object,
  path: readonly (string | number)[],
  isNameMap: boolean,
) => void;

/**
 * Visits every object of a file that is a part of the document, parents first: not the values of examples, defaults
 * and enums, and not what stands inside other vendors' extensions. Built for speed: pointers are made only if asked for.
 */
export function walkDocument(value: unknown, visit: PartVisitor): void {
  const path: (string | number)[] = [];
  const step = (child: unknown, key: string | number, isNameMap: boolean) => {
    if (typeof child !== 'object' || child === null) return;
    path.push(key);
    enter(child, isNameMap);
    path.pop();
  };
  const enter = (part: object, isNameMap: boolean) => {
    if (Array.isArray(part)) {
      for (const [index, item] of part.entries()) step(item, index, false);
      return;
    }
    if (!isObject(part)) return;
    visit(part, path, isNameMap);
    for (const key in part) {
      const child = part[key];
      if (isNameMap) step(child, key, false);
      else if (isData(key, child)) continue;
      else step(child, key, nameMapKeys.has(key));
    }
  };
  if (typeof value === 'object' && value !== null) enter(value, false);
}

/** Whether what stands under a key is data of the API. */
export function isData(key: string, child: unknown): boolean {
  if (dataKeys.has(key)) return true;
  if (key === 'examples') return Array.isArray(child);
  return key.startsWith('x-') && !key.startsWith('x-kit-') && key !== 'x-sla';
}
