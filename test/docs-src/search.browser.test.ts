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
    expect(await first.locator('.search-kind').textContent()).toBe('Parameter');
    await page.keyboard.press('ArrowDown');
    expect(await first.getAttribute('aria-selected')).toBe('false');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await page.locator('#frame_search-dialog').isVisible()).toBe(false);
    await expect.poll(() => page.url()).toMatch(/#.*formacode/i);
    expect(await page.evaluate<string>('"#" + document.activeElement.id')).toBe(new URL(page.url()).hash);
    const marks = () => page.evaluate<number>(`CSS.highlights.get('search')?.size ?? 0`);
    expect(await marks()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    expect(await marks()).toBe(0);
  });

  it.each([
    ['an enum value', 'podcast', '#search-parameter-type'],
    ['a parameter', 'learningtimemax', '#search-parameter-learningTimeMax'],
    ['an error code', 'quota-exceeded', '#error-429-quota-exceeded'],
    ['a path', '/search-rome', '#search-by-rome'],
    ['a field of a reply', 'metadata.hasMore', '#search-status-200'],
    ['prose', 'two limits count at the same time', '#usage-plans'],
  ])('finds %s', async (_kind, query, place) => {
    const page = await open();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(query);
    const hits = page.locator('.search-result');
    const places = () => hits.evaluateAll((all) => all.map((hit) => (hit as HTMLAnchorElement).hash));
    await expect.poll(places).toContain(place);
  });

  it('says how many hits there are, and of each its place and the sentence with the words', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('hasMore');
    const first = page.locator('.search-result').first();
    await first.locator('mark', { hasText: 'hasMore' }).waitFor();
    expect(await page.locator('.search-status[role=status]').textContent()).toMatch(/^\d+ results$/);
    expect(await first.locator('.search-place').textContent()).toContain('Search › 200 OK');
    expect(await first.locator('small').last().textContent()).toBe('Whether a page follows this one.');
  });

  it('shows the nearest sections when there is nothing, clears and closes with Escape', async () => {
    const page = await open();
    await page.click('.search-button');
    await page.keyboard.type('xyzzyxyzzy');
    await page.locator('.search-status', { hasText: 'Nothing exact for “xyzzyxyzzy”; nearest:' }).waitFor();
    expect(await page.locator('.search-result').count()).toBeGreaterThan(2);
    await page.keyboard.press('Escape');
    expect(await page.locator('#input-search').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    expect(await page.locator('#frame_search-dialog').isVisible()).toBe(false);
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
