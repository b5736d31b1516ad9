import { decodePercent } from './query-pairs.ts';
import { percentEncode } from './serialise-parameter.ts';

/** What a segment may hold as it is, besides what `encodeURIComponent` leaves alone (RFC 3986, section 3.3: pchar). */
const allowedInSegment = /%(24|26|2B|2C|3A|3B|3D|40)/g;

/** The literal text of a path as a URL has it: what a document has encoded already is not encoded twice. */
export function encodePath(text: string): string {
  return text
    .split('/')
    .map((segment) => percentEncode(decodePercent(segment) ?? segment))
    .map((segment) => segment.replace(allowedInSegment, (encoded) => decodePercent(encoded) ?? encoded))
    .join('/');
}
