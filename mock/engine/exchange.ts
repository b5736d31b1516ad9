import type { JsonValue } from '../../openapi/model/api-model.ts';
import type { ReceivedRequestBody } from '../../openapi/operations/judge/create-request-validator.ts';
import type { ParameterValues } from '../../openapi/operations/wire/parse-parameters.ts';
import type { Account } from './accounts.ts';
import type { ApiRequest } from './api-request.ts';
import type { Fault } from './faults.ts';
import type { AccountState } from './key-options.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import type { DraftReply } from './reply.ts';

/** What lies beside the API: site, document and admin side of the mock, or an application that it is mounted in. */
export type Others = 'site' | 'application';

/** What the pipeline knows of one request. It grows from step to step: each interface here is what one step found. */
export interface Arrived {
  readonly request: ApiRequest;
  /** Who may answer in place of the API. */
  readonly others: Others | undefined;
  readonly requestId: string;
  /** The mock's clock when the request arrived, epoch milliseconds. */
  readonly now: number;
  /** The machine's clock then, for durations: milliseconds since the process began. */
  readonly startedAt: number;
  /** Path of the request target, percent-encoded; `*` for the server as a whole. */
  readonly path: string;
  /** Without the `?`. */
  readonly queryString: string;
  /** What the reply will carry, whichever step answers: steps add theirs. */
  readonly replyHeaders: Record<string, string>;
}

/** Found by `match operation`. */
export interface Matched {
  readonly operation: PreparedOperation;
  /** Still percent-encoded, by parameter name. */
  readonly pathValues: Readonly<Record<string, string>>;
}

/** Found by `authenticate`. */
export interface Identified {
  /** Undefined where the operation needs no key, or where the mock knows no accounts. */
  readonly account: Account | undefined;
  /** What the key makes the mock do. Also where the operation needs no key: maintenance is for everybody. */
  readonly keyState: AccountState | undefined;
}

/** Found by `meet fault` where there is one. */
export interface Faulted {
  /** What goes wrong on purpose with this call. */
  readonly fault: Fault;
}

/** Found by `read body`. */
export interface Read {
  readonly received: ReceivedRequestBody | undefined;
}

/** Found by `validate request`. */
export interface Validated {
  readonly parameters: ParameterValues;
  readonly body: JsonValue | undefined;
}

/** Found by `make reply`. */
export interface Answered {
  readonly draft: DraftReply;
}

/** An exchange wherever it ended. */
export type Exchange = Arrived & Partial<Matched & Identified & Faulted & Read & Validated & Answered>;
