import { describe, expect, it } from 'vitest';
import { apiRequest } from '../../../../mock/engine/api-request.ts';
import { createAwsGateway } from '../../../../mock/engine/failures/aws-gateway.ts';
import { shopEngine } from '../shop.ts';

const aws = () => shopEngine({ gateway: createAwsGateway(() => 'ABCDEFGHIJKLMNO') });
const preflight = (method: string) => ({
  headers: {
    origin: 'https://app.example',
    'access-control-request-method': method,
    'access-control-request-headers': 'x-shop-key, content-type',
  },
});

describe('leave to others', () => {
  it.each([
    { target: '/v1/items', site: 200, application: 200 },
    { target: '/v1', site: 404, application: 404 },
    { target: '/v1/nothing', site: 404, application: 404 },
    { target: '/v12', site: undefined, application: undefined },
    { target: '/', site: undefined, application: undefined },
    { target: '/items', site: undefined, application: undefined },
  ])('keeps $target where it is the API’s', async ({ target, site, application }) => {
    const { engine } = shopEngine();
    expect((await engine.answerBeside('site', apiRequest({ target })))?.status).toBe(site);
    expect((await engine.answerBeside('application', apiRequest({ target })))?.status).toBe(application);
  });

  it('keeps nothing in the journal of what it left', async () => {
    const { engine } = shopEngine();
    await engine.answerBeside('site', apiRequest({ target: '/' }));
    expect(engine.journal.entries()).toEqual([]);
  });
});

describe('limit target', () => {
  it('reads 8,192 bytes and not one more', async () => {
    const { ask } = shopEngine();
    const path = '/items?x=';
    const filled = (bytes: number) => `GET ${path}${'a'.repeat(bytes - path.length - '/v1'.length)}`;
    expect((await ask(filled(8_192))).status).toBe(200);
    const reply = await ask(filled(8_193));
    expect([reply.status, reply.json.code]).toEqual([414, 'uri-too-long']);
    expect(reply.json.detail).toMatch(/8193 bytes.*8192/);
  });
});

describe('match operation', () => {
  it.each([
    { line: 'GET /nowhere', says: /Nothing answers at \/v1\/nowhere\. The API's paths begin with \/v1\.$/ },
    { line: 'GET /itmes', says: /Did you mean \/v1\/items\?/ },
    { line: 'GET /items/', says: /Did you mean \/v1\/items\?/ },
    { line: 'GET //items', says: /Did you mean \/v1\/items\?/ },
    { line: 'GET /Items', says: /Did you mean \/v1\/items\?/ },
  ])('answers $line with 404 and the base path', async ({ line, says }) => {
    const reply = await shopEngine().ask(line);
    expect([reply.status, reply.json.code]).toEqual([404, 'unknown-path']);
    expect(reply.json.detail).toMatch(says);
  });

  it('names the whole path where the base path was forgotten', async () => {
    const { engine } = shopEngine();
    const reply = await engine.answer(apiRequest({ target: '/items' }));
    expect(JSON.parse(String(reply.body)).detail).toMatch(/begin with \/v1\. Did you mean \/v1\/items\?/);
  });

  it('does not take a path with two slashes at its front for a host', async () => {
    const { engine } = shopEngine();
    const reply = await engine.answer(apiRequest({ target: '//v1/items' }));
    expect(JSON.parse(String(reply.body)).detail).toMatch(/Nothing answers at \/\/v1\/items\./);
  });

  it('reads a target in absolute form', async () => {
    const { engine } = shopEngine();
    expect((await engine.answer(apiRequest({ target: 'http://shop.example/v1/items?limit=1' }))).status).toBe(
      200,
    );
  });

  it.each(['GET /it%ZZems', 'GET /items/%E0%A4%A', 'GET /%'])(
    'answers %s, which does not decode, with 400',
    async (line) => {
      const reply = await shopEngine().ask(line);
      expect(reply.status).toBe(400);
      expect(reply.json.errors).toMatchObject([{ where: 'path', code: 'undecodable' }]);
    },
  );

  it('answers another method with 405 and what the path answers', async () => {
    const reply = await shopEngine().ask('PUT /items');
    expect([reply.status, reply.json.code, reply.headers.Allow]).toEqual([
      405,
      'method-not-allowed',
      'GET, POST, HEAD, OPTIONS',
    ]);
    expect(reply.json.detail).toBe('/v1/items does not answer PUT. It answers GET, POST, HEAD and OPTIONS.');
  });

  it('answers OPTIONS with what the path answers', async () => {
    const reply = await shopEngine().ask('OPTIONS /items/7');
    expect([reply.status, reply.headers.Allow, reply.text]).toEqual([204, 'GET, DELETE, HEAD, OPTIONS', '']);
  });

  it('answers OPTIONS * with what the server answers', async () => {
    const { engine } = shopEngine();
    const reply = await engine.answer(apiRequest({ method: 'OPTIONS', target: '*' }));
    expect([reply.status, reply.headers.Allow]).toEqual([204, 'GET, POST, DELETE, HEAD, OPTIONS']);
  });

  it('answers HEAD as the GET without its body', async () => {
    const { ask } = shopEngine();
    const [get, head] = [await ask('GET /items'), await ask('HEAD /items')];
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers['Content-Length']).toBe(String(Buffer.byteLength(get.text)));
    expect(head.headers['Content-Type']).toBe('application/json');
  });

  it('has no HEAD where there is no GET', async () => {
    expect((await shopEngine().ask('HEAD /nowhere')).status).toBe(404);
  });

  it.each(['HEAD /items', 'OPTIONS /items', 'PUT /items', 'GET /nowhere', 'OPTIONS /nowhere'])(
    'knows only what the document defines behind the aws gateway: %s',
    async (line) => {
      const reply = await aws().ask(line);
      expect([reply.status, reply.headers['x-amzn-ErrorType']]).toEqual([
        403,
        'MissingAuthenticationTokenException',
      ]);
    },
  );
});

