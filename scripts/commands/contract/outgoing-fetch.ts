import { readFile } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { StopError } from '../stop-error.ts';

/** What tells programs that the way out leads through a proxy. */
const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/**
 * A fetch that goes through the proxy of `HTTPS_PROXY` and `HTTP_PROXY` (but for hosts of `NO_PROXY`), and trusts a
 * certificate authority of one's own beside the usual ones; undefined where Node's own does. Needs the optional package
 * `undici`, which Node's fetch is made of. Throws StopError.
 */
export async function outgoingFetch({
  ca,
}: {
  readonly ca?: string | undefined;
}): Promise<typeof globalThis.fetch | undefined> {
  const hasProxy = proxyVariables.some((name) => (process.env[name] ?? '') !== '');
  if (ca === undefined && !hasProxy) return undefined;
  const { EnvHttpProxyAgent, fetch } = await import('undici').catch((cause: unknown) => {
    const why = hasProxy ? 'HTTPS_PROXY is set' : '--ca is given';
    const message = `${why}, and that takes a package that is not installed: npm install undici`;
    throw new StopError(message, 2, { cause });
  });
  const trusted = ca === undefined ? {} : { ca: [...rootCertificates, await readCertificates(ca)] };
  const dispatcher = new EnvHttpProxyAgent({ connect: trusted, requestTls: trusted, proxyTls: trusted });
  // Its types differ from those of the platform in names alone.
  return ((input: string, init: object) =>
    fetch(input, { ...init, dispatcher })) as unknown as typeof globalThis.fetch;
}

async function readCertificates(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new StopError(`--ca ${file} can't be read. Name a file of certificates in PEM.`, 2, { cause });
  });
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new StopError(
    `--ca ${file} holds no certificate: it must be PEM ("-----BEGIN CERTIFICATE-----").`,
    2,
  );
}
