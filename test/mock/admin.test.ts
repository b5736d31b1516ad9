import { request as httpRequest } from 'node:http';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { readModel } from '../../openapi/model/read-model.ts';
import { rawRequest } from './raw-request.ts';

const mock = await createMockServer({ clock: { startAt: '2026-11-23T12:00:00Z', isFrozen: true } });
afterAll(() => mock.close());
beforeEach(() => mock.reset());

async function admin(line: string, body?: string) {
  const [method = 'GET', path = ''] = line.split(' ');
  const reply = await fetch(`${mock.url}/__mock${path}`, body === undefined ? { method } : { method, body });
  const text = await reply.text();
  return { status: reply.status, json: text === '' ? undefined : JSON.parse(text), headers: reply.headers };
}

/** fetch does not let a Host or an Origin be set. */
function adminWith(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(`${mock.url}/__mock/keys`, { headers }, (reply) =>
      resolve(reply.resume().statusCode ?? 0),
    );
    asked.on('error', reject);
    asked.end();
  });
}

describe('the admin side', () => {
  it('lists what there is, and is described by a document of its own', async () => {
    const { json } = await admin('GET ');
    const ids = json.map(({ operationId }: { operationId: string }) => operationId);
    expect(ids).toEqual(expect.arrayContaining(['createKey', 'fail', 'requests', 'setClock', 'reset']));
    const document = (await admin('GET /openapi.json')).json;
    expect(document.paths['/keys'].post.operationId).toBe('createKey');
    expect(await (await fetch(`${mock.adminUrl}/openapi.yaml`)).text()).toContain('operationId: createKey');
  });

  it('does by HTTP what it does in TypeScript, under the same names', async () => {
    const model = await readModel({ document: packageFile('mock/engine/admin/admin.yaml'), strict: true });
    const described = model.operations.map(({ operationId }) => operationId);
    const ofClock = Object.keys(mock.clock).map((name) => `${name}Clock`);
    // `now` and `isFrozen` are read together.
    const clock = [...ofClock.filter((name) => !/^(now|isFrozen|reset)Clock$/.test(name)), 'getClock'];
    const server = [
      'url',
      'apiUrl',
      'port',
      'docsUrl',
      'adminUrl',
      'authority',
      'authorityUrl',
      'model',
      'clock',
      'warnings',
      'notes',
    ];
    const inProcess = [
      'answer',
      'fetch',
      'expectNoProblems',
      'handler',
      'use',
      'reload',
      'serveSite',
      'close',
    ];
    const verbs = Object.keys(mock).filter((name) => ![...server, ...inProcess].includes(name));
    expect(described.toSorted()).toEqual([...verbs, ...clock].toSorted());
  });

  it('reads, sets, moves, stops and starts the clock', async () => {
    expect((await admin('GET /clock')).json).toEqual({ now: '2026-11-23T12:00:00.000Z', isFrozen: true });
    expect((await admin('PUT /clock', '{"now":"2026-12-31T23:59:59Z"}')).json.now).toBe(
      '2026-12-31T23:59:59.000Z',
    );
    expect((await admin('POST /clock/advance', '{"seconds":1}')).json.now).toBe('2027-01-01T00:00:00.000Z');
    expect((await admin('POST /clock/unfreeze')).json.isFrozen).toBe(false);
    expect((await admin('POST /clock/freeze')).json.isFrozen).toBe(true);
  });

  it.each(['{"days": 30}', '{"duration": "P30D"}', '"P30D"', 'P30D'])(
    'lets 30 days pass with %s',
    async (body) => {
      expect((await admin('POST /clock/advance', body)).json.now).toBe('2026-12-23T12:00:00.000Z');
    },
  );

  it.each([
    ['PUT /clock', '{"now":"yesterday"}'],
    ['PUT /clock', ''],
    ['POST /clock/advance', '{"moons":1}'],
    ['POST /clock/advance', ''],
    ['PUT /usage/mock-free-key', '{"remaining": -1}'],
    ['PUT /usage/mock-free-key', ''],
    ['PUT /usage/mock-free-key', '{"remaining": 501}'],
    ['PUT /usage/mock-free-key', '{"remaining": "3"}'],
  ])('refuses %s with %s and says how it is written', async (line, body) => {
    const { status, json } = await admin(line, body);
    expect(status).toBe(400);
    expect(json.message).toMatch(/"2026-12-01T00:00:00Z"|"P1M"|\{"remaining": 0\}|body|remaining/);
    expect(mock.clock.now()).toBe(Date.parse('2026-11-23T12:00:00Z'));
  });

  it('tells the usage of each key', async () => {
    await fetch(`${mock.apiUrl}/search`, { headers: { 'x-api-key': 'mock-lite-key' } });
    const { json } = await admin('GET /usage');
    expect(json.find(({ key }: { key: string }) => key === 'mock-lite-key')).toMatchObject({
      plan: 'lite',
      pools: [{ name: 'default', rate: { remaining: 99, burst: 100 }, quota: { used: 1, remaining: 9_999 } }],
    });
    expect((await admin('GET /usage/nobody')).status).toBe(404);
  });

  it('keeps the exchanges with the step that answered and why, keys masked', async () => {
    await fetch(`${mock.apiUrl}/type`);
    await fetch(`${mock.apiUrl}/search?lang=xx`, { headers: { 'x-api-key': 'mock-lite-key' } });
    const { json } = await admin('GET /requests');
    expect(json).toMatchObject([
      { operationId: 'listTypes', status: 200, answeredBy: 'make reply', why: 'handler' },
      {
        operationId: 'search',
        status: 400,
        answeredBy: 'validate request',
        why: 'invalid-request',
        account: 'Lite plan',
        target: '/learningobject/v2/search?lang=xx',
      },
    ]);
    expect(json[1].requestHeaders['x-api-key']).toBe('mock…');
    expect(JSON.stringify(json)).not.toContain('mock-lite-key"');
    expect((await admin('GET /requests?status=400')).json).toHaveLength(1);
    expect((await admin('GET /requests?operationId=listTypes&limit=1')).json).toHaveLength(1);
    expect((await admin(`GET /requests?since=${json[1].number}`)).json).toHaveLength(0);
  });

  it('resets usage, exchanges and clock', async () => {
    await fetch(`${mock.apiUrl}/search`, { headers: { 'x-api-key': 'mock-lite-key' } });
    mock.clock.advance('P1D');
    await admin('POST /reset');
    expect(mock.requests()).toEqual([]);
    expect((await mock.usage('mock-lite-key')).pools[0]?.quota?.used).toBe(0);
    expect(mock.clock.now()).toBe(Date.parse('2026-11-23T12:00:00Z'));
  });

  it('shows what was sent', async () => {
    const feedback = {
      url: 'https://a.example/x',
      request_id: '7f0f3a52-5d0c-4f3e-9a51-2b8f4a1f6c11',
      email: 'ada@app.example',
      source: 'https://app.example',
    };
    await fetch(`${mock.apiUrl}/feedback`, {
      method: 'POST',
      headers: { 'x-api-key': 'mock-lite-key', 'content-type': 'application/json' },
      body: JSON.stringify(feedback),
    });
    const { json } = await admin('GET /requests?operationId=sendFeedback');
    expect(JSON.parse(json[0].requestBody)).toEqual(feedback);
  });

  it.each([
    ['GET /requests?stauts=429', 400, /no query parameter "stauts". Did you mean "status"/],
    ['GET /requests?since=yesterday', 400, /since must be/],
    ['GET /requests?limit=-1', 400, /limit must be/],
    ['GET /usage/%zz', 400, /percent-encoded/],
  ])('answers %s with %i', async (line, want, says) => {
    const { status, json } = await admin(line);
    expect([status, json.message]).toEqual([want, expect.stringMatching(says)]);
  });

  it('refuses a body that is no admin body with 413', async () => {
    const { status, json } = await admin('PUT /clock', 'x'.repeat(11_000_000));
    expect([status, json.message]).toEqual([413, expect.stringMatching(/more than/)]);
  });

  it('answers what it does not have with 404 or 405', async () => {
    expect((await admin('DELETE /clock')).status).toBe(405);
    expect((await admin('GET /clocks')).json.message).toContain('/__mock/clock');
  });
});

