import { percentEncode } from '../../../openapi/model/percent-encoding.ts';
import { curlLine, type PrintableRequest, quoteShell } from '../../../openapi/operations/wire/curl.ts';

/** The shell variable that stands for the key in every printed request. */
export const keyVariable = 'API_KIT_KEY';

/**
 * The request as a line that runs as printed and shows the reply's head; every secret is written `"$API_KIT_KEY"`, so that
 * a report can be pasted into an issue and still be run by whoever has set the variable.
 */
export function curlWithoutSecrets(request: PrintableRequest, secrets: readonly string[]): string {
  const quote = (text: string) => {
    const parts = spellings(secrets).reduce<readonly string[]>(
      (found, secret) => found.flatMap((part) => part.split(secret)),
      [text],
    );
    const quoted = parts.map((part) => (part === '' && parts.length > 1 ? '' : quoteShortly(part)));
    return quoted.join(`"$${keyVariable}"`);
  };
  return curlLine(request, { options: ['-i'], quote });
}

/** What repeats one character hundreds of times is made by the shell. */
function quoteShortly(text: string): string {
  const repeated = /([A-Za-z0-9])\1{199,}/.exec(text);
  if (repeated === null) return quoteShell(text);
  const [run, character] = repeated;
  const [before, after] = [text.slice(0, repeated.index), text.slice(repeated.index + run.length)];
  const made = `"$(printf '%0${run.length}d' 0 | tr 0 ${character})"`;
  return `${quoteShell(before)}${made}${after === '' ? '' : quoteShortly(after)}`;
}

/** Replaces every secret, as it is and percent-encoded, by asterisks. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  return spellings(secrets).reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
}

/** Longest first: a key that holds another key is replaced as a whole. */
function spellings(secrets: readonly string[]): readonly string[] {
  return [...new Set(secrets.flatMap((secret) => [secret, percentEncode(secret)]))]
    .filter((secret) => secret !== '')
    .toSorted((a, b) => b.length - a.length);
}
