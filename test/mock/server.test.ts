import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createMockServer,
  type MockServer,
  type MockServerOptions,
  PortInUseError,
} from '../../mock/server.ts';
import { packageFile, packageRoot } from '../../openapi/model/package-root.ts';

const shop = packageFile('test/documents/mock-shop.yaml');
const running: MockServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((mock) => mock.close()));
});

async function start(options: MockServerOptions = {}): Promise<MockServer> {
  const mock = await createMockServer(options);
  running.push(mock);
  return mock;
}

describe('createMockServer', () => {
  it('serves Inokufu under its base path on a free port', async () => {
    const mock = await start();
    expect(mock.apiUrl).toBe(`${mock.url}/learningobject/v2`);
    expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${mock.apiUrl}/type`)).json()).toHaveLength(4);
    expect(mock.keys().map(({ key }) => key)).toContain('mock-free-key');
  });

  it('runs several at once that know nothing of each other', async () => {
    const [one, other] = [await start(), await start()];
    await fetch(`${one.apiUrl}/search`, { headers: { 'x-api-key': 'mock-free-key' } });
    other.clock.advance('P1Y');
    expect((await one.usage('mock-free-key')).pools[0]?.quota?.used).toBe(1);
    expect((await other.usage('mock-free-key')).pools[0]?.quota?.used).toBe(0);
    expect(other.clock.now()).toBeGreaterThan(one.clock.now() + 300 * 86_400_000);
    expect([one.requests().length, other.requests().length]).toEqual([1, 0]);
  });

  it("serves somebody else's document with problem+json and its plans", async () => {
    const mock = await start({ document: shop });
    expect(mock.apiUrl).toBe(`${mock.url}/v1`);
    expect(mock.warnings).toEqual([]);
    const reply = await fetch(`${mock.apiUrl}/orders`, { headers: { 'x-shop-key': 'mock-small-key' } });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([403, 'application/problem+json']);
    expect(mock.keys().map(({ key }) => key)).toEqual(['mock-small-key', 'large-demo-key']);
  });

  it.each([
    [{ port: 70_000 }, /"port" must be a whole number from 0.*not 70000/],
    [{ hosts: [] }, /"hosts" must be a list of addresses/],
    [{ gateway: 'azure' }, /"gateway" must be "documented" or "aws", not 'azure'/],
    [{ seed: Number.NaN }, /"seed" must be a whole number, not NaN/],
    [{ siteDirectory: 'nowhere' }, /"siteDirectory" must be a directory that is there/],
    [{ handlers: { listTypes: 'x' } }, /"handlers" must be functions by operationId/],
    [{ clock: '2026-12-01' }, /"clock" must be an object like/],
    [{ logger: { info: 1 } }, /"logger" must be a logger/],
    [{ porte: 4010 }, /no option "porte"\. Did you mean "port"\? Its options are document, plans,/],
    [{ toString: 1 }, /no option "toString"/],
    ['openapi.yaml', /takes one object of options/],
  ])('refuses %j before it starts', async (options, says) => {
    await expect(start(options as MockServerOptions)).rejects.toThrow(says);
  });

  it('takes handlers of a test', async () => {
    const mock = await start({ document: shop, handlers: { listItems: () => ({ status: 200, body: [] }) } });
    expect(await (await fetch(`${mock.apiUrl}/items`)).json()).toEqual([]);
  });

  it('is the same in every run with a seed', async () => {
    const ids = async () => {
      const mock = await start({ document: shop, seed: 7 });
      const replies = [await fetch(`${mock.apiUrl}/items`), await fetch(`${mock.apiUrl}/items`)];
      return replies.map((reply) => reply.headers.get('x-request-id'));
    };
    const first = await ids();
    expect(first[0]).not.toBe(first[1]);
    expect(first[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(await ids()).toEqual(first);
  });

  it('refuses a port that is in use with an error of its own', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const error = await createMockServer({ document: shop, port }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PortInUseError);
    expect(error).toMatchObject({ port, message: expect.stringContaining(`Port ${port}`) });
    taken.close();
  });

  it('goes on without a host that this machine does not have, and says so', async () => {
    const mock = await start({ document: shop, hosts: ['127.0.0.1', '192.0.2.1'] });
    expect(mock.notes).toEqual([expect.stringMatching(/192\.0\.2\.1 is not available/)]);
    expect((await fetch(`${mock.apiUrl}/items`)).status).toBe(200);
  });

  it.each([
    { hosts: ['0.0.0.0'], want: '127.0.0.1', admin: '127.0.0.1' },
    { hosts: ['::'], want: '127.0.0.1', admin: '127.0.0.1' },
    { hosts: ['0'], want: '127.0.0.1', admin: '127.0.0.1' },
    { hosts: ['::1'], want: '[::1]', admin: '[::1]' },
    { hosts: ['localhost'], want: 'localhost', admin: 'localhost' },
    { hosts: ['127.0.0.2'], want: '127.0.0.2', admin: '127.0.0.2' },
    { hosts: ['::ffff:127.0.0.2', '127.0.0.1'], want: '[::ffff:127.0.0.2]', admin: '127.0.0.1' },
  ])('names addresses that answer where it listens on $hosts', async ({ hosts, want, admin }) => {
    const mock = await start({ document: shop, hosts });
    expect([mock.url, mock.adminUrl]).toEqual([
      `http://${want}:${mock.port}`,
      `http://${admin}:${mock.port}/__mock`,
    ]);
    expect((await fetch(`${mock.apiUrl}/items`)).status).toBe(200);
    expect((await fetch(mock.adminUrl ?? '')).status).toBe(200);
  });

  it.each([{ hosts: ['::ffff:127.0.0.2'] }, { admin: false }])(
    'has no address of an admin side with %j',
    async (options) => {
      expect((await start({ document: shop, ...options })).adminUrl).toBeUndefined();
    },
  );

  it('stops where its only host does not exist', async () => {
    await expect(createMockServer({ document: shop, hosts: ['192.0.2.1'] })).rejects.toThrow(
      /no address of this machine/,
    );
  });

  it('puts the refusals of Amazon API Gateway on the wire', async () => {
    const mock = await start({ gateway: 'aws' });
    const reply = await fetch(`${mock.apiUrl}/search`, { headers: { 'x-api-key': 'nobody' } });
    expect([reply.status, await reply.text()]).toEqual([403, '{"message":"Forbidden"}']);
    const names: string[] = [];
    reply.headers.forEach((_value, name) => void names.push(name));
    const ofTheTransport = ['connection', 'content-length', 'date', 'keep-alive'];
    expect(names.filter((name) => !ofTheTransport.includes(name)).sort()).toEqual([
      'content-type',
      'x-amz-apigw-id',
      'x-amzn-errortype',
      'x-amzn-requestid',
    ]);
    expect(reply.headers.get('x-amz-apigw-id')).toMatch(/^[A-Za-z\d]{15}=$/);
  });

  it('waits three seconds for the slow key, on the timer that it is given', async () => {
    const waits: number[] = [];
    const mock = await start({ timer: async (delayMs) => void waits.push(delayMs) });
    expect((await fetch(`${mock.apiUrl}/type`, { headers: { 'x-api-key': 'mock-slow-key' } })).status).toBe(
      200,
    );
    expect(waits).toEqual([3_000]);
  });
});

