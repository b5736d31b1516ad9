import type { ApiRequest } from './api-request.ts';
import { createCrossOrigin } from './cross-origin.ts';
import type { Engine, EngineOptions } from './engine.ts';
import type { Arrived, Others } from './exchange.ts';
import type { Handler } from './handler.ts';
import { createJournal } from './journal.ts';
import { createMemoryUsageState } from './limits/memory-usage-state.ts';
import { steadyLogger } from './logger.ts';
import { createKeyMask } from './mask-keys.ts';
import { maskLogger } from './mask-logger.ts';
import { runPipeline } from './pipeline.ts';
import { prepareOperation } from './prepared-operation.ts';
import type { Reply } from './reply.ts';
import { createRoutes, serverPath } from './routes.ts';

/** Bytes of a URL that the service reads, and of a body (10 MB, in the gateway's own count). */
const maximumTargetBytes = 8_192;
const maximumBodyBytes = 10_485_760;
const journalledExchanges = 1_000;

/** Splits a request target into path and query; one in absolute form loses its origin (RFC 9112 3.2.2). */
function splitTarget(target: string): { readonly path: string; readonly queryString: string } {
  const originForm = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*/i, '');
  const mark = originForm.indexOf('?');
  if (mark < 0) return { path: originForm || '/', queryString: '' };
  return { path: originForm.slice(0, mark) || '/', queryString: originForm.slice(mark + 1) };
}

/** Joins the parts. Throws where a handler is for no operation of the document: it would never be called. */
export function createEngine(options: EngineOptions): Engine {
  const { model, clock, newId } = options;
  const operations = new Map(
    model.operations.map((operation) => [operation.operationId, prepareOperation(operation, model)]),
  );
  const handlers = new Map<string, Handler>();
  for (const [operationId, handler] of Object.entries(options.handlers)) {
    if (handler === undefined) continue;
    if (!operations.has(operationId)) {
      throw new Error(`There is a handler for ${operationId}, but no such operation in ${model.info.title}.`);
    }
    handlers.set(operationId, handler);
  }
  const accounts = new Map((options.accounts ?? []).map((account) => [account.key, account]));
  const mask = createKeyMask(model.securitySchemes.values(), accounts.keys());
  const logger = steadyLogger(maskLogger(options.logger, mask.text));
  const crossOrigin = createCrossOrigin(model);
  const arrive = (request: ApiRequest, others: Others | undefined): Arrived => ({
    request,
    others,
    requestId: newId(),
    now: clock.now(),
    ...splitTarget(request.target),
    replyHeaders: { ...crossOrigin(request.headers.origin) },
  });
  const engine: Engine = {
    ...options,
    routes: createRoutes(model),
    basePaths: [...new Set(model.operations.flatMap(({ servers }) => servers.map(serverPath)))].filter(
      Boolean,
    ),
    operations,
    handlers,
    accounts: options.accounts === undefined ? undefined : accounts,
    keysToTry: [...accounts.values()].flatMap(({ key, state }) => (state === undefined ? [key] : [])),
    usage: createMemoryUsageState(),
    journal: createJournal(journalledExchanges),
    mask,
    logger,
    maximumTargetBytes,
    maximumBodyBytes,
    // Where nobody else is, nothing is left to them.
    answer: (request) => runPipeline(arrive(request, undefined), engine) as Promise<Reply>,
    answerBeside: (others, request) => runPipeline(arrive(request, others), engine),
  };
  return engine;
}
