import type { CrossOrigin } from '../cross-origin.ts';

/** Who may use the admin side beside this machine's own shells. */
export interface AdminAccessOptions {
  /** Whoever sends it as `Authorization: Bearer TOKEN` may, from anywhere; nobody may without it. */
  readonly token?: string | undefined;
  /** Names and addresses that the mock may be called by (`mock`, `192.0.2.7`), and origins of pages (`http://localhost:5173`). */
  readonly from?: readonly string[] | undefined;
}

/** What is looked at of a request. */
interface AdminCaller {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly remoteAddress: string | undefined;
}

export interface AdminAccess {
  /** Why a request may not; undefined: it may. */
  refusalOf(caller: AdminCaller): string | undefined;
  /** Whether more than this machine may. */
  readonly isOpen: boolean;
  /** Lets the pages that may use it read its replies. */
  readonly crossOrigin: CrossOrigin;
}

/** A host of a URL that is this machine's alone, whatever a name server says. */
export function isLocalName(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

function hostName(host: string): string {
  return host.replace(/:\d*$/, '').toLowerCase();
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}

/** An Origin, or a host as it is called: what is written with a scheme is an origin. */
const isOrigin = (text: string) => text.includes('://');

/**
 * Without options only this machine may, and no page of another site that the reader has open: neither directly (Origin,
 * Sec-Fetch-Site) nor through a name that points here (Host: DNS rebinding).
 */
export function createAdminAccess({ token, from = [] }: AdminAccessOptions = {}): AdminAccess {
  const origins = from.filter(isOrigin).map((origin) => origin.replace(/\/$/, '').toLowerCase());
  const hosts = from.filter((text) => !isOrigin(text)).map((text) => text.toLowerCase());
  const isPage = (origin: string) => token !== undefined || origins.includes(origin.toLowerCase());

  function refusalOf({ headers, remoteAddress }: AdminCaller): string | undefined {
    const { host, origin, authorization } = headers;
    if (token !== undefined) {
      // A browser asks first, and sends nothing that it could be known by.
      if (authorization === `Bearer ${token}` || isPreflight(headers)) return undefined;
      return 'The admin side of this mock needs the token that it was started with: Authorization: Bearer TOKEN.';
    }
    if (host === undefined) return 'The admin side needs a Host header: localhost, 127.0.0.1 or [::1].';
    const name = hostName(host);
    const isCalledSo = hosts.includes(name) || hosts.includes(host.toLowerCase());
    if (!isCalledSo && !isLoopback(remoteAddress))
      return `Only this machine may use the admin side. --admin-from ${name} lets in whoever reaches it by that name.`;
    if (!isCalledSo && !isLocalName(name))
      return `The admin side answers to localhost, 127.0.0.1 and [::1], not to the name ${host}. --admin-from ${name} adds it.`;
    if (origin !== undefined && origins.includes(origin.toLowerCase())) return undefined;
    if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)
      return `Pages of ${origin} may not use the admin side. --admin-from ${origin} lets them in.`;
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      return 'Pages of other origins may not use the admin side.';
    return undefined;
  }

  return {
    refusalOf,
    isOpen: token !== undefined || hosts.length > 0,
    crossOrigin: (origin): Readonly<Record<string, string>> =>
      origin !== undefined && isPage(origin) ? { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' } : {},
  };
}

function isPreflight(headers: AdminCaller['headers']): boolean {
  return headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}