describe('answer preflight', () => {
  it.each([
    'GET /items',
    'GET /orders',
    'GET /nowhere',
    'PUT /items',
    'GET /%',
    `GET /items?x=${'a'.repeat(9_000)}`,
  ])('lets every page read the reply to %.30s', async (line) => {
    const { headers } = await shopEngine().ask(line);
    const isTooLong = line.length > 8_192;
    expect(headers['Access-Control-Allow-Origin']).toBe('*');
    expect(headers['Access-Control-Expose-Headers']).toMatch(
      /X-Request-Id.*RateLimit.*X-RateLimit-Remaining.*Retry-After/,
    );
    expect(isTooLong || headers['X-Request-Id']).toBeTruthy();
  });

  it.each([
    { gateway: 'documented', start: shopEngine, methods: 'GET, POST, HEAD, OPTIONS' },
    { gateway: 'aws', start: aws, methods: 'GET, POST, OPTIONS' },
  ])('answers the preflight of a defined operation with the $gateway gateway', async ({ start, methods }) => {
    const reply = await start().ask('OPTIONS /items', preflight('POST'));
    expect(reply.status).toBe(204);
    expect(reply.headers).toMatchObject({
      // One of the shop's keys is a cookie.
      'Access-Control-Allow-Origin': 'https://app.example',
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': 'x-shop-key, content-type',
      'Access-Control-Max-Age': '600',
    });
  });

  it('lets the preflight of an unknown path pass, so that the page can read its 404', async () => {
    const reply = await shopEngine().ask('OPTIONS /nowhere', preflight('DELETE'));
    expect([reply.status, reply.headers['Access-Control-Allow-Methods']]).toEqual([204, 'DELETE']);
  });

  it('echoes only names of headers', async () => {
    const given = preflight('GET');
    given.headers['access-control-request-headers'] = 'x-one, evil header, x-two:1';
    expect((await shopEngine().ask('OPTIONS /items', given)).headers['Access-Control-Allow-Headers']).toBe(
      'x-one',
    );
  });

  it('allows the headers of the document where the page names none', async () => {
    const given = { headers: { origin: 'https://app.example', 'access-control-request-method': 'GET' } };
    const reply = await shopEngine().ask('OPTIONS /items', given);
    expect(reply.headers['Access-Control-Allow-Headers']).toMatch(/Content-Type, Prefer, x-shop-key$/);
  });

  it('lets a public page call a mock on its own machine', async () => {
    const given = {
      headers: { ...preflight('GET').headers, 'access-control-request-private-network': 'true' },
    };
    expect(
      (await shopEngine().ask('OPTIONS /items', given)).headers['Access-Control-Allow-Private-Network'],
    ).toBe('true');
  });

  it("sends none on the aws gateway's own refusals, as that gateway does", async () => {
    expect((await aws().ask('GET /orders')).headers['Access-Control-Allow-Origin']).toBeUndefined();
  });
});
