import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** A server on a free port that writes bytes and closes: what no HTTP library would send. */
export async function startRawServer(
  answer: (path: string) => string | Buffer,
): Promise<{ url: URL; close(): Promise<void> }> {
  const server = createServer((socket) => {
    // A client that has read enough may be gone.
    socket.on('error', () => {});
    socket.once('data', (request) => {
      const reply = answer(String(request).split(' ')[1] ?? '/');
      socket.end(typeof reply === 'string' ? Buffer.from(reply, 'latin1') : reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A whole 200, its header lines given. */
export function rawReply(headers: readonly string[], body: string | Buffer): Buffer {
  const bytes = Buffer.from(body);
  const head = [
    'HTTP/1.1 200 OK',
    ...headers,
    `Content-Length: ${bytes.length}`,
    'Connection: close',
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(head.join('\r\n'), 'latin1'), bytes]);
}
