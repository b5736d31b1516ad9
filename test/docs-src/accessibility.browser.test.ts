import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser.ts';
import { expectNoViolations, openSite, phone, violations } from './open-site.ts';

/** The other pairs of colours and sizes are in accessibility.slow.test.ts. */
describe.skipIf(!hasBrowser)('axe', () => {
  const shown = openSite();

  it('finds nothing in dark on a phone, with everything opened', async () => {
    await expectNoViolations(shown, 'dark', phone);
  });

  it.each(['operations/search', 'not-here', 'fr/', 'fr/operations/search'])(
    'finds nothing on %s',
    async (address) => {
      const page = await shown.open(address, { bypassCSP: true });
      expect(await violations(page)).toEqual([]);
      shown.forgive(404);
    },
  );
});
