import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser.ts';
import { desktop, expectNoViolations, openSite, phone, violations } from './open-site.ts';

/** The other pairs of colours and sizes are in accessibility.slow.test.ts. */
describe.skipIf(!hasBrowser)('axe', () => {
  const shown = openSite();

  it.each([
    ['light', desktop],
    ['dark', phone],
  ] as const)('finds nothing in %s at %j, with everything opened', async (colours, viewport) => {
    await expectNoViolations(shown, colours, viewport);
  });

  it.each(['operations/search', 'not-here'])('finds nothing on %s', async (address) => {
    const page = await shown.open(address, { bypassCSP: true });
    expect(await violations(page)).toEqual([]);
    shown.forgive(404);
  });
});
