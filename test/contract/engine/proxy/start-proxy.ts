import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';
import { createProxyServer } from 'httpxy';
import { joinedHeaders } from '../../../../openapi/model/http-headers.ts';
import type { RecordedCall, SkippedEntry } from '../../../../openapi/operations/wire/har/recorded-call.ts';
import { CannotGoOnError } from '../paced-sender.ts';
import { answerBadGateway, reasonOf, refuse } from './bad-gateway.ts';
import { createBodyTap, passThrough } from './body-tap.ts';
import { recordedCall, removeHopByHop } from './passing-call.ts';

export interface ProxyOptions {
  /** Where calls go. Its path is none of ours: paths pass as they are. */
  readonly target: URL;
  /** 0: a free one. */
  readonly port: number;
  /** Bodies up to so many bytes are kept until their end, to be judged; longer ones only pass. Default: 10 MB. */
  readonly judgedBytes?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** When the last byte has passed, or will pass no more. */
  readonly onCall: (call: RecordedCall) => void;
  /** What passed, or did not, and is no call that can be judged. */
  readonly onSkipped: (entry: SkippedEntry) => void;
}

export interface RunningProxy {
  /** `http://127.0.0.1:4030` */
  readonly origin: string;
  close(): Promise<void>;
}

/** As with a mock: addresses of some ten thousand bytes must reach whoever refuses them. */
const maxHeaderSize = 256 * 1024;
const tenMegabytes = 10 * 1024 * 1024;

/**
 * Listens on this machine and passes each call on as it is: bytes, encodings, status and end-to-end headers; Host names the
 * target, and what is for one connection stays there. Rejects with what `listen` has against the port.
 */
export async function startProxy(options: ProxyOptions): Promise<RunningProxy> {
  const { target, port } = options;
  const upgraded = new Set<Duplex>();
  let calls = 0;
  const nextPlace = () => {
    calls += 1;
    return `call ${calls}`;
  };
  const server = createServer({ maxHeaderSize, requestTimeout: 0 }, (incoming, outgoing) => {
    passOn(incoming, outgoing, nextPlace(), options);
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgraded.add(socket);
    socket.on('close', () => upgraded.delete(socket));
    passUpgrade(incoming, socket, head, nextPlace(), options);
  });
  server.on('connect', (_incoming: IncomingMessage, socket: Duplex) => {
    refuse(
      socket,
      501,
      'this stands in the place of one API, and is no proxy for all: use it as the base URL',
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
      for (const socket of upgraded) socket.destroy();
    });
  if (target.origin === origin || target.origin === origin.replace('127.0.0.1', 'localhost')) {
    await close();
    throw new CannotGoOnError(
      `Calls would go round in circles: ${origin} is the proxy itself.`,
      'Give another port.',
    );
  }
  return { origin, close };
}

function passOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  place: string,
  { target, judgedBytes = tenMegabytes, now, onCall, onSkipped }: ProxyOptions,
): void {
  const startedAt = now();
  const [sent, came] = [createBodyTap(judgedBytes), createBodyTap(judgedBytes)];
  incoming.url = pathOf(incoming);
  const request = {
    method: incoming.method ?? 'GET',
    url: target.origin + incoming.url,
    headers: joinedHeaders(incoming.headers),
    tap: sent,
  };
  // How a body is framed must stay: without it Node sends one of a GET bare.
  removeHopByHop(incoming.headers, ['transfer-encoding']);
  // Node has answered it.
  delete incoming.headers.expect;
  outgoing.sendDate = false;
  const body = passThrough(sent);
  // That it broke off is known by what comes of it.
  pipeline(incoming, body, () => {});

  const proxy = proxyTo(target);
  proxy.on('proxyRes', (reply) => {
    const headers = joinedHeaders(reply.headers);
    removeHopByHop(reply.headers);
    reply.on('data', (chunk: Buffer) => came.take(chunk));
    // Whoever waits for events wants to know that they will come.
    queueMicrotask(() => outgoing.headersSent || outgoing.destroyed || outgoing.flushHeaders());
    let hasPassed = false;
    const passed = (isComplete: boolean) => {
      if (hasPassed) return;
      hasPassed = true;
      onCall(
        recordedCall({
          place,
          startedAt,
          endedAt: now(),
          request: { ...request, isComplete: incoming.complete },
          reply: { status: reply.statusCode ?? 0, headers, tap: came, isComplete },
        }),
      );
    };
    reply.once('end', () => passed(true));
    reply.once('close', () => passed(false));
  });
  let hasFailed = false;
  proxy.on('error', (error) => {
    if (hasFailed) return;
    hasFailed = true;
    // Who is still sending must come to the end of it to read a reply.
    body.resume();
    if (outgoing.headersSent) outgoing.destroy();
    else {
      onSkipped({
        place,
        reason: outgoing.destroyed
          ? 'the client did not wait for the reply'
          : `no reply came (${reasonOf(error)})`,
      });
      answerBadGateway(outgoing, target, error);
    }
  });
  proxy.on('econnreset', () => onSkipped({ place, reason: 'the client did not wait for the reply' }));
  void proxy.web(incoming, outgoing, { buffer: body });
}

/** A connection a call: one that the target closes while it is idle would make a failure that is not the API's. */
function proxyTo(target: URL) {
  const { protocol, host, hostname, port } = target;
  return createProxyServer({
    // An address of IPv6 stands in brackets in a URL, and without them in a lookup.
    target: { protocol, host, hostname: hostname.replace(/^\[|\]$/g, ''), port },
    changeOrigin: true,
    agent: false,
  });
}

/** Clients that take it for a proxy for all name the whole address (RFC 9112, section 3.2.2). */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.replace(/^https?:\/\/[^/?#]*/i, '') || '/';
}

/** A WebSocket passes, and is not judged; anything else that a connection could become is refused. */
function passUpgrade(
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  place: string,
  { target, onSkipped }: ProxyOptions,
): void {
  // A client that leaves is no failure of ours.
  socket.on('error', () => {});
  if (incoming.headers.upgrade?.toLowerCase() !== 'websocket') {
    onSkipped({ place, reason: `it asks for ${incoming.headers.upgrade}` });
    refuse(socket, 501, `it can't become ${incoming.headers.upgrade}`);
    return;
  }
  onSkipped({ place, reason: 'it is of a WebSocket' });
  incoming.url = pathOf(incoming);
  const proxy = proxyTo(target);
  proxy.on('error', (error) => refuse(socket, 502, `${target.origin} gave no reply: ${error.message}`));
  void proxy.ws(incoming, socket as Parameters<typeof proxy.ws>[1], {}, head); // node:http hands out sockets
}
