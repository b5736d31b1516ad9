import type { HttpMethod, Operation, RequiredScheme, SecurityRequirement } from '../../model/api-model.ts';
import { splitPath } from '../../model/split-path.ts';
import type { DocumentedBody, DocumentedParameter } from '../requests/documented-request.ts';
import { type EncodedBody, encodeBody } from './encode-body.ts';
import { encodePath } from './encode-path.ts';
import { encodePair, encodeQueryLiteral, joinCookies, joinPairs, type Pair } from './query-pairs.ts';
import { encodeParameter } from './serialise-parameter.ts';

export interface EncodeRequestOptions {
  /** With the base path: `https://api.example/v2`. */
  readonly serverUrl: string;
  /**
   * A value for each security scheme, by its id; a scheme without one is left out. The bare key or token; for basic
   * authentication `name:password`, or a key, which is sent as the name.
   */
  readonly credentials?: ReadonlyMap<string, string>;
}

/** A request ready to be sent by any client. */
export interface EncodedRequest {
  readonly method: Uppercase<HttpMethod>;
  readonly url: string;
  /** Names as the document writes them; values single-line. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string | undefined;
}

/** What can be sent: a documented request, or one that was changed on purpose. */
export interface RequestValues {
  readonly operation: Operation;
  /** A parameter that stands here twice is sent twice. */
  readonly parameters: readonly DocumentedParameter[];
  readonly body: DocumentedBody | RawBody | undefined;
  readonly security?: SecurityRequirement | undefined;
}

/** A body that is sent as it is, whatever its media type would have it be. */
interface RawBody {
  readonly mediaType: string;
  readonly raw: string;
}

/** Puts a request's values where they travel: path, query, headers, cookies and body, each encoded by its own rules. */
export function encodeRequest(
  request: RequestValues,
  { serverUrl, credentials = new Map() }: EncodeRequestOptions,
): EncodedRequest {
  const { operation } = request;
  const encoded = encodeParameters(request.parameters);
  const { query, cookies } = encoded;
  const headers = new Map(Object.entries(encoded.headers));
  for (const required of request.security ?? []) {
    const secret = credentials.get(required.scheme.id);
    if (secret !== undefined) addCredential(required, secret, { headers, query, cookies });
  }
  const body = encodeRequestBody(request.body);
  if (body !== undefined) headers.set('Content-Type', body.contentType);
  const cookie = joinCookies(cookies);
  if (cookie !== undefined) headers.set('Cookie', cookie);
  const { template, query: fixed } = splitPath(operation.path);
  const pathValues = new Map(Object.entries(encoded.path));
  const path = fill(template, pathValues, encodePath);
  const fixedPairs = fixed.map(({ name, value }) => ({
    name: encodeQueryLiteral(name),
    value: fill(value, pathValues, encodeQueryLiteral),
  }));
  const queryString = joinPairs([...fixedPairs, ...query]);
  return {
    method: operation.method.toUpperCase() as Uppercase<HttpMethod>, // the type of toUpperCase is only string
    url: serverUrl.replace(/\/+$/, '') + path + (queryString === '' ? '' : `?${queryString}`),
    headers: Object.fromEntries(headers),
    body: body?.body,
  };
}

/** A template with its `{names}` replaced by values that are encoded already, and the text between them encoded. */
function fill(
  template: string,
  values: ReadonlyMap<string, string>,
  encodeText: (text: string) => string,
): string {
  return template
    .split(/(\{[^}]*\})/)
    .map((part) => (part.startsWith('{') ? (values.get(part.slice(1, -1)) ?? part) : encodeText(part)))
    .join('');
}

/** The parameters of a request, encoded and sorted by where they travel. */
export interface EncodedParameters {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Pair[];
  readonly cookies: Pair[];
  readonly headers: Readonly<Record<string, string>>;
}

export function encodeParameters(parameters: readonly DocumentedParameter[]): EncodedParameters {
  const path = new Map<string, string>();
  const headers = new Map<string, string>();
  const query: Pair[] = [];
  const cookies: Pair[] = [];
  for (const { parameter, value } of parameters) {
    const pairs = encodeParameter(parameter, value);
    if (parameter.in === 'query') query.push(...pairs);
    else if (parameter.in === 'cookie') cookies.push(...pairs);
    else if (parameter.in === 'header') headers.set(parameter.name, singleLine(pairs[0]?.value ?? ''));
    else path.set(parameter.name, pairs[0]?.value ?? '');
  }
  return { path: Object.fromEntries(path), query, cookies, headers: Object.fromEntries(headers) };
}

export function encodeRequestBody(body: RequestValues['body']): EncodedBody | undefined {
  if (body === undefined) return undefined;
  if ('raw' in body) return { contentType: body.mediaType, body: body.raw };
  return encodeBody(body.mediaType, body.value, body.content);
}

/** A header's value can hold no line ends and no other control characters (RFC 9110, 5.5). */
function singleLine(text: string): string {
  return text.replaceAll(/[\r\n\0]+/g, ' ').trim();
}

interface Carriers {
  readonly headers: Map<string, string>;
  readonly query: Pair[];
  readonly cookies: Pair[];
}

/** Where a credential travels, by the type of its scheme (Security Scheme Object). */
function addCredential(
  { scheme }: RequiredScheme,
  secret: string,
  { headers, query, cookies }: Carriers,
): void {
  const name = scheme.name ?? scheme.id;
  if (scheme.type === 'apiKey') {
    const pair = encodePair({ name, value: secret });
    if (scheme.in === 'query') query.push(pair);
    else if (scheme.in === 'cookie') cookies.push(pair);
    else headers.set(name, secret);
  } else if (scheme.type === 'http' && scheme.scheme === 'basic') {
    headers.set('Authorization', `Basic ${basicCredentials(secret)}`);
  } else if (scheme.type === 'http' && scheme.scheme !== 'bearer') {
    headers.set('Authorization', `${capitalised(scheme.scheme ?? '')} ${secret}`);
  } else if (scheme.type !== 'mutualTLS') {
    headers.set('Authorization', `Bearer ${secret}`);
  }
}

/** In Base64, with the colon that must stand there (RFC 7617 section 2). */
export function basicCredentials(secret: string): string {
  return Buffer.from(secret.includes(':') ? secret : `${secret}:`).toString('base64');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
