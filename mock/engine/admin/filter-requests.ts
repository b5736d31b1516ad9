import { jsonText } from '../../../openapi/model/json-text.ts';
import { decodePairs } from '../../../openapi/operations/wire/query-pairs.ts';
import { aFlag, aNumberBetween, aText, aTextByName, checkOptions } from '../check-options.ts';
import type { Journal, JournalEntry } from '../journal.ts';

/** Which requests of the journal are meant: every filter that is given must hold. */
export interface RequestFilter {
  /** Made with this key. */
  readonly key?: string;
  readonly operationId?: string;
  readonly method?: string;
  /** As sent, without the query: `/v2/pets/7`. */
  readonly path?: string;
  /** Parameters of its query, decoded. */
  readonly query?: Readonly<Record<string, string>>;
  /** Names in any case. */
  readonly header?: Readonly<Record<string, string>>;
  readonly status?: number;
  /** Label of the key's account. */
  readonly account?: string;
  /** Name of the step that ended the pipeline. */
  readonly answeredBy?: string;
  readonly why?: string;
  /** Id of the planted fault that it met. */
  readonly fault?: string;
  readonly requestId?: string;
  /** false: something is wrong with it, or ignored. */
  readonly isValid?: boolean;
  /** Only those after the exchange of this number. */
  readonly since?: number;
  /** Only so many, the newest. */
  readonly limit?: number;
}

const sameMembers = [
  'operationId',
  'method',
  'status',
  'account',
  'answeredBy',
  'why',
  'fault',
  'requestId',
  'isValid',
] as const satisfies readonly (keyof RequestFilter & keyof JournalEntry)[];
const aCount = aNumberBetween(0, Number.MAX_SAFE_INTEGER);

/** Throws a TypeError for a filter that there is not. */
function checkRequestFilter(filter: RequestFilter): void {
  checkOptions<RequestFilter>('A filter of requests', filter, {
    key: aText,
    operationId: aText,
    method: aText,
    path: aText,
    query: aTextByName,
    header: aTextByName,
    status: aCount,
    account: aText,
    answeredBy: aText,
    why: aText,
    fault: aText,
    requestId: aText,
    isValid: aFlag,
    since: aCount,
    limit: aCount,
  });
}

/** Newest last. */
export function filterRequests(journal: Journal, filter: RequestFilter): readonly JournalEntry[] {
  checkRequestFilter(filter);
  const { since, key, limit } = filter;
  const fitting = journal.entries({ since, key }).filter((entry) => fits(entry, filter));
  // -0 would be the whole list.
  return limit === undefined ? fitting : limit === 0 ? [] : fitting.slice(-limit);
}

function fits(entry: JournalEntry, filter: RequestFilter): boolean {
  const [path = '', queryString = ''] = entry.target.split(/\?(.*)/s, 2);
  if (filter.path !== undefined && filter.path !== path) return false;
  if (sameMembers.some((name) => filter[name] !== undefined && filter[name] !== entry[name])) return false;
  const pairs = filter.query === undefined ? [] : decodePairs(queryString);
  return (
    Object.entries(filter.query ?? {}).every(([name, value]) =>
      pairs.some((pair) => pair.name === name && pair.value === value),
    ) &&
    Object.entries(filter.header ?? {}).every(
      ([name, value]) => entry.requestHeaders[name.toLowerCase()] === value,
    )
  );
}

/**
 * The first request that fits, at once where it is there already. Throws an error that says how long it waited, and what came
 * instead.
 */
export async function waitForRequest(
  journal: Journal,
  filter: RequestFilter,
  timeoutMs: number,
): Promise<JournalEntry> {
  const expiry = new AbortController();
  const timer = setTimeout(() => expiry.abort(), timeoutMs);
  const expired = new Promise<void>((resolve) => expiry.signal.addEventListener('abort', () => resolve()));
  try {
    for (let since = filter.since ?? 0; ; ) {
      // What did not fit is not described again for each that comes.
      const seen = journal.lastNumber;
      const [found] = filterRequests(journal, { ...filter, since });
      if (found !== undefined) return found;
      if (expiry.signal.aborted) throw new NoRequestError(journal, filter, timeoutMs);
      since = Math.max(since, seen);
      await Promise.race([journal.next(), expired]);
    }
  } finally {
    clearTimeout(timer);
  }
}

const shownRequests = 5;

/** Nobody sent what was waited for. */
export class NoRequestError extends Error {
  constructor(journal: Journal, filter: RequestFilter, timeoutMs: number) {
    const came = journal.entries({ since: filter.since }).slice(-shownRequests);
    const lines = came.map(({ method, target, status }) => `${method} ${target} ${status}`);
    const instead = lines.length === 0 ? 'None came at all.' : `The last that came: ${lines.join(', ')}.`;
    super(
      `No request that fits ${jsonText({ ...filter, key: undefined })} came within ${timeoutMs} ms. ${instead}`,
    );
  }
}
