import { percentEncode } from '../../../openapi/model/percent-encoding.ts';
import { joinCookies } from '../../../openapi/operations/wire/query-pairs.ts';
import type { Grammar } from './grammar.ts';

/** A request as a sample says it: decoded values, in the order to print. Knows no language and no document. */
export interface SampleRequest {
  /** In capitals: `GET`. */
  readonly method: string;
  /** Server and path, path values percent-encoded, no query. */
  readonly url: string;
  readonly query: readonly SamplePair[];
  /** Without the key's header and without Content-Type. */
  readonly headers: readonly SamplePair[];
  readonly cookies: readonly SamplePair[];
  readonly credentials: readonly SampleCredential[];
  readonly body: SampleBody | undefined;
  /** A name for the request where a language wants one: `search`. */
  readonly name: string;
  /** Whether the documented answer is JSON: decides how a sample reads it. */
  readonly answersJson: boolean;
}

export interface SamplePair {
  readonly name: string;
  readonly value: string;
  /** Set where the value is a number or boolean of JSON: a language that writes it into text the same way needs no quotes. */
  readonly literal?: 'number' | 'boolean' | undefined;
  /** Name of an environment variable whose value comes after `value`. */
  readonly variable?: string | undefined;
}

/**
 * Where a key travels. `value` is the placeholder that the reader replaces, `variable` the environment variable that is read
 * instead; `prefix` is `Bearer ` or empty.
 */
export type SampleCredential =
  | {
      readonly kind: 'key';
      readonly in: 'header' | 'query' | 'cookie';
      readonly name: string;
      readonly prefix: string;
      readonly value: string;
      readonly variable?: string | undefined;
    }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string };

export type SampleJson =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly SampleJson[]
  | { readonly [name: string]: SampleJson };

export type SampleBody =
  | { readonly kind: 'json'; readonly mediaType: string; readonly value: SampleJson }
  | { readonly kind: 'form'; readonly fields: readonly SamplePair[] }
  | { readonly kind: 'multipart'; readonly parts: readonly SamplePart[] }
  | { readonly kind: 'text'; readonly mediaType: string; readonly text: string }
  /** The sample sends a file of the reader's; `content` is the example's, for languages that cannot read files everywhere. */
  | {
      readonly kind: 'file';
      readonly mediaType: string;
      readonly fileName: string;
      readonly content: string;
    };

export interface SamplePart {
  readonly name: string;
  /** The text of a part without a file name, or the example content of the file. */
  readonly value: string;
  readonly contentType: string | undefined;
  readonly fileName: string | undefined;
}

/** What runs the samples of a language, for the tests that do. */
export interface SampleInterpreter {
  /** The first whose probe ends with 0: the program, then the probe's arguments. */
  readonly commands: readonly (readonly [program: string, ...probe: string[]])[];
  /** Name of the file that a sample is written to. */
  readonly fileName: string;
  /** Debian packages that bring it. */
  readonly packages: string;
}

/** A language of samples: one folder with one of these, one line in index.ts, and one in the theme's key-escapers.ts. */
export interface SampleLanguage {
  /** Id of the tab, as in `language_tabs`. */
  readonly id: string;
  readonly label: string;
  /** What the highlighter calls it. */
  readonly lexer: string;
  print(request: SampleRequest): string;
  /** Writes text into the place of the key: the inside of this language's string literal, without its quotes. */
  escapeKey(text: string): string;
  readonly colours: Grammar;
  readonly interpreter: SampleInterpreter;
}

function keyPairs(request: SampleRequest, where: 'header' | 'query' | 'cookie'): SamplePair[] {
  return request.credentials.flatMap((credential) => {
    if (credential.kind !== 'key' || credential.in !== where) return [];
    const { name, prefix, value, variable } = credential;
    return [{ name, value: variable === undefined ? prefix + value : prefix, variable }];
  });
}

/** The key-carrying headers of a request after its own. */
export function keyHeaders(request: SampleRequest): SamplePair[] {
  return keyPairs(request, 'header');
}

/** All query pairs: the request's own, then a key that travels in the query. */
export function allQuery(request: SampleRequest): SamplePair[] {
  return [...request.query, ...keyPairs(request, 'query')];
}

/** The Cookie header: values percent-encoded, keys as they are; undefined without cookies. */
export function cookieHeader(request: SampleRequest): SamplePair | undefined {
  const own = request.cookies.map(({ name, value }) => ({ name, value: percentEncode(value) }));
  const keys = keyPairs(request, 'cookie');
  const value = joinCookies([...own, ...keys]);
  return value === undefined ? undefined : { name: 'Cookie', value, variable: keys.at(-1)?.variable };
}

/** Whether a sample needs what its language reads the environment with. */
export function readsEnvironment({ credentials }: SampleRequest): boolean {
  return credentials.some((credential) => credential.kind === 'key' && credential.variable !== undefined);
}

export function basicCredential(request: SampleRequest): { user: string; password: string } | undefined {
  return request.credentials.find((credential) => credential.kind === 'basic');
}

/** All headers to print: the request's own, the body's type if the language needs it said, cookies, then the key's. */
export function allHeaders(request: SampleRequest, contentType: string | undefined): SamplePair[] {
  const cookie = cookieHeader(request);
  return [
    ...request.headers,
    ...(contentType === undefined ? [] : [{ name: 'Content-Type', value: contentType }]),
    ...(cookie === undefined ? [] : [cookie]),
    ...keyHeaders(request),
  ];
}

/** Content-Type of a body that a sample puts together itself; the boundary, a variable of the sample, follows. */
export const multipartType = 'multipart/form-data; boundary=';

export function hasRepeatedNames(pairs: readonly SamplePair[]): boolean {
  return new Set(pairs.map((pair) => pair.name)).size < pairs.length;
}

/** What a line may have that can be broken: in the dark column of a window of 1440 pixels a longer one is wrapped. */
export const lineLength = 65;

/** Indents all lines but the first. */
export function indent(text: string, by: string): string {
  return text.replaceAll('\n', `\n${by}`);
}
