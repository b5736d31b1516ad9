/** The media type without parameters, in lower case: `application/json` of `Application/JSON; charset=utf-8`. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** `application/json`, `text/json` and everything that ends in `+json` (RFC 6839, section 3.1). */
export function isJsonMediaType(mediaType: string): boolean {
  return /^(application|text)\/json$|\+json$/.test(essenceOf(mediaType));
}

/** `application/xml`, `text/xml` and `+xml`. */
export function isXmlMediaType(mediaType: string): boolean {
  return /^(application|text)\/xml$|\+xml$/.test(essenceOf(mediaType));
}

/** True where a concrete media type falls under a documented one, which may be a range such as `image/*`. */
export function mediaTypeMatches(documented: string, actual: string): boolean {
  const [range, type] = [essenceOf(documented), essenceOf(actual)];
  if (range === type || range === '*/*' || range === '*') return true;
  return range.endsWith('/*') && type.startsWith(range.slice(0, -1));
}

/** The documented entry that describes a media type best: the exact one, else `image/*`, else `*\/*` (OpenAPI, Media Type). */
export function findContent<Content extends { readonly mediaType: string }>(
  contents: readonly Content[],
  mediaType: string,
): Content | undefined {
  const matching = contents.filter((content) => mediaTypeMatches(content.mediaType, mediaType));
  const precision = ({ mediaType: range }: Content) =>
    range.startsWith('*') ? 0 : range.includes('*') ? 1 : 2;
  return matching.toSorted((first, second) => precision(second) - precision(first))[0];
}

/** A media type that can be sent for a range: `image/png` for `image/*`. */
export function concreteMediaType(range: string): string {
  const type = essenceOf(range);
  if (!type.includes('*')) return range;
  const known: Readonly<Record<string, string>> = {
    'text/*': 'text/plain',
    'image/*': 'image/png',
    'audio/*': 'audio/mpeg',
    'video/*': 'video/mp4',
    'multipart/*': 'multipart/form-data',
  };
  return known[type] ?? 'application/json';
}
