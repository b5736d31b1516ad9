import { decodedOrItself, decodePercent, percentEncode } from '../../model/percent-encoding.ts';

/** A name and its value: decoded, or both encoded as they travel. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** One `name=value` of a query, form or cookie header, as it came. */
export interface RawPair extends Pair {
  /** Decoded; as sent where it does not decode. */
  readonly name: string;
  /** As sent, percent-encoded. */
  readonly value: string;
  /** True where the name does not decode. */
  readonly hasBadName: boolean;
}

export function encodePair({ name, value }: Pair): Pair {
  return { name: percentEncode(name), value: percentEncode(value) };
}

/** `a=1&b=2` of pairs that are encoded already: a query string or an urlencoded form. */
export function joinPairs(pairs: readonly Pair[]): string {
  return pairs.map(({ name, value }) => `${name}=${value}`).join('&');
}

/** The same, of decoded pairs. */
export function encodePairs(pairs: readonly Pair[]): string {
  return joinPairs(pairs.map(encodePair));
}

/** The pairs of a query string or urlencoded form, in order. */
export function splitQuery(query: string): readonly RawPair[] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      const rawName = equals < 0 ? part : part.slice(0, equals);
      const name = decodeQueryText(rawName);
      return {
        name: name ?? rawName,
        value: equals < 0 ? '' : part.slice(equals + 1),
        hasBadName: name === undefined,
      };
    });
}

/** The same, decoded; what does not decode is as it was sent. */
export function decodePairs(query: string): readonly Pair[] {
  return splitQuery(query).map(({ name, value }) => ({ name, value: decodeQueryText(value) ?? value }));
}

/** A Cookie header of pairs that are encoded already; undefined without any. */
export function joinCookies(cookies: readonly Pair[]): string | undefined {
  return cookies.length === 0 ? undefined : cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/**
 * The pairs of a Cookie header (RFC 6265, 4.2). Quotes around a value belong to it; where there is no `=`, all is the value
 * of a cookie without a name. They are often sent as they are, and a lone % is no fault here.
 */
export function splitCookies(header: string): readonly RawPair[] {
  return header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [name, value] = part.includes('=') ? part.split(/=(.*)/s, 2) : ['', part];
      return { name: decodedOrItself((name ?? '').trim()), value: (value ?? '').trim(), hasBadName: false };
    });
}

/** The same, decoded. */
export function decodeCookies(header: string): readonly Pair[] {
  return splitCookies(header).map(({ name, value }) => ({ name, value: decodedOrItself(value) }));
}

/** A name or a value as a document writes it into the query of a path: what it has encoded already is not encoded twice. */
export function encodeQueryLiteral(text: string): string {
  return text.replaceAll(/%[\da-f]{2}|[^\w.~!$'()*+,;:@/?-]/giu, (part) =>
    part.length === 3 ? part : percentEncode(part),
  );
}

/** Percent-decoded, `+` as a space (the URL standard's form encoding); undefined where it does not decode. */
export function decodeQueryText(text: string): string | undefined {
  return decodePercent(text.replaceAll('+', ' '));
}
