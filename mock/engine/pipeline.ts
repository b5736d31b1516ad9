import type { Engine } from './engine.ts';
import type { Arrived, Exchange } from './exchange.ts';
import { createFailure, draftOfFailure, type Failure } from './failures/failure.ts';
import { hideKeysIn } from './failures/hide-keys.ts';
import { problemJson } from './failures/problem-json.ts';
import { answerPreflight } from './pipeline/answer-preflight.ts';
import { authenticate } from './pipeline/authenticate.ts';
import { checkPlan } from './pipeline/check-plan.ts';
import { checkReply } from './pipeline/check-reply.ts';
import { leaveToOthers } from './pipeline/leave-to-others.ts';
import { limitTarget } from './pipeline/limit-target.ts';
import { makeReply } from './pipeline/make-reply.ts';
import { matchOperation } from './pipeline/match-operation.ts';
import { meetFault } from './pipeline/meet-fault.ts';
import { readBody, readUnasked } from './pipeline/read-body.ts';
import { type Ending, recordExchange } from './pipeline/record-exchange.ts';
import { takeCall } from './pipeline/take-call.ts';
import { validateRequest } from './pipeline/validate-request.ts';
import { writeReply } from './pipeline/write-reply.ts';
import type { DraftReply, Reply } from './reply.ts';
import { searchedText, sentValues } from './sent-values.ts';
import { left, Stop, startWith } from './step.ts';

/**
 * A request through the mock, in order. The first step that stops ends the list. What is refused before `take call`
 * costs the key nothing; a request that is refused after it has cost a call.
 */
export const pipeline = startWith<Arrived>()
  .next(leaveToOthers) //    what is not the API's goes to the site, or to the application around the mock
  .next(limitTarget) //      414
  .next(answerPreflight) // preflights
  .next(matchOperation) //   404 with the nearest path, 405 with what the path answers
  .next(authenticate) //     401
  .next(checkPlan) //        403
  .next(meetFault) //        what goes wrong on purpose: late, another status, a broken connection
  .next(takeCall) //         429: rate and quota in one; 503 where they are shared and away
  .next(readBody) //         413, 415
  .next(validateRequest) //  400 with every problem at once, 406
  .next(makeReply).steps; //        Prefer, else a real server, else the handler, else the document's example, else its schema; 500, 503 by key

/**
 * Runs the steps, then what every reply passes: the check against the document, writing, the journal. Total: whatever a
 * document, a handler or a request does to any of these, a reply comes; undefined: it was left to others.
 */
export async function runPipeline(arrived: Arrived, engine: Engine): Promise<Reply | undefined> {
  const exchange: Exchange = arrived;
  const ending: Ending = { answeredBy: '', why: '', failure: undefined };
  let reply: Reply;
  try {
    const made = await runSteps(exchange, engine, ending);
    if (made === left) return undefined;
    const draft = checkReply(made, exchange, engine);
    ending.why = draft.madeBy;
    reply = writeReply(draft, exchange, engine);
  } catch (error) {
    reply = replyToFault(error, exchange, engine, ending);
  }
  try {
    recordExchange(exchange, reply, ending, engine);
  } catch (error) {
    engine.logger.error(
      { err: error, requestId: reply.requestId },
      'The journal could not keep an exchange.',
    );
  }
  return reply;
}

/** Runs step after step and notes in `ending` which one is at work. Throws what a step throws. */
async function runSteps(
  exchange: Exchange,
  engine: Engine,
  ending: Ending,
): Promise<DraftReply | typeof left> {
  for (const step of pipeline) {
    ending.answeredBy = step.name;
    // `startWith` has checked that each step finds what it needs.
    let outcome = step.run(exchange as never, engine);
    if (outcome instanceof Promise) outcome = await outcome;
    if (outcome instanceof Stop) {
      if (outcome.with === left) return left;
      await readUnasked(exchange, ending.answeredBy, engine);
      return draftOf(outcome.with, exchange, ending, engine);
    }
    if (outcome !== undefined) Object.assign(exchange, outcome);
  }
  if (exchange.draft === undefined) throw new Error('The pipeline has ended without a reply.');
  return exchange.draft;
}

function draftOf(
  stop: DraftReply | Failure,
  { request, received, requestId, operation }: Exchange,
  ending: Ending,
  { gateway, failureShape, mask }: Engine,
): DraftReply {
  if (!('cause' in stop)) return stop;
  const carried = mask.carriedBy(sentValues(request, searchedText(received?.bytes)));
  const failure = hideKeysIn(stop, carried, mask);
  ending.failure = failure;
  return gateway.refuse(failure, failureShape, requestId, operation);
}

/** The client has left, so that nothing failed and nothing is sent: what stands in the journal, as servers log it. */
const nobodyWaits: DraftReply = {
  status: 499,
  headers: {},
  mediaType: undefined,
  madeBy: 'client-left',
  mustFitDocument: false,
};

/** A 500 for what a step, the check or the writing threw, which the log tells in full. */
function replyToFault(error: unknown, exchange: Exchange, engine: Engine, ending: Ending): Reply {
  if (exchange.request.signal.aborted) {
    ending.why = nobodyWaits.madeBy;
    return writeReply(nobodyWaits, exchange, engine);
  }
  const { requestId } = exchange;
  const operationId = exchange.operation?.definition.operationId;
  const step = ending.answeredBy;
  engine.logger.error({ err: error, requestId, operationId, step }, `The step "${step}" failed.`);
  const reason = `Something failed in the mock; the log says what, under ${requestId}.`;
  const failure = createFailure('internal-error', { reason });
  ending.why = failure.cause;
  try {
    const draft = draftOfFailure(failure, engine.failureShape, requestId, exchange.operation);
    return writeReply(draft, exchange, engine);
  } catch (second) {
    engine.logger.error({ err: second, requestId, operationId }, "The document's own 500 can't be sent.");
    return writeReply(draftOfFailure(failure, problemJson, requestId), exchange, engine);
  }
}
