import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../docs-src/build-site.ts';
import { hasBrowser, launchBrowser } from '../browser.ts';

const document = path.join(import.meta.dirname, '../documents/pet-care.yaml');
const text = `---
title: واجهة القطط
direction: rtl
language_tabs: [shell, python]
search: true
---

# مقدمة

> مثال:

\`\`\`shell
curl https://pets.example/pets?limit=10
\`\`\`

اقرأ \`GET /pets?limit=10\` أولا.

## القطط

<!-- kit operation listPets -->
`;

describe.skipIf(!hasBrowser)('a page that reads from right to left', () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
    folder = mkdtempSync(path.join(tmpdir(), 'rtl-'));
    writeFileSync(path.join(folder, 'index.md'), text);
    for (const [name, content] of await buildSite({ document, pages: folder })) {
      const file = path.join(folder, 'site', name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function open(width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    await page.goto(pathToFileURL(path.join(folder, 'site/index.html')).href);
    return page;
  }
  const middleOf = (page: Page, selector: string) =>
    page.evaluate<number>(
      `(({ left, right }) => (left + right) / 2)(document.querySelector('${selector}').getBoundingClientRect())`,
    );

  it('has its menu on the right, its samples on the left and its text between them', async () => {
    const page = await open(1440);
    const [menu, prose, sample, operation, card] = await Promise.all(
      ['#frame_menu', '.content > p', '.content pre', '.operation-text', '.request-card'].map((selector) =>
        middleOf(page, selector),
      ),
    );
    expect([sample, prose, menu]).toEqual(
      [sample, prose, menu].toSorted((one = 0, other = 0) => one - other),
    );
    expect(card).toBeLessThan(operation ?? 0);
    await page.close();
  });

  it('keeps its code from left to right', async () => {
    const page = await open(1440);
    const directions = await page.evaluate(
      '[...new Set([...document.querySelectorAll(".content pre, .content code")].map((code) => getComputedStyle(code).direction))]',
    );
    expect(directions).toEqual(['ltr']);
    await page.close();
  });

  it('opens its drawer from the right and needs no sideways scrolling', async () => {
    const page = await open(390);
    const overflow = () =>
      page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(await overflow()).toBe(0);
    await page.click('#nav-button');
    await page.locator('#frame_menu').waitFor({ state: 'visible' });
    expect(await middleOf(page, '#frame_menu')).toBeGreaterThan(195);
    expect(await overflow()).toBe(0);
    await page.close();
  });
});
