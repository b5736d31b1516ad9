import type { JsonValue } from '../../../openapi/model/api-model.ts';
import {
  chooseExampleReply,
  type ExampleReply,
  exampleReplies,
} from '../../../openapi/operations/values/example-replies.ts';
import { generateValue } from '../../../openapi/operations/values/generate-value.ts';
import { headerText } from '../../../openapi/operations/wire/header-text.ts';
import { findContent } from '../../../openapi/operations/wire/media-types.ts';
import { acceptedMediaTypes } from '../accepted-media-types.ts';
import type { ApiRequest } from '../api-request.ts';
import { draftOfExample } from '../draft-of-example.ts';
import type { Engine } from '../engine.ts';
import type { Answered, Arrived, Identified, Matched, Read, Validated } from '../exchange.ts';
import { createFailure, type Failure, failureWith } from '../failures/failure.ts';
import type { Handler, HandlerCall } from '../handler.ts';
import { HandlerFailure } from '../handler-helpers.ts';
import { handlerReplyOf } from '../handler-reply.ts';
import { isHost } from '../host.ts';
import type { Preferences } from '../prefer-header.ts';
import { preferencesOf } from '../preferences-of.ts';
import type { PreparedOperation } from '../prepared-operation.ts';
import type { DraftReply } from '../reply.ts';
import { type Step, Stop } from '../step.ts';

type Seen = Arrived & Matched & Identified & Read & Validated;

/** How long a maintenance takes, as far as clients are told. */
const maintenanceSeconds = 120;

/** A key's state: maintenance, an error of ours, or a late answer. */
async function playState({ keyState, request }: Seen, { timer }: Engine): Promise<Stop | undefined> {
  if (keyState?.delayMs !== undefined) await timer(keyState.delayMs, request.signal);
  if (keyState?.failsWith === 'maintenance') {
    const headers = { 'Retry-After': String(maintenanceSeconds) };
    return new Stop(createFailure('maintenance', { retryAfterSeconds: maintenanceSeconds }, { headers }));
  }
  if (keyState?.failsWith === 'internal-error') {
    return new Stop(createFailure('internal-error', { reason: 'Something failed, as this key asks for.' }));
  }
  return undefined;
}

/** Where the client reached the mock, for links in replies. */
function originOf({ scheme, headers: { host } }: ApiRequest): string {
  return `${scheme}://${host !== undefined && isHost(host) ? host : 'localhost'}`;
}

async function callHandler(handler: Handler, exchange: Seen): Promise<DraftReply | Failure> {
  const { request, requestId, now, parameters, body, account, operation } = exchange;
  const { headers: sent } = request;
  const origin = originOf(request);
  const call: HandlerCall = { requestId, now, origin, headers: sent, parameters, body, account };
  const returned = handlerReplyOf(await handler(call), operation.definition.operationId);
  if (returned instanceof HandlerFailure) return failureWith(returned.status, returned.message, returned);
  const { status, body: value, headers } = returned;
  const contents = operation.contentsOf(status);
  const own = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const mediaType = own ?? acceptedMediaTypes(exchange.request.headers.accept, contents)[0];
  return {
    status,
    headers,
    mediaType: value === undefined ? undefined : (mediaType ?? contents[0] ?? 'application/json'),
    // The check of our own replies comes next: what is no JSON value, or not the document's, is a 500 there.
    value: value as JsonValue | undefined,
    madeBy: 'handler',
    mustFitDocument: true,
  };
}

/** What is left to say where a document describes no response at all. */
const nothing: DraftReply = {
  status: 204,
  headers: {},
  mediaType: undefined,
  madeBy: 'no response in the document',
  mustFitDocument: false,
};

/** Values that the schema allows, made up anew for each request. */
function varied(example: ExampleReply, { definition }: PreparedOperation, random: () => number): DraftReply {
  const response = definition.responses.find(({ status }) => status === example.documentedStatus);
  const content = findContent(response?.contents ?? [], example.mediaType ?? '');
  if (content?.schema === undefined) return draftOfExample(example);
  const value = generateValue(content.schema, { random, skip: 'writeOnly' });
  return { ...draftOfExample(example), value, madeBy: 'the schema, at random' };
}

