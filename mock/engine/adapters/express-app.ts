import { existsSync } from 'node:fs';
import path from 'node:path';
import compression from 'compression';
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { ApiModel, JsonObject } from '../../../openapi/model/api-model.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { yamlText } from '../../../openapi/model/yaml-text.ts';
import type { Engine } from '../engine.ts';
import type { ExtraRoute } from '../extra-route.ts';
import { answerExtraRoutes } from './answer-extra-routes.ts';
import { isRefusal } from './express-refusal.ts';
import { requestOf, sendReply } from './node-exchange.ts';

export interface ExpressAppOptions {
  readonly engine: () => Engine;
  readonly trustsProxy: boolean;
  /** Directory of the documentation site as of now; undefined: there is none. */
  readonly siteDirectory: () => string | undefined;
  readonly extraRoutes: () => readonly ExtraRoute[];
  readonly newId: () => string;
}

const documentTexts = new WeakMap<object, Map<string, string>>();

/** A text of the document, written once when it is first asked for. */
function textOnce({ bundled }: ApiModel, mediaType: string, write: (document: JsonObject) => string): string {
  const texts = documentTexts.get(bundled) ?? new Map<string, string>();
  documentTexts.set(bundled, texts);
  const text = texts.get(mediaType) ?? write(bundled);
  texts.set(mediaType, text);
  return text;
}

function serveDocument(app: Express, engine: () => Engine): void {
  const asJson = (document: JsonObject) => `${jsonText(document, 2)}\n`;
  const files = [
    ['/openapi.json', 'application/json', asJson],
    ['/openapi.yaml', 'application/yaml', yamlText],
  ] as const;
  for (const [path, mediaType, write] of files) {
    app.get(path, (_request, response) => {
      response.type(mediaType).send(textOnce(engine().model, mediaType, write));
    });
  }
}

/** The documentation site, also one that is there only after the start. */
function serveSite({ engine, siteDirectory }: ExpressAppOptions): RequestHandler {
  // A page learns from this that the API is here too: scripts can read no other header of their own page.
  const setHeaders = (response: { setHeader(name: string, value: string): unknown }, file: string) => {
    if (file.endsWith('.html')) response.setHeader('Server-Timing', `mock;desc="${engine().model.basePath}"`);
  };
  // Nothing in the site's names says which version a file is: a browser asks each time, and mostly hears 304.
  const caching = { cacheControl: true, maxAge: 0 };
  let served: { readonly directory: string; readonly files: RequestHandler } | undefined;
  return (request, response, next) => {
    const directory = siteDirectory();
    if (directory === undefined) return next();
    if (served?.directory !== directory) {
      const files = express.static(directory, { extensions: ['html'], ...caching, setHeaders });
      served = { directory, files };
    }
    served.files(request, response, next);
  };
}

/** What is neither the API nor a file: the site's own page for people, the API's own 404 for programs. */
function answerNotFound({ engine, siteDirectory, trustsProxy }: ExpressAppOptions) {
  return (request: Request, response: Response) => {
    const directory = siteDirectory();
    const page = directory === undefined ? undefined : path.join(directory, '404.html');
    if (
      page !== undefined &&
      request.method === 'GET' &&
      request.accepts(['json', 'html']) === 'html' &&
      existsSync(page)
    ) {
      response.status(404).sendFile(page);
      return;
    }
    const { clock, logger, answer } = engine();
    const now = clock.now();
    response.locals.isJournalled = true;
    // The API's reply is whole: nothing of what was set on the way here belongs to it.
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    answer(requestOf(request, response, trustsProxy)).then((reply) => {
      sendReply(reply, { outgoing: response, now, isLast: false, logger });
    });
  };
}

/** Everything beside the API and its admin side: site, document, and what a product adds. */
export function createExpressApp(options: ExpressAppOptions): Express {
  const { engine, newId } = options;
  const lineOf = ({ method, originalUrl }: Request) => `${method} ${engine().mask.target(originalUrl)}`;
  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    const requestId = newId();
    response.set('X-Request-Id', requestId);
    response.once('finish', () => {
      if (response.locals.isJournalled) return;
      engine().logger.info(
        { requestId, status: response.statusCode },
        `${lineOf(request)} ${response.statusCode}`,
      );
    });
    next();
  });
  app.use((request, response, next) => {
    response.set(engine().crossOrigin(request.headers.origin));
    next();
  });
  // Site and document alone: what the API says, its 404s too, stays as it is on the wire.
  app.use(
    compression({
      filter: (request, response) => response.statusCode === 200 && compression.filter(request, response),
    }),
  );
  serveDocument(app, engine);
  app.use(answerExtraRoutes(options.extraRoutes));
  app.use(serveSite(options));
  app.use(answerNotFound(options));
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    if (isRefusal(error)) {
      // A range or a precondition that a file can't meet, a path that does not decode.
      response.status(error.status).set(error.headers ?? {});
      response.type('application/json').send(`${jsonText({ message: error.message })}\n`);
      return;
    }
    const requestId = response.get('X-Request-Id');
    engine().logger.error({ err: error, requestId }, `${lineOf(request)} failed.`);
    response
      .status(500)
      .type('application/json')
      .send(`{"message":"Something failed in the mock; the log says what, under ${requestId}."}\n`);
  });
  return app;
}
