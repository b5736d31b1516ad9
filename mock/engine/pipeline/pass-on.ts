import { namesNotPassedOn } from '../../../openapi/model/http-headers.ts';
import { basePathOf } from '../../../openapi/model/read/read-servers.ts';
import { judgeReply } from '../../../openapi/operations/judge/judge-reply.ts';
import { decodeContent } from '../../../openapi/operations/wire/decode-content.ts';
import { readReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import { isLocalName } from '../admin/admin-access.ts';
import type { Engine } from '../engine.ts';
import type { Arrived, Matched, Read } from '../exchange.ts';
import { createFailure, type Failure } from '../failures/failure.ts';
import { type PassedReply, type Passthrough, passedUrl } from '../passthrough.ts';
import type { DraftReply } from '../reply.ts';

type Seen = Arrived & Matched & Read;

/** What the mock says to the server itself. */
const ownHeaders = ['host', 'expect', 'content-length', 'accept-encoding'];

/**
 * The reply of a real server as it is, but without its Content-Encoding. What of it does not fit the document is said in the
 * log and in the journal, and changes nothing.
 */
export async function passOn(
  exchange: Seen,
  address: string,
  send: Passthrough['send'],
  engine: Engine,
): Promise<DraftReply | Failure> {
  const { request, operation, received } = exchange;
  const { operationId, method, servers } = operation.definition;
  const [ownServer] = servers;
  const basePath = ownServer === undefined ? engine.model.basePath : basePathOf(ownServer);
  const url = passedUrl(address, exchange, basePath);
  const place = engine.mask.target(url.origin + url.pathname);
  const refuse = (reason: string) =>
    createFailure('unreachable-server', { operationId, address: place, reason });
  // It would go round in circles. Another name may lead to this mock from there, and elsewhere from here.
  if (url.host === request.headers.host && isLocalName(url.hostname)) return refuse('it is this mock');
  // HEAD is answered with the headers of GET.
  const asked = { method: method.toUpperCase(), url, body: received?.bytes, signal: request.signal };
  const headers = { ...headersOf(request.headers), ...lengthOf(received?.bytes) };
  const reply = await send({ ...asked, headers })
    .then(decoded)
    .catch((error: NodeJS.ErrnoException) => {
      if (request.signal.aborted) throw error;
      return refuse(error.message || String(error.code));
    });
  return 'cause' in reply ? reply : draftOf(reply, place, exchange, engine);
}

function headersOf(sent: Seen['request']['headers']): Readonly<Record<string, string>> {
  const left = new Set([...namesNotPassedOn(sent), ...ownHeaders]);
  const kept = Object.entries(sent).flatMap(([name, value]) =>
    value === undefined || left.has(name) ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(kept), 'accept-encoding': 'identity' };
}

function lengthOf(body: Uint8Array | undefined): Readonly<Record<string, string>> {
  return body === undefined ? {} : { 'content-length': String(body.byteLength) };
}

function decoded(reply: PassedReply): PassedReply {
  const { 'content-encoding': coding = '', ...headers } = reply.headers;
  const body = reply.body.byteLength === 0 ? reply.body : decodeContent(reply.body, coding);
  if (body === undefined) throw new Error(`none that can be read in its Content-Encoding ${coding}`);
  return { ...reply, headers, body };
}

function draftOf(
  { status, headers, body }: PassedReply,
  place: string,
  { operation, requestId }: Seen,
  { logger, mask }: Engine,
): DraftReply {
  const { definition } = operation;
  const received = readReceivedReply(definition.method, { status, headers, body });
  const misfits = judgeReply(definition, received).filter(
    ({ basis }) => basis === 'document' || basis === 'http',
  );
  const [first, ...more] = misfits;
  if (first !== undefined)
    logger.warn(
      { requestId, operationId: definition.operationId, status, misfits },
      `The reply of ${place} to ${definition.operationId} does not fit the document.`,
    );
  const misfit = first === undefined ? '' : `; it does not fit the document: ${mask.text(first.message)}`;
  const left = namesNotPassedOn(headers);
  return {
    status,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !left.has(name))),
    mediaType: headers['content-type'],
    text: body,
    madeBy: `passed on to ${place}${misfit}${more.length === 0 ? '' : ` (and ${more.length} more)`}`,
    mustFitDocument: false,
  };
}
