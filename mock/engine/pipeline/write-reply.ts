import {
  framingHeaders,
  headerBytes,
  isHeaderName,
  isHeaderValue,
  isSendableAs,
  mostHeaderBytes,
} from '../../../openapi/model/http-headers.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { statusesWithoutBody } from '../../../openapi/model/statuses-without-body.ts';
import { findResponse } from '../../../openapi/operations/values/example-replies.ts';
import { encodeBody } from '../../../openapi/operations/wire/encode-body.ts';
import { findContent, isJsonMediaType } from '../../../openapi/operations/wire/media-types.ts';
import { exposeHeaders } from '../cross-origin.ts';
import type { Engine } from '../engine.ts';
import type { Exchange } from '../exchange.ts';
import { isLimitHeader } from '../limits/limit-headers.ts';
import type { DraftReply, Reply, WireFault } from '../reply.ts';

/**
 * The draft's headers, then those that steps have added: theirs are of this request, the draft's may be an example's. What
 * a reply varies with adds up.
 * What HTTP can't carry, and what only the sender can know, is left out; `checkSendable` has said so of a document.
 */
function headersOf(draft: DraftReply, exchange: Exchange, { gateway }: Engine): Record<string, string> {
  const { requestId, replyHeaders } = exchange;
  const headers: Record<string, string> = Object.create(null);
  if (!draft.isBare)
    Object.assign(headers, replyHeaders, { 'X-Request-Id': requestId }, gateway.headers(requestId));
  const names = Object.keys(draft.headers);
  if (names.length === 0) return headers;
  let size = 0;
  const taken = new Set(['content-type', ...Object.keys(headers).map((name) => name.toLowerCase())]);
  for (const name of names) {
    const value = draft.headers[name];
    const key = name.toLowerCase();
    const isKept = gateway.sendsLimits || !isLimitHeader(name);
    const isJoined = key === 'vary' && headers.Vary !== undefined;
    if (value === undefined || !isKept || (taken.has(key) && !isJoined) || !isSendable(name, value)) continue;
    size += headerBytes(name, value);
    if (size > mostHeaderBytes) break;
    if (isJoined) headers.Vary = `${headers.Vary}, ${value}`;
    else headers[name] = value;
    taken.add(key);
  }
  return headers;
}

function isSendable(name: string, value: string): boolean {
  return isHeaderName(name) && isSendableAs(name, value) && !framingHeaders.has(name.toLowerCase());
}

function bodyOf(
  draft: DraftReply,
  { operation }: Exchange,
): Pick<Reply, 'body'> & { contentType: string | undefined } {
  const { mediaType, status, text, value } = draft;
  const nothing = { body: undefined, contentType: undefined };
  if (statusesWithoutBody.has(status)) return nothing;
  if (text !== undefined) return { body: text, contentType: mediaType };
  if (mediaType === undefined) return nothing;
  if (value === undefined) return { body: '', contentType: mediaType };
  if (isJsonMediaType(mediaType)) return { body: jsonText(value), contentType: mediaType };
  const response = operation && findResponse(operation.definition.responses, status);
  const content = response && findContent(response.contents, mediaType);
  if (content === undefined) return { body: String(value), contentType: mediaType };
  return encodeBody(mediaType, value, content);
}

/** No JSON any more: half of it, and the beginning of something. */
function malformed(body: Reply['body']): string {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return `${text.slice(0, Math.ceil(text.length / 2))}{`;
}

function breaksOf({ breaks }: DraftReply, fault: Exchange['fault']): WireFault | undefined {
  if (breaks !== undefined || fault === undefined) return breaks;
  const { connection, bytesPerSecond } = fault;
  if (connection === undefined && bytesPerSecond === undefined) return undefined;
  return { cut: connection === 'cut', bytesPerSecond };
}

/** Makes the reply that goes out: headers joined, body written, nothing after the headers for HEAD (RFC 9110 9.3.2). */
export function writeReply(draft: DraftReply, exchange: Exchange, engine: Engine): Reply {
  const { requestId } = exchange;
  const { status } = draft;
  const headers = headersOf(draft, exchange, engine);
  const { body, contentType } = bodyOf(draft, exchange);
  if (contentType !== undefined && isHeaderValue(contentType)) {
    // Bytes have been encoded by somebody else.
    const isText =
      typeof body === 'string' && contentType.startsWith('text/') && !contentType.includes('charset');
    headers['Content-Type'] = isText ? `${contentType}; charset=utf-8` : contentType;
  }
  exposeHeaders(headers);
  const { fault } = exchange;
  if (exchange.request.method !== 'HEAD' || body === undefined)
    return {
      requestId,
      status,
      headers,
      body: fault?.malformed ? malformed(body) : body,
      breaks: breaksOf(draft, fault),
    };
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  headers['Content-Length'] = String(bytes.byteLength);
  return { requestId, status, headers, body: undefined };
}
