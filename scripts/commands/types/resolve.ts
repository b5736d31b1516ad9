import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { valueAt } from '../../../openapi/model/value-at.ts';

/** Follows `$ref`s inside the document; what is no reference is itself. */
export function resolve(value: unknown, document: object, followed: readonly string[] = []): unknown {
  const target = isObject(value) ? value.$ref : undefined;
  if (typeof target !== 'string' || !target.startsWith('#/') || followed.includes(target)) return value;
  const found = valueAt(document as JsonValue, decodeURIComponent(target.slice(1))); // read as JSON, its numbers too
  return resolve(found, document, [...followed, target]);
}
