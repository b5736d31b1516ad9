const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Whether a text can be the name of a header field (RFC 9110, section 5.1: a token). */
export function isHeaderName(text: string): boolean {
  return token.test(text);
}

/** Whether a text can be the value of a header field: Latin-1 without control characters (RFC 9110, section 5.5). */
export function isHeaderValue(text: string): boolean {
  return fieldValue.test(text);
}

/** Fields that hold for one connection, not for the message (RFC 9110, section 7.6.1), in lower case. */
export const hopByHopHeaders: ReadonlySet<string> = new Set([
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
