const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Whether a text can be the name of a header field (RFC 9110, section 5.1: a token). */
export function isHeaderName(text: string): boolean {
  return token.test(text);
}

/** What goes out in all fields together. Clients give up at 16,384 bytes (Node's, `fetch` too); the rest is what a server adds. */
export const mostHeaderBytes = 12_000;

/** Bytes of a field on the wire. */
export function headerBytes(name: string, value: string): number {
  return name.length + value.length + ': \r\n'.length;
}

/** Whether a text can be the value of a header field: Latin-1 without control characters (RFC 9110, section 5.5), of a size that clients take. */
export function isHeaderValue(text: string): boolean {
  return text.length <= mostHeaderBytes && fieldValue.test(text);
}

/** Fields that hold for one connection, not for the message (RFC 9110, section 7.6.1), in lower case. */
const hopByHopHeaders: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Fields that only whoever writes the message can say: how long it is, how it is encoded, when it was sent. */
export const framingHeaders: ReadonlySet<string> = new Set([
  ...hopByHopHeaders,
  'content-encoding',
  'content-length',
  'date',
]);

/**
 * Several fields of one name as one text (RFC 9110, section 5.3). Those of Set-Cookie stand in a line each: there are commas in their
 * dates, so that nothing could tell them apart again.
 */
export function joinFields(name: string, values: readonly string[]): string {
  return values.join(isSetCookie(name) ? '\n' : /^cookie$/i.test(name) ? '; ' : ', ');
}

/** What such a text goes out as: one field, of Set-Cookie one a line. */
export function fieldsOf(name: string, text: string): readonly string[] {
  return isSetCookie(name) ? text.split('\n') : [text];
}

export function isSetCookie(name: string): boolean {
  return name.length === 'set-cookie'.length && name.toLowerCase() === 'set-cookie';
}

/** Whether a text can go out under a name. */
export function isSendableAs(name: string, text: string): boolean {
  return fieldsOf(name, text).every(isHeaderValue);
}
