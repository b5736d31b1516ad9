import type { JsonValue } from '../../openapi/model/api-model.ts';
import type { ParameterValues } from '../../openapi/operations/wire/parse-parameters.ts';
import type { Account } from './accounts.ts';
import type { HandlerFailure } from './handler-helpers.ts';

/** One valid request, as a handler sees it. */
export interface HandlerCall<Parameters = ParameterValues, Body = JsonValue | undefined> {
  /** What `X-Request-Id` says. */
  readonly requestId: string;
  /** Epoch milliseconds on the mock's clock. */
  readonly now: number;
  /** Scheme, host and port that the client used: `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** As sent, by lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Decoded and typed, with the document's defaults filled in. */
  readonly parameters: Parameters;
  readonly body: Body;
  /** Whose key it is, and its plan; undefined where the operation needs no key or the mock knows none. */
  readonly account: Account | undefined;
}

export type HandlerHeaders = Readonly<Record<string, string | readonly string[]>>;

export interface HandlerReply<Status extends number = number, Body = unknown> {
  readonly status: Status;
  readonly body: Body;
  /** A list is several fields of that name: `{ 'Set-Cookie': ['a=1', 'b=2'] }`. */
  readonly headers?: HandlerHeaders;
}

/** The parameters of an operation of openapi-typescript's `operations`. */
export type ParametersOf<Operation> = Operation extends { parameters: infer Parameters }
  ? { readonly [Place in keyof Parameters]-?: Readonly<NonNullable<Parameters[Place]>> }
  : never;

/** The JSON body of an operation's request; undefined where it has none. */
type BodyOf<Operation> = Operation extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : undefined;

/** Every reply that the document allows an operation. */
type ReplyOf<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses & number]: Responses[Status] extends {
        content: { 'application/json': infer Body };
      }
        ? HandlerReply<Status, Body>
        : HandlerReply<Status, undefined>;
    }[keyof Responses & number]
  : never;

/** The function that answers an operation. */
type OperationHandler<Operation> = (
  call: HandlerCall<ParametersOf<Operation>, BodyOf<Operation>>,
) => Promise<ReplyOf<Operation> | HandlerFailure> | ReplyOf<Operation> | HandlerFailure;

/** The operations of a document whose types nobody has made. */
export type AnyOperations = Readonly<Record<string, unknown>>;

/** Handlers by operationId; an operation without one is answered from the document. */
export type OperationHandlers<Operations = AnyOperations> = string extends keyof Operations
  ? Readonly<Record<string, Handler | undefined>>
  : { readonly [Id in keyof Operations]?: OperationHandler<Operations[Id]> };

/** Any handler, as the engine calls it: its parameters have been checked against the document before. */
export type Handler = (
  call: HandlerCall,
) => Promise<HandlerReply | HandlerFailure> | HandlerReply | HandlerFailure;
