import { mkdirSync, rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { createMockServer } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { launchBrowser } from '../../test/browser.ts';

/*
 * `npm run pictures [-- NAME …]`: the built site behind its mock, in ten states, at six widths, light and dark, as
 * dist/pictures/NAME-WIDTH-THEME.png. For eyes: nothing is compared.
 */
interface State {
  readonly path: string;
  /** What a reader does there before the picture is taken. */
  readonly reach?: (page: Page) => Promise<unknown>;
}

const widths = [320, 390, 768, 1_000, 1_440, 1_920];
const heightOf = (width: number) => (width < 700 ? 844 : 900);
const planKey = 'mock-pro-key';

const states: Readonly<Record<string, State>> = {
  home: { path: '' },
  plans: { path: '#usage-plans' },
  operation: { path: '#search' },
  parameters: {
    path: '#search',
    reach: (page) => page.locator('#search-parameter-levelMin').scrollIntoViewIfNeeded(),
  },
  errors: { path: '#errors' },
  'operation-page': { path: 'operations/searchByRome.html?python' },
  menu: { path: '#search', reach: (page) => openMenu(page) },
  'search-dialog': {
    path: '',
    reach: async (page) => {
      await page.locator('[data-opens=frame_search-dialog]:visible').first().click();
      await page.locator('#input-search').fill('next page');
      await page.locator('.search-result').first().waitFor();
    },
  },
  'try-it': { path: 'operations/search.html', reach: (page) => tryIt(page) },
  'not-found': { path: '404.html' },
};

async function openMenu(page: Page): Promise<void> {
  const button = page.locator('#nav-button');
  if (await button.isVisible()) await button.click();
}

async function tryIt(page: Page): Promise<void> {
  await page.locator('[data-opens=frame_key-dialog]:visible').first().click();
  await page.locator('#frame_key-dialog input').first().fill(planKey);
  await page.keyboard.press('Enter');
  await page.locator('.try-it-open').first().click();
  await page.locator('.try-it-form [type=submit]').click();
  await page.locator('.try-it-reply .status').waitFor();
}

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in states));
if (unknown !== undefined)
  throw new Error(`There is no state "${unknown}": there are ${Object.keys(states).join(', ')}.`);
const folder = packageFile('dist/pictures');
if (chosen.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const mock = await createMockServer({ siteDirectory: packageFile('dist/docs') });
const browser = await launchBrowser();
try {
  for (const [name, { path, reach }] of Object.entries(states)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    for (const width of widths) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const viewport = { width, height: heightOf(width) };
        const context = await browser.newContext({ viewport, colorScheme });
        const page = await context.newPage();
        await page.goto(`${mock.url}/${path}`);
        await reach?.(page);
        await page.screenshot({
          path: `${folder}/${name}-${width}-${colorScheme}.png`,
          animations: 'disabled',
        });
        await context.close();
      }
    }
    console.log(name);
  }
} finally {
  await browser.close();
  await mock.close();
}
