import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { isHeaderName } from '../../../openapi/model/http-headers.ts';
import { methodsAmong, type RouteMatch } from '../../../openapi/operations/requests/routes.ts';
import type { Arrived } from '../exchange.ts';
import type { GatewayProfile } from '../failures/gateway-profile.ts';
import { type Step, Stop } from '../step.ts';

const usualHeaders = ['Accept', 'Authorization', 'Content-Type', 'Prefer'];
const preflightSeconds = 600;

/** Names that the page wants to send, as far as they are names, else those that the API needs. */
function allowedHeaders(asked: string | undefined, { securitySchemes }: ApiModel): string {
  const names = (asked ?? '').split(',').map((name) => name.trim());
  const keyHeaders = [...securitySchemes.values()].flatMap((scheme) =>
    scheme.in === 'header' && scheme.name !== undefined ? [scheme.name] : [],
  );
  const wellFormed = names.filter(isHeaderName);
  return (wellFormed.length > 0 ? wellFormed : [...usualHeaders, ...keyHeaders]).join(', ');
}

/** The methods that a path answers: HEAD comes with GET, OPTIONS with every path. */
export function allowedMethods(matches: readonly Pick<RouteMatch, 'route'>[]): string[] {
  const methods = new Set(methodsAmong(matches));
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods.add('OPTIONS')];
}

/** Methods as this gateway answers them: it may not know HEAD, and OPTIONS only as a preflight. */
function methodsOf(matches: readonly RouteMatch[], gateway: GatewayProfile): string[] {
  if (gateway.answersUndefinedMethods) return allowedMethods(matches);
  return [...new Set([...methodsAmong(matches), 'OPTIONS'])];
}

/**
 * Answers preflights, also where the document has OPTIONS of the path (as exports of API Gateway do): only a preflight comes with
 * both `Origin` and the method. That of an unknown path is let through as well: the page's own request then gets a 404 that it
 * can read, instead of a bare network error.
 */
export const answerPreflight: Step<Arrived, undefined> = {
  name: 'answer preflight',
  run({ request, path, queryString }, { model, routes, gateway }) {
    if (request.method !== 'OPTIONS') return undefined;
    const askedMethod = request.headers['access-control-request-method'];
    const matches = routes.find({ path, queryString, headers: request.headers });
    if (askedMethod === undefined) return undefined;
    if (methodsAmong(matches).includes('OPTIONS') && request.headers.origin === undefined) return undefined;
    if (matches.length === 0 && !gateway.answersUndefinedMethods) return undefined;

    const methods = matches.length === 0 ? [askedMethod] : methodsOf(matches, gateway);
    const headers: Record<string, string> = {
      'Access-Control-Allow-Methods': methods.filter(isHeaderName).join(', '),
      'Access-Control-Allow-Headers': allowedHeaders(
        request.headers['access-control-request-headers'],
        model,
      ),
      'Access-Control-Max-Age': String(preflightSeconds),
      Vary: 'Access-Control-Request-Method, Access-Control-Request-Headers',
    };
    if (matches.length > 0) headers.Allow = methods.join(', ');
    // A public page may call a mock on the reader's own machine (Private Network Access).
    if (request.headers['access-control-request-private-network'] === 'true') {
      headers['Access-Control-Allow-Private-Network'] = 'true';
    }
    return new Stop({
      status: 204,
      headers,
      mediaType: undefined,
      madeBy: 'preflight',
      mustFitDocument: false,
    });
  },
};
