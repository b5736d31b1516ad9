import type { ExtraRoute } from '../extra-route.ts';

/** Serves an authority's certificate without credentials: who asks for it trusts nobody yet. */
export function authorityRoute(authorityPath: string, authority: string): ExtraRoute {
  return ({ method, path }) =>
    path === authorityPath && (method === 'GET' || method === 'HEAD')
      ? { status: 200, headers: { 'Content-Type': 'application/x-x509-ca-cert' }, body: authority }
      : undefined;
}
