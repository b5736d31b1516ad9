import { type NextFunction, type Request, type Response, Router, text } from 'express';
import { isRefusal } from '../adapters/express-refusal.ts';
import type { KeyMask } from '../mask-keys.ts';
import { adminPath } from './admin-path.ts';
import type { AdminRoute } from './admin-routes.ts';
import { NotFoundError } from './key-usage.ts';
import { refusalOfForeigner } from './same-machine.ts';

/** A shell sends what it likes as Content-Type: the body is JSON if it reads as JSON, else text. */
function bodyOf(raw: unknown): unknown {
  if (typeof raw !== 'string' || raw.trim() === '') return undefined;
  try {
    return JSON.parse(raw);
  } catch {
    // `curl -d P1M` is a text, and a duration.
    return raw.trim();
  }
}

/** Readable in a shell. */
function sendJson(response: Response, status: number, value: unknown): void {
  response
    .status(status)
    .type('application/json')
    .send(`${JSON.stringify(value, undefined, 2)}\n`);
}

function indexOf(routes: readonly AdminRoute[]) {
  const itself = { method: 'get', path: '', summary: 'This list', example: undefined } as const;
  return [itself, ...routes].map(({ method, path, summary, example }) => ({
    method: method.toUpperCase(),
    path: adminPath + path,
    summary,
    ...(example === undefined ? {} : { example }),
  }));
}

/** The admin side over HTTP: JSON, for this machine only, without CORS. `GET /__mock` lists what there is. */
export function createAdminRouter(routes: readonly AdminRoute[], mask: KeyMask): Router {
  const router = Router();
  const refuse = (response: Response, status: number, message: string) =>
    sendJson(response, status, { message: mask.text(message) });
  router.use((request, response, next) => {
    const refusal = refusalOfForeigner(request);
    if (refusal === undefined) next();
    else refuse(response, 403, refusal);
  });
  router.use(text({ type: () => true, limit: '1mb' }));
  router.get('/', (_request, response) => sendJson(response, 200, indexOf(routes)));
  for (const route of routes) {
    router[route.method](route.path, async (request: Request, response: Response) => {
      const query = new URL(request.originalUrl, 'http://localhost').searchParams;
      // Route parameters of these paths are single segments, never lists.
      const parameters = request.params as Record<string, string>;
      sendJson(response, 200, await route.answer({ parameters, query, body: bodyOf(request.body) }));
    });
  }
  router.use((request, response) => {
    const target = mask.target(request.originalUrl);
    refuse(response, 404, `Nothing answers ${request.method} ${target}. GET ${adminPath} lists what does.`);
  });
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof RangeError) refuse(response, 400, error.message);
    else if (error instanceof NotFoundError) refuse(response, 404, error.message);
    else if (isRefusal(error)) refuse(response, error.status, error.message);
    else next(error);
  });
  return router;
}
