import { createSecureContext } from 'node:tls';
import { OptionError } from '../option-error.ts';

/** Key and certificate of one's own, as PEM texts. */
export interface KeyAndCertificate {
  readonly key: string;
  /** With those between it and the authority, if there are any, behind it. */
  readonly cert: string;
}

/** What a server over TLS shows, as PEM texts. */
export interface ServerCertificate extends KeyAndCertificate {
  /** The certificate of the authority that was made for this one; undefined: it is signed by somebody else's. */
  readonly authority?: string;
}

/** Undefined: no TLS. Throws an OptionError for a key and a certificate that are none, or not of each other. */
export async function serverCertificate(
  tls: boolean | KeyAndCertificate,
  hosts: readonly string[],
  now: number,
): Promise<ServerCertificate | undefined> {
  if (tls === false) return undefined;
  if (tls === true) return (await import('./make-certificate.ts')).makeCertificate(hosts, now);
  try {
    createSecureContext(tls);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OptionError(
      `The key and the certificate for TLS must be PEM texts, the certificate made for that key: ${reason}.`,
      { cause },
    );
  }
  return tls;
}
