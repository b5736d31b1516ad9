import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMockServer, type MockServerOptions } from '../../mock/server.ts';

const document = 'test/documents/mock-shop.yaml';
const key = { 'x-shop-key': 'large-demo-key' };

/** The real server: keeps what it was asked, and answers as a test says. */
let asked: { line: string; headers: IncomingMessage['headers']; rawHeaders: string[]; body: string }[] = [];
let answer: (outgoing: ServerResponse) => void;
const real = createServer(async (incoming, outgoing) => {
  let body = '';
  for await (const chunk of incoming) body += chunk;
  const { method, url, headers, rawHeaders } = incoming;
  asked.push({ line: `${method} ${url}`, headers, rawHeaders, body });
  answer(outgoing);
});
let address = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => real.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(real.address() as AddressInfo).port}/real`;
});
afterAll(() => new Promise((resolve) => real.close(resolve)));
beforeEach(() => {
  asked = [];
  answer = (outgoing) => outgoing.writeHead(200, { 'content-type': 'application/json' }).end('[]');
});

const startMock = (passthrough: Record<string, string>, options: MockServerOptions = {}) =>
  createMockServer({ document, listen: false, passthrough, ...options });

describe('a request that is passed on', () => {
  it('has the path below the base path, the query as it was sent, and its headers but those of one connection', async () => {
    await using mock = await createMockServer({ document, passthrough: { listItems: address } });
    const { request } = await import('node:http');
    await new Promise((resolve, reject) =>
      request(`${mock.apiUrl}/items?limit=2&color=%72ed`, {
        headers: {
          'X-Tenant': 'acme',
          Cookie: 'a=1',
          'Accept-Encoding': 'gzip',
          TE: 'trailers',
          Connection: 'close, X-Hop',
          'X-Hop': 'no',
        },
      })
        .on('response', (reply) => reply.resume().on('end', resolve))
        .on('error', reject)
        .end(),
    );
    const [{ line, headers } = { line: '', headers: {} }] = asked;
    expect(line).toBe('GET /real/items?limit=2&color=%72ed');
    expect(headers).toEqual({
      host: new URL(address).host,
      connection: 'close',
      'x-tenant': 'acme',
      cookie: 'a=1',
      'accept-encoding': 'identity',
    });
  });

  it('has its body and its key', async () => {
    answer = (outgoing) =>
      outgoing.writeHead(201, { 'content-type': 'application/json' }).end('{"id":9,"name":"Nail"}');
    await using mock = await startMock({ addItem: address });
    const body = '{"id": 9,\n "name": "Nail"}';
    const headers = { 'content-type': 'application/json', ...key };
    const reply = await mock.fetch(`${mock.apiUrl}/items`, { method: 'POST', headers, body });
    expect([reply.status, await reply.json()]).toEqual([201, { id: 9, name: 'Nail' }]);
    expect(asked).toMatchObject([
      { line: 'POST /real/items', body, headers: { ...key, 'content-length': String(body.length) } },
    ]);
  });

  it('asks for the headers of GET where HEAD is sent', async () => {
    await using mock = await startMock({ listItems: address });
    const reply = await mock.fetch(`${mock.apiUrl}/items`, { method: 'HEAD' });
    expect([asked[0]?.line, reply.headers.get('content-length')]).toEqual(['GET /real/items', '2']);
  });

  it.each([
    { what: 'a missing key', path: '/orders', headers: {}, status: 401 },
    {
      what: 'a plan without the operation',
      path: '/orders',
      headers: { 'x-shop-key': 'mock-small-key' },
      status: 403,
    },
    { what: 'a bad parameter', path: '/items?limit=0', headers: {}, status: 400 },
    { what: 'a reply that is preferred', path: '/items', headers: { prefer: 'code=404' }, status: 404 },
  ])('comes after what the mock says itself: $what', async ({ path, headers, status }) => {
    await using mock = await startMock({ listOrders: address, listItems: address });
    const reply = await mock.fetch(mock.apiUrl + path, { headers });
    expect([reply.status, asked]).toEqual([status, []]);
  });

  it('comes after limits and planted faults', async () => {
    await using mock = await startMock({ listOrders: address, listItems: address });
    await mock.fail({ operationId: 'listItems', status: 503, times: 1 });
    expect((await mock.fetch(`${mock.apiUrl}/items`)).status).toBe(503);
    const statuses: number[] = [];
    for (let call = 0; call < 4; call += 1)
      statuses.push((await mock.fetch(`${mock.apiUrl}/orders`, { headers: key })).status);
    expect([statuses, asked.length]).toEqual([[200, 200, 200, 429], 3]);
  });

  it('is not made for other operations, nor where a function is in use until reset', async () => {
    await using mock = await startMock({ listItems: address });
    expect(await (await mock.fetch(`${mock.apiUrl}/items/7`)).json()).toMatchObject({});
    mock.use({ listItems: () => ({ status: 200, body: [{ id: 5, name: 'Own' }] }) });
    expect(await (await mock.fetch(`${mock.apiUrl}/items`)).json()).toEqual([{ id: 5, name: 'Own' }]);
    expect(asked).toEqual([]);
    await mock.reset();
    await mock.fetch(`${mock.apiUrl}/items`);
    expect(asked).toHaveLength(1);
  });
});

describe('the reply of a real server', () => {
  it('comes back as it is, and the journal says where from', async () => {
    const text = '[{"id": 1, "name": "Real"}]';
    answer = (outgoing) => {
      outgoing.setHeader('Set-Cookie', ['a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT', 'b=2']);
      outgoing.writeHead(200, {
        'content-type': 'application/json;charset=utf-8',
        'content-encoding': 'gzip',
        'x-real': 'yes',
        'keep-alive': 'timeout=5',
        connection: 'close, x-hop',
        'x-hop': 'no',
      });
      outgoing.end(gzipSync(text));
    };
    await using mock = await startMock({ listItems: `${address}/` });
    const reply = await mock.fetch(`${mock.apiUrl}/items`);
    expect([reply.status, await reply.text()]).toEqual([200, text]);
    expect(reply.headers.getSetCookie()).toEqual(['a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT', 'b=2']);
    const names = ['content-type', 'content-encoding', 'x-real', 'x-hop', 'keep-alive'];
    expect(names.map((name) => reply.headers.get(name))).toEqual([
      'application/json;charset=utf-8',
      null,
      'yes',
      null,
      null,
    ]);
    expect((await mock.requests()).at(-1)).toMatchObject({
      operationId: 'listItems',
      answeredBy: 'make reply',
      why: `passed on to ${address}/items`,
    });
  });

  it.each([
    {
      what: 'a status',
      status: 500,
      type: 'text/html',
      body: '<h1>é</h1>',
      want: 'Status 500 is not documented for listItems',
    },
    {
      what: 'a body',
      status: 200,
      type: 'application/json',
      body: '[{"id":"x"}]',
      want: '/0/name is required',
    },
    { what: 'no JSON', status: 200, type: 'application/json', body: '[', want: 'whose text is no JSON' },
  ])(
    'is passed though it does not fit the document, which log and journal say: $what',
    async ({ status, type, body, want }) => {
      answer = (outgoing) => outgoing.writeHead(status, { 'content-type': type }).end(body);
      const said: unknown[][] = [];
      const logger = { info() {}, error() {}, warn: (...facts: unknown[]) => said.push(facts) };
      await using mock = await startMock({ listItems: address }, { logger });
      const reply = await mock.fetch(`${mock.apiUrl}/items`);
      expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([
        status,
        type,
        body,
      ]);
      const { why } = (await mock.requests()).at(-1) ?? {};
      expect(why).toContain(`passed on to ${address}/items; it does not fit the document: `);
      expect(why).toContain(want);
      expect(said).toMatchObject([
        [
          { operationId: 'listItems', status },
          `The reply of ${address}/items to listItems does not fit the document.`,
        ],
      ]);
    },
  );

  it('has a body without a type where it came so', async () => {
    answer = (outgoing) => outgoing.writeHead(200).end('bare');
    await using mock = await startMock({ listItems: address });
    const reply = await mock.answer(
      (await import('../../mock/engine/api-request.ts')).apiRequest({ target: '/v1/items' }),
    );
    expect([reply.headers['Content-Type'], Buffer.from(reply.body ?? '').toString()]).toEqual([
      undefined,
      'bare',
    ]);
  });

  it.each([
    { what: 'nobody listens', at: 'http://127.0.0.1:1/v2', reason: 'connect ECONNREFUSED 127.0.0.1:1' },
    { what: 'the connection breaks', at: undefined, reason: 'aborted' },
    {
      what: 'its encoding is unknown',
      at: undefined,
      reason: 'none that can be read in its Content-Encoding br2',
      coding: 'br2',
    },
  ])('is a 502 that says operation and address where none came: $what', async ({ at, reason, coding }) => {
    answer = (outgoing) => {
      outgoing.writeHead(200, { 'content-length': 9, ...(coding && { 'content-encoding': coding }) });
      if (coding === undefined) outgoing.write('a', () => outgoing.destroy());
      else outgoing.end('123456789');
    };
    await using mock = await startMock({ listItems: at ?? address });
    const reply = await mock.fetch(`${mock.apiUrl}/items`);
    expect([reply.status, await reply.json()]).toMatchObject([
      502,
      { detail: `listItems is passed on to ${at ?? address}/items, which gave no reply: ${reason}.` },
    ]);
  });
});

it('is a 502 also where the document describes its errors, and none of that status', async () => {
  await using mock = await createMockServer({
    listen: false,
    passthrough: { listTypes: 'http://127.0.0.1:1' },
  });
  const reply = await mock.fetch(`${mock.apiUrl}/type`, { headers: { 'x-api-key': 'mock-pro-key' } });
  expect([reply.status, await reply.json()]).toMatchObject([502, { code: 'unreachable-server' }]);
});

it('is a 502 where the real server is the mock itself', async () => {
  await using mock = await createMockServer({ document });
  await mock.reload({ passthrough: { listItems: mock.apiUrl } });
  const reply = await fetch(`${mock.apiUrl.replace('127.0.0.1', 'localhost')}/items`);
  expect([reply.status, (await reply.json()).detail]).toEqual([
    502,
    `listItems is passed on to ${mock.apiUrl}/items, which gave no reply: it is this mock.`,
  ]);
});

describe('what is passed on', () => {
  it.each([
    {
      passthrough: { listItem: 'http://a.example' },
      want: /There is a passthrough for listItem, but no such operation in Shop\. Did you mean "listItems"\?/,
    },
    {
      passthrough: { listItems: 'a.example/v2' },
      want: /The passthrough of listItems must be where a real server's paths begin, .* and is "a\.example\/v2"\./,
    },
    { passthrough: { listItems: 'http://a.example/v2?x=1' }, want: /must be where/ },
    { passthrough: { listItems: 'http://me:word@a.example/' }, want: /must be where/ },
  ])('is checked at the start: $passthrough', async ({ passthrough, want }) => {
    await expect(startMock(passthrough)).rejects.toThrow(want);
  });

  it('can be another with a reload', async () => {
    await using mock = await startMock({});
    await mock.fetch(`${mock.apiUrl}/items`);
    await mock.reload({ passthrough: { listItems: address } });
    await mock.fetch(`${mock.apiUrl}/items`);
    expect(asked).toHaveLength(1);
  });
});
