import type { JsonObject, JsonValue } from '../../../model/api-model.ts';
import { joinFields } from '../../../model/http-headers.ts';
import { isObject } from '../../../model/is-object.ts';
import { decodeContent } from '../decode-content.ts';
import { encodePairs, joinCookies, type Pair } from '../query-pairs.ts';
import type { RecordedCall, SkippedEntry } from './recorded-call.ts';

/** A body as far as an entry has it. */
interface KeptBody {
  readonly body: Uint8Array | string | undefined;
  /** Why it is not there though there was one. */
  readonly leftOut?: string | undefined;
  /** The media type that the entry names beside the headers. */
  readonly mediaType?: string | undefined;
}

const notRecorded = 'not recorded';

/** Reads an entry of HAR 1.2, with what tools leave out, add and write otherwise. */
export function readHarEntry(entry: JsonObject, place: string): RecordedCall | SkippedEntry {
  const { request, response } = entry;
  if (!isObject(request)) return { place, reason: 'it has no request' };
  const method = textAt(request, 'method').toUpperCase();
  const url = urlOf(request);
  const reason = reasonToSkip(entry, method, url);
  if (reason !== undefined) return { place, reason };
  if (!isObject(response) || !isStatus(response.status)) {
    const why = isObject(response) ? textAt(response, '_error') || textAt(response, '_failureText') : '';
    return { place, reason: `no reply came${why === '' ? '' : ` (${why})`}` };
  }
  const sent = requestBody(request);
  const requestHeaders = headersOf(request, sent.mediaType);
  const came = replyBody(response);
  const replyHeaders = headersOf(response, came.mediaType);
  return {
    place,
    startedAt: textAt(entry, 'startedDateTime') || undefined,
    durationMs: typeof entry.time === 'number' ? entry.time : undefined,
    leftOut: [
      ...(sent.leftOut === undefined ? [] : [`the request's body: ${sent.leftOut}`]),
      ...(came.leftOut === undefined ? [] : [`the reply's body: ${came.leftOut}`]),
    ],
    lacksReplyHeaders: pairsAt(response, 'headers').length === 0,
    request: {
      method,
      url,
      headers: requestHeaders,
      body: sent.body,
      isBodyUnknown: sent.leftOut !== undefined,
    },
    reply: {
      status: response.status,
      headers: replyHeaders,
      body: withoutCoding(came.body, replyHeaders['content-encoding']),
      isBodyUnknown: came.leftOut !== undefined,
    },
  };
}

/** Why an entry is no call of an application to an API. */
function reasonToSkip({ request, ...entry }: JsonObject, method: string, url: string): string | undefined {
  if (method === '') return 'its request has no method';
  if (!/^(https?:\/\/|\/)/i.test(url)) return `it is of no web address (${url.split(':', 1)[0] || 'no url'})`;
  const kind = textAt(entry, '_resourceType');
  if (kind === 'websocket') return 'it is of a WebSocket';
  const isPreflight =
    isObject(request) &&
    pairsAt(request, 'headers').some(({ name }) => /^access-control-request-method$/i.test(name));
  if (kind === 'preflight' || (method === 'OPTIONS' && isPreflight)) return "it is a browser's preflight";
  return undefined;
}

function isStatus(status: JsonValue | undefined): status is number {
  return typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599;
}

/** Some tools write the query beside the address alone. */
function urlOf(request: JsonObject): string {
  const [url = ''] = textAt(request, 'url').split('#', 1);
  const pairs = pairsAt(request, 'queryString');
  return url.includes('?') || pairs.length === 0 ? url : `${url}?${encodePairs(pairs)}`;
}

/** By lower-case name, several of one name joined; HTTP/2's pseudo headers (`:method`) are none. */
function headersOf(message: JsonObject, mediaType: string | undefined): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const { name: written, value } of pairsAt(message, 'headers')) {
    const name = written.toLowerCase();
    if (name === '' || name.startsWith(':')) continue;
    const before = headers[name];
    headers[name] = before === undefined ? value : joinFields(name, [before, value]);
  }
  if (mediaType !== undefined) headers['content-type'] ??= mediaType;
  const isRequest = 'method' in message;
  const cookies = isRequest ? joinCookies(pairsAt(message, 'cookies')) : undefined;
  if (cookies !== undefined) headers.cookie ??= cookies;
  return headers;
}

function requestBody(request: JsonObject): KeptBody {
  const { postData, bodySize } = request;
  const hasLength = pairsAt(request, 'headers').some(
    ({ name, value }) => /^content-length$/i.test(name) && Number(value) > 0,
  );
  const wasSent = hasLength || (typeof bodySize === 'number' && bodySize > 0);
  if (!isObject(postData)) return { body: undefined, leftOut: wasSent ? notRecorded : undefined };
  const mediaType = textAt(postData, 'mimeType') || undefined;
  const { text } = postData;
  const params = pairsAt(postData, 'params');
  if (typeof text === 'string' && (text !== '' || params.length === 0)) {
    const isBase64 = postData._encoding === 'base64' || postData.encoding === 'base64';
    return { body: isBase64 ? Buffer.from(text, 'base64') : text, mediaType };
  }
  const isForm = mediaType === undefined || /^application\/x-www-form-urlencoded/i.test(mediaType);
  if (isForm && params.length > 0) return { body: encodePairs(params), mediaType };
  return { body: undefined, mediaType, leftOut: textAt(postData, 'comment') || notRecorded };
}

function replyBody(response: JsonObject): KeptBody {
  const { content } = response;
  if (!isObject(content)) return { body: undefined, leftOut: notRecorded };
  const written = textAt(content, 'mimeType');
  // What browsers write where they know none.
  const mediaType = written === '' || written === 'x-unknown' ? undefined : written;
  const { text } = content;
  if (typeof text !== 'string')
    return { body: undefined, mediaType, leftOut: textAt(content, 'comment') || notRecorded };
  return { body: content.encoding === 'base64' ? Buffer.from(text, 'base64') : text, mediaType };
}

/** A HAR holds content decoded; some tools write it as it was sent. */
function withoutCoding(
  body: Uint8Array | string | undefined,
  coding: string | undefined,
): Uint8Array | string | undefined {
  if (!(body instanceof Uint8Array) || coding === undefined) return body;
  return decodeContent(body, coding) ?? body;
}

function textAt(object: JsonObject, name: string): string {
  const value = object[name];
  return typeof value === 'string' ? value : '';
}

function pairsAt(object: JsonObject, name: string): readonly Pair[] {
  const list = object[name];
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: JsonValue) => {
    if (!isObject(one) || typeof one.name !== 'string') return [];
    return [{ name: one.name, value: typeof one.value === 'string' ? one.value : String(one.value ?? '') }];
  });
}
