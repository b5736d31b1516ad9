import { Negotiator } from 'negotiator';
import { formatParameters, jsonFirst } from '../../openapi/operations/wire/media-types.ts';

/** A parameter of a range, or what stands in its place. */
const parameter = /;\s*(?:([^\s=;,"]+)\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^;,"]*))?[^;,]*/g;

/**
 * Those of the available media types that an Accept header wants (RFC 9110 12.5.1), best first, JSON before others that are wanted as
 * much; all of them where there is none. A parameter counts where one of them has it: a reply in another charset is better than none.
 */
export function acceptedMediaTypes(
  accept: string | undefined,
  available: readonly string[],
): readonly string[] {
  const offered = jsonFirst(available, (mediaType) => mediaType);
  if (accept === undefined || accept.trim() === '' || accept === '*/*') return offered;
  const known = new Set(available.flatMap((mediaType) => [...formatParameters(mediaType).keys()]));
  const wanted = accept.replace(parameter, (text, name: string = '') => {
    if (known.has(name.toLowerCase())) return text;
    return name.toLowerCase() === 'q' && /=\s*[\d.]+\s*$/.test(text) ? text : '';
  });
  return new Negotiator({ headers: { accept: wanted } }).mediaTypes([...offered]);
}
