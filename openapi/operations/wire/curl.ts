import { controlCharacter, escapeControlCharacters } from './control-characters.ts';

/** What is needed of a request to print it. */
export interface PrintableRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

/** One word for a shell: single quotes keep everything but the quote; control characters need `$'…'` (bash, zsh). */
export function quoteShell(text: string): string {
  if (!controlCharacter.test(text.replace(/[\t\n]/g, ''))) return `'${quoteInside(text)}'`;
  return `$'${escapeControlCharacters(text.replace(/[\\']/g, '\\$&'))}'`;
}

/** Text that is put between single quotes of a shell. */
export function quoteInside(text: string): string {
  return text.replaceAll("'", "'\\''");
}

/** Options that make curl take the URL as it is, and use the method where that does not follow from the body (curl manual). */
export function requestOptions(method: string, url: string, hasBody: boolean): readonly string[] {
  const globOff = /[[\]{}]/.test(url) ? ['--globoff'] : [];
  if (method === 'HEAD') return [...globOff, '--head'];
  return method === (hasBody ? 'POST' : 'GET') ? globOff : [...globOff, `--request ${method}`];
}

/** What `--header` takes: an empty value takes the header away, a semicolon in its place sends it empty (curl manual). */
export function headerArgument(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

export interface CurlLineOptions {
  /** More options of curl, put first. */
  readonly options?: readonly string[];
  readonly quote?: (text: string) => string;
}

/** A request as one command for a shell; it has line ends only where the request has, and NUL is nothing that a word can hold. */
export function curlLine(
  { method, url, headers, body }: PrintableRequest,
  { options = [], quote = quoteShell }: CurlLineOptions = {},
): string {
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
  return [
    'curl',
    ...options,
    ...requestOptions(method, url, text !== undefined),
    quote(url),
    ...Object.entries(headers).map(([name, value]) => `-H ${quote(headerArgument(name, value))}`),
    ...(text === undefined ? [] : [`--data-raw ${quote(text)}`]),
  ].join(' ');
}
