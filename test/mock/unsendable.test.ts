import { afterAll, describe, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';
import { rawRequest } from './raw-request.ts';

const mock = await createMockServer({ document: 'test/documents/unsendable.yaml' });
afterAll(() => mock.close());

const ask = (path: string, init?: RequestInit) => fetch(mock.apiUrl + path, { redirect: 'manual', ...init });

describe('a document with what HTTP cannot carry', () => {
  it('is answered with another value of an enum where the first can not be sent', async () => {
    expect((await ask('/enum')).headers.get('x-note')).toBe('b');
  });

  it.each([
    { path: '/beyond-latin', status: 200, without: ['x-note'] },
    { path: '/line-end', status: 200, without: ['x-note'] },
    { path: '/default', status: 200, without: ['x-note'] },
    { path: '/name', status: 200, without: ['x-ключ'] },
    {
      path: '/framing',
      status: 200,
      without: ['content-encoding', 'transfer-encoding', 'trailer', 'upgrade'],
    },
    { path: '/media-type', status: 200, without: ['content-type'] },
    { path: '/moved', status: 302, without: ['location'] },
    { path: '/processing', status: 204, without: ['content-type', 'content-length'] },
    { path: '/switching', status: 426, without: [] },
    { path: '/no-content', status: 204, without: ['content-type', 'content-length'] },
    { path: '/reset-content', status: 205, without: ['content-type'] },
    { path: '/not-modified', status: 304, without: ['content-type', 'content-length'] },
    { path: '/key', status: 401, without: [] },
    { path: '/snow', status: 401, without: [] },
    { path: '/cake', status: 401, without: [] },
  ])('is answered at $path with $status, without $without', async ({ path, status, without }) => {
    const reply = await ask(path);
    expect(reply.status).toBe(status);
    // The types of Node 20 don't know that headers can be listed.
    const listed = reply.headers as unknown as Iterable<readonly [string, string]>;
    const names = Array.from(listed, ([name]) => name);
    for (const name of without) expect(names).not.toContain(name);
    const text = await reply.text();
    if (status === 200) expect(JSON.parse(text)).toEqual({ a: 1 });
    if ([204, 205, 304].includes(status)) expect(text).toBe('');
    const head = await ask(path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([status, '']);
  });

  it('says how long a body is, and when it was sent, by itself', async () => {
    const { head } = await rawRequest(
      mock.port,
      ['GET /v1/framing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
      () => false,
    );
    const fields = (name: string) => head.match(new RegExp(`^${name}: .*$`, 'gim'));
    expect(fields('Content-Length')).toEqual(['Content-Length: 7']);
    expect(fields('Date')).toEqual([expect.not.stringContaining('2019')]);
    expect(fields('Connection')).toEqual(['Connection: close']);
    expect(head).not.toMatch(/chunked|gzip|Keep-Alive|websocket/i);
  });

  it('keeps what can be sent', async () => {
    expect((await ask('/beyond-latin')).headers.get('x-plain')).toBe('plain');
  });

  it.each([
    ['/key', 'ApiKey realm="Unsendable ", in="header", name="%D0%BA%D0%BB%D1%8E%D1%87"'],
    ['/snow', 'Unknown realm="Unsendable "'],
    ['/cake', 'ApiKey realm="Unsendable ", in="cookie", name="%D0%BF%D0%B5%D1%87%D0%B5%D0%BD%D1%8C%D0%B5"'],
  ])('has a challenge that can be sent with every 401: %s', async (path, challenge) => {
    expect((await ask(path)).headers.get('www-authenticate')).toBe(challenge);
  });

  it('is told what is left out, with its place', () => {
    const told = mock.warnings.map(({ message, location }) => `${location.pointer} ${message}`);
    expect(told).toMatchInlineSnapshot(`
      [
        "/components/securitySchemes/Cyrillic the security scheme "Cyrillic" needs "ключ" in a header, which no client can send",
        "/components/securitySchemes/Snow the security scheme "Snow" needs "bear er" in a header, which no client can send",
        "/x-parts/beyondLatin/headers/X-Note the header X-Note can't hold "日本語" (RFC 9110, 5.5): it is not sent",
        "/x-parts/lineEnd/headers/X-Note the header X-Note can't hold "one\\ntwo" (RFC 9110, 5.5): it is not sent",
        "/x-parts/enumValue/headers/X-Note the header X-Note can't hold "→" (RFC 9110, 5.5): it is not sent",
        "/x-parts/defaultValue/headers/X-Note the header X-Note can't hold "\\u0000" (RFC 9110, 5.5): it is not sent",
        "/x-parts/spacedName/headers/X Note "X Note" can't be the name of a header (RFC 9110, 5.1): it is not sent",
        "/x-parts/spacedName/headers/X-Ключ "X-Ключ" can't be the name of a header (RFC 9110, 5.1): it is not sent",
        "/x-parts/mediaType/content/日本~1語 the media type "日本/語" can't stand in a header: it is not sent",
        "/x-parts/moved/headers/Location the header Location can't hold "https://unsendable.example/→" (RFC 9110, 5.5): it is not sent",
        "/paths/~1processing/get/responses/102 the status 102 is never a final one (RFC 9110, 15.2), so it is not sent",
        "/x-parts/body a 204 has no body (RFC 9110, 6.4.1), so its content is not sent",
        "/x-parts/body a 205 has no body (RFC 9110, 6.4.1), so its content is not sent",
        "/x-parts/body a 304 has no body (RFC 9110, 6.4.1), so its content is not sent",
      ]
    `);
  });
});
