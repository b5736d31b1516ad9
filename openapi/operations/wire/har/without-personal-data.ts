import { isUtf8 } from 'node:buffer';
import type { ApiModel, SecurityScheme } from '../../../model/api-model.ts';
import { decodedOrItself, percentEncode } from '../../../model/percent-encoding.ts';
import { splitCookies, splitQuery } from '../query-pairs.ts';
import type { RecordedCall } from './recorded-call.ts';

/** What stands in a secret's place. */
const hidden = 'hidden';
/** A shorter one could as well be a word of the text that it is looked for in. */
const shortestSecret = 8;

/** Names of headers, parameters and members that carry secrets whatever a document says. */
const secretName =
  /authorization|cookie|(passw(or)?d|secret|signature|credentials?|(?<!(page|next|continuation|sync)[-_]?)token)$|(api|access|private|auth|subscription|app|client)[-_.]?key$/i;

type Hide = (text: string) => string;

/**
 * A call that may be shown to others: keys (by the document's security schemes and by common names), cookies, Authorization
 * and e-mail addresses are replaced wherever they stand. A secret stays where it was and keeps its form: `Bearer hidden`.
 */
export function withoutPersonalData(
  call: RecordedCall,
  { securitySchemes }: Pick<ApiModel, 'securitySchemes'>,
): RecordedCall {
  const isSecret = secretNames([...securitySchemes.values()]);
  const { request, reply } = call;
  const hideCarried = hiderOf(carriedSecrets(request, isSecret));
  const hideText = (text: string) =>
    withoutEmails(hideMembers(hideParameters(hideCarried(text), isSecret), isSecret));
  const headers = (given: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        isSecret(name) ? hideHeader(name, value) : hideText(value),
      ]),
    );
  return {
    ...call,
    request: {
      ...request,
      url: hideText(request.url.replace(/^(https?:\/\/)[^/?#@]*@/i, '$1')),
      headers: headers(request.headers),
      body: hideInBody(request.body, hideText),
    },
    reply: {
      ...reply,
      headers: headers(reply.headers),
      body: hideInBody(reply.body, hideText),
    },
  };
}

function secretNames(schemes: readonly SecurityScheme[]): (name: string) => boolean {
  const own = new Set(
    schemes.flatMap(({ type, name }) => (type === 'apiKey' && name ? [name.toLowerCase()] : [])),
  );
  return (name) => own.has(name.toLowerCase()) || secretName.test(name);
}

/** The values that a request carries under secret names, and their words: `Bearer KEY`. */
function carriedSecrets(
  { url, headers }: RecordedCall['request'],
  isSecret: (name: string) => boolean,
): readonly string[] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  const cookies = Object.entries(headers).flatMap(([name, value]) =>
    name.toLowerCase() === 'cookie' ? splitCookies(value).map((pair) => pair.value) : [],
  );
  const values = [
    ...Object.entries(headers).flatMap(([name, value]) => (isSecret(name) ? [value] : [])),
    ...splitQuery(query).flatMap(({ name, value }) => (isSecret(name) ? [decodedOrItself(value)] : [])),
    ...cookies,
  ];
  return values
    .flatMap((value) => [value, ...value.split(/\s+/)])
    .filter((one) => one.length >= shortestSecret);
}

/** Replaces values as they are and percent-encoded, the longest first. */
function hiderOf(secrets: readonly string[]): Hide {
  const spellings = [...new Set(secrets.flatMap((one) => [one, percentEncode(one)]))].toSorted(
    (one, other) => other.length - one.length,
  );
  return (text) => spellings.reduce((left, secret) => left.replaceAll(secret, hidden), text);
}

function hideHeader(name: string, value: string): string {
  if (/cookie/i.test(name)) return value.replace(/(^|[;,]\s*)([^=;,\s]+)=([^;,]*)/g, hideCookie);
  const scheme = /^([A-Za-z]+) +\S/.exec(value)?.[1];
  return scheme === undefined ? hidden : `${scheme} ${hidden}`;
}

/** Attributes of Set-Cookie stay. */
function hideCookie(pair: string, mark: string, name: string): string {
  const isAttribute = /^(expires|max-age|domain|path|samesite|priority)$/i.test(name);
  return isAttribute ? pair : `${mark}${name}=${hidden}`;
}

/** Parameters of an address or a form. */
function hideParameters(text: string, isSecret: (name: string) => boolean): string {
  return text.replace(/([?&]|^)([^?&=#\s"<>{}]+)=([^&#\s"<>]*)/g, (pair, mark: string, name: string) =>
    isSecret(decodedOrItself(name)) ? `${mark}${name}=${hidden}` : pair,
  );
}

/** Members of a JSON text. */
function hideMembers(text: string, isSecret: (name: string) => boolean): string {
  return text.replace(
    /"([^"\\\n]{1,100})"(\s*:\s*)"(?:[^"\\]|\\.)*"/g,
    (member, name: string, colon: string) => (isSecret(name) ? `"${name}"${colon}"${hidden}"` : member),
  );
}

/** The address stays one, so that a schema that asks for one is kept. */
function withoutEmails(text: string): string {
  return text.replace(/[\w.+-]{1,64}(@|%40)(?:[\w-]{1,63}\.)+[a-z]{2,24}\b/gi, 'person$1example.com');
}

function hideInBody(body: Uint8Array | string | undefined, hide: Hide): Uint8Array | string | undefined {
  if (body === undefined || typeof body === 'string') return body && hide(body);
  const encoding = isUtf8(body) ? 'utf8' : 'latin1';
  const text = Buffer.from(body).toString(encoding);
  const shown = hide(text);
  return shown === text ? body : Buffer.from(shown, encoding);
}
