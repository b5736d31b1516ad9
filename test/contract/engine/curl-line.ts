import { percentEncode } from '../../../openapi/model/percent-encoding.ts';

/** What is needed of a request to print it. */
export interface PrintableRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

/** The shell variable that stands for the key in every printed request. */
export const keyVariable = 'API_KIT_KEY';

/**
 * The request as one line that runs as printed in a POSIX shell; every secret is written `"$API_KIT_KEY"`, so that a
 * report can be pasted into an issue and still be run by whoever has set the variable.
 */
export function curlLine(request: PrintableRequest, secrets: readonly string[]): string {
  const words = ['curl', '-i'];
  if (request.method === 'HEAD') words.push('--head');
  else if (request.method !== 'GET' || request.body !== undefined) words.push('-X', request.method);
  words.push(quoteForShell(request.url, secrets));
  for (const [name, value] of Object.entries(request.headers)) {
    // `Name;` is curl's spelling of a header that is sent with nothing in it (curl(1), --header).
    words.push('-H', quoteForShell(value === '' ? `${name};` : `${name}: ${value}`, secrets));
  }
  if (request.body !== undefined) {
    const text =
      typeof request.body === 'string' ? request.body : new TextDecoder('utf-8').decode(request.body);
    words.push('--data-raw', quoteForShell(text, secrets));
  }
  return words.join(' ');
}

/** Replaces every secret, as it is and percent-encoded, by asterisks. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  return spellings(secrets).reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
}

function quoteForShell(text: string, secrets: readonly string[]): string {
  const marker = '\u0000';
  const marked = spellings(secrets).reduce((result, secret) => result.replaceAll(secret, marker), text);
  if (marked === '') return "''";
  return marked
    .split(marker)
    .flatMap((part, index) => [
      ...(index === 0 ? [] : [`"$${keyVariable}"`]),
      ...(part === '' ? [] : [`'${part.replaceAll("'", `'\\''`)}'`]),
    ])
    .join('');
}

/** Longest first: a key that holds another key is replaced as a whole. */
function spellings(secrets: readonly string[]): readonly string[] {
  return [...new Set(secrets.flatMap((secret) => [secret, percentEncode(secret)]))]
    .filter((secret) => secret !== '')
    .toSorted((a, b) => b.length - a.length);
}
