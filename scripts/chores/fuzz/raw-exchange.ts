import { connect } from 'node:net';

const patienceMs = 60_000;
const probe = 'GET /__mock/clock HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n';
const headLine = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+: ?[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Sends a request over a socket, and behind it on the same connection one to the admin side. Says what is wrong on the wire:
 * a reply that is no HTTP/1.1 message, one that is longer or shorter than it says, or none.
 */
export async function rawExchange(
  port: number,
  { method, target, headers, body }: RawRequest,
): Promise<string | undefined> {
  const length = body === undefined ? [] : [`Content-Length: ${body.byteLength}`];
  const lines = [
    `${method} ${target} HTTP/1.1`,
    'Host: 127.0.0.1',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...length,
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  const received = await converse(port, [head, body ?? new Uint8Array(), Buffer.from(probe)]);
  if (typeof received !== 'string') return `no reply: ${received.message}`;
  const first = cutReply(received, method);
  if ('fault' in first) return `${first.fault}: ${JSON.stringify(received.slice(0, 300))}`;
  if (first.isLast)
    return first.rest === '' ? undefined : `more than one reply: ${JSON.stringify(first.rest)}`;
  const second = cutReply(first.rest, 'GET');
  return 'fault' in second
    ? `after it, ${second.fault}: ${JSON.stringify(first.rest.slice(0, 300))}`
    : undefined;
}

export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
}

function converse(port: number, chunks: readonly Uint8Array[]): Promise<string | Error> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (outcome: string | Error) => {
      socket.destroy();
      resolve(outcome);
    };
    for (const chunk of chunks) socket.write(chunk);
    socket.setEncoding('latin1').setTimeout(patienceMs, () => end(new Error(`nothing for ${patienceMs} ms`)));
    socket.on('data', (text) => {
      received += text;
    });
    socket.on('end', () => end(received));
    // A server that refuses early may close while the rest is being sent: what it said before counts.
    socket.on('error', (error) => end(received === '' ? error : received));
  });
}

/** Takes one reply off what was received (RFC 9112, 6.3). */
function cutReply(received: string, method: string): Cut {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return { fault: received === '' ? 'no reply' : 'half a head' };
  const [statusLine = '', ...lines] = received.slice(0, end).split('\r\n');
  const status = Number(/^HTTP\/1\.1 ([2-5]\d\d) [\t\x20-\x7e]*$/.exec(statusLine)?.[1]);
  if (Number.isNaN(status)) return { fault: `the status line ${statusLine.slice(0, 100)}` };
  const broken = lines.find((line) => !headLine.test(line));
  if (broken !== undefined) return { fault: `the header line ${broken.slice(0, 100)}` };
  const valuesOf = (name: string) =>
    lines.flatMap((line) =>
      line.toLowerCase().startsWith(`${name}:`) ? [line.slice(name.length + 1).trim()] : [],
    );
  const lengths = valuesOf('content-length');
  if (valuesOf('transfer-encoding').length > 0 || lengths.length > 1) return { fault: 'two framings' };
  const isBodiless = method === 'HEAD' || status === 204 || status === 304;
  if (status === 204 && lengths.length > 0) return { fault: 'a length on 204' };
  if (!isBodiless && !/^\d+$/.test(lengths[0] ?? '')) return { fault: 'no length' };
  const length = isBodiless ? 0 : Number(lengths[0]);
  if (status === 205 && length > 0) return { fault: 'a body on 205' };
  const rest = received.slice(end + 4);
  if (rest.length < length) return { fault: `${rest.length} bytes instead of ${length}` };
  const isLast = valuesOf('connection').some((value) => value.toLowerCase() === 'close');
  return { rest: rest.slice(length), isLast };
}

type Cut = { readonly fault: string } | { readonly rest: string; readonly isLast: boolean };
