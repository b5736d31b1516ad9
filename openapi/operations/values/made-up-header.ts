import type { ResponseHeader } from '../../model/api-model.ts';
import { headerTextOf } from '../../model/header-texts.ts';
import { acceptsValue } from '../../model/schema/compile-schema.ts';
import { coerceText } from '../wire/coerce-text.ts';
import { generateValue } from './generate-value.ts';

/** Headers that clients act on, with what does no harm there: documents mostly say no more than that they are texts or numbers. */
const harmless: readonly (readonly [name: RegExp, text: string])[] = [
  [/^retry-after$/, '1'],
  [/^(x-)?rate-?limit(-.*)?-(limit|remaining)(-|$)/, '1000'],
  [/^(expires|last-modified)$/, 'Thu, 01 Jan 2026 00:00:00 GMT'],
  [/^etag$/, '"1"'],
  [/^set-cookie$/, 'name=value'],
];

/** Nothing is made up of who may read a reply across origins, and of what is left of a limit: a number that no call changes would lie. */
export function isForServerToSay(name: string): boolean {
  return /^access-control-|^(x-)?rate-?limit(-.*)?-remaining(-|$)/i.test(name);
}

/** A text that fits the schema of a header which has no example. */
export function madeUpHeader(header: ResponseHeader): string {
  const { name, schema, mediaType } = header;
  const known = harmless.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1];
  if (
    known !== undefined &&
    mediaType === undefined &&
    acceptsValue(schema.jsonSchema, coerceText(known, schema))
  )
    return known;
  return headerTextOf(generateValue(schema), header);
}
