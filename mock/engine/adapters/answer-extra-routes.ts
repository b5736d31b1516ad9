import type { RequestHandler } from 'express';
import { decodedOrItself } from '../../../openapi/model/percent-encoding.ts';
import { type ExtraRoute, findExtra } from '../extra-route.ts';

/** Answers what is asked of the routes, and leaves the rest. */
export function answerExtraRoutes(routes: () => readonly ExtraRoute[]): RequestHandler {
  return ({ method, path }, response, next) => {
    const make = findExtra(routes(), method, decodedOrItself(path));
    if (make === undefined) {
      next();
      return;
    }
    const { status, headers, body } = make();
    response.status(status).set(headers).send(body);
  };
}
