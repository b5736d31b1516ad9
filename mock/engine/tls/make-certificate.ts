import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { OptionError } from '../option-error.ts';
import type { ServerCertificate } from './server-certificate.ts';

const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 86_400_000;
/** Browsers take no certificate that is valid for more than 398 days (CA/Browser Forum, Baseline Requirements 6.3.2). */
const validDays = 397;

/**
 * A certificate for the names that this machine is called by when it listens on `hosts`, and the authority that signed it,
 * whose key nobody keeps: who trusts the authority trusts this one certificate. Valid from a day before `now`, in epoch
 * milliseconds. Throws an OptionError where the packages that make certificates are not installed.
 */
export async function makeCertificate(hosts: readonly string[], now: number): Promise<ServerCertificate> {
  const {
    AuthorityKeyIdentifierExtension,
    BasicConstraintsExtension,
    ExtendedKeyUsage,
    ExtendedKeyUsageExtension,
    KeyUsageFlags,
    KeyUsagesExtension,
    PemConverter,
    SubjectAlternativeNameExtension,
    SubjectKeyIdentifierExtension,
    X509CertificateGenerator,
  } = await loadPackage();
  const { subtle } = globalThis.crypto;
  const [signing, own] = await Promise.all([
    subtle.generateKey(keyAlgorithm, false, ['sign', 'verify']),
    subtle.generateKey(keyAlgorithm, true, ['sign', 'verify']),
  ]);
  const validity = { notBefore: new Date(now - dayMs), notAfter: new Date(now + validDays * dayMs) };
  const authority = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Authority of an API mock',
    keys: signing,
    signingAlgorithm: keyAlgorithm,
    ...validity,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(signing.publicKey),
    ],
  });
  const certificate = await X509CertificateGenerator.create({
    subject: 'CN=API mock',
    issuer: authority.subject,
    publicKey: own.publicKey,
    signingKey: signing.privateKey,
    signingAlgorithm: keyAlgorithm,
    ...validity,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(
        namesFor(hosts).map((value) => ({
          type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const),
          value,
        })),
      ),
      await SubjectKeyIdentifierExtension.create(own.publicKey),
      await AuthorityKeyIdentifierExtension.create(signing.publicKey),
    ],
  });
  return {
    key: PemConverter.encode(await subtle.exportKey('pkcs8', own.privateKey), 'PRIVATE KEY'),
    cert: certificate.toString('pem'),
    authority: `${authority.toString('pem')}\n`,
  };
}

/** What a server that listens on these hosts is called; 0.0.0.0 and :: are every address of the machine. */
function namesFor(hosts: readonly string[]): readonly string[] {
  const isEverywhere = (host: string) => /^(0|0\.0\.0\.0|::)$/.test(host);
  const elsewhere = hosts.some(isEverywhere)
    ? [
        hostname(),
        ...Object.values(networkInterfaces()).flatMap((addresses = []) =>
          addresses.map(({ address }) => address),
        ),
      ]
    : [];
  const names = [
    'localhost',
    '127.0.0.1',
    '::1',
    ...hosts.filter((host) => !isEverywhere(host)),
    ...elsewhere,
  ];
  // A zone (`fe80::1%eth0`) is this machine's own matter.
  return [...new Set(names.map((name) => name.replace(/%.*$/, '')))];
}

async function loadPackage() {
  try {
    await import('reflect-metadata');
    return await import('@peculiar/x509');
  } catch (cause) {
    const message =
      'Certificates are made by two packages that are not installed: npm install --save-dev @peculiar/x509 reflect-metadata. Or give key and certificate.';
    throw new OptionError(message, { cause });
  }
}
