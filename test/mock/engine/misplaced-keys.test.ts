import { describe, expect, it } from 'vitest';
import { apiRequest } from '../../../mock/engine/api-request.ts';
import { documentShape } from '../../../mock/engine/failures/document-shape.ts';
import { shopEngine } from './shop.ts';

const known = 'mock-small-key';
const unknown = 'sk_live_0123456789';
const basic = (text: string) => `Basic ${btoa(text)}`;

/** A shop whose log is kept, with all that it says of one request. */
async function tell(line: string, given: { headers?: Record<string, string>; body?: string }, options = {}) {
  const log: string[] = [];
  const note = (facts: object, message: string) => void log.push(message + JSON.stringify(facts));
  const shop = shopEngine({ logger: { info: note, warn: note, error: note }, ...options });
  const reply = await shop.ask(line, given);
  const said = { reply: reply.text, headers: reply.headers, journal: shop.engine.journal.entries(), log };
  return { reply, said: JSON.stringify(said) };
}

const rows: readonly { line?: string; headers?: Record<string, string>; body?: string; found: RegExp }[] = [
  ...[
    'x-shop-key',
    'x_shop_key',
    'shopKey',
    'X-Shop-Token',
    'x-shop-kye',
    'key',
    'api-key',
    'apikey',
    'x-api_key',
    'access_token',
    'token',
  ].map((name) => ({ line: `GET /orders?${name}=KEY`, found: new RegExp(`the query parameter ${name},`) })),
  ...[
    'x_shop_key',
    'shop-key',
    'x-shop-token',
    'x-shopkey',
    'key',
    'api-key',
    'x-api-key',
    'apikey',
    'x-auth-token',
    'x-rapidapi-key',
    'ocp-apim-subscription-key',
  ].map((name) => ({ headers: { [name]: 'KEY' }, found: new RegExp(`the header ${name},`) })),
  { headers: { authorization: 'Bearer KEY' }, found: /the header Authorization: Bearer,/ },
  { headers: { authorization: 'Token KEY' }, found: /the header Authorization: Token,/ },
  { headers: { authorization: 'KEY' }, found: /the header Authorization, without a word/ },
  { headers: { authorization: 'BASIC' }, found: /the header Authorization: Basic,/ },
  { headers: { cookie: 'a=b; x-shop-key=KEY' }, found: /the cookie x-shop-key,/ },
  { line: 'POST /items', body: '{"shop_key": "KEY"}', found: /shop_key in the body,/ },
  { line: 'POST /items', body: '{"auth": {"api_key": "KEY", "n": 1}}', found: /api_key in the body,/ },
  {
    line: 'POST /items',
    body: 'name=Nail&api_key=KEY',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    found: /api_key in the body,/,
  },
  {
    line: 'POST /items',
    body: '--b\r\nContent-Disposition: form-data; name="api_key"\r\n\r\nKEY\r\n--b--',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    found: /api_key in the body,/,
  },
];

/** Places in which only a key that the mock knows can be told from anything else. */
const anywhere: typeof rows = [
  { line: 'GET /orders?q=KEY', found: /the query parameter q,/ },
  { line: 'GET /orders?KEY', found: /the query parameter mock…,/ },
  { line: 'GET /orders?KEY=1', found: /the query parameter mock…,/ },
  { line: 'GET /orders?q=mock%2Dsmall%2dkey', found: /the query parameter q,/ },
  { headers: { 'x-anything': 'the KEY of mine' }, found: /the header x-anything,/ },
  { headers: { referer: 'http://a.example/?x=KEY' }, found: /the header referer,/ },
  { headers: { cookie: 'anything=KEY' }, found: /the cookie anything,/ },
  { headers: { cookie: 'a=b; KEY' }, found: /a cookie without a name,/ },
  { line: 'POST /items', body: '{"name": "KEY"}', found: /name in the body,/ },
  { line: 'POST /items', body: 'no JSON: KEY', found: /the body,/ },
];

