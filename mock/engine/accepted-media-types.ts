import { essenceOf } from '../../openapi/operations/wire/media-types.ts';

interface AcceptedRange {
  readonly range: string;
  readonly quality: number;
}

function parseAccept(accept: string): readonly AcceptedRange[] {
  return accept.split(',').flatMap((part) => {
    const [range = '', ...parameters] = part.split(';');
    const quality = parameters
      .map((parameter) => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(parameter)?.[1])
      .find(Boolean);
    const trimmed = range.trim().toLowerCase();
    return trimmed === '' ? [] : [{ range: trimmed, quality: quality === undefined ? 1 : Number(quality) }];
  });
}

/** How much a media type is wanted: the most specific range that matches decides (RFC 9110 12.5.1). */
function qualityOf(mediaType: string, ranges: readonly AcceptedRange[]): number {
  const essence = essenceOf(mediaType);
  const kind = `${essence.split('/', 1)[0]}/*`;
  for (const wanted of [essence, kind, '*/*']) {
    const found = ranges.find(({ range }) => range === wanted);
    if (found !== undefined) return found.quality;
  }
  return 0;
}

/** Those of the available media types that an Accept header wants, best first; all of them where there is none. */
export function acceptedMediaTypes(
  accept: string | undefined,
  available: readonly string[],
): readonly string[] {
  if (accept === undefined || accept.trim() === '' || accept === '*/*') return available;
  const ranges = parseAccept(accept);
  const wanted = available.map((mediaType) => ({ mediaType, quality: qualityOf(mediaType, ranges) }));
  return wanted
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ mediaType }) => mediaType);
}
