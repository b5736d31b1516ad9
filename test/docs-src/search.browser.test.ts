import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser.ts';
import { openSite } from './open-site.ts';

describe.skipIf(!hasBrowser)('the search of the site', () => {
  const { open } = openSite();

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
  });
});
