import { createMockServer, type MockServer } from 'inokufu-api-kit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { hasBrowser, launchBrowser } from '../../browser.ts';

let browser: Browser;
let mock: MockServer;
beforeAll(async () => {
  if (!hasBrowser) return;
  // It serves the page, too; one of a development server does as well.
  const starting = createMockServer({ siteDirectory: import.meta.dirname });
  [browser, mock] = await Promise.all([launchBrowser(), starting]);
});
beforeEach(() => mock?.reset());
afterAll(() => Promise.all([browser?.close(), mock?.close()]));

async function openPage() {
  const page = await browser.newPage();
  await page.goto(`${mock.url}/page.html?api=${mock.apiUrl}`);
  return page;
}

it.skipIf(!hasBrowser)('says when to try again, and loads then', async () => {
  mock.fail({ operationId: 'listTypes', status: 503, headers: { 'Retry-After': '7' }, times: 1 });
  const page = await openPage();
  await page.getByText('try again in 7 seconds').waitFor();
  await page.getByRole('button').click();
  await page.getByText('Done.').waitFor();
  expect(await page.getByRole('listitem').allTextContents()).toContain('mooc');
});

it.skipIf(!hasBrowser)('says that the connection is lost, and loads once it is back', async () => {
  const { id } = mock.fail({ operationId: 'listTypes', connection: 'drop' });
  const page = await openPage();
  await page.getByText('No connection.').waitFor();
  mock.clearFault(id);
  await page.getByRole('button').click();
  await page.getByText('Done.').waitFor();
});
