import type { SecurityScheme } from '../../openapi/model/api-model.ts';
import { decodedOrItself } from '../../openapi/model/percent-encoding.ts';
import { type CredentialNames, createCredentialNames } from './credential-names.ts';
import { partOfForm, type SentValue } from './sent-values.ts';

const shown = 4;

/** Enough of a key to recognise it, not enough to use it: `mock…` . */
export function maskKey(key: string): string {
  return key.length > shown * 2 ? `${key.slice(0, shown)}…` : '…';
}

/** Hides credentials wherever a request carries them: the keys that the mock knows, and what stands under their names. */
export interface KeyMask {
  readonly names: CredentialNames;
  /** Hides the keys that the mock knows. */
  text(text: string): string;
  headers(headers: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>>;
  target(target: string): string;
  /** A request's body, as text. */
  body(body: string): string;
  /** What one request carries, for all that is said about it. */
  carriedBy(values: readonly SentValue[]): CarriedKeys;
}

export interface CarriedKeys {
  /** Those that the mock knows. */
  readonly known: readonly string[];
  /** Hides everything that the request carries as a credential, known or not. */
  hide(text: string): string;
}

/** Headers that carry credentials whatever a document says: Authorization, Cookie, X-RapidAPI-Key, X-Auth-Token, ... */
const secretHeader = /authorization|cookie|(^|-)(key|token|secret|password)$/i;
/** Below it, an unknown value could as well be a word of the text that it is hidden in. */
const shortestSecret = 8;
const mostSecrets = 100;

/** `keys` are those that the mock knows, the same list until there is another; `schemes` those of the document. */
export function createKeyMask(schemes: Iterable<SecurityScheme>, keys: () => readonly string[]): KeyMask {
  const all = [...schemes];
  const names = createCredentialNames(all);
  /** What samples and messages say themselves. */
  const unsecret = new Set(
    all.flatMap(({ name, placeholder }) => [name?.toLowerCase(), placeholder?.toLowerCase()]),
  );
  const hiders = new Map<string, (text: string) => string>();
  let hidden: readonly string[] = [];
  let hideAll = hiding([]);
  const hideKnown = (text: string) => {
    if (hidden !== keys()) {
      hidden = keys();
      hideAll = hiding(hidden);
    }
    return hideAll(text);
  };
  const isCarried = (key: string, texts: readonly string[]) => {
    const hide = hiders.get(key) ?? hiding([key]);
    hiders.set(key, hide);
    return texts.some((text) => hide(text) !== text);
  };
  const hidePairs = (text: string) =>
    text.replace(
      /([?&;\s]|^)([^?&;=#\s]+)=([^&;#\s"]*)/g,
      (pair, mark: string, name: string, value: string) =>
        names.isCredential(decodedOrItself(name)) ? `${mark}${name}=${maskKey(value)}` : pair,
    );
  const isSecret = (name: string) => secretHeader.test(name) || names.isCredential(name);
  return {
    names,
    text: hideKnown,
    headers: (headers) =>
      Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) => {
          if (value === undefined) return [];
          return [[hideKnown(name), isSecret(name) ? maskKey(value) : hideKnown(hidePairs(value))]];
        }),
      ),
    target: (target) => hideKnown(hidePairs(target).replace(/^(https?:\/\/)[^/?#]*@/i, '$1…@')),
    body: (body) => hideKnown(hideMembers(hidePairs(body), names)),
    carriedBy(values) {
      const sent = values.flatMap(({ name, value }) => [name, value]);
      // Looked through at once first: most requests carry none, or one.
      const whole = sent.join('\n');
      const texts = hideKnown(whole) === whole ? [] : sent.filter((text) => hideKnown(text) !== text);
      const carried = texts.length === 0 ? [] : keys().filter((key) => isCarried(key, texts));
      const unknown = values
        .filter(
          ({ place, name, value }) =>
            names.isCredential(name, place) && !unsecret.has(value.trim().toLowerCase()),
        )
        .slice(0, mostSecrets)
        .flatMap(({ value }) => wordsOf(value));
      return {
        known: carried,
        hide: hiding([...carried, ...unknown.filter((word) => word.length >= shortestSecret)]),
      };
    },
  };
}

/** A value, and what stands in it after a word: `Bearer KEY`. */
function wordsOf(value: string): readonly string[] {
  return [...new Set([value.trim(), value.trim().replace(/^\S+\s+/, '')])];
}

/** Makes what hides some keys in a text, as they are and percent-encoded, the longest first. */
function hiding(given: readonly string[]): (text: string) => string {
  const keys = [...new Set(given)]
    .filter((key) => key !== '')
    .toSorted((one, other) => other.length - one.length);
  let pattern: RegExp | undefined;
  return (text) => {
    // Most texts have neither, and a pattern takes longer to make than they take to look through.
    if (!text.includes('%') && !keys.some((key) => text.includes(key))) return text;
    pattern ??= new RegExp(keys.map(patternOf).join('|') || nothing, 'gu');
    return text.replace(pattern, (found) => maskKey(decodedOrItself(found)));
  };
}

/** A pattern that no text has. */
const nothing = '(?!)';

function patternOf(key: string): string {
  const letters = [...key].map((letter) => {
    const bytes = [...new TextEncoder().encode(letter)].map((byte) => `%${hexPattern(byte)}`);
    return `(?:${letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}|${bytes.join('')})`;
  });
  const pattern = letters.join('');
  // A short key could be part of a word.
  return key.length < shortestSecret ? `(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])` : pattern;
}

function hexPattern(byte: number): string {
  const hex = byte.toString(16).padStart(2, '0');
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

/** A JSON member with a text: bounded, so that no text takes long to search. */
const member = /(")((?:[^"\\]|\\.){1,100})("\s{0,100}:\s{0,100}")((?:[^"\\]|\\.){0,8192})(?=")/g;

/** Values of JSON members and of a form's parts that have the name of a credential. */
function hideMembers(body: string, names: CredentialNames): string {
  const hidden = (whole: string, before: string, name: string, middle: string, value: string) =>
    names.isCredential(name, 'body') ? `${before}${name}${middle}${maskKey(value)}` : whole;
  return body.replace(member, hidden).replace(partOfForm, hidden);
}
