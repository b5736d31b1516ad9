/** One request and what became of it, as the journal keeps it: keys masked, long bodies cut. */
export interface JournalEntry {
  /** Counts up from 1 and is never reused. */
  readonly number: number;
  readonly requestId: string;
  /** The mock's clock when the request arrived, ISO 8601. */
  readonly time: string;
  readonly method: string;
  readonly target: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Undefined where the mock has not read one. */
  readonly requestBody: string | undefined;
  readonly operationId: string | undefined;
  /** Purpose of the key's account: `Free plan`. */
  readonly account: string | undefined;
  readonly status: number;
  readonly replyHeaders: Readonly<Record<string, string>>;
  readonly replyBody: string | undefined;
  /** Name of the step that ended the pipeline. */
  readonly answeredBy: string;
  /** What that step answered with: a failure's code, `handler`, `example "nursing"`. */
  readonly why: string;
}

/** The last exchanges, oldest first. */
export interface Journal {
  /** `describe` is called when somebody reads: writing must cost a request next to nothing. */
  add(describe: (number: number) => JournalEntry): void;
  entries(): readonly JournalEntry[];
  clear(): void;
}

/** A ring: the newest exchange takes the place of the oldest. */
export function createJournal(capacity: number): Journal {
  const ring: ((number: number) => JournalEntry)[] = [];
  let added = 0;
  let clearedAt = 0;
  return {
    add(describe) {
      ring[added % capacity] = describe;
      added += 1;
    },
    entries() {
      const first = Math.max(clearedAt, added - capacity);
      return Array.from({ length: added - first }, (_, index) => {
        const describe = ring[(first + index) % capacity];
        if (describe === undefined) throw new Error(`The journal has lost exchange ${first + index + 1}.`);
        return describe(first + index + 1);
      });
    },
    clear() {
      ring.length = 0;
      clearedAt = added;
    },
  };
}
