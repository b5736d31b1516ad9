import type { Operation, RequestBody } from '../../../openapi/model/api-model.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { addressOf } from '../../../openapi/model/read/read-servers.ts';
import type { UsagePlans } from '../../../openapi/model/usage-plans.ts';
import { serverUrlOf } from '../../../openapi/operations/requests/server-url-of.ts';
import type { EngineWords } from '../words/words.ts';
import { badgeViews } from './badges.ts';
import { shownBody } from './documented.ts';
import { asSent, exampleView } from './examples.ts';
import { externalDocsHtml } from './external-docs.ts';
import type { PageLinks } from './page-links.ts';
import { idOf, parameterGroups } from './parameter-groups.ts';
import { operationPlans } from './plan-views.ts';
import { relationsView } from './relations-view.ts';
import { replyHead, replyViews, schemaViews } from './replies.ts';
import type { SaidOnce } from './said-once.ts';
import { sampleRequestOf } from './sample-request-of.ts';
import { sampleViews } from './samples.ts';
import { type SchemaRowOptions, schemaRow } from './schema-row.ts';
import { operationSecurity } from './security-views.ts';
import { tryItView } from './try-it.ts';
import type {
  CallbackOperationView,
  HeadingView,
  LanguageView,
  OperationView,
  RequestBodyView,
} from './views.ts';

/** What operation views need besides the operation: the same for a whole page. */
export interface OperationViewOptions {
  readonly words: EngineWords;
  readonly links: PageLinks;
  readonly languages: readonly LanguageView[];
  readonly plans: UsagePlans | undefined;
  /** Servers that Try it offers; none: no form. */
  readonly tryItServers: readonly string[];
  /** The document's, which such a server stands for. */
  readonly basePath: string;
  /** Rows that each schema tree may have on this page. */
  readonly maximumRows: number;
  readonly said: SaidOnce;
}

export interface OperationPlace {
  readonly heading: HeadingView | undefined;
  readonly idPrefix: string;
  readonly pageHref: string | undefined;
  readonly markdownHref: string | undefined;
}

/** `Search` of the summary, else the operationId. */
export function operationTitle(operation: Operation): string {
  return operation.summary?.trim() || operation.operationId;
}

function pathPieces(path: string): OperationView['pathPieces'] {
  return path
    .split(/(\{[^}]*\})/)
    .filter((text) => text !== '')
    .map((text) => ({ text, isVariable: text.startsWith('{') }));
}

function requestBodyView(body: RequestBody, options: SchemaRowOptions): RequestBodyView {
  return {
    isRequired: body.isRequired,
    descriptionHtml: options.links.textHtml(body.description),
    contents: body.contents.map((content) => {
      const { mediaType, value } = shownBody(content);
      const examples =
        content.examples.length > 0
          ? content.examples.map((example) =>
              exampleView(
                mediaType,
                asSent(mediaType, example, content),
                example.summary ?? example.name,
                content.schema,
              ),
            )
          : [
              exampleView(
                mediaType,
                asSent(mediaType, { value }, content),
                options.words.example,
                content.schema,
              ),
            ];
      const row =
        content.schema === undefined
          ? undefined
          : schemaRow(
              { name: undefined, node: content.schema, isRequired: false },
              { ...options, purpose: 'request' },
            );
      return { mediaType: content.mediaType, ...schemaViews(row), examples };
    }),
  };
}

/** Everything that a page shows of one operation, as plain values. */
export function operationView(
  operation: Operation,
  place: OperationPlace,
  options: OperationViewOptions,
): OperationView {
  return viewOf(operation, place, options, false);
}

/** A webhook or a callback: its path is a name or an expression, and nobody but the API's provider sends it. */
export function incomingView(
  operation: Operation,
  place: OperationPlace,
  options: OperationViewOptions,
): OperationView {
  return viewOf(operation, place, options, true);
}

function callbackOperation(
  operation: Operation,
  idPrefix: string,
  options: SchemaRowOptions,
): CallbackOperationView {
  const title = operationTitle(operation);
  const rowOptions = { ...options, title, place: `#${idPrefix}-body` };
  return {
    idPrefix,
    title,
    method: operation.method.toUpperCase(),
    descriptionHtml: options.links.textHtml(operation.description),
    parameterGroups: parameterGroups(operation, idPrefix, rowOptions),
    requestBody:
      operation.requestBody === undefined ? undefined : requestBodyView(operation.requestBody, rowOptions),
    replies: operation.responses.map((response) => replyHead(response, rowOptions)),
  };
}

function viewOf(
  operation: Operation,
  place: OperationPlace,
  options: OperationViewOptions,
  isIncoming: boolean,
): OperationView {
  const { words, links } = options;
  const title = operationTitle(operation);
  const serverUrl = addressOf(operation.servers[0]);
  const rowOptions: SchemaRowOptions = {
    words,
    links,
    purpose: 'both',
    maximumRows: options.maximumRows,
    title,
    said: options.said,
    place: `#${place.idPrefix}-body`,
  };
  const sampleRequest = isIncoming ? undefined : sampleRequestOf(operation, serverUrl);
  const hasForm = !isIncoming && options.tryItServers.length > 0;
  const tryItServers = options.tryItServers.map(
    (server) => serverUrlOf(operation, server, options.basePath) || '/',
  );
  return {
    operationId: operation.operationId,
    heading: place.heading,
    idPrefix: place.idPrefix,
    title,
    method: operation.method.toUpperCase(),
    pathPieces: isIncoming ? [{ text: operation.path, isVariable: false }] : pathPieces(operation.path),
    path: operation.path,
    url: isIncoming ? undefined : serverUrl + operation.path,
    serverUrl: isIncoming ? undefined : serverUrl,
    isWebhook: isIncoming,
    badges: badgeViews(operation),
    isDeprecated: operation.isDeprecated,
    descriptionHtml: links.textHtml(operation.description),
    descriptionMarkdown: operation.description?.trim() ?? '',
    externalDocsHtml: externalDocsHtml(operation.externalDocs),
    assumption: links.assumption(operation.assumption),
    security: operationSecurity(operation, words, links),
    plans: isIncoming ? [] : operationPlans(operation, options.plans, words),
    parameterGroups: parameterGroups(operation, place.idPrefix, rowOptions),
    requestBody:
      operation.requestBody === undefined ? undefined : requestBodyView(operation.requestBody, rowOptions),
    // Details for the few: on the operation's own page, where it has one.
    relations: place.pageHref === undefined ? relationsView(operation, words, links) : undefined,
    replies: replyViews(operation, place.idPrefix, rowOptions),
    samples: sampleRequest === undefined ? [] : sampleViews(operation, sampleRequest, options.languages),
    sampleRequest: sampleRequest && jsonText(sampleRequest),
    callbacks: operation.callbacks.map((callback) => ({
      name: callback.name,
      expression: callback.expression,
      operations: callback.operations.map((item) =>
        callbackOperation(item, idOf(place.idPrefix, callback.name, item.method), rowOptions),
      ),
    })),
    tryIt: hasForm ? tryItView(operation, tryItServers) : undefined,
    pageHref: place.pageHref,
    markdownHref: place.markdownHref,
  };
}
