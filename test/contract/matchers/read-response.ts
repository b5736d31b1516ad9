import { joinFields } from '../../../openapi/model/http-headers.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import type { RawReply } from '../../../openapi/operations/wire/read-reply.ts';

/** What a matcher is given, as far as it can be read. */
export interface TestedResponse {
  readonly reply: RawReply;
  /** Where it came from, absolute or a path; undefined: the object does not say. */
  readonly url: string | undefined;
  /** In upper case; undefined: the object does not say, as a `Response` of fetch does not. */
  readonly method: string | undefined;
}

/** Any object: its members are looked at before they are used. */
type Loose = Readonly<Record<string, unknown>>;

const wanted = `a response: of fetch, axios or supertest, or an object { status, headers, body }`;

/**
 * Reads the response of a client: of fetch (undici, node-fetch: a copy is read, so that a test can still read it), axios
 * (`data`, `config`), supertest (`text`, `request`), or a plain `{ status, headers, body }`. Throws a TypeError that says what
 * to give where it is none.
 */
export async function readResponse(given: unknown): Promise<TestedResponse> {
  if (!isLoose(given)) throw new TypeError(`toFitContract takes ${wanted}, not ${String(given)}.`);
  const status = given.status ?? given.statusCode;
  if (typeof status !== 'number')
    throw new TypeError(`toFitContract takes ${wanted}: this one has no status. Is an "await" missing?`);
  const headers = readHeaders(given.headers);
  const body = typeof given.arrayBuffer === 'function' ? await readCopy(given) : bodyOf(given);
  return { reply: { status, headers, body }, url: urlOf(given), method: methodOf(given)?.toUpperCase() };
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null;
}

/** A Headers object, one that can be iterated or written as JSON (AxiosHeaders), or a plain one. */
function readHeaders(given: unknown): Readonly<Record<string, string>> {
  if (!isLoose(given)) return {};
  const plain = typeof given.toJSON === 'function' ? given.toJSON() : given;
  const entries: Iterable<readonly [string, unknown]> =
    typeof given.entries === 'function' ? given.entries() : Object.entries(isObject(plain) ? plain : {});
  const headers: Record<string, string> = {};
  for (const [name, value] of entries) {
    if (value === undefined || value === null) continue;
    const before = headers[name];
    const fields = Array.isArray(value) ? value.map(String) : [String(value)];
    headers[name] = joinFields(name, before === undefined ? fields : [before, ...fields]);
  }
  return headers;
}

async function readCopy(response: Loose): Promise<Uint8Array> {
  if (response.bodyUsed === true)
    throw new TypeError(
      'The body of this response has been read. Call toFitContract before, or on a copy: response.clone().',
    );
  // It has `arrayBuffer`, so it is what fetch gives.
  const { clone } = response as unknown as Response;
  return new Uint8Array(await clone.call(response).arrayBuffer());
}

/** axios and a plain object hold what was read of JSON; supertest its text, too. */
function bodyOf(response: Loose): Uint8Array | string | undefined {
  const { text, data, body } = response;
  if (typeof text === 'string' && text !== '') return text;
  const value = 'data' in response ? data : body;
  if (value === undefined || typeof value === 'string' || value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return JSON.stringify(value);
}

function urlOf(response: Loose): string | undefined {
  const { url, config, request } = response;
  if (typeof url === 'string' && url !== '') return url;
  if (isLoose(config) && typeof config.url === 'string') return joined(config.baseURL, config.url);
  return isLoose(request) && typeof request.url === 'string' ? request.url : undefined;
}

function joined(base: unknown, url: string): string {
  if (typeof base !== 'string' || base === '' || /^[a-z][a-z\d+.-]*:\/\//i.test(url)) return url;
  return `${base.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}`;
}

function methodOf({ config, request }: Loose): string | undefined {
  const found = [config, request].find((one) => isLoose(one) && typeof one.method === 'string');
  return (found as { readonly method: string } | undefined)?.method;
}
