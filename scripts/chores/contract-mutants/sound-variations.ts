import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { type Change, changedReplies, jsonOf, type PassingReply, withHeader, withJson } from './mutant.ts';

const always = (change: (reply: PassingReply) => PassingReply): Change =>
  changedReplies(undefined, (reply) => change(reply));

const json = (change: (value: JsonValue) => JsonValue): Change =>
  always((reply) => {
    const value = jsonOf(reply);
    return value === undefined ? reply : withJson(reply, change(value));
  });

/** What an API may do otherwise than the mock, and be right all the same. */
export const soundVariations: Readonly<Record<string, () => Change>> = {
  'properties in another order': () => json(turned),
  'a property that nobody documented': () => json(withMore),
  'headers that nobody documented': () =>
    always((reply) => ({
      ...reply,
      headers: { ...reply.headers, 'x-served-by': 'node-7', via: '1.1 cache', age: '0' },
    })),
  'JSON with line ends and spaces': () =>
    always((reply) => {
      const value = jsonOf(reply);
      return value === undefined ? reply : { ...reply, body: JSON.stringify(value, null, 4) };
    }),
  'messages in other words': () => json(reworded),
  'header names in capitals': () =>
    always((reply) => ({
      ...reply,
      headers: Object.fromEntries(
        Object.entries(reply.headers).map(([name, value]) => [name.toUpperCase(), value]),
      ),
    })),
  'a Content-Type with charset': () =>
    always((reply) =>
      /^application\/json$/.test(reply.headers['content-type'] ?? '')
        ? withHeader(reply, 'content-type', 'application/json; charset=UTF-8')
        : reply,
    ),
  'Date, Server and Connection headers': () =>
    always((reply) => ({
      ...reply,
      headers: { ...reply.headers, server: 'nginx/1.24.0', connection: 'close' },
    })),
  'somebody else uses the key': () => async (request, api) => {
    if (request.operation !== undefined) await api.pass(request);
    return api.pass(request);
  },
  'letters in JSON as escapes': () =>
    always((reply) => ({
      ...reply,
      body: String(reply.body).replaceAll(
        /[^\x20-\x7e]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    })),
};

function turned(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => turned(item));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, turned(one as JsonValue)] as const);
  return Object.fromEntries(entries.toReversed());
}

function withMore(value: JsonValue): JsonValue {
  return isObject(value) ? { ...value, servedFrom: 'cache' } : value;
}

function reworded(value: JsonValue): JsonValue {
  if (!isObject(value) || typeof value.message !== 'string') return value;
  return { ...value, message: 'Somebody else wrote this sentence.' };
}
