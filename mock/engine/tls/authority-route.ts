import type { ExtraRoute } from '../extra-route.ts';

/** Serves an authority's certificate without credentials: who asks for it trusts nobody yet. */
export function authorityRoute(authorityPath: string, authority: string): ExtraRoute {
  const reply = { status: 200, headers: { 'Content-Type': 'application/x-x509-ca-cert' }, body: authority };
  return (path) => (path === authorityPath ? () => reply : undefined);
}
