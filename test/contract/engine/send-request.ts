import type { JsonValue } from '../../../openapi/model/api-model.ts';
import type { PrintableRequest } from './curl-line.ts';

/** A reply as it came: header names in lower case, several of one name joined by commas (RFC 9110 section 5.3). */
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

/** `closed`: a connection stood, and no whole reply came over it. `unreachable`: no connection could be made at all. */
export type SendOutcome =
  | { readonly kind: 'reply'; readonly reply: ReceivedReply }
  | {
      readonly kind: 'no-reply';
      readonly cause: 'timeout' | 'closed' | 'unreachable' | 'unsendable';
      readonly detail: string;
    };

export interface SendOptions {
  readonly fetch: typeof globalThis.fetch;
  /** For the whole exchange, the last byte of the body included. */
  readonly timeoutMs: number;
}

/** Sends one request and waits for the whole reply. Redirects are not followed: the document does not speak of them. */
export async function sendRequest(request: PrintableRequest, options: SendOptions): Promise<SendOutcome> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await options.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: 'manual',
      signal,
      // The platform's types of a body differ between Node's releases; a string or bytes is one in all of them.
      ...(request.body === undefined ? {} : { body: request.body as string }),
    });
    return { kind: 'reply', reply: readReply(request.method, response, await response.text()) };
  } catch (error) {
    if (signal.aborted) {
      return { kind: 'no-reply', cause: 'timeout', detail: `no whole reply within ${options.timeoutMs} ms` };
    }
    return { kind: 'no-reply', ...describeFailure(error) };
  }
}

function readReply(method: string, response: Response, text: string): ReceivedReply {
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    headers[name] = value;
  });
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const reply = { status: response.status, headers, mediaType, text };
  // Replies to HEAD, 204 and 304 never have a body (RFC 9110 section 6.4.1).
  const hasNoBody = method === 'HEAD' || [204, 304].includes(response.status);
  const isJson = mediaType !== undefined && /[/+]json$/.test(mediaType);
  if (hasNoBody || (text === '' && !isJson)) return { ...reply, body: undefined, jsonError: undefined };
  if (!isJson) return { ...reply, body: text, jsonError: undefined };
  try {
    return { ...reply, body: JSON.parse(text) as JsonValue, jsonError: undefined };
  } catch (error) {
    return { ...reply, body: undefined, jsonError: (error as SyntaxError).message };
  }
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

function describeFailure(error: unknown): {
  cause: 'closed' | 'unreachable' | 'unsendable';
  detail: string;
} {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && chain.length < 5; one = one.cause) chain.push(one);
  const codes = chain.map((one) => (one as NodeJS.ErrnoException).code).filter((code) => code !== undefined);
  const detail = chain.map((one) => one.message || one.name).join(': ');
  // Certificates: CERT_HAS_EXPIRED, DEPTH_ZERO_SELF_SIGNED_CERT, UNABLE_TO_VERIFY_LEAF_SIGNATURE, ERR_TLS_…
  if (codes.some((code) => unreachableCodes.has(code) || /CERT|ERR_TLS|ERR_SSL|UNABLE_TO/.test(code))) {
    return { cause: 'unreachable', detail: `${detail} (${codes.join(', ')})` };
  }
  // https://fetch.spec.whatwg.org/#port-blocking
  if (/bad port/.test(detail)) return { cause: 'unreachable', detail: `${detail}: fetch calls no such port` };
  // Fetch refuses some requests itself: a body with GET, TRACE, a header value that is no byte string.
  if (chain.length === 1 || codes.includes('ERR_INVALID_ARG_VALUE')) return { cause: 'unsendable', detail };
  return { cause: 'closed', detail: codes.length > 0 ? `${detail} (${codes.join(', ')})` : detail };
}
