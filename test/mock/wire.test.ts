import { request as httpRequest } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';
import { rawRequest } from './raw-request.ts';

const mock = await createMockServer();
afterAll(() => mock.close());
const base = '/learningobject/v2';
const megabyte = 1_048_576;

const lines = (...given: string[]) => `${given.join('\r\n')}\r\n\r\n`;

describe('bytes on the wire', () => {
  it.each([
    { name: 'a long URL', target: `${base}/type?x=${'x'.repeat(30_000)}`, want: 414 },
    { name: 'a path with two slashes at its front', target: '//type', want: 404 },
    { name: 'nothing but slashes', target: '//', want: 404 },
    { name: 'a target in absolute form', target: `http://127.0.0.1${base}/type`, want: 200 },
    { name: 'a path that does not decode', target: `${base}/ty%ZZpe`, want: 400 },
    { name: 'a query that does not decode', target: `${base}/type?x=%E0%A4%A`, want: 400 },
  ])('$name is answered with $want', async ({ target, want }) => {
    const reply = await rawRequest(mock.port, [
      lines(`GET ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close'),
    ]);
    expect(reply.status).toBe(want);
    expect(() => JSON.parse(reply.body)).not.toThrow();
  });

  it.each([
    { name: 'no HTTP', bytes: 'hello\r\n\r\n', want: 400 },
    { name: 'a broken header', bytes: `GET ${base}/type HTTP/1.1\r\nHo st: x\r\n\r\n`, want: 400 },
    {
      name: 'two lengths',
      bytes: lines(
        `POST ${base}/feedback HTTP/1.1`,
        'Host: x',
        'Content-Length: 1',
        'Transfer-Encoding: chunked',
      ),
      want: 400,
    },
    { name: 'no Host', bytes: lines(`GET ${base}/type HTTP/1.1`), want: 400 },
    { name: 'CONNECT', bytes: lines('CONNECT a.example:443 HTTP/1.1', 'Host: a.example:443'), want: 400 },
    { name: 'two Hosts', bytes: lines(`GET ${base}/type HTTP/1.1`, 'Host: x', 'Host: x'), want: 400 },
    { name: 'two Hosts in HTTP/1.0', bytes: lines('GET / HTTP/1.0', 'Host: x', 'hOST: y'), want: 400 },
    { name: 'an empty Host', bytes: lines(`GET ${base}/type HTTP/1.1`, 'Host:'), want: 400 },
    { name: 'a Host with a path', bytes: lines(`GET ${base}/type HTTP/1.1`, 'Host: x/y'), want: 400 },
    { name: 'a Host with a user', bytes: lines(`GET ${base}/type HTTP/1.1`, 'Host: a@b'), want: 400 },
    { name: 'a Host with a space', bytes: lines(`GET ${base}/type HTTP/1.1`, 'Host: x y'), want: 400 },
    { name: 'a Host with a port that is none', bytes: lines('GET /__mock HTTP/1.1', 'Host: x:y'), want: 400 },
    { name: 'a Host with markup', bytes: lines(`GET ${base}/type HTTP/1.1`, 'Host: <b>'), want: 400 },
    { name: 'no Host before the admin side', bytes: lines('GET /__mock HTTP/1.1'), want: 400 },
    {
      name: 'headers beyond every measure',
      bytes: lines(`GET ${base}/type HTTP/1.1`, 'Host: x', `X: ${'x'.repeat(80_000)}`),
      want: 431,
    },
  ])('$name is answered with a well-formed $want, and the connection ends', async ({ bytes, want }) => {
    const reply = await rawRequest(mock.port, [bytes], () => false);
    expect(reply.status).toBe(want);
    expect(reply.head).toMatch(/^HTTP\/1\.1 \d{3} .+\r\nContent-Type: application\/json\r\n/);
    expect(reply.head).toContain('Connection: close');
    expect(JSON.parse(reply.body)).toMatchObject({ statusCode: want, message: expect.any(String) });
  });

  it.each(['keywords=é', 'keywords=a\tb'])('tells how to write a URL that has %s as it is', async (query) => {
    const reply = await rawRequest(
      mock.port,
      [lines(`GET ${base}/search?${query} HTTP/1.1`, 'Host: x')],
      () => false,
    );
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.body).message).toMatch(/percent-encode them, é as %C3%A9/);
  });

  it('names the Host header where a request has none, and answers HTTP/1.0, which knows none', async () => {
    const refused = await rawRequest(mock.port, [lines(`GET ${base}/type HTTP/1.1`)], () => false);
    expect(JSON.parse(refused.body).errors).toMatchObject([{ where: 'header', name: 'Host' }]);
    const old = await rawRequest(mock.port, [lines(`GET ${base}/type HTTP/1.0`)], () => false);
    expect(old.status).toBe(200);
    const admin = await rawRequest(mock.port, [lines('GET /__mock HTTP/1.0')], () => false);
    expect([admin.status, admin.body]).toEqual([403, expect.stringContaining('needs a Host header')]);
  });

  it.each(['x', 'x:80', 'x:', '127.0.0.1:4010', '[::1]:4010', 'a_b.example', 'xn--mnchen-3ya.example'])(
    'takes the Host %s',
    async (host) => {
      const bytes = lines(`GET ${base}/type HTTP/1.1`, `Host: ${host}`, 'Connection: close');
      expect((await rawRequest(mock.port, [bytes])).status).toBe(200);
    },
  );

  it('answers HEAD with the headers of GET and no body', async () => {
    const reply = await rawRequest(
      mock.port,
      [lines(`HEAD ${base}/type HTTP/1.1`, 'Host: x', 'Connection: close')],
      () => false,
    );
    expect([reply.status, reply.body]).toEqual([200, '']);
    expect(Number(/content-length: (\d+)/i.exec(reply.head)?.[1])).toBeGreaterThan(100);
  });

  it('answers two requests on one connection', async () => {
    const get = lines(`GET ${base}/lang HTTP/1.1`, 'Host: x');
    const { all } = await rawRequest(
      mock.port,
      [get + get],
      (received) => received.split('HTTP/1.1 200').length === 3,
    );
    expect(all.split('HTTP/1.1 200')).toHaveLength(3);
  });
});

describe('a POST that is refused before its body has arrived', () => {
  const body = 'x'.repeat(20 * megabyte);
  const headersFor = { 'content-type': 'application/json' };

  it.each([
    { name: 'without a key', headers: headersFor, want: 401 },
    { name: 'with too large a body', headers: { ...headersFor, 'x-api-key': 'mock-pro-key' }, want: 413 },
    {
      name: 'of another media type',
      headers: { 'content-type': 'text/plain', 'x-api-key': 'mock-pro-key' },
      want: 415,
    },
  ])('$name can be read by fetch', async ({ headers, want }) => {
    const reply = await fetch(`${mock.apiUrl}/feedback`, { method: 'POST', headers, body });
    expect(reply.status).toBe(want);
    expect(await reply.json()).toMatchObject({ statusCode: want });
  });

  it('can be read by a client that sends everything first, and the connection serves the next request', async () => {
    const head = lines(`POST ${base}/feedback HTTP/1.1`, 'Host: x', `Content-Length: ${body.length}`);
    const next = lines(`GET ${base}/lang HTTP/1.1`, 'Host: x');
    const { all } = await rawRequest(mock.port, [head, body, next], (received) =>
      received.includes('HTTP/1.1 200'),
    );
    expect(all.startsWith('HTTP/1.1 401')).toBe(true);
  });

  it('can be read where the size is not announced', async () => {
    const head = lines(
      `POST ${base}/feedback HTTP/1.1`,
      'Host: x',
      'x-api-key: mock-pro-key',
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    );
    const chunk = `${megabyte.toString(16)}\r\n${'x'.repeat(megabyte)}\r\n`;
    const reply = await rawRequest(mock.port, [
      head,
      ...Array.from({ length: 12 }, () => chunk),
      '0\r\n\r\n',
    ]);
    expect(reply.status).toBe(413);
  });

  it('is told to a client that waits for 100 Continue, and the connection ends', async () => {
    const head = lines(
      `POST ${base}/feedback HTTP/1.1`,
      'Host: x',
      'Content-Length: 100',
      'Expect: 100-continue',
    );
    const reply = await rawRequest(mock.port, [head], () => false);
    expect(reply.status).toBe(401);
    expect(reply.head).toContain('Connection: close');
  });
});

describe('Expect: 100-continue', () => {
  it('is answered when the body is wanted', async () => {
    const sent = JSON.stringify({
      url: 'https://www.coursera.example/learn/x',
      request_id: '7f0f3a52-5d0c-4f3e-9a51-2b8f4a1f6c11',
      email: 'ada@app.example',
      source: 'https://app.example',
    });
    const status = await new Promise((resolve, reject) => {
      const asked = httpRequest(`${mock.apiUrl}/feedback`, {
        method: 'POST',
        headers: {
          'x-api-key': 'mock-pro-key',
          'content-type': 'application/json',
          'content-length': sent.length,
          expect: '100-continue',
        },
      });
      asked.on('continue', () => asked.end(sent));
      asked.on('response', (reply) => resolve(reply.resume().statusCode));
      asked.on('error', reject);
    });
    expect(status).toBe(201);
  });
});
