import type { SearchRecord } from './search-record.ts';

/** Characters of all records together: about 200 KB on the way to the reader, and a second to read. */
const maximumCharacters = 1_500_000;
/** What is left out first: readers of a big document look for its operations. */
const detailsFirst = ['field', 'reply', 'parameter'] as const;

/** All records, or of a big document as many kinds as it can afford: what is left out is found by name where it was. */
export function affordable(records: readonly SearchRecord[]): readonly SearchRecord[] {
  let kept = records;
  for (const kind of detailsFirst) {
    if (JSON.stringify(kept).length <= maximumCharacters) return kept;
    kept = kept.map((record) => folded(record, kind));
  }
  return kept;
}

function folded(record: SearchRecord, kind: SearchRecord['kind']): SearchRecord {
  const { parts = [], ...own } = record;
  const left = parts.filter((part) => part.kind === kind);
  const kept = parts.filter((part) => part.kind !== kind).map((part) => folded(part, kind));
  const names = [own.names, ...new Set(left.map(({ title }) => title))].filter(Boolean).join(' ');
  return { ...own, ...(names === '' ? {} : { names }), ...(kept.length === 0 ? {} : { parts: kept }) };
}
