import type { EngineParts } from './engine-parts.ts';
import type { Arrived, Exchange } from './exchange.ts';
import { createFailure, draftOfFailure } from './failures/failure.ts';
import { answerPreflight } from './pipeline/answer-preflight.ts';
import { authenticate } from './pipeline/authenticate.ts';
import { checkPlan } from './pipeline/check-plan.ts';
import { checkReply } from './pipeline/check-reply.ts';
import { limitTarget } from './pipeline/limit-target.ts';
import { makeReply } from './pipeline/make-reply.ts';
import { matchOperation } from './pipeline/match-operation.ts';
import { readBody } from './pipeline/read-body.ts';
import { recordExchange } from './pipeline/record-exchange.ts';
import { takeCall } from './pipeline/take-call.ts';
import { validateRequest } from './pipeline/validate-request.ts';
import { writeReply } from './pipeline/write-reply.ts';
import type { DraftReply, Reply } from './reply.ts';
import { Stop, startWith } from './step.ts';

/**
 * A request through the mock, in order. The first step that stops ends the list. What is refused before `take call`
 * costs the key nothing; a request that is refused after it has cost a call.
 */
export const pipeline = startWith<Arrived>()
  .next(limitTarget) //      414
  .next(answerPreflight) // preflights
  .next(matchOperation) //   404 with the nearest path, 405 with what the path answers
  .next(authenticate) //     401
  .next(checkPlan) //        403
  .next(takeCall) //         429: rate and quota in one
  .next(readBody) //         413, 415
  .next(validateRequest) //  400 with every problem at once, 406
  .next(makeReply).steps; //        Prefer, else the handler, else the document's example, else its schema; 500, 503 by key

/** Runs the steps, then what every reply passes: the check against the document, writing, the journal. */
export async function runPipeline(arrived: Arrived, parts: EngineParts): Promise<Reply> {
  const exchange: Exchange = arrived;
  const { draft, answeredBy } = await runSteps(exchange, parts);
  const checked = checkReply(draft, exchange, parts);
  const reply = writeReply(checked, exchange, parts);
  recordExchange(exchange, reply, { answeredBy, why: checked.madeBy }, parts);
  return reply;
}

/** The client has left, so that nothing failed and nothing is sent: what stands in the journal, as servers log it. */
const nobodyWaits: DraftReply = {
  status: 499,
  headers: {},
  mediaType: undefined,
  madeBy: 'client-left',
  isDocumented: false,
};

async function runSteps(
  exchange: Exchange,
  parts: EngineParts,
): Promise<{ readonly draft: DraftReply; readonly answeredBy: string }> {
  let answeredBy = '';
  try {
    for (const step of pipeline) {
      answeredBy = step.name;
      // `startWith` has checked that each step finds what it needs.
      let outcome = step.run(exchange as never, parts);
      if (outcome instanceof Promise) outcome = await outcome;
      if (outcome instanceof Stop) return { draft: draftOf(outcome, exchange, parts), answeredBy };
      if (outcome !== undefined) Object.assign(exchange, outcome);
    }
    if (exchange.draft === undefined) throw new Error('The pipeline has ended without a reply.');
    return { draft: exchange.draft, answeredBy };
  } catch (error) {
    if (exchange.request.cut.aborted) return { draft: nobodyWaits, answeredBy };
    const { requestId } = exchange;
    const operationId = exchange.operation?.definition.operationId;
    parts.logger.error(
      { err: error, requestId, operationId, step: answeredBy },
      `The step "${answeredBy}" failed.`,
    );
    const reason = `Something failed in the mock; the log says what, under ${requestId}.`;
    const failure = createFailure('internal-error', { reason });
    return { draft: draftOfFailure(failure, parts.failureShape, requestId, exchange.operation), answeredBy };
  }
}

function draftOf(
  stop: Stop,
  { requestId, operation }: Exchange,
  { gateway, failureShape }: EngineParts,
): DraftReply {
  return 'cause' in stop.with ? gateway.refuse(stop.with, failureShape, requestId, operation) : stop.with;
}
