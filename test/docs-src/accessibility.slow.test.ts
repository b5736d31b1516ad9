import { describe, it } from 'vitest';
import { hasBrowser } from '../browser.ts';
import { desktop, expectNoViolations, openSite, phone } from './open-site.ts';

describe.skipIf(!hasBrowser)('axe', () => {
  const shown = openSite();

  it.each([
    ['light', desktop],
    ['dark', desktop],
    ['light', phone],
  ] as const)('finds nothing in %s at %j, with everything opened', async (colours, viewport) => {
    await expectNoViolations(shown, colours, viewport);
  });
});
