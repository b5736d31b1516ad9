import { isUtf8 } from 'node:buffer';
import type { JsonValue } from '../../model/api-model.ts';
import { readJson, UnreadableNumber } from '../../model/read-json.ts';
import { statusesWithoutBody } from '../../model/statuses-without-body.ts';
import { readContentType } from './content-type.ts';
import { isJsonMediaType } from './media-types.ts';

/** A reply as it came: header names in lower case, several of one name joined (`joinFields`). */
export interface ReceivedReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Without parameters, in lower case; undefined where the reply has no Content-Type. */
  readonly mediaType: string | undefined;
  readonly text: string;
  /** The parsed JSON, or the text of another media type; undefined where the reply has no body. */
  readonly body: JsonValue | undefined;
  /** Set where a JSON media type promised JSON and the text is none. */
  readonly jsonError: string | undefined;
}

/** The parts of a reply, its content decoded (no Content-Encoding is left on it). */
export interface RawReply {
  readonly status: number;
  /** Names in any letter case; several Set-Cookie are a line each (`joinFields`). */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string | undefined;
  /** It had a body that nobody kept: status and headers are all that can be judged. */
  readonly isBodyUnknown?: boolean | undefined;
}

/** The media type of a reply with those of its parameters that are well formed; undefined where it has none. */
export function contentTypeOf({ headers, mediaType }: ReceivedReply): string | undefined {
  return mediaType && (readContentType(headers['content-type']).wellFormed || mediaType);
}

/** Reads what a reply holds by what its headers say of it. `method` is the request's. */
export function readReceivedReply(
  method: string,
  { status, headers: sent, body, isBodyUnknown = false }: RawReply,
): ReceivedReply {
  const headers = Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const { mediaType, charset } = readContentType(headers['content-type']);
  const bytes = typeof body === 'string' ? Buffer.from(body) : (body ?? new Uint8Array());
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const reply = { status, headers, mediaType, text };
  const hasNoBody = isBodyUnknown || method.toUpperCase() === 'HEAD' || statusesWithoutBody.has(status);
  const isJson = mediaType !== undefined && isJsonMediaType(mediaType);
  if (hasNoBody || (text === '' && !isJson)) return { ...reply, body: undefined, jsonError: undefined };
  if (!isJson) return { ...reply, body: text, jsonError: undefined };
  try {
    refuseOtherEncodings(bytes, text, charset);
    return { ...reply, body: readJson(text), jsonError: undefined };
  } catch (error) {
    // It is JSON all the same, and whoever judges it meets an infinite number.
    if (error instanceof UnreadableNumber)
      return { ...reply, body: JSON.parse(text) as JsonValue, jsonError: undefined };
    return { ...reply, body: undefined, jsonError: (error as Error).message };
  }
}

/** JSON is sent in UTF-8 and without a byte order mark (RFC 8259 section 8.1). */
function refuseOtherEncodings(bytes: Uint8Array, text: string, charset: string | undefined): void {
  if (charset !== undefined && !/^(utf-?8|us-ascii)$/i.test(charset))
    throw new Error(`it says charset=${charset}, and JSON is sent in UTF-8`);
  if (text.startsWith('\uFEFF')) throw new Error('it begins with a byte order mark');
  if (text.includes('\uFFFD') && !isUtf8(bytes)) throw new Error('its bytes are not UTF-8');
}
