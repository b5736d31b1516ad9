/**
 * Percent-encodes everything but RFC 3986's unreserved characters. A lone half of a surrogate pair, which no URL can carry, becomes
 * U+FFFD as in the URL standard; `encodeURIComponent` would throw.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Percent-decoded UTF-8; undefined where it does not decode. */
export function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** What percent-encoding stands for; a text that is not percent-encoded by the rules is itself. */
export function decodedOrItself(text: string): string {
  return decodePercent(text) ?? text;
}