describe('beside the API', () => {
  async function site() {
    const directory = await mkdtemp(path.join(tmpdir(), 'mock-site-'));
    await writeFile(path.join(directory, 'index.html'), '<h1>Docs</h1>');
    await writeFile(path.join(directory, 'guide.html'), '<h1>Guide</h1>');
    await writeFile(path.join(directory, 'site.css'), 'body {}');
    await writeFile(path.join(directory, '404.html'), '<h1>Not here</h1>');
    return directory;
  }

  it('serves the site with types, validators and a page for what is not there', async () => {
    const directory = await site();
    const mock = await start({ document: shop, siteDirectory: directory });
    const page = await fetch(`${mock.url}/`);
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<h1>Docs</h1>',
    ]);
    expect((await fetch(`${mock.url}/guide`)).status).toBe(200);
    const style = await fetch(`${mock.url}/site.css`);
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
    const again = await fetch(`${mock.url}/site.css`, {
      // Without a Cache-Control of its own, fetch asks for a fresh copy.
      headers: { 'if-none-match': style.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
    const missing = await fetch(`${mock.url}/nowhere`, { headers: { accept: 'text/html' } });
    expect([missing.status, await missing.text()]).toEqual([404, '<h1>Not here</h1>']);
    await rm(directory, { recursive: true });
  });

  it('serves nothing outside the site', async () => {
    const directory = await site();
    const mock = await start({ document: shop, siteDirectory: directory });
    expect((await fetch(`${mock.url}/..%2f..%2fetc%2fpasswd`)).status).toBeGreaterThanOrEqual(400);
    await rm(directory, { recursive: true });
  });

  it('tells programs where the API is when they have forgotten its base path', async () => {
    const mock = await start();
    const reply = await fetch(`${mock.url}/type`);
    expect(reply.status).toBe(404);
    expect((await reply.json()).message).toMatch(
      /begin with \/learningobject\/v2\. Did you mean \/learningobject\/v2\/type\?/,
    );
  });

  it('serves the document as JSON and YAML to pages of every origin', async () => {
    const mock = await start();
    const json = await fetch(`${mock.url}/openapi.json`);
    expect(json.headers.get('access-control-allow-origin')).toBe('*');
    expect((await json.json()).info.title).toBe('Inokufu API Cloud');
    const yaml = await fetch(`${mock.url}/openapi.yaml`);
    expect(yaml.headers.get('content-type')).toMatch(/^application\/yaml/);
    expect(await yaml.text()).toMatch(/^openapi: "3\.1/);
  });
});

describe('handler', () => {
  it('mounts the mock in an application of one’s own', async () => {
    const mock = await start({ document: shop });
    const app = express();
    app.use(express.json());
    app.use(mock.handler);
    app.get('/mine', (_request, response) => void response.send('mine'));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect((await fetch(`${url}/v1/items`)).status).toBe(200);
    expect(await (await fetch(`${url}/mine`)).text()).toBe('mine');
    expect((await fetch(`${url}/__mock/keys`)).status).toBe(200);
    const added = await fetch(`${url}/v1/items`, {
      method: 'POST',
      headers: { 'x-shop-key': 'mock-small-key', 'content-type': 'application/json' },
      body: '{"id":1,"name":"Nail"}',
    });
    expect(added.status).toBe(201);
    server.closeAllConnections();
    server.close();
  });
});

describe('close', () => {
  it('ends connections that are kept alive', async () => {
    const mock = await createMockServer({ document: shop });
    await (await fetch(`${mock.apiUrl}/items`)).text();
    await mock.close();
    await expect(fetch(`${mock.apiUrl}/items`)).rejects.toThrow();
  });

  it('cuts a request that waits', async () => {
    let noteCut = () => {};
    const cut = new Promise<void>((resolve) => {
      noteCut = resolve;
    });
    let isWaiting = () => {};
    const waiting = new Promise<void>((resolve) => {
      isWaiting = resolve;
    });
    const mock = await createMockServer({
      timer: (_delayMs, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            noteCut();
            reject(new Error('cut'));
          });
          isWaiting();
        }),
    });
    const asked = fetch(`${mock.apiUrl}/type`, { headers: { 'x-api-key': 'mock-slow-key' } }).catch(
      () => 'cut off',
    );
    await waiting;
    await mock.close();
    expect(await asked).toBe('cut off');
    await cut;
  });

  it('notes that a client left before its body had arrived, and calls it no failure', async () => {
    const errors: object[] = [];
    const mocks: MockServer[] = [];
    const noted = new Promise<object>((resolve) => {
      const logger = { info: resolve, warn() {}, error: (facts: object) => errors.push(facts) };
      start({ logger }).then((mock) => {
        mocks.push(mock);
        const head = [
          'POST /learningobject/v2/feedback HTTP/1.1',
          'Host: localhost',
          'x-api-key: mock-pro-key',
          'Content-Type: application/json',
          'Content-Length: 500',
        ];
        const socket = connect(mock.port, '127.0.0.1', () =>
          socket.write(`${head.join('\r\n')}\r\n\r\n{`, () => socket.destroy()),
        );
      });
    });
    expect(await noted).toMatchObject({ status: 499, answeredBy: 'read body', why: 'client-left' });
    expect(errors).toEqual([]);
    expect(mocks[0]?.requests()).toMatchObject([{ status: 499, why: 'client-left' }]);
  });

  it('leaves no handle: the process ends by itself', async () => {
    const script = `
      const { createMockServer } = await import('./mock/server.ts');
      const mock = await createMockServer();
      await (await fetch(mock.apiUrl + '/type')).text();
      fetch(mock.apiUrl + '/type', { headers: { 'x-api-key': 'mock-slow-key' } }).catch(() => {});
      await (await fetch(mock.apiUrl + '/lang')).text();
      await mock.close();
    `;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: packageRoot,
    });
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  });
});
