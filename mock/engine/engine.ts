import type { ApiModel } from '../../openapi/model/api-model.ts';
import type { Account } from './accounts.ts';
import type { ApiRequest } from './api-request.ts';
import type { MockClock } from './clock/mock-clock.ts';
import type { Timer } from './clock/timer.ts';
import type { Others } from './exchange.ts';
import type { FailureShape } from './failures/failure.ts';
import type { GatewayProfile } from './failures/gateway-profile.ts';
import type { Handler } from './handler.ts';
import type { Journal } from './journal.ts';
import type { UsageState } from './limits/usage-state.ts';
import type { Logger } from './logger.ts';
import type { KeyMask } from './mask-keys.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import type { Reply } from './reply.ts';
import type { Routes } from './routes.ts';

export interface EngineOptions {
  readonly model: ApiModel;
  /** By operationId; an operation without one is answered from the document. */
  readonly handlers: Readonly<Record<string, Handler | undefined>>;
  /** Undefined: any credential opens everything, and nothing is counted. */
  readonly accounts: readonly Account[] | undefined;
  readonly gateway: GatewayProfile;
  readonly failureShape: FailureShape;
  readonly clock: MockClock;
  readonly timer: Timer;
  /** From 0 to 1, for `Prefer: dynamic=true`. */
  readonly random: () => number;
  /** UUIDs for `X-Request-Id`. */
  readonly newId: () => string;
  /** The engine's own writes no key that the mock knows. */
  readonly logger: Logger;
}

/** The mock without a transport: what its steps work with, and the answer that they make. Made once, by `createEngine`. */
export interface Engine extends Omit<EngineOptions, 'handlers' | 'accounts'> {
  readonly routes: Routes;
  /** Paths of the servers, but for the root. */
  readonly basePaths: readonly string[];
  /** By operationId. */
  readonly operations: ReadonlyMap<string, PreparedOperation>;
  /** By operationId. */
  readonly handlers: ReadonlyMap<string, Handler>;
  /** By key. Undefined: the document has no plans, so any credential opens everything and nothing is counted. */
  readonly accounts: ReadonlyMap<string, Account> | undefined;
  /** Keys that anybody may try, for messages: those of plans, not those that put an app into a state. */
  readonly keysToTry: readonly string[];
  readonly usage: UsageState;
  readonly journal: Journal;
  /** For what is said of a request beside the API. */
  readonly mask: KeyMask;
  readonly maximumTargetBytes: number;
  readonly maximumBodyBytes: number;
  /** Total: whatever a request, a document or a handler does, a reply comes. */
  answer(request: ApiRequest): Promise<Reply>;
  /** The same beside others; undefined: the request is theirs. */
  answerBeside(others: Others, request: ApiRequest): Promise<Reply | undefined>;
}
