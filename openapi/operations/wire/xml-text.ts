import type { JsonValue } from '../../model/api-model.ts';
import { isObject } from '../../model/is-object.ts';
import { primitiveText } from './serialise-parameter.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A JSON value as plain XML: an element for each property, repeated for lists. OpenAPI's `xml` object is not read. */
export function xmlText(name: string, value: JsonValue): string {
  const tag = name.replaceAll(/[^\w.-]/g, '_').replace(/^[^A-Za-z_]/, '_');
  if (Array.isArray(value)) return value.map((item) => xmlText(name, item)).join('');
  const inner = isObject(value)
    ? Object.entries(value)
        .map(([key, item]) => (item === undefined ? '' : xmlText(key, item)))
        .join('')
    : value === null
      ? ''
      : primitiveText(value).replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character);
  return `<${tag}>${inner}</${tag}>`;
}
