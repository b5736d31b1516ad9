import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../docs-src/build-site.ts';
import { unescapeHtml } from '../../docs-src/engine/markdown/escape-html.ts';
import { packageFile } from '../../openapi/model/package-root.ts';

/** The page of a document in test/documents/foreign, as HTML and as a reader sees it. */
async function pageOf(document: string): Promise<{ html: string; text: string }> {
  const files = await buildSite({ document: packageFile(`test/documents/foreign/${document}`) });
  const html = String(files.get('index.html'));
  return { html, text: unescapeHtml(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ') };
}

describe('who is behind an API, and where more is said', () => {
  let page: { html: string; text: string };
  beforeAll(async () => {
    page = await pageOf('about.yaml');
  });

  it.each([
    'Hives and their honey',
    'What it is for.',
    'The keeper',
    'keeper@hive.example',
    'Honey license',
    'All about hives',
    'The book of hives',
    'Where bees live',
    'Said of the whole path.',
    'Said of the operation.',
    'How lists work',
    'https://hive.example/hive',
    'Of combs',
  ])('stands on the page: %s', (text) => {
    expect(page.text).toContain(text);
  });

  it('has the description of a tag under its heading, as Markdown', () => {
    expect(page.html).toMatch(/<h1 id="hives">[^\n]*\n<p>Each hive has <strong>bees<\/strong>/);
    expect(page.html).toContain('<td>drone</td>');
  });
});
