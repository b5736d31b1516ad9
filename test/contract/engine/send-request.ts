import { joinFields } from '../../../openapi/model/http-headers.ts';
import type { PrintableRequest } from '../../../openapi/operations/wire/curl.ts';
import { type ReceivedReply, readReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';

export type SendOutcome =
  | { readonly kind: 'reply'; readonly reply: ReceivedReply }
  | { readonly kind: 'no-reply'; readonly cause: NoReplyCause; readonly detail: string };

/**
 * `closed`: a connection stood, and no whole reply came over it. `unreadable`: what came is no HTTP, or not in the coding
 * that it names. `too-large`: more than is read. `unreachable`: no connection could be made at all. `unsendable` and `unsupported` are limits of fetch, for
 * a request and for a reply that are fine.
 */
type NoReplyCause =
  | 'timeout'
  | 'closed'
  | 'unreadable'
  | 'unreachable'
  | 'unsendable'
  | 'unsupported'
  | 'too-large';

export interface SendOptions {
  readonly fetch: typeof globalThis.fetch;
  /** For the whole exchange, the last byte of the body included. */
  readonly timeoutMs: number;
  /** Sent with every request, beside its own; names in any letter case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Ends the exchange before its time. */
  readonly signal?: AbortSignal | undefined;
}

/** Sends one request and waits for the whole reply. Redirects are not followed: the document does not speak of them. */
export async function sendRequest(request: PrintableRequest, options: SendOptions): Promise<SendOutcome> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  try {
    const response = await options.fetch(request.url, {
      method: request.method,
      headers: { ...options.headers, ...request.headers },
      redirect: 'manual',
      signal,
      // The platform's types of a body differ between Node's releases; a string or bytes is one in all of them.
      ...(request.body === undefined ? {} : { body: request.body as string }),
    });
    const bytes = await readBody(response, options.timeoutMs);
    if (bytes === undefined)
      return {
        kind: 'no-reply',
        cause: 'too-large',
        detail: `the body has more than ${mostBytes} bytes (10 MB)`,
      };
    const coding = bytes.byteLength === 0 ? undefined : unreadableCoding(response);
    if (coding !== undefined) {
      const detail = `the body is in the Content-Encoding ${coding}, which nobody asked for and we can't read`;
      return { kind: 'no-reply', cause: 'unreadable', detail };
    }
    return { kind: 'reply', reply: receivedReply(request.method, response, bytes) };
  } catch (error) {
    if (timeout.aborted) {
      return { kind: 'no-reply', cause: 'timeout', detail: `no whole reply within ${options.timeoutMs} ms` };
    }
    return { kind: 'no-reply', ...describeFailure(error) };
  }
}

/** More of a body is not read. */
const mostBytes = 10_485_760;
/** A stream of events need not end: what it sends in this time is looked at. */
const eventsMs = 2_000;

/** The whole body; of a stream of events the beginning; undefined where it is too large. */
async function readBody(response: Response, timeoutMs: number): Promise<Uint8Array | undefined> {
  const isEndless = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const enough = isEndless ? setTimeout(() => reader.cancel(), Math.min(eventsMs, timeoutMs / 2)) : undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    size += part.value.byteLength;
    if (size <= mostBytes) continue;
    await reader.cancel();
    return undefined;
  }
  clearTimeout(enough);
  return Buffer.concat(parts);
}

/** What fetch asks for, and takes off again (https://fetch.spec.whatwg.org/#handle-content-codings). */
const readableCodings = new Set(['', 'identity', 'gzip', 'x-gzip', 'deflate', 'br']);

function unreadableCoding({ headers }: Response): string | undefined {
  const codings = (headers.get('content-encoding') ?? '').split(',').map((one) => one.trim().toLowerCase());
  return codings.find((coding) => !readableCodings.has(coding));
}

function receivedReply(method: string, response: Response, body: Uint8Array): ReceivedReply {
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    // Set-Cookie comes once for each.
    const before = headers[name];
    headers[name] = before === undefined ? value : joinFields(name, [before, value]);
  });
  return readReceivedReply(method, { status: response.status, headers, body });
}

/** Codes of Node and undici that mean: nobody answers at this address at all. */
const unreachableCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Codes of llhttp, zlib and Brotli for a reply that they can't read. */
const unreadable = /^(HPE_|Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ERR_ZSTD|UND_ERR_HEADERS_OVERFLOW)/;

function describeFailure(error: unknown): { cause: NoReplyCause; detail: string } {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && chain.length < 5; one = one.cause) chain.push(one);
  const codes = chain.map((one) => (one as NodeJS.ErrnoException).code).filter((code) => code !== undefined);
  const detail = chain
    .map((one) => one.message || one.name)
    .join(': ')
    .replaceAll(/\s+/g, ' ');
  // Certificates: CERT_HAS_EXPIRED, DEPTH_ZERO_SELF_SIGNED_CERT, UNABLE_TO_VERIFY_LEAF_SIGNATURE, ERR_TLS_…
  if (codes.some((code) => unreachableCodes.has(code) || /CERT|ERR_TLS|ERR_SSL|UNABLE_TO/.test(code))) {
    return { cause: 'unreachable', detail: `${detail} (${codes.join(', ')})` };
  }
  // https://fetch.spec.whatwg.org/#port-blocking
  if (/bad port/.test(detail)) return { cause: 'unreachable', detail: `${detail}: fetch calls no such port` };
  // Fetch refuses some requests itself: a body with GET, TRACE, a header value that is no byte string.
  if (chain.length === 1 || codes.includes('ERR_INVALID_ARG_VALUE')) return { cause: 'unsendable', detail };
  // undici's word for a 100 that was not asked for, which a client has to take (RFC 9110 section 15.2).
  if (/: bad response$/.test(detail))
    return { cause: 'unsupported', detail: "fetch can't read a reply with a 100 Continue before it" };
  const cause = codes.some((code) => unreadable.test(code)) ? 'unreadable' : 'closed';
  return { cause, detail: codes.length > 0 ? `${detail} (${codes.join(', ')})` : detail };
}