function filled(row: (typeof rows)[number], key: string) {
  const fill = (text: string) => text.replaceAll('KEY', key).replace('BASIC', basic(`${key}:`));
  const headers = Object.entries(row.headers ?? {}).map(([name, value]) => [name, fill(value)]);
  return {
    line: fill(row.line ?? 'GET /orders'),
    given: {
      headers: Object.fromEntries(headers),
      ...(row.body === undefined ? {} : { body: fill(row.body) }),
    },
  };
}

describe('a key where the operation does not look', () => {
  it.each([
    ...[...rows, ...anywhere].map((row) => ({ ...row, key: known })),
    ...rows.map((row) => ({ ...row, key: unknown })),
  ])('is found and told: $key at $line $headers $body', async (row) => {
    const { line, given } = filled(row, row.key);
    const { reply, said } = await tell(line, given);
    expect([reply.status, reply.json.code]).toEqual([401, 'misplaced-key']);
    expect(reply.json.detail).toMatch(row.found);
    expect(reply.json.detail).toContain('It takes an API key in the header x-shop-key.');
    expect(said).not.toContain(row.key);
    expect(said).not.toContain(btoa(`${row.key}:`));
  });

  it('is named beside the keys of the mock only where it is none of them', async () => {
    const keysOf = async (key: string) => (await tell(`GET /orders?api_key=${key}`, {})).reply.json.detail;
    expect(await keysOf(unknown)).toMatch(/Keys of this mock: mock-small-key/);
    expect(await keysOf(known)).not.toMatch(/Keys of this mock/);
  });

  it.each([
    { needs: /header Authorization: bearer/, line: 'GET /secured/bearer', headers: { 'x-api-key': known } },
    {
      needs: /header Authorization: bearer/,
      line: 'GET /secured/bearer',
      headers: { authorization: basic(known) },
    },
    { needs: /query parameter key/, line: 'GET /secured/query', headers: { 'x-shop-key': known } },
    { needs: /cookie session/, line: 'GET /secured/cookie', headers: { authorization: `Bearer ${known}` } },
    {
      needs: /x-shop-key, or the header Authorization/,
      line: `GET /secured/either?key=${known}`,
      headers: {},
    },
  ])('is told where it belongs: $needs', async ({ needs, line, headers }) => {
    const { json } = await shopEngine().ask(line, { headers: headers as Record<string, string> });
    expect([json.code, json.detail]).toEqual(['misplaced-key', expect.stringMatching(needs)]);
  });

  it.each([
    { why: 'a parameter that is called so', line: 'GET /orders', headers: { 'idempotency-key': unknown } },
    { why: 'a token against forged requests', line: 'GET /orders', headers: { 'x-csrf-token': unknown } },
    { why: "another service's cookies", line: 'GET /orders', headers: { cookie: `token=${unknown}` } },
    {
      why: 'a place in a list',
      line: `GET /orders?pageToken=${unknown}&sort_key=name&monkey=1`,
      headers: {},
    },
    { why: 'an empty value', line: 'GET /orders?api_key=', headers: {} },
    { why: 'one of two keys', line: `GET /secured/both?key=${known}`, headers: {} },
    { why: 'pairs in a body', line: 'POST /items', headers: {}, body: '[{"key": "a", "value": "b"}]' },
  ])('is not seen in $why', async ({ line, headers, body }) => {
    const given = { headers: headers as Record<string, string>, ...(body === undefined ? {} : { body }) };
    expect((await shopEngine().ask(line, given)).json.code).toBe('missing-key');
  });

  it('is not looked for in a body that is long, or that nobody has sent yet', async () => {
    const { engine } = shopEngine();
    const readBody = () => Promise.reject(new Error('It was read.'));
    for (const headers of [
      { 'content-length': '65537' },
      { 'content-length': '9', expect: '100-continue' },
    ]) {
      const request = { ...apiRequest({ method: 'POST', target: '/v1/items', headers }), readBody };
      expect((await engine.answer(request)).status).toBe(401);
    }
  });
});

