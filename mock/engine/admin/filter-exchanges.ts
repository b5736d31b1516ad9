import type { JournalEntry } from '../journal.ts';

/** Newest last; every filter that is given must hold. */
export function filterExchanges(
  entries: readonly JournalEntry[],
  query: URLSearchParams,
): readonly JournalEntry[] {
  const wanted = (['operationId', 'account', 'answeredBy', 'why', 'method', 'requestId'] as const).flatMap(
    (name) => {
      const value = query.get(name);
      return value === null ? [] : [{ name, value }];
    },
  );
  const status = query.get('status');
  const since = Number(query.get('since') ?? 0);
  const fitting = entries.filter(
    (entry) =>
      entry.number > since &&
      wanted.every(({ name, value }) => entry[name] === value) &&
      (status === null || String(entry.status) === status),
  );
  const limit = Number(query.get('limit') ?? fitting.length);
  return limit > 0 ? fitting.slice(-limit) : [];
}
