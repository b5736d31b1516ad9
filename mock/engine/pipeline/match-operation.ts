import { decodePercent } from '../../../openapi/model/percent-encoding.ts';
import { nearestPath } from '../../../openapi/operations/requests/nearest-path.ts';
import {
  methodsAmong,
  operationAmong,
  type RouteMatch,
} from '../../../openapi/operations/requests/routes.ts';
import type { Engine } from '../engine.ts';
import type { Arrived, Matched } from '../exchange.ts';
import { createFailure, type Failure } from '../failures/failure.ts';
import { quote } from '../failures/quote.ts';
import type { DraftReply } from '../reply.ts';
import { type Step, Stop } from '../step.ts';
import { allowedMethods } from './answer-preflight.ts';

function undecodablePath(path: string): Failure {
  const problem = {
    where: 'path' as const,
    name: '',
    code: 'undecodable' as const,
    message: 'The path is not valid percent-encoded UTF-8.',
    value: quote(path),
  };
  return createFailure('invalid-request', { problems: [problem] }, { problems: [problem] });
}

function unknownPath(path: string, { model, routes }: Engine): Failure {
  const known = routes.all.map((route) => route.path);
  const nearest = nearestPath(path, known, model.basePath);
  return createFailure('unknown-path', { path, basePath: model.basePath, nearestPath: nearest });
}

/** OPTIONS of a path, or of the whole server (RFC 9110 9.3.7). */
function optionsReply(methods: readonly string[]): DraftReply {
  const headers = { Allow: methods.join(', ') };
  return { status: 204, headers, mediaType: undefined, madeBy: 'options', mustFitDocument: false };
}

/** Methods as this gateway answers them: it may not know HEAD and OPTIONS unless the document defines them. */
function methodsOf(matches: readonly RouteMatch[], { gateway }: Engine): readonly string[] {
  return gateway.answersUndefinedMethods ? allowedMethods(matches) : methodsAmong(matches);
}

/** Finds the operation that is asked for: 404 with the nearest path, 405 with what the path answers. */
export const matchOperation: Step<Arrived, Matched> = {
  name: 'match operation',
  run({ request: { method, headers }, path, queryString }, engine) {
    if (path.includes('%') && decodePercent(path) === undefined) return new Stop(undecodablePath(path));
    const answersHead = engine.gateway.answersUndefinedMethods;
    if (path === '*' && method === 'OPTIONS' && answersHead) {
      return new Stop(optionsReply(allowedMethods(engine.routes.all.map((route) => ({ route })))));
    }
    const matches = engine.routes.find({ path, queryString, headers });
    const [best] = matches;
    if (best === undefined) return new Stop(unknownPath(path, engine));

    const found = operationAmong(matches, method, { answersHead });
    const operation = found && engine.operations.get(found.operation.operationId);
    if (operation !== undefined) return { operation, pathValues: found?.pathValues ?? {} };

    const allowed = methodsOf(matches, engine);
    if (method === 'OPTIONS' && allowed.includes('OPTIONS')) return new Stop(optionsReply(allowed));
    const failure = { method, path: best.route.path, allowed };
    return new Stop(createFailure('method-not-allowed', failure, { headers: { Allow: allowed.join(', ') } }));
  },
};