describe('a key that is sent is nowhere in clear', () => {
  it.each([
    { where: 'a path that is not there', line: `GET /ordres/${known}`, status: 404 },
    { where: 'a path before which a key stands', line: `GET /${known}/orders`, status: 404 },
    { where: 'a path with a key in another spelling', line: 'GET /ordres/mock%2Dsmall%2Dkey', status: 404 },
    { where: 'ignored parameters', line: `GET /items?${known}=1&x=${known}`, status: 200 },
    { where: 'a wrong value', line: `GET /items?limit=${known}`, status: 400 },
    {
      where: 'a value that does not decode',
      line: `GET /items?api_key=${unknown}%ZZ`,
      status: 400,
      key: unknown,
    },
    {
      where: 'a wrong member of a body',
      line: 'POST /items',
      body: `{"id":"${known}"}`,
      status: 400,
      own: true,
    },
    {
      where: 'a body of another kind',
      line: 'POST /items',
      body: known,
      status: 415,
      own: true,
      type: `a/${known}`,
    },
    { where: 'Accept', line: 'GET /items', headers: { accept: `text/${known}` }, status: 406 },
    { where: 'Prefer', line: 'GET /items', headers: { prefer: `example=${known}` }, status: 404 },
    {
      where: 'a placeholder and a key',
      line: 'GET /orders',
      headers: { 'x-shop-key': 'PUT-KEY-HERE', 'x-b': known },
      status: 401,
    },
    {
      where: 'its own name before it',
      line: 'GET /orders',
      headers: { 'x-shop-key': `x-shop-key: ${known}` },
      status: 401,
    },
    { where: 'quotes around it', line: 'GET /orders', headers: { 'x-shop-key': `"${known}"` }, status: 401 },
    {
      where: 'a word before it',
      line: 'GET /orders',
      headers: { 'x-shop-key': `Bearer ${known}` },
      status: 401,
    },
    {
      where: 'itself twice',
      line: 'GET /orders',
      headers: { 'x-shop-key': `${known}, ${known}` },
      status: 401,
    },
    {
      where: 'an unknown key',
      line: 'GET /orders',
      headers: { 'x-shop-key': unknown },
      status: 401,
      key: unknown,
    },
    { where: 'a method that is not there', line: `PUT /items?key=${known}`, status: 405 },
  ])('$where: $status', async ({ line, headers, body, status, own, type, key = known }) => {
    const sent = {
      ...headers,
      ...(own ? { 'x-shop-key': known, 'content-type': type ?? 'application/json' } : {}),
    };
    const { reply, said } = await tell(line, {
      headers: sent as Record<string, string>,
      ...(body === undefined ? {} : { body }),
    });
    expect(reply.status).toBe(status);
    expect(said).not.toContain(key);
    expect(said).not.toMatch(/mock%2Dsmall/i);
  });

  it('in the shape of a document, with its reason in a header', async () => {
    const { reply, said } = await tell(`GET /items/${known}`, {}, { failureShape: documentShape });
    expect(reply.status).toBe(400);
    expect(said).not.toContain(known);
  });

  it('in what a failing handler says', async () => {
    const handlers = {
      listItems: () => {
        throw new Error(`Nothing for ${known}.`);
      },
    };
    const { reply, said } = await tell('GET /items', {}, { handlers });
    expect(reply.status).toBe(500);
    expect(said).not.toContain(known);
  });

  it.each([
    { given: '{"password":"abc","name":"Nail"}', want: '{"password":"…","name":"Nail"}' },
    { given: '{"api_key": "not json', want: '{"api_key": "not json' },
    { given: `{"apiKey":"${unknown}",}`, want: '{"apiKey":"sk_l…",}' },
    { given: '{"key":"color","token":"0123456789"}', want: '{"key":"color","token":"0123…"}' },
  ])('in the journal of a body: $given', async ({ given, want }) => {
    const { ask, engine } = shopEngine();
    await ask('POST /items', {
      body: given,
      headers: { 'x-shop-key': known, 'content-type': 'application/json' },
    });
    expect(engine.journal.entries()[0]?.requestBody).toBe(want);
  });
});
