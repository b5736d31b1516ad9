import type { ApiModel } from '../../openapi/model/api-model.ts';
import { routesOf } from '../../openapi/operations/requests/routes.ts';
import type { ApiRequest } from './api-request.ts';
import { checkOperationId } from './check-operation-id.ts';
import { createCrossOrigin } from './cross-origin.ts';
import type { Engine, EngineOptions } from './engine.ts';
import type { Arrived, Others } from './exchange.ts';
import { steadyLogger } from './logger.ts';
import { createKeyMask } from './mask-keys.ts';
import { maskLogger } from './mask-logger.ts';
import { checkPassthrough } from './passthrough.ts';
import { runPipeline } from './pipeline.ts';
import { prepareOperation } from './prepared-operation.ts';
import type { Reply } from './reply.ts';

/** Bytes of a URL that the service reads, and of a body (10 MB, in the gateway's own count). */
const maximumTargetBytes = 8_192;
const maximumBodyBytes = 10_485_760;

/** Splits a request target into path and query; one in absolute form loses its origin (RFC 9112 3.2.2). */
function splitTarget(target: string): { readonly path: string; readonly queryString: string } {
  const originForm = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*/i, '');
  const mark = originForm.indexOf('?');
  if (mark < 0) return { path: originForm || '/', queryString: '' };
  return { path: originForm.slice(0, mark) || '/', queryString: originForm.slice(mark + 1) };
}

/** Throws a TypeError for a handler of no operation of the document, which would never be called. */
export function checkHandlers(handlers: EngineOptions['handlers'], model: ApiModel): void {
  for (const [operationId, handler] of Object.entries(handlers)) {
    if (handler !== undefined) checkOperationId(operationId, model, 'handler');
  }
}

/** Joins the parts. Throws where a handler is for no operation of the document: it would never be called. */
export function createEngine(options: EngineOptions): Engine {
  const { model, newId, state, ...others } = options;
  const operations = new Map(
    model.operations.map((operation) => [operation.operationId, prepareOperation(operation, model)]),
  );
  checkHandlers(options.handlers, model);
  checkPassthrough(options.passthrough, model);
  const handlers = new Map(Object.entries(options.handlers));
  const mask = createKeyMask(model.securitySchemes.values(), () => state.accounts.everKnown);
  const logger = steadyLogger(maskLogger(options.logger, mask.text));
  const crossOrigin = options.crossOrigin ?? createCrossOrigin(model);
  const arrive = (request: ApiRequest, others: Others | undefined): Arrived => ({
    request,
    others,
    requestId: newId(),
    now: state.clock.now(),
    startedAt: performance.now(),
    ...splitTarget(request.target),
    replyHeaders: { ...crossOrigin(request.headers.origin) },
  });
  const engine: Engine = {
    ...others,
    ...state,
    model,
    newId,
    routes: routesOf(model),
    operations,
    handlers: { get: (operationId) => state.usedHandlers.get(operationId) ?? handlers.get(operationId) },
    mask,
    logger,
    crossOrigin,
    maximumTargetBytes,
    maximumBodyBytes,
    // Where nobody else is, nothing is left to them.
    answer: (request) => runPipeline(arrive(request, undefined), engine) as Promise<Reply>,
    answerBeside: (others, request) => runPipeline(arrive(request, others), engine),
  };
  return engine;
}
