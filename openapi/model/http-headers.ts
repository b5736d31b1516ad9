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
  'proxy-connection',
  'te',
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

/** Headers as Node has read them: names in lower case, a list where a field may come several times. */
type ReadHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One text a name. */
export function joinedHeaders(headers: ReadHeaders): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : joinFields(name, value)]],
    ),
  );
}

/** Names, in lower case, of what is not passed on with these headers: hop-by-hop, and what `Connection` names. */
export function namesNotPassedOn({ connection = '' }: ReadHeaders): ReadonlySet<string> {
  const named = String(connection)
    .split(',')
    .map((name) => name.trim().toLowerCase());
  return new Set([...named, ...hopByHopHeaders]);
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
