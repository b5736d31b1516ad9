import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiRequest } from '../api-request.ts';
import type { Reply } from '../reply.ts';

/** Collects a body up to a size; what comes after that is read and thrown away, so that the client can hear the reply. */
function collectBody(incoming: IncomingMessage, maximumBytes: number): Promise<Uint8Array | undefined> {
  if (incoming.readableEnded) {
    // Mounted behind a body parser, which leaves what it has read here.
    const { body } = incoming as IncomingMessage & { body?: unknown };
    return Promise.resolve(Buffer.from(body === undefined ? '' : JSON.stringify(body)));
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

/** A node:http request as plain values. */
export function requestOf(incoming: IncomingMessage, outgoing: ServerResponse): ApiRequest {
  let cut: AbortController | undefined;
  return {
    method: incoming.method ?? 'GET',
    target: incoming.url ?? '/',
    // Node gives lists only for `set-cookie`, which no request has.
    headers: incoming.headers as Readonly<Record<string, string | undefined>>,
    readBody(maximumBytes) {
      if (incoming.headers.expect?.toLowerCase() === '100-continue') outgoing.writeContinue();
      return collectBody(incoming, maximumBytes);
    },
    // Made when first asked for: few requests wait for anything.
    get cut() {
      if (cut === undefined) {
        const made = new AbortController();
        if (outgoing.destroyed || incoming.socket.destroyed) made.abort();
        else outgoing.once('close', () => made.abort());
        cut = made;
      }
      return cut.signal;
    },
  };
}

const statusesWithoutBody = new Set([204, 304]);

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

/** Writes a reply. `Date` is the mock's, so that a client which compares it with a reset sees one time. */
export function sendReply(reply: Reply, outgoing: ServerResponse, now: number, isLast: boolean): void {
  const headers: Record<string, string | number> = { ...reply.headers };
  const { body } = reply;
  if (body !== undefined) headers['Content-Length'] = Buffer.byteLength(body);
  else if (!statusesWithoutBody.has(reply.status) && !('Content-Length' in headers))
    headers['Content-Length'] = 0;
  headers.Date = httpDate(now);
  if (isLast) headers.Connection = 'close';
  outgoing.writeHead(reply.status, headers);
  outgoing.end(body);
}