describe('who may use the admin side', () => {
  it.each([
    { name: 'a shell', headers: {}, want: 200 },
    { name: 'localhost', headers: { host: 'localhost:4010' }, want: 200 },
    { name: '[::1]', headers: { host: '[::1]:4010' }, want: 200 },
    { name: 'a name that was rebound to this machine', headers: { host: 'evil.example' }, want: 403 },
    { name: 'a name that begins with localhost', headers: { host: 'localhost.evil.example' }, want: 403 },
    { name: 'a page of another site', headers: { origin: 'https://evil.example' }, want: 403 },
    { name: 'a page without an origin', headers: { origin: 'null' }, want: 403 },
    { name: "another site's picture", headers: { 'sec-fetch-site': 'cross-site' }, want: 403 },
    { name: 'the address bar', headers: { 'sec-fetch-site': 'none' }, want: 200 },
  ])('$name: $want', async ({ headers, want }) => {
    expect(await adminWith(headers)).toBe(want);
  });

  it('lets its own pages in', async () => {
    const host = new URL(mock.url).host;
    expect(await adminWith({ origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).toBe(200);
  });

  it('answers no preflight and allows no origin', async () => {
    const lines = [
      'OPTIONS /__mock/reset HTTP/1.1',
      'Host: localhost',
      'Origin: https://evil.example',
      'Access-Control-Request-Method: POST',
      'Connection: close',
    ];
    const reply = await rawRequest(mock.port, [`${lines.join('\r\n')}\r\n\r\n`]);
    expect(reply.status).toBe(403);
    expect(reply.head).not.toMatch(/access-control/i);
    expect((await admin('GET /keys')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is not there at all without admin', async () => {
    const closed = await createMockServer({ admin: false });
    const reply = await fetch(`${closed.url}/__mock/keys`);
    expect(reply.status).toBe(404);
    await closed.close();
  });
});

describe('a key that the admin side hears of', () => {
  const key = 'mock-free-key';
  const lines: string[] = [];
  const note = (facts: object, message: string) => void lines.push(message + JSON.stringify(facts));

  it.each([
    { line: `PUT /usage/${key}`, body: '{"remaining": 1}', want: 200 },
    { line: `PUT /usage/${key}`, body: '{"remaining": -1}', want: 400 },
    { line: 'GET /usage/sk_live_0123456789', want: 404 },
    { line: `GET /nowhere/${key}?api_key=sk_live_0123456789`, want: 404 },
    { line: `GET /requests?since=${key}`, want: 400 },
    { line: `GET /requests?${key}=1`, want: 400 },
  ])('stands neither in its log nor in a refusal: $line $body', async ({ line, body, want }) => {
    const logged = await createMockServer({ logger: { info: note, warn: note, error: note } });
    const [method = '', path = ''] = line.split(' ');
    const reply = await fetch(
      `${logged.adminUrl}${path}`,
      body === undefined ? { method } : { method, body },
    );
    const text = await reply.text();
    await logged.close();
    expect(reply.status).toBe(want);
    expect(lines.splice(0).join()).not.toMatch(/mock-free-key|sk_live_0123456789/);
    expect(want === 200 ? '' : text).not.toMatch(/mock-free-key|sk_live_0123456789/);
  });
});
