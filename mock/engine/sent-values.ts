import { decodedOrItself } from '../../openapi/model/percent-encoding.ts';
import { readJson } from '../../openapi/model/read-json.ts';
import { decodeCookies, decodePairs } from '../../openapi/operations/wire/query-pairs.ts';
import type { ApiRequest } from './api-request.ts';

/** Something that a request carries, decoded: `name` is '' where it has none (a path, a plain text). */
export interface SentValue {
  readonly place: 'path' | 'query' | 'header' | 'cookie' | 'body';
  readonly name: string;
  readonly value: string;
}

/** What is searched of a body: who sends a key in one, sends a short one. */
export const longestSearchedBody = 65_536;

/** The beginning of a body as text. */
export function searchedText(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder().decode(bytes.subarray(0, longestSearchedBody));
}

/** Everything in a request that could be a credential, wherever it stands. */
export function sentValues(
  { target, headers }: Pick<ApiRequest, 'target' | 'headers'>,
  body: string | undefined,
): readonly SentValue[] {
  const [path = '', query = ''] = target.split(/\?(.*)/s, 2);
  const values: SentValue[] = [{ place: 'path', name: '', value: decodedOrItself(path) }];
  values.push(...pairsIn('query', query));
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    if (name !== 'cookie') values.push({ place: 'header', name, value: withBasicDecoded(value) });
    else values.push(...decodeCookies(value).map((pair) => ({ place: 'cookie' as const, ...pair })));
  }
  if (body !== undefined) values.push(...bodyValues(body, headers['content-type'] ?? ''));
  return values;
}

/** A semicolon parts pairs, too, as some clients have it. */
function pairsIn(place: 'query' | 'body', text: string): readonly SentValue[] {
  return decodePairs(text.replaceAll(';', '&')).map((pair) => ({ place, ...pair }));
}

/** `Basic` hides what it carries in Base64. */
function withBasicDecoded(header: string): string {
  const [, base64] = /^basic\s+(\S+)\s*$/i.exec(header) ?? [];
  if (base64 === undefined) return header;
  return `${header.slice(0, 'Basic'.length)} ${Buffer.from(base64, 'base64').toString('latin1')}`;
}

/** A part of a multipart form: what stands before its name, the name, what stands before its value, the value. */
export const partOfForm =
  /(\bname="?)([^"\r\n;]{0,200})("?[^\r\n]{0,500}\r?\n(?:[^\r\n]{1,500}\r?\n){0,5}\r?\n)([^\r\n]*)/g;

function bodyValues(body: string, contentType: string): readonly SentValue[] {
  const whole: SentValue = { place: 'body', name: '', value: body };
  if (/form-urlencoded/i.test(contentType)) {
    return pairsIn('body', body);
  }
  if (/multipart/i.test(contentType)) {
    const parts = [...body.matchAll(partOfForm)];
    return [
      ...parts.map(([, , name = '', , value = '']) => ({ place: 'body' as const, name, value })),
      whole,
    ];
  }
  try {
    return [...membersOf(readJson(body)), whole];
  } catch {
    // No JSON: a text, in which a key that the mock knows is still found.
    return [whole];
  }
}

/** The members of a JSON value at every depth, without recursion: a body can be deep. */
function membersOf(root: unknown): readonly SentValue[] {
  const found: SentValue[] = [];
  const open: unknown[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === 'object' && member !== null) open.push(member);
      else found.push({ place: 'body', name: Array.isArray(value) ? '' : name, value: String(member) });
    }
  }
  return found;
}
