import type { HttpMethod, RequiredScheme } from '../model/api-model.ts';
import type { DocumentedRequest } from './documented-request.ts';
import { encodeBody } from './encode-body.ts';
import { encodeParameter, type ParameterPair, percentEncode } from './serialise-parameter.ts';

export interface EncodeRequestOptions {
  /** With the base path: `https://api.example/v2`. */
  readonly serverUrl: string;
  /**
   * A value for each security scheme, by its id; a scheme without one is left out. The bare key or token; for basic
   * authentication `name:password`.
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

/** Puts a request's values where they travel: path, query, headers, cookies and body, each encoded by its own rules. */
export function encodeRequest(
  request: Omit<DocumentedRequest, 'security'> & Partial<Pick<DocumentedRequest, 'security'>>,
  { serverUrl, credentials = new Map() }: EncodeRequestOptions,
): EncodedRequest {
  const { operation, body } = request;
  let path = operation.path;
  const query: ParameterPair[] = [];
  const cookies: ParameterPair[] = [];
  const headers: Record<string, string> = {};
  for (const { parameter, value } of request.parameters) {
    const pairs = encodeParameter(parameter, value);
    if (parameter.in === 'query') query.push(...pairs);
    else if (parameter.in === 'cookie') cookies.push(...pairs);
    else if (parameter.in === 'header') headers[parameter.name] = pairs[0]?.value ?? '';
    else path = path.replaceAll(`{${parameter.name}}`, pairs[0]?.value ?? '');
  }
  for (const required of request.security ?? []) {
    const secret = credentials.get(required.scheme.id);
    if (secret !== undefined) addCredential(required, secret, { headers, query, cookies });
  }
  const encodedBody = body === undefined ? undefined : encodeBody(body.mediaType, body.value, body.content);
  if (encodedBody !== undefined) headers['Content-Type'] = encodedBody.contentType;
  if (cookies.length > 0) headers.Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const queryString = query.map(({ name, value }) => `${name}=${value}`).join('&');
  return {
    method: operation.method.toUpperCase() as Uppercase<HttpMethod>, // the type of toUpperCase is only string
    url: serverUrl.replace(/\/+$/, '') + path + (queryString === '' ? '' : `?${queryString}`),
    headers,
    body: encodedBody?.body,
  };
}

interface Carriers {
  readonly headers: Record<string, string>;
  readonly query: ParameterPair[];
  readonly cookies: ParameterPair[];
}

/** Where a credential travels, by the type of its scheme (Security Scheme Object). */
function addCredential(
  { scheme }: RequiredScheme,
  secret: string,
  { headers, query, cookies }: Carriers,
): void {
  const name = scheme.name ?? scheme.id;
  if (scheme.type === 'apiKey') {
    const pair = { name: percentEncode(name), value: percentEncode(secret) };
    if (scheme.in === 'query') query.push(pair);
    else if (scheme.in === 'cookie') cookies.push(pair);
    else headers[name] = secret;
  } else if (scheme.type === 'http' && scheme.scheme === 'basic') {
    headers.Authorization = `Basic ${Buffer.from(secret).toString('base64')}`;
  } else if (scheme.type === 'http' && scheme.scheme !== 'bearer') {
    headers.Authorization = `${capitalised(scheme.scheme ?? '')} ${secret}`;
  } else if (scheme.type !== 'mutualTLS') {
    headers.Authorization = `Bearer ${secret}`;
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
