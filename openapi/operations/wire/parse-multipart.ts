import { essenceOf } from './media-types.ts';
import { unquotePartName } from './part-name.ts';

/** One part of a multipart body. */
export interface MultipartPart {
  readonly name: string;
  /** Set where the part is a file. */
  readonly fileName: string | undefined;
  /** `text/plain` where the part says none (RFC 7578, 4.4). */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The parts of a `multipart/form-data` body (RFC 7578), or what is wrong with it. */
export function parseMultipart(
  contentType: string,
  bytes: Uint8Array,
): readonly MultipartPart[] | { problem: string } {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i
    .exec(contentType)
    ?.slice(1)
    .find((text) => text !== undefined);
  if (boundary === undefined) return { problem: 'Content-Type names no boundary' };
  // One character for each byte, so that positions in the text are positions in the bytes.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const sections = `\r\n${text}`.split(`\r\n--${boundary}`);
  if (sections.length < 2) return { problem: `the boundary "${boundary}" is nowhere in the body` };
  if (!sections.at(-1)?.startsWith('--'))
    return { problem: `the last boundary, --${boundary}--, is missing` };
  const parts: MultipartPart[] = [];
  for (const section of sections.slice(1, -1)) {
    const part = parsePart(section);
    if (part === undefined) return { problem: 'a part has no Content-Disposition with a name' };
    parts.push(part);
  }
  return parts;
}

function parsePart(section: string): MultipartPart | undefined {
  const end = section.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const headers = new Map<string, string>();
  for (const line of Buffer.from(section.slice(0, end), 'latin1').toString('utf8').split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const disposition = headers.get('content-disposition') ?? '';
  const name = dispositionParameter(disposition, 'name');
  if (name === undefined) return undefined;
  const fileName = dispositionParameter(disposition, 'filename');
  const type = headers.get('content-type');
  return {
    name,
    fileName,
    mediaType: type === undefined ? 'text/plain' : essenceOf(type),
    bytes: Buffer.from(section.slice(end + 4), 'latin1'),
  };
}

function dispositionParameter(disposition: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(disposition);
  const text = found?.[1] ?? found?.[2];
  return text === undefined ? undefined : unquotePartName(text);
}
