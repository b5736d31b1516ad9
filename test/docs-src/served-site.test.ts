import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

const ask = (path: string, encoding: string, more: Record<string, string> = {}) =>
  fetch(`${site.mock.url}${path}`, { headers: { 'Accept-Encoding': encoding, ...more } });

test.each(['/', '/operations/search', '/site.css', '/site.js', '/openapi.json'])(
  '%s is compressed for who asks for it, and the same for who does not',
  async (path) => {
    const [compressed, plain] = [await ask(path, 'gzip'), await ask(path, 'identity')];
    expect(compressed.headers.get('Content-Encoding')).toBe('gzip');
    expect(compressed.headers.get('Vary')).toContain('Accept-Encoding');
    expect(plain.headers.get('Content-Encoding')).toBe(null);
    expect(await compressed.text()).toBe(await plain.text());
  },
);

test('a page that the browser has is not sent again', async () => {
  const etag = (await ask('/', 'gzip')).headers.get('ETag') ?? '';
  // Without a Cache-Control of its own, fetch would say that no answer may come from a cache.
  const again = await ask('/', 'gzip', { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' });
  expect(again.status).toBe(304);
});

test('what the API answers stays as it is on the wire', async () => {
  for (const path of ['/learningobject/v2/type', '/learningobject/v2/nothing-here', '/nothing-here']) {
    const { headers } = await ask(path, 'gzip', { Accept: 'application/json' });
    expect(headers.get('Content-Encoding'), path).toBe(null);
    expect(headers.get('Vary') ?? '', path).not.toContain('Accept-Encoding');
  }
});
