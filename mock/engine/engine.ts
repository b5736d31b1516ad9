import type { ApiModel } from '../../openapi/model/api-model.ts';
import type { Routes } from '../../openapi/operations/requests/routes.ts';
import type { ApiRequest } from './api-request.ts';
import type { Timer } from './clock/timer.ts';
import type { CrossOrigin } from './cross-origin.ts';
import type { Others } from './exchange.ts';
import type { FailureShape } from './failures/failure.ts';
import type { GatewayProfile } from './failures/gateway-profile.ts';
import type { Handler } from './handler.ts';
import type { Logger } from './logger.ts';
import type { KeyMask } from './mask-keys.ts';
import type { MockState } from './mock-state.ts';
import type { Passthrough } from './passthrough.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import type { Reply } from './reply.ts';

export interface EngineOptions {
  readonly model: ApiModel;
  /** By operationId; an operation without one is answered from the document. */
  readonly handlers: Readonly<Record<string, Handler | undefined>>;
  readonly gateway: GatewayProfile;
  readonly failureShape: FailureShape;
  readonly timer: Timer;
  /** Every reply to a call of an operation is so much later, in milliseconds. Default: 0. */
  readonly delayMs?: number | undefined;
  /** Operations that real servers answer. Default: none. */
  readonly passthrough?: Passthrough | undefined;
  /** Whether a query parameter that the document does not have is refused; else it is named in `X-Mock-Ignored`. Default: no. */
  readonly refusesUnknown?: boolean | undefined;
  /** Default: every page may read every reply. */
  readonly crossOrigin?: CrossOrigin | undefined;
  /** From 0 to 1, for `Prefer: dynamic=true`. */
  readonly random: () => number;
  /** UUIDs for `X-Request-Id`. */
  readonly newId: () => string;
  /** The engine's own writes no key that the mock knows. */
  readonly logger: Logger;
  /** What the mock remembers; an engine for the same document as changed goes on with it. */
  readonly state: MockState;
}

/** The functions that answer operations. */
interface Handlers {
  /** By operationId; undefined: the document answers. */
  get(operationId: string): Handler | undefined;
}

/** The mock without a transport: what its steps work with, and the answer that they make. Made once, by `createEngine`. */
export interface Engine extends Omit<EngineOptions, 'handlers' | 'state'>, MockState {
  readonly crossOrigin: CrossOrigin;
  readonly routes: Routes;
  /** By operationId. */
  readonly operations: ReadonlyMap<string, PreparedOperation>;
  readonly handlers: Handlers;
  /** For what is said of a request beside the API. */
  readonly mask: KeyMask;
  readonly maximumTargetBytes: number;
  readonly maximumBodyBytes: number;
  /** Total: whatever a request, a document or a handler does, a reply comes. */
  answer(request: ApiRequest): Promise<Reply>;
  /** The same beside others; undefined: the request is theirs. */
  answerBeside(others: Others, request: ApiRequest): Promise<Reply | undefined>;
}
