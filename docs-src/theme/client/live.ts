import { currentKey } from './api-key.ts';
import { loadScript, siteRoot } from './load-script.ts';
import { isServedByMock } from './served-by-mock.ts';

declare global {
  /** Set by live.js, the bundle of pages with a live search. */
  var kitLive: ((place: HTMLElement, key: () => string) => void) | undefined;
}

/** Makes the live searches of the page, where a mock answers them. */
export async function setUpLiveSearch(): Promise<void> {
  const places = document.querySelectorAll<HTMLElement>('[data-live]');
  if (places.length === 0 || !isServedByMock()) return;
  await loadScript(`${siteRoot()}live.js`);
  for (const place of places) globalThis.kitLive?.(place, currentKey);
}
