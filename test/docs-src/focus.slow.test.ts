import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'vitest';
import { hasBrowser } from '../browser.ts';
import { expectFocusSeen } from './focus-walk.ts';
import { openSite } from './open-site.ts';

describe.skipIf(!hasBrowser)('what the keyboard comes to is never under the bars', () => {
  const shown = openSite();

  it.each([
    ['index.html', 768, 1024],
    ['operations/search.html', 390, 844],
    ['operations/search.html', 768, 1024],
    ['operations/search.html', 1024, 768],
  ])('%s, %i × %i, forwards and backwards', async (name, width, height) => {
    const address = pathToFileURL(path.join(shown.site.folder, name)).href;
    const page = await shown.open(address, { viewport: { width, height } });
    await expectFocusSeen(page);
  });
});
