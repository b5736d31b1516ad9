import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Engine } from '../engine.ts';
import { createFailure, type Failure } from '../failures/failure.ts';
import { isHost } from '../host.ts';

/** Headers and URL together may have so many bytes: above the 8,192 of a URL, so that a long one is a 414 of ours. */
export const maximumHeaderBytes = 65_536;
/** The head of a request has to arrive within. */
export const requestSeconds = 60;

function invalidRequest(where: 'path' | 'header', name: string, message: string): Failure {
  const problems = [{ where, name, code: 'invalid' as const, message }];
  return createFailure('invalid-request', { problems }, { problems });
}

function failureOf(code: string | undefined): Failure {
  if (code === 'HPE_HEADER_OVERFLOW')
    return createFailure('headers-too-large', { maximumBytes: maximumHeaderBytes });
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return createFailure('request-timeout', { seconds: requestSeconds });
  if (code === 'HPE_INVALID_URL') {
    const message =
      'The URL has characters that it may not have: percent-encode them, é as %C3%A9, a space as %20.';
    return invalidRequest('path', '', message);
  }
  return invalidRequest('header', '', 'The request is not well-formed HTTP.');
}

function replyOf(engine: Engine, failure: Failure, id: string) {
  const body = JSON.stringify(engine.failureShape.bodyOf(failure, id));
  const headers = {
    'Content-Type': engine.failureShape.mediaType,
    'Content-Length': String(Buffer.byteLength(body)),
    'Access-Control-Allow-Origin': '*',
    'X-Request-Id': id,
    Date: new Date(engine.clock.now()).toUTCString(),
    Connection: 'close',
  };
  return { status: failure.status, headers, body };
}

const noCommonTls =
  'A client and the mock found no TLS in common: it has to call https:// and to trust the certificate or its authority.';

/** Answers what is not HTTP with a well-formed reply, then hangs up; without TLS in common only the log can say why. */
export function refuseBrokenRequest(
  engine: Engine,
  error: Error & { code?: string },
  socket: Duplex,
  id: string,
): void {
  if (error.code?.startsWith('ERR_SSL_')) {
    engine.logger.warn({ requestId: id, code: error.code }, noCommonTls);
    socket.destroy();
    return;
  }
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  hangUpWith(engine, failureOf(error.code), socket, id);
}

/** Answers CONNECT, which only a proxy can do (RFC 9110, section 9.3.6), then hangs up. */
export function refuseTunnel(engine: Engine, socket: Duplex, id: string): void {
  const message = 'CONNECT asks for a tunnel, and this server is no proxy. Send the request itself.';
  hangUpWith(engine, invalidRequest('path', '', message), socket, id);
}

function hangUpWith(engine: Engine, failure: Failure, socket: Duplex, id: string): void {
  const { status, headers, body } = replyOf(engine, failure, id);
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...fields];
  // The client may have left: Node watches a socket for errors only while it is its own.
  socket.on('error', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** What is wrong with the Host header: HTTP/1.1 needs one, and one only (RFC 9112 3.2); undefined: nothing. */
function hostProblem({ headers: { host }, rawHeaders, httpVersion }: IncomingMessage): string | undefined {
  if (host === undefined)
    return httpVersion === '1.1' ? 'Send the Host header: HTTP/1.1 needs it to name the server.' : undefined;
  const count = rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host').length;
  if (count > 1) return 'Send the Host header once: it came several times.';
  return isHost(host) ? undefined : 'The Host header must be a host, with or without a port: localhost:4010.';
}

/** Refuses a request that does not name its host well; false: it may be answered. */
export function refuseWrongHost(
  engine: Engine,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  newId: () => string,
): boolean {
  const problem = hostProblem(incoming);
  if (problem === undefined) return false;
  const failure = invalidRequest('header', 'Host', problem);
  const { status, headers, body } = replyOf(engine, failure, newId());
  outgoing.writeHead(status, headers).end(body);
  return true;
}
