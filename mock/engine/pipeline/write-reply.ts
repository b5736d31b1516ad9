import { encodeBody } from '../../../openapi/operations/encode-body.ts';
import { findResponse } from '../../../openapi/operations/example-replies.ts';
import { findContent, isJsonMediaType } from '../../../openapi/operations/media-types.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { Exchange } from '../exchange.ts';
import type { DraftReply, Reply } from '../reply.ts';

const limitHeader = /^(x-)?ratelimit(-|$)|^retry-after$/i;

/** The draft's headers, then those that steps have added: theirs are of this request, the draft's may be an example's. */
function headersOf(draft: DraftReply, exchange: Exchange, { gateway }: EngineParts): Record<string, string> {
  const { requestId, replyHeaders } = exchange;
  const own: Record<string, string> = draft.isBare
    ? {}
    : { ...replyHeaders, 'X-Request-Id': requestId, ...gateway.headers(requestId) };
  const names = Object.keys(draft.headers);
  if (names.length === 0) return own;
  const ownNames = new Set(Object.keys(own).map((name) => name.toLowerCase()));
  for (const name of names) {
    const value = draft.headers[name];
    const isKept = gateway.sendsLimits || !limitHeader.test(name);
    if (value !== undefined && isKept && !ownNames.has(name.toLowerCase())) own[name] = value;
  }
  return own;
}

function bodyOf(
  draft: DraftReply,
  { operation }: Exchange,
): Pick<Reply, 'body'> & { contentType: string | undefined } {
  const { mediaType, text, value } = draft;
  if (mediaType === undefined) return { body: undefined, contentType: undefined };
  if (text !== undefined) return { body: text, contentType: mediaType };
  if (value === undefined) return { body: '', contentType: mediaType };
  if (isJsonMediaType(mediaType)) return { body: JSON.stringify(value), contentType: mediaType };
  const response = operation && findResponse(operation.definition.responses, draft.status);
  const content = response && findContent(response.contents, mediaType);
  if (content === undefined) return { body: String(value), contentType: mediaType };
  return encodeBody(mediaType, value, content);
}

/** Makes the reply that goes out: headers joined, body written, nothing after the headers for HEAD (RFC 9110 9.3.2). */
export function writeReply(draft: DraftReply, exchange: Exchange, parts: EngineParts): Reply {
  const headers = headersOf(draft, exchange, parts);
  const { body, contentType } = bodyOf(draft, exchange);
  if (contentType !== undefined) {
    const isText = contentType.startsWith('text/') && !contentType.includes('charset');
    headers['Content-Type'] = isText ? `${contentType}; charset=utf-8` : contentType;
  }
  if (exchange.request.method !== 'HEAD' || body === undefined)
    return { status: draft.status, headers, body };
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  headers['Content-Length'] = String(bytes.byteLength);
  return { status: draft.status, headers, body: undefined };
}
