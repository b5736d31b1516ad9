import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../../mock/server.ts';

const inokufu = await createMockServer({ listen: false });
const repositories = await createMockServer({ document: 'test/documents/root-template.yaml', listen: false });
const bodies = await createMockServer({
  document: 'test/documents/bodies.yaml',
  handlers: { echo: ({ body }: { body?: unknown }) => ({ status: 200, body: body ?? null }) },
});
afterAll(() => Promise.all([inokufu, repositories, bodies].map((mock) => mock.close())));

let end = async () => {};
afterEach(() => end());

/** An application with the mock in its middle; what nobody takes is `the application's`. */
async function mount(mock: MockServer, prepare: (app: Express) => void = () => {}): Promise<string> {
  const app = express();
  prepare(app);
  app.use(mock.handler);
  app.use((_request, response) => void response.send("the application's"));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  end = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const parsers = {
  none: () => {},
  'express.json()': (app: Express) => void app.use(express.json({ strict: false })),
  'express.text()': (app: Express) => void app.use(express.text()),
  'express.text() for everything': (app: Express) => void app.use(express.text({ type: '*/*' })),
  'express.raw()': (app: Express) => void app.use(express.raw()),
  'express.urlencoded()': (app: Express) => void app.use(express.urlencoded()),
  'extended express.urlencoded()': (app: Express) => void app.use(express.urlencoded({ extended: true })),
  'all of them': (app: Express) =>
    void app.use(
      express.json({ strict: false }),
      express.text(),
      express.raw(),
      express.urlencoded({ extended: true }),
    ),
} as const;
const parserNames = Object.keys(parsers) as (keyof typeof parsers)[];

describe('mounted in an application', () => {
  it.each([
    { target: '/learningobject/v2/type', want: 200 },
    { target: '/learningobject/v2/nothing', want: 404 },
    { target: '/learningobject/v2', want: 404 },
    { target: '/media/logos/edx-dark-square.svg', want: 200 },
    { target: '/media/logos/edx-dark-square.svg?v=1', want: 200 },
    { target: '/openapi.json', want: 200 },
    { target: '/openapi.yaml', want: 200 },
    { target: '/__mock', want: 200 },
    { target: '/__mock/keys', want: 200 },
  ])('takes its own $target', async ({ target, want }) => {
    const reply = await fetch((await mount(inokufu)) + target);
    expect([reply.status, await reply.text()]).toEqual([
      want,
      expect.not.stringContaining('the application'),
    ]);
    expect(reply.headers.get('x-powered-by')).toBe('Express');
  });

  it.each([
    '/',
    '/index.html',
    '/keys',
    '/type',
    '/learningobject',
    '/learningobject/v20/type',
    '/media/other.png',
    '/media/logos/mine.svg',
    '/media/pictures/mine/video-1.svg',
    '/__mocks',
    '/openapi',
    '/certInokufu.cer',
  ])('leaves %s what it is', async (target) => {
    expect(await (await fetch((await mount(inokufu)) + target)).text()).toBe("the application's");
  });

  it('leaves other methods at the paths of pictures to the application', async () => {
    const reply = await fetch(`${await mount(inokufu)}/media/logos/edx-dark-square.svg`, { method: 'PUT' });
    expect(await reply.text()).toBe("the application's");
  });

  it('links to pictures that the application shows', async () => {
    const url = await mount(inokufu);
    const query = 'keywords=python&lang=en&type=mooc&bloom=discover&model=strict&max=1';
    const found = await fetch(`${url}/learningobject/v2/search?${query}`, {
      headers: { 'x-api-key': 'mock-pro-key' },
    });
    const { response } = (await found.json()) as { response: { content: readonly { picture: string }[] } };
    const { picture = '' } = response.content[0] ?? {};
    expect(picture.startsWith(`${url}/media/`)).toBe(true);
    const shown = await fetch(picture);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
  });

  it.each([
    { target: '/__mock', want: '"/__mock/keys"' },
    { target: '/__mock/health', want: '"status"' },
    { target: '/openapi.json', want: '"Repositories"' },
    { target: '/openapi.yaml', want: 'title: Repositories' },
    { target: '/somebody/something', want: '"repo"' },
    { target: '/a/b/c', want: "the application's" },
  ])('finds $target behind templates that take every path', async ({ target, want }) => {
    expect(await (await fetch((await mount(repositories)) + target)).text()).toContain(want);
  });
});

describe('behind the body parsers of an application', () => {
  const sent = [
    { type: 'application/json', body: '{"a":[1,"é",null],"b":{"c":"d=e&f+g"}}' },
    { type: 'application/json', body: '"a text"' },
    { type: 'application/vnd.own+json', body: '{"a":1}' },
    { type: 'text/plain', body: 'a text: {"no":"json"}' },
    { type: 'text/plain', body: '1' },
    { type: 'application/octet-stream', body: 'bytes' },
    { type: 'application/x-www-form-urlencoded', body: 'name=a+b%26c&tags=1&tags=2&filter%5Bgenre%5D=novel' },
    { type: 'application/x-www-form-urlencoded', body: 'name=' },
  ];
  const table = parserNames.flatMap((parser) => sent.map((one) => ({ parser, ...one })));

  it.each(table)('$parser: $type $body comes as it was sent', async ({ parser, type, body }) => {
    const init = { method: 'POST', headers: { 'content-type': type }, body };
    const want = await fetch(`${bodies.apiUrl}/echo`, init);
    const got = await fetch(`${await mount(bodies, parsers[parser])}/v1/echo`, init);
    expect([got.status, await got.json()]).toEqual([want.status, await want.json()]);
  });

  it('is refused where it is too large', async () => {
    const url = await mount(bodies, (app) => void app.use(express.text({ limit: '20mb' })));
    const headers = { 'content-type': 'text/plain' };
    const reply = await fetch(`${url}/v1/echo`, { method: 'POST', headers, body: 'x'.repeat(11_000_000) });
    expect(reply.status).toBe(413);
  });

  const shells = ['application/json', 'application/x-www-form-urlencoded', 'text/plain'];
  it.each(parserNames.flatMap((parser) => shells.map((type) => ({ parser, type }))))(
    'the admin side reads what a shell sends as $type: $parser',
    async ({ parser, type }) => {
      const url = await mount(inokufu, parsers[parser]);
      const send = (method: string, path: string, body: string) =>
        fetch(`${url}/__mock${path}`, { method, headers: { 'content-type': type }, body });
      const label = 'a & b = c (é)';
      const made = await send('POST', '/keys', JSON.stringify({ plan: 'free', label }));
      expect([made.status, await made.json()]).toEqual([201, expect.objectContaining({ label })]);
      const { now } = (await (await fetch(`${url}/__mock/clock`)).json()) as { now: string };
      const later = await send('POST', '/clock/advance', type === 'application/json' ? '"PT1H"' : 'PT1H');
      expect(later.status).toBe(200);
      expect(Date.parse(((await later.json()) as { now: string }).now)).toBeGreaterThan(Date.parse(now));
      await inokufu.reset();
    },
  );
});
