import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser.ts';
import { desktop, openSite, phone, visibleLanguages } from './open-site.ts';

describe.skipIf(!hasBrowser)('the documentation site in a browser', () => {
  const shown = openSite();
  const { open } = shown;

  describe('language tabs', () => {
    it('show one language at a time, in the address and in storage, and Back undoes the choice', async () => {
      const page = await open('#search');
      expect(await visibleLanguages(page)).toEqual(['shell']);
      await page.click('.examples-bar [data-language-name=python]');
      expect(await visibleLanguages(page)).toEqual(['python']);
      expect(page.url()).toBe(`${shown.site.mock.url}/?python#search`);
      await page.goBack();
      expect(await visibleLanguages(page)).toEqual(['shell']);
      await page.goForward();
      await page.goto(`${shown.site.mock.url}/operations/search`);
      expect(await visibleLanguages(page)).toEqual(['python']);
    });

    it('believe the address before the storage', async () => {
      const page = await open('?php');
      expect(await visibleLanguages(page)).toEqual(['php']);
      await page.goto(`${shown.site.mock.url}/?language=javascript&a=1`);
      expect(await visibleLanguages(page)).toEqual(['javascript']);
    });

    it('keep the reader at the same place', async () => {
      const page = await open('#feedback');
      const topOf = () =>
        page.evaluate<number>('document.getElementById("feedback").getBoundingClientRect().top');
      const before = await topOf();
      await page.click('.examples-bar [data-language-name=php]');
      expect(Math.abs((await topOf()) - before)).toBeLessThan(3);
    });

    it('are a list in each sample on a phone', async () => {
      const page = await open('#search', { viewport: phone });
      await page.locator('.request-card .language-select').first().selectOption('python');
      expect(await visibleLanguages(page)).toEqual(['python']);
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
  });

  it('has a drawer on narrow screens: by button, closed by a link, Escape and a click beside it', async () => {
    const page = await open('', { viewport: phone });
    const menu = page.locator('#frame_menu');
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
  });

  it.each([
    ['a link to a reply opens its tab', '#search-status-429', '#search-status-429'],
    ['a link into a closed part opens it', '#search-status-400', '#search-status-400'],
  ])('%s', async (_rule, address, selector) => {
    const page = await open(address);
    expect(await page.locator(selector).isVisible()).toBe(true);
    expect(await page.locator(`${selector}-tab`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Tab');
  });

  it('moves through reply tabs with arrow keys', async () => {
    const page = await open('operations/search');
    await page.locator('.reply-tab').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.reply:visible').count()).toBe(1);
    expect(await page.locator('.reply-tab').nth(1).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('End');
    expect(await page.locator('.reply-tab').last().getAttribute('tabindex')).toBe('0');
  });

  it('shows what the keyboard comes to, also in a column that is taller than the window', async () => {
    const page = await open('operations/search');
    // The last thing before the samples: what the relations of the operation say, folded.
    await page
      .locator('#search-parameter-learningTimeMax ~ details.tree > summary, main details.tree > summary')
      .first()
      .focus();
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<{ className: string; top: number; bottom: number }>(
      '(({ className }, { top, bottom }) => ({ className, top, bottom }))(document.activeElement, document.activeElement.getBoundingClientRect())',
    );
    expect(focused.className).toContain('copy-button');
    expect(focused.top).toBeGreaterThan(0);
    expect(focused.bottom).toBeLessThan(desktop.height);
  });

  it('names the links to parameters by the parameters', async () => {
    const page = await open('operations/search');
    await page.getByRole('link', { name: 'learningTimeMax', exact: true }).click();
    expect(page.url()).toMatch(/#search-parameter-learningTimeMax$/);
  });

  it('works from a folder without a server, search included', async () => {
    const page = await open(pathToFileURL(`${shown.site.folder}/index.html`).href);
    await page.keyboard.press('/');
    await page.keyboard.type('rome');
    await page.locator('.search-result').first().click();
    await expect.poll(() => page.url()).toContain('rome');
    expect(await visibleLanguages(page)).toEqual(['shell']);
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
  });

  it('copies a sample as it stands, and the page as Markdown', async () => {
    const page = await open('operations/search', { permissions: ['clipboard-read', 'clipboard-write'] });
    const clipboard = () => page.evaluate<string>('navigator.clipboard.readText()');
    await page.locator('pre.tab-shell .copy-button').click();
    await page.locator('.copied').waitFor();
    expect(await clipboard()).toBe(
      (await page.locator('pre.tab-shell code').textContent())?.replace(/\n$/, ''),
    );
    await page.click('#frame_copy-page');
    await page.locator('#frame_copy-page.copied').waitFor();
    expect(await clipboard()).toMatch(/^# /m);
  });

  it('copies an operation for an assistant', async () => {
    const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    const button = page.locator('[data-operation=search] .access button');
    await button.click();
    await page.locator('[data-operation=search] .access .copied').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toMatch(/^# Search\n/);
    expect(copied).toContain('`learningTimeMax`');
  });

  it('lights up in the sample the parameter that is pointed at, and the one that has the focus', async () => {
    const page = await open();
    const lit = () =>
      page.evaluate<string[]>(
        '[...(CSS.highlights.get("parameter") ?? [])].map((range) => range.toString())',
      );
    await page.locator('#search-parameter-keywords').hover();
    expect(await lit()).toEqual(['keywords=programming']);
    await page.locator('#search-parameter-max .row-head a').first().focus();
    expect(await lit()).toEqual(['max=2']);
    await page.locator('#search').hover();
    expect(await lit()).toEqual([]);
  });

  it('can be read with JavaScript off', async () => {
    const page = await open('', { javaScriptEnabled: false });
    const operation = page.locator('[data-operation=search]');
    expect(await operation.locator('pre[class*=tab-]:visible').count()).toBeGreaterThanOrEqual(4);
    expect(await operation.locator('.reply:visible').count()).toBe(await operation.locator('.reply').count());
    expect(await page.locator('#toc a:visible').count()).toBe(await page.locator('#toc a').count());
    expect(await page.locator('.needs-script:visible, .try-it:visible').count()).toBe(0);
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
  });
});
