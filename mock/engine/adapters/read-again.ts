import { isJson } from '../../../openapi/model/is-json.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { essenceOf, isJsonMediaType } from '../../../openapi/operations/wire/media-types.ts';

/**
 * The bytes of a body that a body parser of the application has read before the mock: what `express.json()`, `text()`, `raw()`
 * and `urlencoded()` leave, written in the request's media type again.
 */
export function readAgain(body: unknown, contentType: string): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(textOf(body, contentType));
}

function textOf(body: unknown, contentType: string): string {
  if (body === undefined) return '';
  // A text of JSON, or what JSON said: a text.
  if (typeof body === 'string') return isJsonMediaType(contentType) && !isJson(body) ? jsonText(body) : body;
  if (essenceOf(contentType) !== 'application/x-www-form-urlencoded') return jsonText(body);
  return new URLSearchParams(fieldsOf(body, '')).toString();
}

/** What `extended` has made lists and objects of, as fields again: `tag=a&tag=b`, `filter[genre]=novel`. */
function fieldsOf(value: unknown, name: string): [name: string, value: string][] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, name));
  if (typeof value !== 'object' || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, member]) =>
    fieldsOf(member, name === '' ? key : `${name}[${key}]`),
  );
}
