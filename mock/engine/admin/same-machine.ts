import type { IncomingMessage } from 'node:http';

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

/**
 * Why a request may not use the admin side; undefined: it may. Only this machine may, and no page of another site that
 * the reader has open: neither directly (Origin, Sec-Fetch-Site) nor through a name that points here (Host: DNS
 * rebinding).
 */
export function refusalOfForeigner({ headers, socket }: IncomingMessage): string | undefined {
  if (!isLoopback(socket.remoteAddress)) return 'Only this machine may use the admin side.';
  const { host } = headers;
  if (host === undefined) return 'The admin side needs a Host header: localhost, 127.0.0.1 or [::1].';
  if (!isLocalName(hostName(host))) {
    return `The admin side answers to localhost, 127.0.0.1 and [::1], not to the name ${host}.`;
  }
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`)
    return `Pages of ${origin} may not use the admin side.`;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return 'Pages of other origins may not use the admin side.';
  }
  return undefined;
}
