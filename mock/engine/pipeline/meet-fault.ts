import { STATUS_CODES } from 'node:http';
import { chooseExampleReply } from '../../../openapi/operations/values/example-replies.ts';
import { sentCredential } from '../credentials.ts';
import { draftOfExample } from '../draft-of-example.ts';
import type { Engine } from '../engine.ts';
import type { Arrived, Faulted, Identified, Matched } from '../exchange.ts';
import { type Failure, failureWith } from '../failures/failure.ts';
import type { Fault } from '../faults.ts';
import { parsePrefer } from '../prefer-header.ts';
import type { DraftReply } from '../reply.ts';
import { type Step, Stop } from '../step.ts';

type Seen = Arrived & Matched & Identified;

/** What nginx logs where it ends a connection without a reply. */
const nothingSent = 444;

function mediaTypeOf({ headers = {}, body }: Fault): string {
  const own = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  if (own !== undefined) return own;
  if (typeof body !== 'string') return 'application/json';
  return body.trimStart().startsWith('<') ? 'text/html' : 'text/plain';
}

/** A reply that the fault says itself, or that the document describes for its status; a failure where neither has one. */
function replacement(
  fault: Fault,
  { operation: { definition }, requestId }: Seen,
  { gateway }: Engine,
): DraftReply | Failure | undefined {
  const { id, headers = {}, body, example: name, connection } = fault;
  const madeBy = id;
  if (connection === 'drop')
    return {
      status: nothingSent,
      headers: {},
      mediaType: undefined,
      madeBy,
      mustFitDocument: false,
      breaks: { drop: true },
    };
  const { status = body === undefined ? undefined : 200 } = fault;
  if (status === undefined) return undefined;
  if (body !== undefined) {
    const said = typeof body === 'string' ? { text: body } : { value: body };
    return { status, headers, mediaType: mediaTypeOf(fault), ...said, madeBy, mustFitDocument: false };
  }
  const example = chooseExampleReply(definition, { status, ...(name === undefined ? {} : { name }) });
  const draft =
    gateway.replyFor({ status, example: name }, requestId) ?? (example && draftOfExample(example));
  if (draft !== undefined) {
    return { ...draft, headers: { ...draft.headers, ...headers }, madeBy: `${id}: ${draft.madeBy}` };
  }
  return failureWith(status, `${STATUS_CODES[status] ?? 'Failed'}, as ${id} asks for.`, {
    headers,
    isPlanted: true,
  });
}

/** Waits as a fault, `Prefer: delay` or the mock's own delay says, then plays the fault: it costs no call. */
export const meetFault: Step<Seen, Faulted | undefined> = {
  name: 'meet fault',
  run(exchange, engine) {
    const { request, queryString, operation } = exchange;
    const fault = engine.faults.meet(operation.definition.operationId, () =>
      sentCredential(engine.model, request, queryString),
    );
    const delayMs = fault?.delay ?? parsePrefer(request.headers.prefer)?.delayMs ?? engine.delayMs ?? 0;
    if (fault === undefined) return delayMs === 0 ? undefined : lateBy(delayMs, exchange, engine);
    return playFault(fault, delayMs, exchange, engine);
  },
};

async function lateBy(delayMs: number, { request }: Seen, { timer }: Engine): Promise<undefined> {
  await timer(delayMs, request.signal);
}

async function playFault(
  fault: Fault,
  delayMs: number,
  exchange: Seen,
  engine: Engine,
): Promise<Faulted | Stop> {
  if (delayMs > 0) await lateBy(delayMs, exchange, engine);
  // What comes later needs to know it, also where this is the end.
  Object.assign(exchange, { fault });
  const reply = replacement(fault, exchange, engine);
  return reply === undefined ? { fault } : new Stop(reply);
}
