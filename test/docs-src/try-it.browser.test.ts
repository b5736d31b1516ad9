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
      await page.click('#frame_key-forget');
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
        'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state, document.getElementById("frame_key-input").getAttribute("value")])',
      );
      expect(kept).not.toContain('4711');
      await page.reload();
      expect(await page.content()).not.toContain('4711');
    });
  });

  describe('the live search', () => {
    it('shows what the mock finds as cards, with the reader’s key or one of the mock', async () => {
      const page = await open();
      const live = page.locator('.kit-live');
      await live.locator('input').fill('python');
      await live.locator('button').click();
      await expect
        .poll(() => live.getByRole('status').textContent())
        .toMatch(/^\d results, made up by the mock$/);
      const card = live.locator('.live-card').first();
      expect(await card.innerText()).toMatch(/provider\s*\S/);
      const areLoaded =
        '[...document.querySelectorAll(".live-card img")].every((image) => image.naturalWidth > 0)';
      await expect.poll(() => page.evaluate<boolean>(areLoaded)).toBe(true);
      await typeKey(page, 'mock-revoked-key');
      await live.locator('button').click();
      await expect.poll(() => live.getByRole('status').textContent()).toMatch(/^401 /);
      expect(await live.locator('.live-card').count()).toBe(0);
      forgive(401);
    });

    it('is not there where no mock serves the page', async () => {
      const page = await open(pathToFileURL(`${shown.site.folder}/index.html`).href);
      expect(await page.locator('.kit-live').isVisible()).toBe(false);
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

    it('says of a reply its status, time and count to a screen reader, and nothing more', async () => {
      const page = await open('operations/search');
      await typeKey(page, 'mock-pro-key');
      await send(page, 'search');
      const said = page.locator('.try-it-form [role=status]');
      expect(await said.textContent()).toMatch(/^200 OK, \d+ ms, 2 results$/);
      const live = '.try-it [role=status], .try-it [aria-live]';
      expect(await page.locator(live).count()).toBe(1);
    });

    it('folds a reply, and shows a long one in part until it is asked for all', async () => {
      const page = await open('operations/search');
      await typeKey(page, 'mock-pro-key');
      await send(page, 'search');
      const body = page.locator('.try-it-reply pre');
      const inPart = await body.evaluate((block) => block.clientHeight < block.scrollHeight);
      await page.locator('.try-it-reply').getByText('Show all').click();
      const isWhole = await body.evaluate((block) => block.clientHeight === block.scrollHeight);
      expect([inPart, isWhole]).toEqual([true, true]);
      await page.locator('.try-it-reply summary').last().click();
      expect(await body.isVisible()).toBe(false);
    });

    it('has what is sent in sight, the required first, and the rest folded, each with what the page says of it', async () => {
      const page = await open('operations/search');
      await page.locator('.try-it-open').click();
      await page.locator('.try-it-form').waitFor();
      const names = await page
        .locator('.try-it-form [data-name]')
        .evaluateAll((fields) => fields.map((field) => field.dataset.name));
      expect(names.slice(0, 7)).toEqual(['lang', 'type', 'bloom', 'model', 'max', 'keywords', 'page']);
      const number = page.locator('[data-name=page]');
      expect(await number.isVisible()).toBe(false);
      await page.locator('.further-fields > summary').click();
      expect(await number.isVisible()).toBe(true);
      const help = page.locator(`#${await number.getAttribute('aria-describedby')}`);
      expect(await help.innerText()).toMatch(/Number of the page[\s\S]*at least 0[\s\S]*Default 0/);
      // A list shows its values itself.
      const list = page.locator(
        `#${await page.locator('[data-name=lang]').getAttribute('aria-describedby')}`,
      );
      expect(await list.innerText()).toBe('Language of the learning objects.');
    });

    it('shows in the samples beside it what is typed, in every language, until it is reset', async () => {
      const page = await open('operations/search');
      const samples = page.locator('[data-operation=search] pre[data-sample]');
      const printed = await samples.allTextContents();
      await page.locator('.try-it-open').click();
      await page.fill('[data-name=keywords]', `l'été "x"`);
      await page.fill('[data-name=max]', '7');
      await page.selectOption('[data-name=lang]', 'fr');
      const first = samples.first();
      await expect.poll(() => first.textContent(), { timeout: 10_000 }).toContain('lang=fr');
      const [shell, python, php, javascript] = await samples.allTextContents();
      expect(shell).toContain(`--data-urlencode 'keywords=l'\\''été "x"'`);
      expect(python).toContain(`"keywords": "l'été \\"x\\"",\n        "lang": "fr",`);
      expect(php).toContain(`'keywords' => 'l\\'été "x"',\n    'lang' => 'fr',`);
      expect(javascript).toContain(`keywords: "l'été \\"x\\"",\n    lang: "fr",`);
      for (const code of [python, php, javascript]) expect(code).toMatch(/max\W+7,/);
      await page.click('[type=reset]');
      await expect.poll(() => first.textContent(), { timeout: 10_000 }).toContain('lang=en');
      expect(await samples.allTextContents()).toEqual(printed);
      expect(await page.inputValue('[data-name=max]')).toBe('2');
    });

    it('shows a body in the samples, once it is JSON', async () => {
      const page = await open('operations/sendFeedback');
      await page.locator('.try-it-open').click();
      const python = page.locator('[data-sample=python]');
      await page.fill('[data-body]', '{"mark": 4');
      await page.fill('[data-body]', '{"mark": 4}');
      await expect
        .poll(() => python.textContent(), { timeout: 10_000 })
        .toContain('json={\n        "mark": 4,\n    },');
      await page.fill('[data-body]', '{"mark": ');
      expect(await python.textContent()).toContain('"mark": 4,');
    });

    describe('while it waits', () => {
      /** A form whose calls are not answered before they are let go. */
      async function waitingForm(): Promise<{ page: Page; calls: string[]; letGo: () => Promise<void> }> {
        const page = await open('operations/listTypes');
        const calls: string[] = [];
        const held: (() => Promise<void>)[] = [];
        await page.route('**/learningobject/v2/type', (route) => {
          calls.push(route.request().url());
          held.push(() => route.continue());
        });
        await page.locator('.try-it-open').click();
        await page.locator('.try-it-form [type=submit]').dblclick();
        await page.locator('.try-it-form[aria-busy=true]').waitFor();
        const letGo = async () => {
          await Promise.all(held.map((go) => go()));
          await page.unroute('**/learningobject/v2/type');
        };
        return { page, calls, letGo };
      }

      it('is busy and makes one call, however often it is clicked', async () => {
        const { page, calls, letGo } = await waitingForm();
        const button = page.locator('.try-it-form [type=submit]');
        expect(await button.getAttribute('aria-disabled')).toBe('true');
        expect(await page.locator('.try-it-form [role=status]').textContent()).toBe('Sending …');
        await button.click({ force: true });
        await letGo();
        await page.locator('.try-it-reply .status').waitFor();
        expect(calls).toHaveLength(1);
        expect(await page.locator('.try-it-form').getAttribute('aria-busy')).toBe('false');
        expect(await page.locator('[data-cancels]').isVisible()).toBe(false);
      });

      it('can be stopped, and sent again', async () => {
        const { page, letGo } = await waitingForm();
        await page.click('[data-cancels]');
        await page.locator('.try-it-form[aria-busy=false]').waitFor();
        expect(await page.locator('.try-it-form [role=status]').textContent()).toBe('Cancelled.');
        expect(await page.evaluate('document.activeElement.type')).toBe('submit');
        await letGo().catch(() => undefined); // the browser has given the call up
        forgive('ERR_ABORTED');
        expect(await send(page, 'listTypes')).toMatch(/^200 /);
      });
    });

    it('calls the server that was chosen, where a page may call it', async () => {
      const page = await open('operations/search');
      const documented = 'https://api.inokufu.com/learningobject/v2';
      const line = page.locator('.try-it-url');
      await page.locator('.try-it-open').click();
      // The one that is chosen may not be called from this page.
      expect(await line.textContent()).toContain(`GET ${shown.site.mock.url}/`);
      await page.reload();
      await page.evaluate(
        `document.querySelector('.try-it').dataset.servers = '["/learningobject/v2", "${documented}"]'`,
      );
      await page.locator('.try-it-open').click();
      expect(await line.textContent()).toContain(`GET ${documented}/search`);
      await page.locator('.server-select').selectOption({ label: 'This mock' });
      expect(await line.textContent()).toContain(`GET ${shown.site.mock.url}/`);
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
