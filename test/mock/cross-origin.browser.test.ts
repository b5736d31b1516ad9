import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../../mock/server.ts';
import { hasBrowser, launchBrowser } from '../browser.ts';

describe.skipIf(!hasBrowser)('a page of another origin, in a browser', () => {
  let browser: Browser;
  let mock: MockServer;
  let pages: Server;
  beforeAll(async () => {
    [browser, mock] = await Promise.all([
      launchBrowser(),
      createMockServer({ document: 'test/documents/cross-origin.yaml' }),
    ]);
    pages = createServer((_request, response) => {
      // Cookies know no ports, so that this page can set the mock's.
      response
        .setHeader('Set-Cookie', 'session=a; Path=/')
        .setHeader('Content-Type', 'text/html')
        .end('<p>page');
    });
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), mock?.close(), new Promise((resolve) => pages?.close(resolve))]);
  });

  async function openPage() {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
    return page;
  }

  it('reads every reply to a call with its cookie: refusals, what a fault says, the document', async () => {
    const page = await openPage();
    mock.fail({ operationId: 'mine', status: 503, headers: { 'Retry-After': '7', 'X-Own': 'a' }, times: 1 });
    const seen = await page.evaluate(
      `(async (api) => {
        const call = (path, init) => fetch(api + path, { credentials: 'include', ...init });
        const failed = await call('/mine');
        const unknown = await call('/mines');
        const wrong = await call('/mine', { method: 'POST' });
        const document = await call('/openapi.json');
        return [
          [failed.status, failed.headers.get('Retry-After'), failed.headers.get('X-Own')],
          [unknown.status, (await unknown.json()).detail],
          [wrong.status, wrong.headers.get('Allow')],
          (await document.json()).info.title,
        ];
      })('${mock.apiUrl}')`,
    );
    expect(seen).toEqual([
      [503, '7', 'a'],
      [404, expect.stringContaining('/mine')],
      [405, 'GET, HEAD, OPTIONS'],
      'Counter',
    ]);
  });

  it("reads the document's headers, and sends its cookie", async () => {
    const page = await openPage();
    const seen = await page.evaluate(
      `(async (api) => {
        const list = await fetch(api + '/list');
        const mine = await fetch(api + '/mine', { credentials: 'include', headers: { 'X-Any': '1' } });
        const without = await fetch(api + '/mine', { credentials: 'omit' });
        return [list.headers.get('X-Total-Count'), list.headers.get('ETag'), mine.status, await mine.json(), without.status];
      })('${mock.apiUrl}')`,
    );
    expect(seen).toEqual(['5', '"abc"', 200, [1], 401]);
  });
});
