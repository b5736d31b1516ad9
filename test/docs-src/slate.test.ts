import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, type SiteFiles } from '../../docs-src/build-site.ts';
import { countPage } from '../../docs-src/engine/source/counts/count-page.ts';
import { countSource } from '../../docs-src/engine/source/counts/count-source.ts';
import { differences } from '../../docs-src/engine/source/counts/slate-counts.ts';
import { readPageSource } from '../../docs-src/engine/source/read-page-source.ts';
import type { SourceFault } from '../../docs-src/engine/source/source-fault.ts';
import { brokenLinks } from './site-links.ts';

const project = path.join(import.meta.dirname, '../documents/slate-source');

describe('an existing Slate source with every feature', () => {
  let files: SiteFiles;
  let html: string;
  const faults: SourceFault[] = [];
  beforeAll(async () => {
    files = await buildSite({ slate: project, onFault: (fault) => faults.push(fault) });
    html = String(files.get('index.html'));
  });

  test('is on the page with every heading, anchor, table, code block, tab, aside and image', () => {
    const source = readPageSource(path.join(project, 'source/index.html.md'), {
      shownAs: 'index.html.md',
    });
    const counts = countSource(source.texts);
    expect(counts).toMatchObject({
      headings: { length: 13 },
      tables: { length: 4 },
      codeBlocks: 7,
      asides: 3,
      annotations: 2,
      images: 2,
    });
    expect(differences(counts, countPage(html))).toEqual([]);
    expect(faults).toEqual([]);
  });

  test.each([
    'introduction',
    'no-space-after-the-marks',
    'setext-heading',
    'parameters',
    'parameters-2',
    'errors.parameters',
    'what-39-s-quot-new-quot-amp-improved',
    'raw-heading',
    'old-address',
    'right-after-an-image',
    '33d3427e6e',
    'errors',
    'more',
  ])('keeps the address #%s', (id) => {
    expect(html).toMatch(new RegExp(`\\sid=["']${id}["']`));
  });

  test('has the tabs, the footers, the logo and the meta of its front matter', () => {
    expect(html).toContain('<meta name="description" content="Everything about kittens">');
    expect(html.match(/data-language-name="[^"]*"/g)?.slice(0, 3)).toEqual(
      ['shell', 'ruby--v2', 'javascript'].map((id) => `data-language-name="${id}"`),
    );
    expect(html).toContain("<a href='#errors'>Errors</a>");
    expect(html).toContain('src="images/logo.svg"');
    expect(files.has('images/kitten.svg')).toBe(true);
  });

  test('has its headings of both levels in the menu, those written as HTML too', () => {
    const titles = [...html.matchAll(/data-title="([^"]*)"/g)].map((match) => match[1]);
    expect(titles).toEqual([
      'Introduction',
      'No space after the marks',
      'Setext heading',
      'What&#39;s &quot;new&quot; &amp; improved?',
      'A heading as HTML',
      'Right after an image',
      '検索',
      'Parameters',
      'Errors',
      'Parameters',
      'More',
    ]);
  });

  test('keeps the look of its inline styles under a policy that forbids them', () => {
    expect(html).not.toMatch(/\sstyle=/);
    expect(String(files.get('page-styles.css'))).toMatch(/\.w-[0-9a-f]{8} \{ width: 100% \}/);
  });

  test('has its further page at the address that Middleman gives it, with languages and menu of its own', () => {
    const page = String(files.get('guides/cats.html'));
    const source = readPageSource(path.join(project, 'source/guides/cats.html.md'), {
      shownAs: 'guides/cats.html.md',
      root: path.join(project, 'source'),
    });
    const counts = countSource(source.texts);
    expect(counts).toMatchObject({ codeBlocks: 1, annotations: 1, images: 1 });
    expect(differences(counts, countPage(page))).toEqual([]);
    expect(page).toContain('<title>Guide to cats</title>');
    expect(page).toContain('data-languages="python"');
    expect([...page.matchAll(/data-title="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'Cats',
      'Older cats',
      'Errors',
      'Parameters',
    ]);
  });

  test('is found and looks alike on all its pages', () => {
    const page = String(files.get('guides/cats.html'));
    expect(page).toContain('data-index="../search-data.js"');
    expect(String(files.get('search-data.js'))).toContain('"href":"guides/cats.html#older-cats"');
    expect(page).toContain('href="../page-styles.css"');
    expect(String(files.get('llms.txt'))).toContain('- [Guide to cats](guides/cats.md)');
  });

  test('has its own colours', () => {
    expect(html).toContain('href="page-styles.css"');
    expect(String(files.get('page-styles.css'))).toContain('--nav-active-bg: #7B2D8B;');
  });

  test('has no broken link', () => {
    expect(brokenLinks(files)).toEqual([]);
  });
});

describe('what a page cannot show', () => {
  function faultsOf(text: string): Promise<string[]> {
    const folder = mkdtempSync(path.join(tmpdir(), 'slate-'));
    writeFileSync(path.join(folder, 'index.html.md'), text);
    const faults: string[] = [];
    return buildSite({
      slate: folder,
      onFault: (fault) => faults.push(`${fault.file}:${fault.line}: ${fault.message}`),
    }).then(() => faults);
  }

  test.each([
    ['---\nincludes:\n  - gone\n---\n', /^index\.html\.md:3: The include "gone" is missing/],
    ['# One\n\n```js\nnever closed', /^index\.html\.md:3: The code block that starts here is never closed/],
    ['# One\n\n<script>alert(1)</script>', /^index\.html\.md:3: A script in a page is not run/],
    [
      '# One\n\nHere:\n![x](images/x.png)',
      /^index\.html\.md:4: The image images\/x\.png is no file of the source/,
    ],
    ['---\ntitle: One\nlayout: wide\n---\n', /^index\.html\.md:3: The layout "wide" is not taken/],
    ['---\ntitle: One\ntitle: Two\n---\n', /^index\.html\.md:3: The key "title" stands 2 times/],
    ['# One\n\n<div># Two\n# Three\n</div>\n', /^index\.html\.md:4: The heading "Three" is not on the page/],
  ])('is named with file and line: %j', async (text, message) => {
    const [fault = ''] = await faultsOf(text);
    expect(fault).toMatch(message);
  });
});
