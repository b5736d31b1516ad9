import {
  headerBytes,
  isHeaderName,
  isSendableAs,
  mostHeaderBytes,
} from '../../../openapi/model/http-headers.ts';
import type { Finding } from '../../../openapi/operations/judge/finding.ts';
import type { Engine } from '../engine.ts';
import type { Exchange } from '../exchange.ts';
import { createFailure, draftOfFailure } from '../failures/failure.ts';
import { isLimitHeader } from '../limits/limit-headers.ts';
import type { DraftReply } from '../reply.ts';

/** Headers that a handler wants and HTTP can't carry. */
function unsendableHeaders({ headers, mediaType = '' }: DraftReply): readonly { readonly message: string }[] {
  const entries = Object.entries({ ...headers, 'Content-Type': mediaType });
  const size = entries.reduce((sum, [name, value]) => sum + headerBytes(name, value), 0);
  if (size > mostHeaderBytes)
    return [{ message: `The headers have ${size} bytes: clients take no more than ${mostHeaderBytes}.` }];
  return entries.flatMap(([name, value]) => {
    if (!isHeaderName(name)) return [{ message: `${JSON.stringify(name)} can't be the name of a header.` }];
    if (isSendableAs(name, value)) return [];
    return [{ message: `The header ${name} can't hold ${JSON.stringify(value)}: percent-encode it.` }];
  });
}

/**
 * Holds our own reply against the document. A misfit is our bug: it is logged with every difference, and the client
 * gets a 500 instead, so that no test passes on a reply that the real API would never give.
 */
export function checkReply(draft: DraftReply, exchange: Exchange, engine: Engine): DraftReply {
  const { operation, requestId } = exchange;
  if (!draft.mustFitDocument || operation === undefined) return draft;
  const ofDocument = operation.replyValidator({
    status: draft.status,
    headers: { ...draft.headers, ...exchange.replyHeaders, 'X-Request-Id': requestId },
    mediaType: draft.mediaType,
    body: draft.value,
  });
  // Which limits are told is a matter of plan and gateway, and of no handler.
  const isOurs = ({ code, name = '' }: Finding) => code !== 'missing-header' || !isLimitHeader(name);
  const misfits = [...unsendableHeaders(draft), ...ofDocument.filter(isOurs)];
  if (misfits.length === 0) return draft;
  const { operationId } = operation.definition;
  engine.logger.error(
    { requestId, operationId, status: draft.status, misfits },
    `The reply of ${operationId} does not fit the document.`,
  );
  const reason = `The mock's own reply does not fit the document; the log says where, under ${requestId}.`;
  const failure = createFailure('internal-error', { reason });
  return {
    ...draftOfFailure(failure, engine.failureShape, requestId, operation),
    madeBy: 'misfit',
    mustFitDocument: false,
  };
}
