import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser.ts';
import { openSite } from './open-site.ts';

/** The longest line of a page's prose, in letters. */
function longestLine(page: Page): Promise<number> {
  return page.evaluate((proseParts) => {
    let longest = 0;
    const range = document.createRange();
    for (const part of Array.from(document.querySelectorAll(proseParts))) {
      const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      const lines = new Map<number, number>();
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const { length } = text.textContent ?? '';
        for (let at = 0; at < length; at += 1) {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const { bottom, width } = range.getBoundingClientRect();
          if (width > 0) lines.set(Math.round(bottom / 8), (lines.get(Math.round(bottom / 8)) ?? 0) + 1);
        }
      }
      longest = Math.max(longest, ...lines.values());
    }
    return longest;
  }, 'main p:not(.operation-url, .facts), main li > p, main dd');
}

/** Scroll positions at which an operation's text has nothing beside it. */
function emptyPositions(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const isSeen = (part: Element) => {
      const { top, bottom, height } = part.getBoundingClientRect();
      return height > 0 && bottom > 60 && top < innerHeight;
    };
    const empty: number[] = [];
    for (let y = 0; y < document.body.scrollHeight; y += 300) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise(requestAnimationFrame);
      const texts = Array.from(document.querySelectorAll('.operation-text')).filter(isSeen);
      const code = Array.from(document.querySelectorAll('.card, .content > pre, .highlight > pre')).filter(
        isSeen,
      );
      if (texts.length > 0 && code.length === 0) empty.push(y);
    }
    return empty;
  });
}

describe.skipIf(!hasBrowser)('the layout of the shipped site', () => {
  const { open } = openSite();

  it.each([390, 1_440, 1_920])('has no line of prose above 72 letters at %i pixels', async (width) => {
    const page = await open('', { viewport: { width, height: 900 } });
    expect(await longestLine(page)).toBeLessThanOrEqual(72);
  });

  it('has code beside the text of an operation wherever one scrolls', async () => {
    expect(await emptyPositions(await open())).toEqual([]);
  });

  it('gives both columns to a section without code, over the strip of tabs', async () => {
    const page = await open('#usage-plans');
    const strip = page.locator('.examples-bar');
    const at = await strip.evaluate((bar) => {
      const { left, top } = bar.getBoundingClientRect();
      return document.elementFromPoint(left + 20, top + 20)?.closest('.wide, .examples-bar')?.className;
    });
    expect(at).toBe('wide');
    await strip.locator('a').first().focus();
    expect(await strip.evaluate((bar) => bar.matches(':focus-within') && getComputedStyle(bar).zIndex)).toBe(
      '22',
    );
  });

  it.each(['404.html'])('has no tabs on %s, where there is nothing to choose', async (path) => {
    const page = await open(path);
    expect(await page.locator('.examples-bar, .dark-box').count()).toBe(0);
  });

  it('is printed on thirty pages', async () => {
    const page = await open();
    const pdf = await page.pdf({
      format: 'A4',
      margin: { top: '15mm', bottom: '15mm', left: '12mm', right: '12mm' },
    });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(30);
  });
});
