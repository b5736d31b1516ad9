import { isObject } from '../../../openapi/model/is-object.ts';

/** Follows `$ref`s inside the document; what is no reference is itself. */
export function resolve(value: unknown, document: object, followed: readonly string[] = []): unknown {
  const target = isObject(value) ? value.$ref : undefined;
  if (typeof target !== 'string' || !target.startsWith('#/') || followed.includes(target)) return value;
  const names = target.slice(2).split('/');
  const found = names.reduce<unknown>((at, name) => {
    const key = decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(at)) return at[Number(key)];
    return isObject(at) ? at[key] : undefined;
  }, document);
  return resolve(found, document, [...followed, target]);
}
