import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launchBrowser } from '../../../../browser.ts';
import { renderJunit } from '../../../engine/reports/render-junit.ts';
import { broken, report } from '../sample-report.ts';

/** The browser's parser is libxml2, which Jenkins' and GitLab's own readers are as strict as. */
describe.skipIf(!hasBrowser)('JUnit XML', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    ['markup', `<a href="x">&amp; ]]> <!-- --> <![CDATA[ 'it' "is"`, undefined],
    ['lines and tabs', 'one\ntwo\r\nthree\tfour', undefined],
    ['letters of every plane', 'é 漢 😀', undefined],
    ['control characters', 'a\u0000\u0008\u001b[31m\uffff\ud800b', 'a\ufffd\ufffd\ufffd[31m\ufffd\ufffdb'],
  ])('holds %s in attributes and text', async (_, text, read = text) => {
    const finding = { ...broken.findings[0], message: text } as (typeof broken.findings)[number];
    const xml = renderJunit(report([{ ...broken, name: text, findings: [finding], curl: text }]), {
      nameFile: (file) => file,
    });
    const page = await browser.newPage();
    const found = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'text/xml');
      return {
        fault: parsed.querySelector('parsererror')?.textContent ?? undefined,
        name: parsed.querySelector('testcase')?.getAttribute('name'),
        message: parsed.querySelector('failure')?.getAttribute('message'),
        text: parsed.querySelector('failure')?.textContent,
      };
    }, xml);
    await page.close();
    expect(found).toEqual({
      fault: undefined,
      name: read,
      message: `rule-not-enforced: ${read}`,
      text: expect.stringContaining(`request   ${read}`),
    });
  });
});
