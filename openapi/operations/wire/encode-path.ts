import { decodedOrItself, percentEncode } from '../../model/percent-encoding.ts';

/** What a segment may hold as it is, besides unreserved characters (RFC 3986, section 3.3: pchar). */
const allowedInSegment = /%(21|24|26|27|28|29|2A|2B|2C|3A|3B|3D|40)/g;

/** The literal text of a path as a URL has it: what a document has encoded already is not encoded twice. */
export function encodePath(text: string): string {
  return text
    .split('/')
    .map((segment) => percentEncode(decodedOrItself(segment)))
    .map((segment) => segment.replace(allowedInSegment, decodedOrItself))
    .join('/');
}
