import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser.ts';
import { openSite, typeKey } from './open-site.ts';

describe.skipIf(!hasBrowser)('the key and Try it', () => {
  const shown = openSite();
  const { open, forgive } = shown;

  describe('your key', () => {
    it('stands in every sample, written as its language wants it', async () => {
      const page = await open();
      await typeKey(page, `k'e"y$1`);
      const samples = await page
        .locator('[data-operation=search] pre[class*=tab-] .kit-key')
        .allTextContents();
      expect(samples).toEqual([`k'\\''e"y$1`, `k'e\\"y$1`, `k\\'e"y$1`, `k'e\\"y$1`]);
      await page.locator('.key-button:visible').first().click();
      await page.click('#key-forget');
      expect(await page.locator('.kit-key').first().textContent()).toBe('SAY-FRIEND-AND-ENTER');
    });

    it('can be the demo key, in one click', async () => {
      const page = await open();
      await page.click('[data-use-key]');
      expect(await page.locator('.kit-key').first().textContent()).toMatch(/^demo/);
    });

    it('is kept in no storage, cookie or address and is gone with the page', async () => {
      const page = await open();
      await typeKey(page, 'secret-key-4711');
      const kept = await page.evaluate<string>(
        'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state, document.getElementById("key-input").getAttribute("value")])',
      );
      expect(kept).not.toContain('4711');
      await page.reload();
      expect(await page.content()).not.toContain('4711');
    });
  });

  describe('Try it', () => {
    async function send(page: Page, operationId: string): Promise<string> {
      const card = page.locator(`[data-operation=${operationId}] .try-it`);
      if ((await card.locator('form').count()) === 0) await card.locator('.try-it-open').click();
      await card.locator('[type=submit]').click();
      await card.locator('.try-it-reply .status').waitFor();
      return card.locator('.try-it-reply').innerText();
    }

    it.each([
      [401, undefined, 'search'],
      [403, 'mock-free-key', 'searchByRome'],
      [429, 'mock-quota-spent-key', 'search'],
    ])('shows a %i as the API gives it', async (status, key, operationId) => {
      const page = await open();
      if (key !== undefined) await typeKey(page, key);
      expect(await send(page, operationId)).toMatch(new RegExp(`^${status} `));
      forgive(status);
    });

    it('shows status, time, headers, body and the calls that are left', async () => {
      const page = await open('operations/search');
      await typeKey(page, 'mock-pro-key');
      const shown = await send(page, 'search');
      expect(shown).toMatch(/^200 OK/);
      expect(shown).toMatch(/\d+ ms/);
      expect(shown).toMatch(/Limit: [\d,]+ left/);
      expect(shown).toMatch(/Headers \d+/);
      expect(shown).toContain('"statusCode": 200');
    });

    it('sends what was typed, by keyboard alone', async () => {
      const page = await open('operations/search');
      await typeKey(page, 'mock-pro-key');
      await page.locator('.try-it-open').focus();
      await page.keyboard.press('Enter');
      const sent = page.waitForRequest(/\/learningobject\/v2\/search\?/);
      await page.locator('.try-it-form [data-name=keywords]').fill('c++ & l’été');
      await page.keyboard.press('Enter');
      const request = await sent;
      expect(new URL(request.url()).searchParams.get('keywords')).toBe('c++ & l’été');
      expect(await request.headerValue('x-api-key')).toBe('mock-pro-key');
      await page.locator('.try-it-reply .status').waitFor();
    });

    it('sends a body', async () => {
      const page = await open('operations/sendFeedback');
      await typeKey(page, 'mock-pro-key');
      expect(await send(page, 'sendFeedback')).toMatch(/^201 /);
    });

    it('is still there after a reload, which the browser answers from its cache', async () => {
      const page = await open('operations/search');
      await page.reload();
      expect(await page.locator('.try-it:visible').count()).toBe(1);
    });

    it('is absent where no server may be called', async () => {
      const page = await open(pathToFileURL(`${shown.site.folder}/index.html`).href);
      expect(await page.locator('.try-it:visible').count()).toBe(0);
    });
  });
});
