import type { IgnoredParameter } from '../../openapi/operations/judge/judge-request.ts';
import type { RequestProblem } from '../../openapi/operations/judge/request-problem.ts';

/** One thing that is wrong with a request, whatever it was answered with. */
export interface RequestFlaw extends Omit<RequestProblem, 'where' | 'code'> {
  readonly where: RequestProblem['where'] | 'method';
  /**
   * Stable, for programs: those of problems in a refusal (`missing`, `too-large`, …), `unknown-path`, `undocumented-method`,
   * and causes of a refusal (`missing-key`, `unknown-key`, `unsupported-media-type`, …).
   */
  readonly code: string;
}

/** One request and what became of it, as the journal keeps it: keys masked, long bodies cut. */
export interface JournalEntry {
  /** Counts up from 1 and is never reused. */
  readonly number: number;
  readonly requestId: string;
  /** The mock's clock when the request arrived, ISO 8601. */
  readonly time: string;
  /** From then until the reply was made, on the machine's clock. */
  readonly durationMs: number;
  readonly method: string;
  /** As sent: path and query. */
  readonly target: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Undefined where the mock has not read one. */
  readonly requestBody: string | undefined;
  readonly operationId: string | undefined;
  /** Label of the key's account: `Free plan`. */
  readonly account: string | undefined;
  readonly status: number;
  /** A list where there are several of a name, as of Set-Cookie. */
  readonly replyHeaders: Readonly<Record<string, string | readonly string[]>>;
  readonly replyBody: string | undefined;
  /** Name of the step that ended the pipeline. */
  readonly answeredBy: string;
  /** What that step answered with: a failure's code, `handler`, `example "nursing"`. */
  readonly why: string;
  /** Id of the planted fault that it met. */
  readonly fault: string | undefined;
  /**
   * What is wrong with the request by the document, and by its key. Not what the mock was made to say: a revoked key, a spent
   * quota, a plan without the operation, a planted fault.
   */
  readonly problems: readonly RequestFlaw[];
  /** Query parameters that the operation does not have, with the name that was probably meant. */
  readonly ignored: readonly IgnoredParameter[];
  /** No problem, and nothing ignored. */
  readonly isValid: boolean;
  /** The request as one command for a shell. */
  readonly curl: string;
}

/** An exchange that is kept. */
interface KeptExchange {
  /** Called when somebody reads: writing must cost a request next to nothing. */
  readonly describe: (number: number) => JournalEntry;
  /** Whether the request was made with this key, which no description holds. */
  readonly hasKey: (key: string) => boolean;
  /** Called when it is forgotten, or somebody wants to know what calls have used. Counts it the first time. */
  readonly count: () => void;
}

/** The last exchanges, oldest first. */
export interface Journal {
  /** Of the newest exchange, also of one that is forgotten; 0: there was none. */
  readonly lastNumber: number;
  add(exchange: KeptExchange): void;
  /** Those after a number; with a key those of this key. */
  entries(chosen?: {
    readonly since?: number | undefined;
    readonly key?: string | undefined;
  }): readonly JournalEntry[];
  /** Forgets all, or those of a key. */
  clear(key?: string): void;
  /** Counts those that are kept; the others have been counted when they were forgotten. */
  countAll(): void;
  /** Fulfilled when the next exchange is there. */
  next(): Promise<void>;
}

/** A ring: the newest exchange takes the place of the oldest. */
export function createJournal(capacity: number): Journal {
  const ring: (KeptExchange | undefined)[] = [];
  let added = 0;
  let waiting: (() => void)[] = [];

  /** Numbers of the kept exchanges, with them. */
  function kept(since: number): readonly (readonly [number, KeptExchange])[] {
    const first = Math.max(since, added - capacity);
    return Array.from({ length: Math.max(0, added - first) }, (_, index) => first + index + 1).flatMap(
      (number) => {
        const exchange = ring[(number - 1) % capacity];
        return exchange === undefined ? [] : [[number, exchange] as const];
      },
    );
  }

  return {
    get lastNumber() {
      return added;
    },
    add(exchange) {
      ring[added % capacity]?.count();
      ring[added % capacity] = exchange;
      added += 1;
      const told = waiting;
      waiting = [];
      for (const tell of told) tell();
    },
    entries: ({ since = 0, key } = {}) =>
      kept(since)
        .filter(([, exchange]) => key === undefined || exchange.hasKey(key))
        .map(([number, exchange]) => exchange.describe(number)),
    clear(key) {
      for (const [number, exchange] of kept(0)) {
        if (key !== undefined && !exchange.hasKey(key)) continue;
        exchange.count();
        ring[(number - 1) % capacity] = undefined;
      }
    },
    countAll() {
      for (const [, exchange] of kept(0)) exchange.count();
    },
    next: () => new Promise((resolve) => waiting.push(resolve)),
  };
}
