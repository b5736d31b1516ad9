import type { JournalEntry } from '../journal.ts';

const textFilters = ['operationId', 'account', 'answeredBy', 'why', 'method', 'requestId', 'status'] as const;

/** Query parameters that choose among the exchanges. `since` is the `number` of an exchange, `limit` how many, the newest. */
export const exchangeFilters = [...textFilters, 'since', 'limit'] as const;

/** Newest last; every filter that is given must hold. Throws a RangeError for a filter that there is not. */
export function filterExchanges(
  entries: readonly JournalEntry[],
  query: URLSearchParams,
): readonly JournalEntry[] {
  const unknown = [...query.keys()].find((name) => !exchangeFilters.some((filter) => filter === name));
  if (unknown !== undefined) {
    throw new RangeError(`There is no filter "${unknown}". The filters are ${exchangeFilters.join(', ')}.`);
  }
  const wanted = textFilters.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [{ name, value }];
  });
  const since = numberIn(query, 'since') ?? 0;
  const limit = numberIn(query, 'limit');
  const fitting = entries.filter(
    (entry) => entry.number > since && wanted.every(({ name, value }) => String(entry[name]) === value),
  );
  // -0 would be the whole list.
  return limit === undefined ? fitting : limit === 0 ? [] : fitting.slice(-limit);
}

function numberIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new RangeError(`"${name}" is a whole number from 0, like ?${name}=10, not "${text}".`);
}
