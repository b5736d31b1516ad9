import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * What has the focus: undefined on the page itself, else its tag and whether a reader sees it (WCAG 2.2, 2.4.11). What fits
 * between the bars and the window's end has to be there whole, of a taller one some part.
 */
const focused = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return undefined;
  const { top, bottom, left, right } = element.getClientRects()[0] ?? element.getBoundingClientRect();
  // What is in a bar, or over it, has nothing above it.
  const isOver = element.closest('.top-bar, .examples-bar, .skip-link') !== null;
  const bars = [...document.querySelectorAll('.top-bar, .examples-bar')]
    .filter((bar) => bar.checkVisibility() && !isOver)
    .map((bar) => bar.getBoundingClientRect())
    .filter((bar) => bar.left < right && bar.right > left);
  const free = Math.max(0, ...bars.map((bar) => bar.bottom));
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, free) + Math.min(bottom, innerHeight)) / 2;
  const hit = document.elementFromPoint(x, y);
  const isOnTop = hit !== null && (element.contains(hit) || hit.contains(element));
  // A pixel for rounding; a button inside a block that scrolls may lose its edge.
  const isClear = bottom - top > innerHeight - free || (top >= free - 8 && bottom <= innerHeight + 8);
  return { tag: element.outerHTML.slice(0, 100), isSeen: isOnTop && isClear };
})()`;

interface Focused {
  readonly tag: string;
  readonly isSeen: boolean;
}

/** Goes through a page until the focus leaves it; names what was not seen. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<{ stops: number; unseen: string[] }> {
  const unseen: string[] = [];
  for (let stops = 0; ; stops += 1) {
    await page.keyboard.press(key);
    const found = await page.evaluate<Focused | undefined>(focused);
    if (found === undefined) return { stops, unseen };
    if (!found.isSeen) unseen.push(found.tag);
  }
}

/** Tab from the first to the last stop of the page, and back. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const forwards = await walk(page, 'Tab');
  expect(forwards.unseen).toEqual([]);
  expect(forwards.stops).toBeGreaterThan(25);
  const backwards = await walk(page, 'Shift+Tab');
  expect(backwards.unseen).toEqual([]);
  expect(backwards.stops).toBeGreaterThanOrEqual(forwards.stops);
}
