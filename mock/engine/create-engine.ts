import { createCrossOrigin } from './cross-origin.ts';
import type { Engine, EngineOptions } from './engine.ts';
import type { Arrived } from './exchange.ts';
import type { Handler } from './handler.ts';
import { createJournal } from './journal.ts';
import { createMemoryUsageState } from './limits/memory-usage-state.ts';
import { steadyLogger } from './logger.ts';
import { createKeyMask } from './mask-keys.ts';
import { maskLogger } from './mask-logger.ts';
import { runPipeline } from './pipeline.ts';
import { prepareOperation } from './prepared-operation.ts';
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
  const basePaths = [...new Set(model.operations.flatMap(({ servers }) => servers.map(serverPath)))].filter(
    Boolean,
  );
  const engine: Engine = {
    ...options,
    routes: createRoutes(model),
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
    answer(request) {
      const arrived: Arrived = {
        request,
        requestId: newId(),
        now: clock.now(),
        ...splitTarget(request.target),
        replyHeaders: { ...crossOrigin(request.headers.origin) },
      };
      return runPipeline(arrived, engine);
    },
    claimOn(target) {
      const { path } = splitTarget(target);
      const isUnder = (base: string) =>
        path.startsWith(base) && (path.length === base.length || path[base.length] === '/');
      if (path === '*' || basePaths.some(isUnder)) return 'sure';
      const route = engine.routes.find(path)?.route;
      if (route === undefined) return 'none';
      return route.path.includes('{') ? 'template' : 'sure';
    },
  };
  return engine;
}
