import { readContentType } from './content-type.ts';

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

/** Parameters of how bytes are written, which every reader handles by itself; the others tell one format from another. */
const writingParameters: ReadonlySet<string> = new Set(['charset', 'boundary', 'q']);

/** The parameters that tell formats apart (`version=2`, `profile="…"`), by name; all in lower case, without quotes. */
export function formatParameters(mediaType: string): ReadonlyMap<string, string> {
  if (!mediaType.includes(';')) return new Map();
  const { parameters } = readContentType(mediaType.toLowerCase());
  return new Map(
    parameters.flatMap(({ name, value }) => (writingParameters.has(name) ? [] : [[name, value]])),
  );
}

/** 0 for `*\/*`, 1 for `image/*` and `application/*+json`, 2 for the type itself; undefined: it is another. */
function precisionOf(range: string, type: string): number | undefined {
  if (range === type) return 2;
  if (range === '*/*' || range === '*') return 0;
  const [before, after] = range.split('*');
  if (before === undefined || after === undefined) return undefined;
  return type.startsWith(before) && type.endsWith(after) ? 1 : undefined;
}

/**
 * How well a media type falls under a documented one, which may be a range; undefined: not at all. A parameter counts where both
 * name it (RFC 9110, section 12.5.1): real clients and servers leave out those with one value, and send others nobody documents.
 */
export function mediaTypeFit(documented: string, actual: string): number | undefined {
  const precision = precisionOf(essenceOf(documented), essenceOf(actual));
  if (precision === undefined) return undefined;
  const [wanted, given] = [formatParameters(documented), formatParameters(actual)];
  const common = [...wanted].filter(([name]) => given.has(name));
  if (common.some(([name, value]) => given.get(name) !== value)) return undefined;
  return 100 * precision + 3 * common.length - wanted.size - given.size;
}

/** Those that fit at all, the best first, equal ones in their order. */
export function bestFirst<Item>(items: readonly Item[], fitOf: (item: Item) => number | undefined) {
  return items
    .flatMap((item) => {
      const fit = fitOf(item);
      return fit === undefined ? [] : [{ item, fit }];
    })
    .toSorted((first, second) => second.fit - first.fit)
    .map(({ item }) => item);
}

/** The documented entry that describes a media type best: the exact one, else `image/*`, else `*\/*` (OpenAPI, Media Type). */
export function findContent<Content extends { readonly mediaType: string }>(
  contents: readonly Content[],
  mediaType: string,
): Content | undefined {
  return bestFirst(contents, (content) => mediaTypeFit(content.mediaType, mediaType))[0];
}

/** JSON before all others, else in their order: what is sent to a client that does not say what it wants. */
export function jsonFirst<Item>(items: readonly Item[], typeOf: (item: Item) => string) {
  const isJson = (item: Item) => Number(isJsonMediaType(typeOf(item)));
  return items.toSorted((one, other) => isJson(other) - isJson(one));
}

/** A media type that can be sent for a range: `image/png` for `image/*`. */
export function concreteMediaType(range: string): string {
  const type = essenceOf(range);
  if (!type.includes('*')) return range;
  if (type.includes('/*+')) return type.replace('*', 'vnd.api');
  const known: Readonly<Record<string, string>> = {
    'text/*': 'text/plain',
    'image/*': 'image/png',
    'audio/*': 'audio/mpeg',
    'video/*': 'video/mp4',
    'multipart/*': 'multipart/form-data',
  };
  return known[type] ?? 'application/json';
}
