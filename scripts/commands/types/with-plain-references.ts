import { isObject } from '../../../openapi/model/is-object.ts';
import type { BundledDocument } from './generate-types.ts';
import { resolve } from './resolve.ts';

const ofComponent = /^#\/components\/[^/]+\/[^/]+$/;

/**
 * The document with what a reference means in its place, where that is no whole component: openapi-typescript makes of
 * `#/paths/~1a/get/responses/200/…/schema/allOf/3` a type that is not there. What leads to itself that way may be anything.
 */
export function withPlainReferences(document: BundledDocument): BundledDocument {
  return plain(document, []) as BundledDocument; // the same, said in other places

  function plain(value: unknown, inside: readonly string[]): unknown {
    if (Array.isArray(value)) return value.map((item) => plain(item, inside));
    if (!isObject(value)) return value;
    const { $ref } = value;
    if (typeof $ref === 'string' && $ref.startsWith('#/') && !ofComponent.test($ref)) {
      if (inside.includes($ref)) return {};
      const target = resolve({ $ref }, document);
      return isObject(target) && target.$ref !== undefined ? {} : plain(target ?? {}, [...inside, $ref]);
    }
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member, inside)]));
  }
}
