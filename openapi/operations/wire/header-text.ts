import { percentEncode } from '../../model/percent-encoding.ts';

/** A text as a header field can carry it (RFC 9110, section 5.5): what is not visible ASCII is percent-encoded. */
export function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, percentEncode);
}
