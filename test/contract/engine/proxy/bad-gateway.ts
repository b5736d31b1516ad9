import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** The code of a failure on the network, else its words. */
export function reasonOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/** Answers in the place of a target that gave no reply. */
export function answerBadGateway(outgoing: ServerResponse, target: URL, error: Error): void {
  const body = badGateway(`${target.origin} gave no reply: ${error.message || reasonOf(error)}`);
  outgoing.writeHead(502, { 'content-type': 'application/json', connection: 'close' }).end(body);
}

/** Nobody must take it for a reply of the API. */
function badGateway(why: string): string {
  return JSON.stringify({ error: 'api-kit proxy', message: `This is the proxy, not the API: ${why}.` });
}

/** Refuses what wants to become something else than a call. */
export function refuse(socket: Duplex, status: 501 | 502, why: string): void {
  const body = badGateway(why);
  const head = [
    `HTTP/1.1 ${status} ${status === 501 ? 'Not Implemented' : 'Bad Gateway'}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
