import { decodePercent } from '../../model/percent-encoding.ts';

/** One `name=value` of a query, form or cookie header. */
export interface RawPair {
  /** Decoded; as sent where it does not decode. */
  readonly name: string;
  /** As sent, percent-encoded. */
  readonly value: string;
  /** True where the name does not decode. */
  readonly hasBadName: boolean;
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

/** The pairs of a Cookie header (RFC 6265, 4.2). Quotes around a value belong to it. */
export function splitCookies(header: string): readonly RawPair[] {
  return header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.includes('='))
    .map((part) => {
      const equals = part.indexOf('=');
      return { name: part.slice(0, equals).trim(), value: part.slice(equals + 1).trim(), hasBadName: false };
    });
}

/** Percent-decoded, `+` as a space (the URL standard's form encoding); undefined where it does not decode. */
export function decodeQueryText(text: string): string | undefined {
  return decodePercent(text.replaceAll('+', ' '));
}
