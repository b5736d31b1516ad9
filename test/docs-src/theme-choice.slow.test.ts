import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser.ts';
import { openSite } from './open-site.ts';

const [light, dark] = ['rgb(243, 247, 249)', 'rgb(28, 33, 36)'];

describe.skipIf(!hasBrowser)('the colours', () => {
  const shown = openSite();

  it.each([
    ['light', undefined, light],
    ['dark', undefined, dark],
    ['light', 'dark', dark],
    ['dark', 'light', light],
    ['dark', 'dark', dark],
  ] as const)('in a %s system, with the choice %s', async (colorScheme, choice, want) => {
    const address = pathToFileURL(path.join(shown.site.folder, 'operations/search.html')).href;
    const page = await shown.open(address, { colorScheme });
    if (choice !== undefined) await page.click(`[data-theme-choice=${choice}]`);
    const backgroundOf = (selector: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).backgroundColor`);
    expect(await backgroundOf('body')).toBe(want);
    // Neither the menu nor code may be there in text alone.
    for (const part of ['.toc-wrapper', '.dark-box', '.card'])
      expect(await backgroundOf(part), part).toMatch(/^rgb\((\d|[1-5]\d), /);
  });
});
