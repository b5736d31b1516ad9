import { connect } from 'node:net';

export interface RawReply {
  readonly status: number;
  /** As on the wire. */
  readonly head: string;
  readonly body: string;
  readonly all: string;
}

/** Sends bytes over a socket and gives what came back until the server, or `isDone`, ended it. */
export function rawRequest(
  port: number,
  chunks: readonly (string | Uint8Array)[],
  isDone: (received: string) => boolean = hasWholeReply,
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect({ port, host: '127.0.0.1' }, () => {
      for (const chunk of chunks) socket.write(chunk);
    });
    const finish = () => {
      socket.destroy();
      const [head = '', ...rest] = received.split('\r\n\r\n');
      resolve({ status: Number(head.split(' ')[1]), head, body: rest.join('\r\n\r\n'), all: received });
    };
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      received += text;
      if (isDone(received)) finish();
    });
    socket.on('end', finish);
    socket.on('error', reject);
  });
}

/** Knows only replies with Content-Length, which is what the mock sends. */
function hasWholeReply(received: string): boolean {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /^content-length: (\d+)/im.exec(received.slice(0, end))?.[1];
  return Buffer.byteLength(received.slice(end + 4)) >= Number(length ?? 0);
}
