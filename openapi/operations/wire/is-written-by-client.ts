import type { Parameter } from '../../model/api-model.ts';
import { framingHeaders } from '../../model/http-headers.ts';

const alsoOfMessage: ReadonlySet<string> = new Set(['expect', 'host']);

/**
 * Header parameters that HTTP's own software writes: how long a message is, how it is encoded, whom it is for. None is made up
 * for a request, which would be another one or none at all, and a request without one lacks nothing. Who needs a Date writes it.
 */
export function isWrittenByClient({ in: where, name }: Pick<Parameter, 'in' | 'name'>): boolean {
  const key = name.toLowerCase();
  return where === 'header' && key !== 'date' && (framingHeaders.has(key) || alsoOfMessage.has(key));
}
