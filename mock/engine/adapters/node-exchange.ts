import type { IncomingMessage, ServerResponse } from 'node:http';
import { fieldsOf, isSetCookie } from '../../../openapi/model/http-headers.ts';
import type { ApiRequest } from '../api-request.ts';
import { failureCatalogue } from '../failures/failure-catalogue.ts';
import type { Logger } from '../logger.ts';
import type { Reply, WireFault } from '../reply.ts';
import { brokenBody } from './broken-body.ts';
import { readAgain } from './read-again.ts';

/** Collects a body up to a size; what comes after that is read and thrown away, so that the client can hear the reply. */
function collectBody(incoming: IncomingMessage, maximumBytes: number): Promise<Uint8Array | undefined> {
  if (incoming.readableEnded) {
    // Mounted behind a body parser, which leaves what it has read here.
    const { body, headers } = incoming as IncomingMessage & { body?: unknown };
    const bytes = readAgain(body, headers['content-type'] ?? '');
    return Promise.resolve(bytes.byteLength > maximumBytes ? undefined : bytes);
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size <= maximumBytes) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      resolve(undefined);
    });
    incoming.once('end', () => resolve(Buffer.concat(chunks)));
    incoming.once('error', reject);
    incoming.once('close', () => reject(new Error('The client left before its body had arrived.')));
  });
}

const requestTimeout = failureCatalogue['request-timeout'].status;

/** What a header of a proxy says: the first of a list is the client's own. */
function forwarded(incoming: IncomingMessage, name: string): string | undefined {
  return (
    String(incoming.headers[name] ?? '')
      .split(',', 1)[0]
      ?.trim() || undefined
  );
}

/** How the client reached the mock: by `X-Forwarded-Proto` and `-Host` where a proxy is trusted. */
function reachedBy(incoming: IncomingMessage, trustsProxy: boolean): Pick<ApiRequest, 'scheme' | 'headers'> {
  // Node gives lists only for `set-cookie`, which no request has.
  const headers = incoming.headers as Readonly<Record<string, string | undefined>>;
  const own = 'encrypted' in incoming.socket ? 'https' : 'http';
  if (!trustsProxy) return { scheme: own, headers };
  const scheme = forwarded(incoming, 'x-forwarded-proto') ?? own;
  const host = forwarded(incoming, 'x-forwarded-host');
  return {
    scheme: scheme === 'https' ? 'https' : 'http',
    headers: host === undefined ? headers : { ...headers, host },
  };
}

/** A node:http request as plain values. */
export function requestOf(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  trustsProxy = false,
): ApiRequest {
  let left: AbortController | undefined;
  return {
    method: incoming.method ?? 'GET',
    target: incoming.url ?? '/',
    ...reachedBy(incoming, trustsProxy),
    readBody(maximumBytes) {
      if (incoming.headers.expect?.toLowerCase() === '100-continue') outgoing.writeContinue();
      return collectBody(incoming, maximumBytes);
    },
    // Made when first asked for: few requests wait for anything.
    get signal() {
      if (left === undefined) {
        const made = new AbortController();
        if (outgoing.destroyed || incoming.socket.destroyed) made.abort();
        else outgoing.once('close', () => made.abort());
        left = made;
      }
      return left.signal;
    },
  };
}

/** They have no body, so that nothing says how long it is (RFC 9110, section 8.6). */
const statusesWithoutLength = new Set([204, 304]);

/** The text of a date, made once a second. */
let dateText = '';
let dateSecond = Number.NaN;
function httpDate(epochMs: number): string {
  const second = Math.floor(epochMs / 1_000);
  if (second !== dateSecond) {
    dateSecond = second;
    dateText = new Date(epochMs).toUTCString();
  }
  return dateText;
}

/** How a reply goes out. */
export interface Sending {
  readonly outgoing: ServerResponse;
  /** The mock's clock when the request arrived: `Date`, so that a client which compares it with a reset sees one time. */
  readonly now: number;
  /** The connection ends with this reply. */
  readonly isLast: boolean;
  readonly logger: Logger;
}

/** Writes a body that comes slowly or not to its end. */
async function sendBroken(outgoing: ServerResponse, body: Reply['body'], breaks: WireFault): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  outgoing.flushHeaders();
  try {
    for await (const chunk of brokenBody(body, breaks, gone.signal)) {
      await new Promise((resolve) => outgoing.write(chunk, resolve));
    }
    outgoing.end();
  } catch {
    // Cut on purpose, or the client has left.
    outgoing.destroy();
  }
}

/** Writes a reply. Never throws: what can't be sent is logged, and ends this connection alone. */
export function sendReply(reply: Reply, { outgoing, now, isLast, logger }: Sending): void {
  if (outgoing.destroyed) return;
  const { requestId, status, body, breaks } = reply;
  if (breaks?.drop) {
    outgoing.destroy();
    return;
  }
  const headers: Record<string, string | number | string[]> = { ...reply.headers };
  for (const [name, value] of Object.entries(reply.headers))
    if (isSetCookie(name)) headers[name] = [...fieldsOf(name, value)];
  if (body !== undefined) headers['Content-Length'] = Buffer.byteLength(body);
  else if (!statusesWithoutLength.has(status) && !('Content-Length' in headers))
    headers['Content-Length'] = 0;
  headers.Date = httpDate(now);
  // What is left of a body that did not come would be read as the next request.
  if (isLast || status === requestTimeout) headers.Connection = 'close';
  try {
    outgoing.writeHead(status, headers);
    if (breaks === undefined) outgoing.end(body);
    else sendBroken(outgoing, body, breaks);
  } catch (error) {
    logger.error({ err: error, requestId, status }, `The reply ${requestId} could not be sent.`);
    outgoing.destroy();
  }
}
