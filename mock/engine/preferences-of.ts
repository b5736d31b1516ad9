import { decodeQueryText, splitQuery } from '../../openapi/operations/wire/query-pairs.ts';
import type { Arrived, Matched } from './exchange.ts';
import { type Preferences, parsePrefer } from './prefer-header.ts';

/** Whether a query parameter that an operation lacks is one of Prism's, for clients that can't send `Prefer`. */
export function isReplySwitch(name: string): boolean {
  return /^__(code|example|dynamic)$/.test(name);
}

/** What the client wants to see: by `Prefer`, else by `?__code=404`, `?__example=…` and `?__dynamic=true` in the query. */
export function preferencesOf({
  request,
  queryString,
  operation,
}: Pick<Arrived & Matched, 'request' | 'queryString' | 'operation'>): Preferences | undefined {
  const { prefer } = request.headers;
  if (!queryString.includes('__')) return parsePrefer(prefer);
  const own = new Set(
    operation.definition.parameters.flatMap((known) => (known.in === 'query' ? [known.name] : [])),
  );
  const switches = splitQuery(queryString).flatMap(({ name, value }) => {
    if (!isReplySwitch(name) || own.has(name)) return [];
    const text = decodeQueryText(value) ?? value;
    return [`${name.slice('__'.length)}="${text.replace(/["\\]/g, '\\$&')}"`];
  });
  const all = [...(prefer === undefined ? [] : [prefer]), ...switches];
  return parsePrefer(all.length === 0 ? undefined : all.join(', '));
}
