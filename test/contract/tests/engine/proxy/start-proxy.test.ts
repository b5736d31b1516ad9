import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
  request as sendRequest,
} from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordedCall, SkippedEntry } from '../../../../../openapi/operations/wire/har/recorded-call.ts';
import { rawReply, startRawServer } from '../../../../servers/raw-server.ts';
import { type ProxyOptions, startProxy } from '../../../engine/proxy/start-proxy.ts';

const toClose: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

async function startUpstream(listener: RequestListener) {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  toClose.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return { server, url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`) };
}

async function startBefore(target: URL, options: Partial<ProxyOptions> = {}) {
  const calls: RecordedCall[] = [];
  const skipped: SkippedEntry[] = [];
  const proxy = await startProxy({
    target,
    port: 0,
    now: () => 0,
    onCall: (call) => calls.push(call),
    onSkipped: (entry) => skipped.push(entry),
    ...options,
  });
  toClose.push(proxy.close);
  return { ...proxy, calls, skipped };
}

const proxyOf = async (listener: RequestListener, options?: Partial<ProxyOptions>) =>
  startBefore((await startUpstream(listener)).url, options);

interface Given {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

async function open(origin: string, { method = 'GET', path = '/', headers = {}, body }: Given = {}) {
  const request = sendRequest(`${origin}/`, { method, path, headers, agent: false });
  request.end(body);
  const [reply] = (await once(request, 'response')) as [IncomingMessage];
  return { request, reply };
}

async function call(origin: string, given?: Given) {
  const { reply } = await open(origin, given);
  return { status: reply.statusCode, headers: reply.headers, bytes: await bytesOf(reply) };
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** All bytes that a server sends on a connection, until it closes. */
async function exchangeRaw(origin: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.write(text);
  let came = '';
  for await (const chunk of socket) came += String(chunk);
  return came;
}

const everyByte = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256));
const json = '{"a": "é"}';

describe('what passes', () => {
  it.each([
    { coding: 'identity', bytes: everyByte },
    { coding: 'gzip', bytes: gzipSync(json) },
    { coding: 'br', bytes: brotliCompressSync(json) },
    { coding: 'deflate', bytes: deflateSync(json) },
    { coding: 'deflate', bytes: deflateRawSync(json) },
    { coding: 'x-own', bytes: everyByte },
    { coding: 'gzip', bytes: Buffer.from('no gzip') },
  ])('is the same bytes on both sides, in both directions: $coding', async ({ coding, bytes }) => {
    const received: Buffer[] = [];
    const proxy = await proxyOf(async (incoming, outgoing) => {
      received.push(await bytesOf(incoming));
      outgoing.writeHead(200, { 'Content-Encoding': coding, 'Content-Type': 'application/json' }).end(bytes);
    });
    const sent = { method: 'POST', headers: { 'content-encoding': coding }, body: bytes };
    const reply = await call(proxy.origin, sent);
    expect([received[0]?.equals(bytes), reply.bytes.equals(bytes)]).toEqual([true, true]);
    expect(reply.headers['content-encoding']).toBe(coding);
  });

  it('is a body without a length, of a method that has none as a rule', async () => {
    const received: string[] = [];
    const proxy = await proxyOf(async (incoming, outgoing) => {
      received.push(String(await bytesOf(incoming)));
      outgoing.end();
    });
    for (const method of ['GET', 'DELETE', 'POST'])
      await call(proxy.origin, { method, headers: { 'transfer-encoding': 'chunked' }, body: method });
    expect(received).toEqual(['GET', 'DELETE', 'POST']);
    expect(proxy.calls.map(({ request }) => String(request.body))).toEqual(received);
  });

  it('is a path as it was written', async () => {
    const paths: (string | undefined)[] = [];
    const proxy = await proxyOf((incoming, outgoing) => {
      paths.push(incoming.url);
      outgoing.end();
    });
    const written = ['//a//b/../c?x=%20+%zz&x=[1]', '/%7Ea?', `/?q=${'x'.repeat(12_000)}`];
    for (const path of written) await call(proxy.origin, { path });
    await call(proxy.origin, { path: 'http://a.example/whole?x=1' });
    expect(paths).toEqual([...written, '/whole?x=1']);
  });

  it.each([
    { method: 'HEAD', status: 200, headers: { 'content-length': '12' } },
    { method: 'GET', status: 204, headers: {} },
    { method: 'GET', status: 304, headers: { etag: '"a"' } },
    { method: 'GET', status: 503, headers: { 'content-length': '0', 'retry-after': '9' } },
  ])('is a reply without a body: $status to $method', async ({ method, status, headers }) => {
    const proxy = await proxyOf((_, outgoing) => outgoing.writeHead(status, headers).end());
    const reply = await call(proxy.origin, { method });
    expect(reply).toMatchObject({ status, headers, bytes: Buffer.from('') });
    expect(proxy.calls).toMatchObject([{ reply: { status, headers }, leftOut: [] }]);
  });

  it('are end-to-end headers alone, with the Host of the target', async () => {
    let came: IncomingMessage | undefined;
    const upstream = await startUpstream((incoming, outgoing) => {
      came = incoming;
      outgoing.sendDate = false;
      outgoing.setHeader('Set-Cookie', ['a=1', 'b=2']);
      outgoing.setHeader('Connection', 'close, X-Hop');
      outgoing.setHeader('X-Hop', '1');
      outgoing.setHeader('Keep-Alive', 'timeout=77');
      outgoing.end('ok');
    });
    const proxy = await startBefore(upstream.url);
    const headers = {
      connection: 'x-mine, close',
      'x-mine': '1',
      te: 'trailers',
      'x-api-key': 'k',
      cookie: 'a=1',
    };
    const reply = await call(proxy.origin, { headers });
    expect(came?.headers).toEqual({
      host: upstream.url.host,
      connection: 'close',
      'x-api-key': 'k',
      cookie: 'a=1',
    });
    expect(reply.headers['set-cookie']).toEqual(['a=1', 'b=2']);
    expect(proxy.calls[0]?.reply.headers['set-cookie']).toBe('a=1\nb=2');
    expect(Object.keys(reply.headers)).not.toEqual(expect.arrayContaining(['x-hop']));
    expect([reply.headers['keep-alive'] === 'timeout=77', 'date' in reply.headers]).toEqual([false, false]);
  });

  it('waits for nobody: events come one by one, and the head before the first', async () => {
    const events: ServerResponse[] = [];
    const proxy = await proxyOf((_, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      events.push(outgoing);
    });
    const { reply } = await open(proxy.origin);
    // Each is sent when the one before has been read.
    for (const event of ['data: 1\n\n', 'data: 2\n\n']) {
      events[0]?.write(event);
      expect(String((await once(reply, 'data'))[0])).toBe(event);
    }
    events[0]?.end();
    await once(reply, 'end');
    expect(proxy.calls).toMatchObject([{ reply: { body: Buffer.from('data: 1\n\ndata: 2\n\n') } }]);
  });

  it('is never held as a whole: 100 MB', async () => {
    const megabyte = Buffer.alloc(1024 * 1024, 'x');
    const proxy = await proxyOf(
      async (_, outgoing) => {
        for (let sent = 0; sent < 100; sent += 1) {
          if (!outgoing.write(megabyte)) await once(outgoing, 'drain');
        }
        outgoing.end();
      },
      { judgedBytes: 4 * 1024 * 1024 },
    );
    const before = process.memoryUsage().arrayBuffers;
    let [most, size] = [0, 0];
    const { reply } = await open(proxy.origin);
    for await (const chunk of reply) {
      size += (chunk as Buffer).length;
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect([size, most < 80 * 1024 * 1024]).toEqual([100 * 1024 * 1024, true]);
    expect(proxy.calls).toMatchObject([
      { reply: { isBodyUnknown: true }, leftOut: ["the reply's body: it is too long to be kept"] },
    ]);
  });

  it('is a body that waits until it is asked for', async () => {
    const proxy = await proxyOf(async (incoming, outgoing) => outgoing.end(await bytesOf(incoming)));
    const headers = { expect: '100-continue', 'content-length': '3' };
    const request = sendRequest(proxy.origin, { method: 'PUT', headers, agent: false });
    request.flushHeaders();
    await once(request, 'continue');
    request.end('abc');
    const [reply] = (await once(request, 'response')) as [IncomingMessage];
    expect(String(await bytesOf(reply))).toBe('abc');
  });
});

describe('what is judged', () => {
  it.each([
    { coding: 'gzip', bytes: gzipSync(json), want: json },
    { coding: 'br', bytes: brotliCompressSync(json), want: json },
    { coding: 'deflate', bytes: deflateSync(json), want: json },
    { coding: 'deflate', bytes: deflateRawSync(json), want: json },
    { coding: 'br, gzip', bytes: gzipSync(brotliCompressSync(json)), want: json },
    { coding: 'x-own', bytes: everyByte, want: undefined },
    { coding: 'gzip', bytes: Buffer.from('no gzip'), want: undefined },
  ])(
    'is a body without its coding, where it can be read: $coding, $want',
    async ({ coding, bytes, want }) => {
      const proxy = await proxyOf((_, outgoing) =>
        outgoing.writeHead(200, { 'content-encoding': coding }).end(bytes),
      );
      await call(proxy.origin);
      const [passed] = proxy.calls;
      expect(passed?.reply.body === undefined ? undefined : String(Buffer.from(passed.reply.body))).toBe(
        want,
      );
      const why = `the reply's body: it can't be read in its Content-Encoding ${coding}`;
      expect(passed?.leftOut).toEqual(want === undefined ? [why] : []);
    },
  );

  it('is the call as the client made it, at the target', async () => {
    const upstream = await startUpstream((_, outgoing) => outgoing.writeHead(201, { 'x-a': '1' }).end('ok'));
    let time = 1_000;
    const proxy = await startBefore(upstream.url, { now: () => (time += 5) });
    await call(proxy.origin, { method: 'POST', path: '/a?b=1', headers: { 'x-api-key': 'k' }, body: 'c' });
    expect(proxy.calls).toMatchObject([
      {
        place: 'call 1',
        startedAt: '1970-01-01T00:00:01.005Z',
        durationMs: 5,
        leftOut: [],
        request: {
          method: 'POST',
          url: `${upstream.url.origin}/a?b=1`,
          headers: { 'x-api-key': 'k' },
          body: Buffer.from('c'),
        },
        reply: { status: 201, headers: { 'x-a': '1' }, body: Buffer.from('ok') },
      },
    ]);
  });
});

describe('where there is no reply', () => {
  it('says as the proxy, in JSON, that the target gave none', async () => {
    const { server, url } = await startUpstream(() => {});
    server.close();
    await once(server, 'close');
    const proxy = await startBefore(url);
    const reply = await call(proxy.origin, { method: 'POST', body: everyByte });
    expect([reply.status, reply.headers['content-type']]).toEqual([502, 'application/json']);
    expect(JSON.parse(String(reply.bytes))).toEqual({
      error: 'api-kit proxy',
      message: expect.stringMatching(
        /^This is the proxy, not the API: http:\S+ gave no reply: .*ECONNREFUSED/,
      ),
    });
    expect([proxy.calls, proxy.skipped]).toEqual([
      [],
      [{ place: 'call 1', reason: 'no reply came (ECONNREFUSED)' }],
    ]);
  });

  it.each([
    { what: 'closes', bytes: '' },
    { what: 'is no HTTP', bytes: 'SSH-2.0-OpenSSH_9.6\r\n' },
  ])('because the target $what, it is the same', async ({ bytes }) => {
    const upstream = await startRawServer(() => bytes);
    toClose.push(upstream.close);
    const proxy = await startBefore(upstream.url);
    expect((await call(proxy.origin)).status).toBe(502);
    expect(proxy.skipped.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^no reply came \(/)]);
  });

  it('or only half of one, the client gets that half, and no more is judged', async () => {
    const upstream = await startRawServer(() =>
      Buffer.concat([rawReply(['Content-Type: application/json'], '[1, 2, 3]').subarray(0, -3)]),
    );
    toClose.push(upstream.close);
    const proxy = await startBefore(upstream.url);
    await expect(call(proxy.origin)).rejects.toThrow('aborted');
    expect(proxy.calls).toMatchObject([
      {
        reply: { status: 200, isBodyUnknown: true },
        leftOut: ["the reply's body: it did not pass to its end"],
      },
    ]);
  });

  it('because the client does not wait, the target is left as well', async () => {
    let arrived: (() => void) | undefined;
    const isThere = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let left: (() => void) | undefined;
    const isLeft = new Promise<void>((resolve) => {
      left = resolve;
    });
    const upstream = await startUpstream((incoming) => {
      incoming.socket.on('close', () => left?.());
      arrived?.();
    });
    let tell: ((entry: SkippedEntry) => void) | undefined;
    const told = new Promise<SkippedEntry>((resolve) => {
      tell = resolve;
    });
    const proxy = await startBefore(upstream.url, { onSkipped: (entry) => tell?.(entry) });
    const request = sendRequest(proxy.origin, { agent: false }).on('error', () => {});
    request.end();
    await isThere;
    request.destroy();
    await isLeft;
    expect(await told).toEqual({ place: 'call 1', reason: 'the client did not wait for the reply' });
  });
});

describe('what is no call', () => {
  it('passes, if it is a WebSocket', async () => {
    const upstream = await startUpstream(() => {});
    upstream.server.on('upgrade', (_, socket: Socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
      socket.pipe(socket);
    });
    const proxy = await startBefore(upstream.url);
    const headers = { connection: 'Upgrade', upgrade: 'websocket' };
    const request = sendRequest(proxy.origin, { headers }).end();
    const [, socket] = (await once(request, 'upgrade')) as [IncomingMessage, Socket];
    socket.write('both ways');
    expect(String((await once(socket, 'data'))[0])).toBe('both ways');
    socket.destroy();
    expect([proxy.calls, proxy.skipped]).toEqual([[], [{ place: 'call 1', reason: 'it is of a WebSocket' }]]);
  });

  it.each([
    {
      what: 'a WebSocket to nobody',
      head: 'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket',
      want: '502 Bad Gateway',
    },
    {
      what: 'another upgrade',
      head: 'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c',
      want: '501 Not Implemented',
    },
    {
      what: 'a tunnel',
      head: 'CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443',
      want: '501 Not Implemented',
    },
  ])('is refused in words: $what', async ({ head, want }) => {
    const { server, url } = await startUpstream(() => {});
    server.close();
    await once(server, 'close');
    const { origin } = await startBefore(url);
    const came = await exchangeRaw(origin, `${head}\r\n\r\n`);
    expect(came).toMatch(new RegExp(`^HTTP/1.1 ${want}\\r\\n[\\s\\S]*This is the proxy, not the API: `));
  });

  it('is a call of the proxy by itself', async () => {
    const { server, url } = await startUpstream(() => {});
    server.close();
    await once(server, 'close');
    const round = startBefore(url, { port: Number(url.port) });
    await expect(round).rejects.toThrow(
      `Calls would go round in circles: ${url.origin} is the proxy itself.`,
    );
  });
});

it('tells of a port that is taken', async () => {
  const { url } = await startUpstream(() => {});
  await expect(startBefore(new URL('http://a.example'), { port: Number(url.port) })).rejects.toThrow(
    'EADDRINUSE',
  );
});
