import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser } from '../browser.ts';
import { type ServedSite, serveSite } from './served-site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

describe.skipIf(!hasBrowser)('the documentation site in a browser', () => {
  let site: ServedSite;
  let browser: Browser;
  /** What went wrong in the pages of a test: console errors, exceptions, requests that failed. */
  let troubles: string[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  afterEach(() => {
    const seen = troubles;
    troubles = [];
    expect(seen).toEqual([]);
  });

  async function open(address = '', options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: desktop, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        troubles.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('requestfailed', (request) => {
      // The icon is asked for beside the page: leaving the page ends that.
      if (!request.url().endsWith('/favicon.svg'))
        troubles.push(`${request.url()} ${request.failure()?.errorText}`);
    });
    await page.goto(address.startsWith('file:') ? address : `${site.mock.url}/${address}`);
    // site.js sets the page up in tasks of their own: this one comes after them.
    if (options.javaScriptEnabled !== false) await page.evaluate('new Promise((done) => setTimeout(done))');
    return page;
  }

  const visibleLanguages = (page: Page) =>
    page.evaluate<string[]>(
      `document.documentElement.dataset.languages.split(' ').filter((id) => [...document.querySelectorAll('pre.tab-' + id)].some((block) => block.checkVisibility()))`,
    );

  /** Answers of the API are errors to the browser's console; here they are what is tested. */
  const forgive = (status: number) => {
    troubles = troubles.filter((text) => !text.includes(`the server responded with a status of ${status}`));
  };

  describe('language tabs', () => {
    it('show one language at a time, in the address and in storage, and Back undoes the choice', async () => {
      const page = await open('#search');
      expect(await visibleLanguages(page)).toEqual(['shell']);
      await page.click('.examples-bar [data-language-name=python]');
      expect(await visibleLanguages(page)).toEqual(['python']);
      expect(page.url()).toBe(`${site.mock.url}/?python#search`);
      await page.goBack();
      expect(await visibleLanguages(page)).toEqual(['shell']);
      await page.goForward();
      await page.goto(`${site.mock.url}/operations/search`);
      expect(await visibleLanguages(page)).toEqual(['python']);
      await page.context().close();
    });

    it('believe the address before the storage', async () => {
      const page = await open('?php');
      expect(await visibleLanguages(page)).toEqual(['php']);
      await page.goto(`${site.mock.url}/?language=javascript&a=1`);
      expect(await visibleLanguages(page)).toEqual(['javascript']);
      await page.context().close();
    });

    it('keep the reader at the same place', async () => {
      const page = await open('#feedback');
      const topOf = () =>
        page.evaluate<number>('document.getElementById("feedback").getBoundingClientRect().top');
      const before = await topOf();
      await page.click('.examples-bar [data-language-name=php]');
      expect(Math.abs((await topOf()) - before)).toBeLessThan(3);
      await page.context().close();
    });

    it('are a list in each sample on a phone', async () => {
      const page = await open('#search', { viewport: phone });
      await page.locator('.language-select').first().selectOption('python');
      expect(await visibleLanguages(page)).toEqual(['python']);
      await page.context().close();
    });
  });

  describe('search', () => {
    it('opens with a key, forgives a typing error, moves with arrows and marks the words', async () => {
      const page = await open();
      await page.keyboard.press('/');
      await page.keyboard.type('formacdoe');
      const first = page.locator('.search-result').first();
      await first.waitFor();
      expect(await first.getAttribute('aria-selected')).toBe('true');
      expect(await page.locator('.search-group-title').count()).toBeGreaterThan(0);
      await page.keyboard.press('ArrowDown');
      expect(await first.getAttribute('aria-selected')).toBe('false');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      expect(await page.locator('#search-dialog').isVisible()).toBe(false);
      await expect.poll(() => page.url()).toMatch(/#.*formacode/i);
      const marks = () => page.evaluate<number>(`CSS.highlights.get('search')?.size ?? 0`);
      expect(await marks()).toBeGreaterThan(0);
      await page.keyboard.press('Escape');
      expect(await marks()).toBe(0);
      await page.context().close();
    });

    it.each([
      ['an enum value', 'podcast'],
      ['a parameter', 'learningtimemax'],
      ['an error code', 'quota-exceeded'],
      ['a path', '/searchrome'],
      ['prose', 'bloom taxonomy'],
    ])('finds %s', async (_kind, query) => {
      const page = await open();
      await page.keyboard.press('Control+k');
      await page.keyboard.type(query);
      await page.locator('.search-result').first().waitFor();
      await page.context().close();
    });

    it('says when there is nothing, clears and closes with Escape', async () => {
      const page = await open();
      await page.click('.search-button');
      await page.keyboard.type('xyzzyxyzzy');
      await page.locator('.search-status', { hasText: 'xyzzyxyzzy' }).waitFor();
      await page.keyboard.press('Escape');
      expect(await page.locator('#input-search').inputValue()).toBe('');
      await page.keyboard.press('Escape');
      expect(await page.locator('#search-dialog').isVisible()).toBe(false);
      await page.context().close();
    });

    it('asks for its data only when it is used', async () => {
      const page = await open();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.click('.search-button');
      await page.keyboard.type('rome');
      await page.locator('.search-result').first().waitFor();
      expect(asked.filter((path) => path.includes('search')).toSorted()).toEqual([
        '/search-data.js',
        '/search.js',
      ]);
      await page.context().close();
    });
  });

  it('follows scrolling in menu, address and title', async () => {
    const page = await open();
    await page.evaluate('document.getElementById("usage-plans").scrollIntoView()');
    await expect.poll(() => page.url()).toMatch(/#usage-plans$/);
    expect(await page.title()).toMatch(/^Usage plans – /);
    expect(await page.locator('#toc [aria-current]').getAttribute('href')).toBe('#usage-plans');
    expect(await page.locator('#toc > li.open > a').getAttribute('href')).toBe('#authentication');
    await page.click('#toc a[href="#utility"]');
    await expect.poll(() => page.locator('#toc [aria-current]').getAttribute('href')).toBe('#utility');
    expect(page.url()).toMatch(/#utility$/);
    await page.context().close();
  });

  it('has a drawer on narrow screens: by button, closed by a link, Escape and a click beside it', async () => {
    const page = await open('', { viewport: phone });
    const menu = page.locator('#menu');
    expect(await menu.isVisible()).toBe(false);
    await page.click('#nav-button');
    expect(await menu.isVisible()).toBe(true);
    await menu.locator('a[href="#errors"]').click();
    await menu.waitFor({ state: 'hidden' });
    await expect.poll(() => page.url()).toMatch(/#errors$/);
    await page.click('#nav-button');
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.id')).toBe('nav-button');
    await page.click('#nav-button');
    await page.mouse.click(380, 400);
    await menu.waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it.each([
    ['a link to a reply opens its tab', '#search-status-429', '#search-status-429'],
    ['a link into a closed part opens it', '#search-status-400', '#search-status-400'],
  ])('%s', async (_rule, address, selector) => {
    const page = await open(address);
    expect(await page.locator(selector).isVisible()).toBe(true);
    expect(await page.locator(`${selector}-tab`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Tab');
    await page.context().close();
  });

  it('moves through reply tabs with arrow keys', async () => {
    const page = await open('operations/search');
    await page.locator('.reply-tab').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.reply:visible').count()).toBe(1);
    expect(await page.locator('.reply-tab').nth(1).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('End');
    expect(await page.locator('.reply-tab').last().getAttribute('tabindex')).toBe('0');
    await page.context().close();
  });

  it('shows what the keyboard comes to, also in a column that is taller than the window', async () => {
    const page = await open('operations/search');
    await page.locator('#search-parameter-learningTimeMax .row-head a').focus();
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<{ className: string; top: number; bottom: number }>(
      '(({ className }, { top, bottom }) => ({ className, top, bottom }))(document.activeElement, document.activeElement.getBoundingClientRect())',
    );
    expect(focused.className).toContain('copy-button');
    expect(focused.top).toBeGreaterThan(0);
    expect(focused.bottom).toBeLessThan(desktop.height);
    await page.context().close();
  });

  it('names the links to parameters by the parameters', async () => {
    const page = await open('operations/search');
    await page.getByRole('link', { name: 'learningTimeMax', exact: true }).click();
    expect(page.url()).toMatch(/#search-parameter-learningTimeMax$/);
    await page.context().close();
  });

  async function typeKey(page: Page, key: string): Promise<void> {
    await page.locator('.key-button:visible').first().click();
    await page.fill('#key-input', key);
    await page.keyboard.press('Enter');
  }

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
      await page.context().close();
    });

    it('can be the demo key, in one click', async () => {
      const page = await open();
      await page.click('[data-use-key]');
      expect(await page.locator('.kit-key').first().textContent()).toMatch(/^demo/);
      await page.context().close();
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
      await page.context().close();
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
      await page.context().close();
    });

    it('shows status, time, headers, body and the calls that are left', async () => {
      const page = await open('operations/search');
      await typeKey(page, 'mock-pro-key');
      const shown = await send(page, 'search');
      expect(shown).toMatch(/^200 OK/);
      expect(shown).toMatch(/\d+ ms/);
      expect(shown).toMatch(/Quota: [\d,]+ left/);
      expect(shown).toMatch(/Headers \d+/);
      expect(shown).toContain('"statusCode": 200');
      await page.context().close();
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
      await page.context().close();
    });

    it('sends a body', async () => {
      const page = await open('operations/sendFeedback');
      await typeKey(page, 'mock-pro-key');
      expect(await send(page, 'sendFeedback')).toMatch(/^201 /);
      await page.context().close();
    });

    it('is still there after a reload, which the browser answers from its cache', async () => {
      const page = await open('operations/search');
      await page.reload();
      expect(await page.locator('.try-it:visible').count()).toBe(1);
      await page.context().close();
    });

    it('is absent where no server may be called', async () => {
      const page = await open(pathToFileURL(`${site.folder}/index.html`).href);
      expect(await page.locator('.try-it:visible').count()).toBe(0);
      await page.context().close();
    });
  });

  it('works from a folder without a server, search included', async () => {
    const page = await open(pathToFileURL(`${site.folder}/index.html`).href);
    await page.keyboard.press('/');
    await page.keyboard.type('rome');
    await page.locator('.search-result').first().click();
    await expect.poll(() => page.url()).toContain('rome');
    expect(await visibleLanguages(page)).toEqual(['shell']);
    await page.context().close();
  });

  it('is dark or light by the system and by choice, and remembers the choice', async () => {
    const page = await open('', { colorScheme: 'dark' });
    const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const dark = await background();
    await page.click('[data-theme-choice=light]');
    const light = await background();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await background()).toBe(light);
    await page.click('[data-theme-choice=system]');
    expect(await background()).toBe(dark);
    await page.context().close();
  });

  it('copies a sample as it stands, and the page as Markdown', async () => {
    const page = await open('operations/search', { permissions: ['clipboard-read', 'clipboard-write'] });
    const clipboard = () => page.evaluate<string>('navigator.clipboard.readText()');
    await page.locator('pre.tab-shell .copy-button').click();
    await page.locator('.copied').waitFor();
    expect(await clipboard()).toBe(
      (await page.locator('pre.tab-shell code').textContent())?.replace(/\n$/, ''),
    );
    await page.click('#copy-page');
    await page.locator('#copy-page.copied').waitFor();
    expect(await clipboard()).toMatch(/^# /m);
    await page.context().close();
  });

  it('can be read with JavaScript off', async () => {
    const page = await open('', { javaScriptEnabled: false });
    const operation = page.locator('[data-operation=search]');
    expect(await operation.locator('pre[class*=tab-]:visible').count()).toBeGreaterThanOrEqual(4);
    expect(await operation.locator('.reply:visible').count()).toBe(await operation.locator('.reply').count());
    expect(await page.locator('#toc a:visible').count()).toBe(await page.locator('#toc a').count());
    expect(await page.locator('.needs-script:visible, .try-it:visible').count()).toBe(0);
    await page.context().close();
  });

  it.each([
    ['a phone', 390],
    ['320 pixels, which are 1280 at 400 %', 320],
    ['a tablet', 820],
  ])('needs no sideways scrolling on %s', async (_name, width) => {
    const page = await open('', { viewport: { width, height: 700 } });
    await page.evaluate('document.querySelectorAll("details").forEach((part) => { part.open = true; })');
    expect(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0);
    await page.context().close();
  });

  describe('axe', () => {
    const violations = async (page: Page, part = 'html') => {
      await page.evaluate(axeSource);
      return page.evaluate<string[]>(
        `axe.run('${part}', { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`,
      );
    };

    it.each([
      ['light', desktop],
      ['dark', desktop],
      ['light', phone],
      ['dark', phone],
    ] as const)('finds nothing in %s at %j, with everything opened', async (colorScheme, viewport) => {
      const page = await open('', { colorScheme, viewport, bypassCSP: true });
      await page.evaluate(
        'document.querySelectorAll("details").forEach((part) => { part.removeAttribute("name"); part.open = true; })',
      );
      await page.locator('[data-operation=listTypes] .try-it-open').click();
      await page.locator('[data-operation=listTypes] [type=submit]').click();
      await page.locator('[data-operation=listTypes] .try-it-reply pre').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('search');
      await page.locator('.search-result').first().waitFor();
      expect(await violations(page, '#search-dialog')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.locator('.key-button:visible').first().click();
      expect(await violations(page, '#key-dialog')).toEqual([]);
      await page.keyboard.press('Escape');
      if (viewport === phone) {
        await page.click('#nav-button');
        expect(await violations(page, '#menu')).toEqual([]);
      }
      await page.context().close();
    });

    it.each(['operations/search', 'not-here'])('finds nothing on %s', async (address) => {
      const page = await open(address, { bypassCSP: true });
      expect(await violations(page)).toEqual([]);
      forgive(404);
      await page.context().close();
    });
  });
});
