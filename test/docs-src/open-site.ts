import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { type ServedSite, serveSite } from './served-site.ts';

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export interface SiteInBrowser {
  readonly site: ServedSite;
  /** A page of the site, by its path or as file:, with nothing stored; its console is watched. */
  open(address?: string, options?: BrowserContextOptions): Promise<Page>;
  /** Answers of the API, and calls that are given up, are errors to the browser's console; here they are what is tested. */
  forgive(what: number | 'ERR_ABORTED'): void;
}

/** The shipped site, served by its mock, in a browser for all tests of a file. What goes wrong in a page fails its test. */
export function openSite(): SiteInBrowser {
  let site: ServedSite;
  let browser: Browser;
  /** The page of every test that wants only a size and colours: a new one costs more than what is done in it. */
  let shared: Page | undefined;
  /** Console errors, exceptions, requests that failed. */
  let troubles: string[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) if (context !== shared?.context()) await context.close();
    if (shared?.url().startsWith('http'))
      await shared.evaluate('localStorage.clear(), sessionStorage.clear()');
    await shared?.goto('about:blank');
    const seen = troubles;
    troubles = [];
    expect(seen).toEqual([]);
  });

  async function newPage(options: BrowserContextOptions): Promise<Page> {
    const page = await (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage();
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        troubles.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('requestfailed', (request) => {
      // Leaving the page ends what is still on its way.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED')
        troubles.push(`${request.url()} ${request.failure()?.errorText}`);
    });
    return page;
  }

  return {
    get site() {
      return site;
    },
    async open(address = '', { viewport = desktop, colorScheme = 'light', ...context } = {}) {
      const needsOwn = Object.keys(context).length > 0;
      if (!needsOwn) shared ??= await newPage({});
      const page = needsOwn ? await newPage(context) : (shared as Page);
      await page.setViewportSize(viewport ?? desktop);
      await page.emulateMedia({ colorScheme });
      await page.goto(address.startsWith('file:') ? address : `${site.mock.url}/${address}`);
      // site.js sets the page up in tasks of their own, the last one after the first frame: this one comes after them.
      if (context.javaScriptEnabled !== false)
        await page.evaluate(
          'new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done))))',
        );
      return page;
    },
    forgive(what) {
      const text = typeof what === 'number' ? `the server responded with a status of ${what}` : what;
      troubles = troubles.filter((trouble) => !trouble.includes(text));
    },
  };
}

/** The ids of the sample languages that a reader sees. */
export function visibleLanguages(page: Page): Promise<string[]> {
  return page.evaluate(
    `document.documentElement.dataset.languages.split(' ').filter((id) => [...document.querySelectorAll('pre.tab-' + id)].some((block) => block.checkVisibility()))`,
  );
}

export async function typeKey(page: Page, key: string): Promise<void> {
  await page.locator('.key-button:visible').first().click();
  await page.fill('#frame_key-input', key);
  await page.keyboard.press('Enter');
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in a part of a page that was opened with `bypassCSP`. */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(
    `axe.run('${part}', { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`,
  );
}

/** The page with all parts, dialogs and the drawer opened, in one colour scheme and size: axe finds nothing. */
export async function expectNoViolations(
  { open }: SiteInBrowser,
  colorScheme: 'light' | 'dark',
  viewport: typeof desktop,
): Promise<void> {
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
  expect(await violations(page, '#frame_search-dialog')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.locator('.key-button:visible').first().click();
  expect(await violations(page, '#frame_key-dialog')).toEqual([]);
  await page.keyboard.press('Escape');
  if (viewport === phone) {
    await page.click('#nav-button');
    expect(await violations(page, '#frame_menu')).toEqual([]);
  }
}
