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

/** Keys that are told from each other: more than an application has. */
const mostSecrets = 1_000;

type Hide = (text: string) => string;

/**
 * Makes calls such as may be shown to others: keys (by the document's security schemes and by common names), cookies,
 * Authorization and e-mail addresses are replaced wherever they stand. A secret stays where it was and keeps its form, and
 * each has its own number, so that the calls of one key can still be told from those of another: `Bearer hidden-2`.
 */
export function createPersonalDataFilter({
  securitySchemes,
}: Pick<ApiModel, 'securitySchemes'>): (call: RecordedCall) => RecordedCall {
  const isSecret = secretNames([...securitySchemes.values()]);
  const numbers = new Map<string, number>();
  const wordFor = (secret: string) => {
    const number = numbers.get(secret) ?? numbers.size + 1;
    if (numbers.size < mostSecrets) numbers.set(secret, number);
    return `${hidden}-${number}`;
  };
  return (call) => {
    const { request, reply } = call;
    const hideCarried = hiderOf(carriedSecrets(request, isSecret), wordFor);
    const hideText = (text: string) =>
      withoutEmails(hideMembers(hideParameters(hideCarried(text), isSecret), isSecret));
    const headers = (given: Readonly<Record<string, string>>) =>
      Object.fromEntries(
        Object.entries(given).map(([name, value]) => [
          name,
          isSecret(name) ? hideHeader(name, value, wordFor) : hideText(value),
        ]),
      );
    const url = hideText(request.url.replace(/^(https?:\/\/)[^/?#@]*@/i, '$1'));
    return {
      ...call,
      request: {
        ...request,
        url,
        headers: headers(request.headers),
        body: hideInBody(request.body, hideText),
      },
      reply: { ...reply, headers: headers(reply.headers), body: hideInBody(reply.body, hideText) },
    };
  };
}

function secretNames(schemes: readonly SecurityScheme[]): (name: string) => boolean {
  const own = new Set(
    schemes.flatMap(({ type, name }) => (type === 'apiKey' && name ? [name.toLowerCase()] : [])),
  );
  return (name) => own.has(name.toLowerCase()) || secretName.test(name);
}

/** The values that a request carries under secret names. */
function carriedSecrets(
  { url, headers }: RecordedCall['request'],
  isSecret: (name: string) => boolean,
): readonly string[] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  const cookies = Object.entries(headers).flatMap(([name, value]) =>
    name.toLowerCase() === 'cookie' ? splitCookies(value).map((pair) => pair.value) : [],
  );
  const values = [
    ...Object.entries(headers).flatMap(([name, value]) =>
      isSecret(name) && !/cookie/i.test(name) ? [secretPart(value)] : [],
    ),
    ...splitQuery(query).flatMap(({ name, value }) => (isSecret(name) ? [decodedOrItself(value)] : [])),
    // A short one is mostly a setting.
    ...cookies.filter(({ length }) => length >= 2 * shortestSecret),
  ];
  return values.filter(({ length }) => length >= shortestSecret);
}

/** Replaces values as they are and percent-encoded, the longest first. */
function hiderOf(secrets: readonly string[], wordFor: Hide): Hide {
  const spellings = new Map(secrets.flatMap((one) => [one, percentEncode(one)].map((text) => [text, one])));
  const longestFirst = [...spellings].toSorted(([one], [other]) => other.length - one.length);
  return (text) =>
    longestFirst.reduce((left, [spelling, secret]) => left.replaceAll(spelling, () => wordFor(secret)), text);
}

function hideHeader(name: string, value: string, wordFor: Hide): string {
  if (/cookie/i.test(name)) return value.replace(/(^|[;,\n]\s*)([^=;,\s]+)=([^;,\n]*)/g, hideCookie);
  const secret = secretPart(value);
  return value.slice(0, value.length - secret.length) + wordFor(secret);
}

/** What follows the scheme of `Bearer KEY`. */
function secretPart(value: string): string {
  return value.replace(/^[A-Za-z]+ +(?=\S+$)/, '');
}

/** Attributes of Set-Cookie stay. */
function hideCookie(pair: string, mark: string, name: string): string {
  const isAttribute = /^(expires|max-age|domain|path|samesite|priority)$/i.test(name);
  return isAttribute ? pair : `${mark}${name}=${hidden}`;
}

/** Parameters of an address or a form. */
function hideParameters(text: string, isSecret: (name: string) => boolean): string {
  return text.replace(/([?&]|^)([^?&=#\s"<>{}]+)=([^&#\s"<>]*)/g, (pair, mark: string, name: string) =>
    // Where it has its number, it keeps it.
    isSecret(decodedOrItself(name)) && !pair.includes(`=${hidden}-`) ? `${mark}${name}=${hidden}` : pair,
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
