import type { IncomingMessage, ServerResponse } from 'node:http';
import { adminPath } from '../admin/admin-path.ts';
import type { Engine } from '../engine.ts';
import { type ExtraRoute, findExtra } from '../extra-route.ts';
import { requestOf, sendReply } from './node-exchange.ts';

/** What node:http and Express call with a request; `next` where somebody else may answer instead. */
export type RequestListener = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  next?: (error?: unknown) => void,
) => void;

/** Where the document is, which is the mock's own in an application, too. */
const documentPaths = ['/openapi.json', '/openapi.yaml'];

/** What node:http calls with a request. */
type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

export interface ApiListenerOptions {
  /** As it is now: it changes with the document. */
  readonly engine: () => Engine;
  /** Undefined: there is no admin side. */
  readonly admin: Listener | undefined;
  /** Site, document, and what a product adds. */
  readonly beside: Listener;
  readonly extraRoutes: () => readonly ExtraRoute[];
  readonly trustsProxy: boolean;
  readonly isClosing: () => boolean;
}

/**
 * Answers the API's requests from the engine and leaves all others to `beside`, from where they come back if nobody
 * answers there; mounted in an application, to that, but for the mock's own paths: admin side, document, extra routes.
 */
export function createApiListener(options: ApiListenerOptions): RequestListener {
  const { admin, beside, extraRoutes, trustsProxy, isClosing } = options;
  return (incoming, outgoing, next) => {
    const path = (incoming.url ?? '/').replace(/\?.*$/s, '');
    if (admin !== undefined && (path === adminPath || path.startsWith(`${adminPath}/`))) {
      admin(incoming, outgoing);
      return;
    }
    const engine = options.engine();
    // Mounted under a path, Express cuts it off; the API's paths are whole.
    const isAlone =
      next === undefined ||
      documentPaths.includes(path) ||
      findExtra(extraRoutes(), incoming.method, path) !== undefined;
    const now = engine.clock.now();
    const request = requestOf(incoming, outgoing, trustsProxy);
    engine.answerBeside(isAlone ? 'site' : 'application', request).then((reply) => {
      if (reply !== undefined)
        sendReply(reply, { outgoing, now, isLast: isClosing(), logger: engine.logger });
      else if (isAlone) beside(incoming, outgoing);
      else next();
    });
  };
}
