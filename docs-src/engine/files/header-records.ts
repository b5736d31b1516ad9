import type { Operation, ResponseHeader } from '../../../openapi/model/api-model.ts';
import { operationTitle } from '../views/operation-view.ts';
import type { SearchRecord } from './search-record.ts';

export interface HeaderPlaces {
  /** Of a header that is described for all replies, from the site's root; undefined where each reply describes it. */
  shared(name: string): string | undefined;
  reply(operation: Operation, status: string): string;
  /** Description of a header as plain text. */
  textOf(header: ResponseHeader): string;
}

/** Response headers as they are looked for: a shared one once, the others at the first reply of each operation that has them. */
export function headerRecords(operations: readonly Operation[], places: HeaderPlaces): SearchRecord[] {
  const records = new Map<string, SearchRecord>();
  for (const operation of operations) {
    for (const { status, headers } of operation.responses) {
      for (const header of headers) {
        const name = header.name.toLowerCase();
        const shared = places.shared(name);
        const key = shared ?? `${operation.operationId} ${name}`;
        if (records.has(key)) continue;
        const text = places.textOf(header);
        records.set(key, {
          kind: 'header',
          href: shared ?? places.reply(operation, status),
          title: header.name,
          ...(shared === undefined ? { path: operationTitle(operation) } : {}),
          ...(text === '' ? {} : { text }),
        });
      }
    }
  }
  return [...records.values()];
}
