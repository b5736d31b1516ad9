import { Negotiator } from 'negotiator';

/** All that stands behind a range but how much it is wanted: a reply in another charset is better than none. */
const otherParameter = /;(?!\s*q\s*=\s*[\d.]+\s*(?:[,;]|$))[^,;]*/gi;

/** Those of the available media types that an Accept header wants (RFC 9110 12.5.1), best first; all of them where there is none. */
export function acceptedMediaTypes(
  accept: string | undefined,
  available: readonly string[],
): readonly string[] {
  if (accept === undefined || accept.trim() === '' || accept === '*/*') return available;
  return new Negotiator({ headers: { accept: accept.replace(otherParameter, '') } }).mediaTypes([
    ...available,
  ]);
}
