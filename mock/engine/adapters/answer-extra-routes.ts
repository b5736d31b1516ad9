import type { RequestHandler } from 'express';
import type { ExtraRoute } from '../extra-route.ts';

/** Asks each of a product's own routes in turn; none is asked for a path that can't be decoded. */
export function answerExtraRoutes(routes: () => readonly ExtraRoute[]): RequestHandler {
  return async (request, response, next) => {
    let url: URL;
    let path: string;
    try {
      // Two slashes at the front are part of the path, not the beginning of a host.
      url = new URL(request.url.startsWith('/') ? `http://localhost${request.url}` : request.url);
      path = decodeURIComponent(url.pathname);
    } catch {
      // No route has such a path.
      next();
      return;
    }
    for (const route of routes()) {
      const reply = await route({ method: request.method, path, query: url.searchParams });
      if (reply === undefined) continue;
      response.status(reply.status).set(reply.headers).send(reply.body);
      return;
    }
    next();
  };
}
