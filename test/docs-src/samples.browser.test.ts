import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser.ts';
import { openSite, phone, typeKey } from './open-site.ts';

describe.skipIf(!hasBrowser)('the samples of a page', () => {
  const shown = openSite();
  const { open } = shown;

  /** In the order of the tabs: shell, Python, PHP, JavaScript. */
  async function samplesOf(page: Page, operationId: string): Promise<string[]> {
    return page.locator(`[data-operation=${operationId}] pre[data-sample]`).allTextContents();
  }
  /** The choice loads a script first. */
  async function waitForSample(page: Page, text: string): Promise<void> {
    const sample = page.locator('[data-operation] [data-sample]').first();
    await expect.poll(() => sample.textContent(), { timeout: 10_000 }).toContain(text);
  }
  async function takeKeyFrom(page: Page, environment: boolean): Promise<void> {
    await page.locator('.key-button:visible').first().click();
    await page.locator('#frame_key-environment').setChecked(environment);
    await page.keyboard.press('Escape');
  }

  it('read the key from the environment, as chosen once, and are as printed again without it', async () => {
    const page = await open('operations/search');
    const printed = await samplesOf(page, 'search');
    await takeKeyFrom(page, true);
    await waitForSample(page, 'x-api-key: $API_KEY');
    const [shell, python, php, javascript] = await samplesOf(page, 'search');
    expect(shell).toContain('--header "x-api-key: $API_KEY"');
    expect(python).toMatch(/^import os\n\nimport requests\n[\s\S]*"x-api-key": os\.environ\["API_KEY"\],/);
    expect(php).toContain(`'x-api-key: ' . getenv('API_KEY'),`);
    expect(javascript).toContain('"x-api-key": process.env.API_KEY,');
    expect(await page.locator('.examples-bar .key-button').innerText()).toBe('Environment');

    await page.reload();
    await waitForSample(page, '$API_KEY');
    await takeKeyFrom(page, false);
    await waitForSample(page, 'SAY-FRIEND');
    expect(await samplesOf(page, 'search')).toEqual(printed);
  });

  it('move to another server where a writer wrote them, too, and back', async () => {
    const page = await open('guides/quickstart');
    const code = () => page.locator('pre.tab-php > code').allTextContents();
    const before = await code();
    const { origin } = new URL(page.url());
    await page.locator('.server-select').selectOption({ label: 'This mock' });
    await expect
      .poll(async () => (await code()).filter((text) => text.includes(origin)).length)
      .toBe(before.length);
    await page.locator('.server-select').selectOption({ index: 0 });
    await expect.poll(code).toEqual(before);
  });

  it('keep a typed key when they are printed again', async () => {
    const page = await open('operations/search');
    await typeKey(page, 'mine');
    await page.locator('.server-select').selectOption({ label: 'This mock' });
    await waitForSample(page, shown.site.mock.url);
    expect(await page.locator('[data-sample] .kit-key').allTextContents()).toEqual(Array(4).fill('mine'));
  });

  it('call the chosen server, on every page, and keep their colours', async () => {
    const page = await open();
    await page.locator('.server-select').selectOption({ label: 'This mock' });
    await waitForSample(page, shown.site.mock.url);
    const address = `${shown.site.mock.url}/learningobject/v2/search`;
    for (const sample of await samplesOf(page, 'search')) expect(sample).toContain(address);
    // Those beside prose as well.
    expect(await page.locator('.content > .highlight [data-sample=python]').first().textContent()).toContain(
      shown.site.mock.url,
    );
    await page.goto(`${shown.site.mock.url}/operations/listTypes`);
    await waitForSample(page, `${shown.site.mock.url}/learningobject/v2/type`);
    expect(await page.locator('[data-sample=shell] b').first().textContent()).toBe('curl');
    await page.locator('.server-select').selectOption({ index: 0 });
    await waitForSample(page, 'https://api.inokufu.com/learningobject/v2/type');
  });

  it('cost nothing more where nothing was chosen', async () => {
    const page = await open('operations/search');
    const loaded = await page.evaluate<string[]>(
      'performance.getEntriesByType("resource").map(({ name }) => name.replace(/.*\\//, ""))',
    );
    expect(loaded).toContain('site.js');
    expect(loaded).not.toContain('samples.js');
  });

  it('offer the mock only where it serves the page', async () => {
    const page = await open(`file://${shown.site.folder}/operations/search.html`);
    expect(await page.locator('.server-select:visible').count()).toBe(0);
  });

  it.each([
    ['a phone', phone],
    ['a narrow window', { width: 1024, height: 700 }],
    ['a wide one', { width: 1440, height: 900 }],
  ])('have one line over them on %s: language, server and key are all there', async (_name, viewport) => {
    const page = await open('operations/search', { viewport });
    const bar = await page.locator('.examples-bar').boundingBox();
    expect(bar?.height).toBeLessThan(60);
    expect(await page.locator('.server-select:visible').count()).toBe(1);
    expect(await page.locator('.key-button:visible').count()).toBe(1);
    const languages = page.locator('.language-select:visible, .examples-bar .lang-selector:visible');
    expect(await languages.count()).toBe(1);
    const cut = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.examples-bar > *')].filter((part) => part.scrollWidth > part.clientWidth + 1 && !part.matches('select')).map((part) => part.className)`,
    );
    expect(cut).toEqual([]);
  });

  it('say how they run on Windows, in a shell’s tab alone and without a script', async () => {
    const page = await open('operations/search', { javaScriptEnabled: false });
    await page.locator('.on-windows > summary').click();
    expect(await page.locator('.on-windows').innerText()).toContain('curl.exe');
    const scripted = await open('operations/search');
    await scripted.click('.examples-bar [data-language-name=php]');
    expect(await scripted.locator('.on-windows:visible').count()).toBe(0);
  });
});