/** What `Prefer` asks for (RFC 7240), in the way of Prism: an unknown status or example is said to be unknown. */
function preferredReply(exchange: Seen, wanted: Preferences, { gateway, random }: Engine): DraftReply | Stop {
  const { definition, contentsOf, replyMediaTypes } = exchange.operation;
  const status = wanted.code === undefined ? undefined : Number(wanted.code);
  const available = status === undefined ? replyMediaTypes : contentsOf(status);
  const [mediaType] = acceptedMediaTypes(exchange.request.headers.accept, available);
  const ofGateway = gateway.replyFor({ status, example: wanted.example }, exchange.requestId);
  if (ofGateway !== undefined) return ofGateway;
  const choice = {
    ...(status === undefined ? {} : { status }),
    ...(wanted.example === undefined ? {} : { name: wanted.example }),
  };
  const ofType = mediaType === undefined ? {} : { mediaType };
  const isSendable = wanted.code === undefined || /^[2-5]\d\d$/.test(wanted.code);
  const example = isSendable
    ? (chooseExampleReply(definition, { ...choice, ...ofType }) ?? chooseExampleReply(definition, choice))
    : undefined;
  if (example === undefined) {
    const asked = [
      ...(wanted.code === undefined ? [] : [`status ${wanted.code}`]),
      ...(wanted.example === undefined ? [] : [`example "${wanted.example}"`]),
    ];
    const known = exampleReplies(definition).map(({ documentedStatus, name }) =>
      `${documentedStatus} ${name}`.trim(),
    );
    return new Stop(createFailure('unknown-reply', { asked: asked.join(' with '), available: known }));
  }
  const applied = [
    ...(wanted.code === undefined ? [] : [`code=${wanted.code}`]),
    ...(wanted.example === undefined ? [] : [`example="${wanted.example.replace(/["\\]/g, '\\$&')}"`]),
    ...(wanted.isDynamic ? ['dynamic=true'] : []),
  ];
  exchange.replyHeaders['Preference-Applied'] = headerText(applied.join(', '));
  return wanted.isDynamic ? varied(example, exchange.operation, random) : draftOfExample(example);
}

/** Whether more is preferred than that the reply should come late. */
function isChoice({ code, example, isDynamic }: Preferences): boolean {
  return code !== undefined || example !== undefined || isDynamic;
}

/** The answer to a valid request: what `Prefer` asks for, else a real server's, else the handler's, else the example that it
 * chooses, else the document's first, else its schema's. */
export const makeReply: Step<Seen, Answered> = {
  name: 'make reply',
  async run(exchange, engine) {
    const { operation, keyState, request } = exchange;
    if (keyState !== undefined) {
      const stop = await playState(exchange, engine);
      if (stop !== undefined) return stop;
    }
    const wanted = preferencesOf(exchange);
    if (wanted !== undefined && isChoice(wanted)) {
      const preferred = preferredReply(exchange, wanted, engine);
      return preferred instanceof Stop ? preferred : { draft: preferred };
    }
    const { operationId } = operation.definition;
    const { passthrough, usedHandlers } = engine;
    const address = usedHandlers.has(operationId) ? undefined : passthrough?.addresses.get(operationId);
    if (passthrough !== undefined && address !== undefined) {
      const { passOn } = await import('./pass-on.ts');
      const passed = await passOn(exchange, address, passthrough.send, engine);
      return 'cause' in passed ? new Stop(passed) : { draft: passed };
    }
    const handler = engine.handlers.get(operationId);
    if (handler !== undefined) {
      const returned = await callHandler(handler, exchange);
      return 'cause' in returned ? new Stop(returned) : { draft: returned };
    }
    const [mediaType] = acceptedMediaTypes(request.headers.accept, operation.replyMediaTypes);
    const example = operation.matchExample(exchange, mediaType) ?? operation.exampleIn(mediaType);
    return { draft: example === undefined ? nothing : draftOfExample(example) };
  },
};
