import type { DocumentFault } from '../api-model.ts';
import { splitPath } from '../split-path.ts';

/** What is wrong with how a path is written: why no request reaches it, or what no request carries. */
export function faultOfPath(path: string): Pick<DocumentFault, 'message' | 'effect'> | undefined {
  const reason = whyUnreachable(path);
  if (reason !== undefined) return { message: `"${path}" is not served: ${reason}`, effect: 'lost' };
  const end = path.indexOf('#', splitPath(path).template.length);
  if (end < 0) return undefined;
  return {
    message: `"${path}" is served as "${path.slice(0, end)}": a path ends before #`,
    effect: 'changed',
  };
}

/** Undefined where a request reaches it, however a document and a client encode it. */
function whyUnreachable(path: string): string | undefined {
  const { template, query } = splitPath(path);
  if (/[{}]/.test(path.replaceAll(/\{[^{}/]+\}/g, '')))
    return 'a { needs its } behind it, and a name between them';
  if (query.some(({ name }) => name.includes('{'))) return 'what stands before = in a query has no {name}';
  if (/\/\.{1,2}(\/|$)/.test(template)) return 'no request has a dot as a part of its path';
  return undefined;
}
