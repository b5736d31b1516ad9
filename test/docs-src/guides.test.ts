import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuildSiteOptions, buildSite, type SiteFiles } from '../../docs-src/build-site.ts';
import { searchEntries } from '../../docs-src/theme/client/search-entries.ts';
import { searchDataOf } from '../../scripts/chores/search-check/check-questions.ts';
import { brokenLinks } from './site-links.ts';

const toy = path.join(import.meta.dirname, '../documents/pet-care.yaml');

const texts = {
  'index.md': `---
title: Pet care
language_tabs: [shell, python]
search: true
pages: [guides/second]
---
# Welcome

Read [the first guide](guides/first.md#keys), [the second](guides/second.html).

## List

<!-- kit operation listPets -->
`,
  'guides/first.md': `# First steps

Back to [the list](../index.md#list). <span style="color: red">Red</span> ![far](https://images.example/x.png)

## Keys

A key.

<!-- kit operation listPets -->

## Add

See [keys](#keys) and [the second](second.md), ![cat](cat.svg).

<!-- kit operation addPet -->

# More

Zebra.
`,
  'guides/second.md':
    '---\ntitle: The second\nlanguage_tabs: [python]\ndescription: About two.\n---\n\n<!-- kit operation addPet -->\n\n<!-- kit errors -->\n',
  'guides/cat.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'guides-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

async function build(
  options: Partial<BuildSiteOptions> = {},
  files: Readonly<Record<string, string>> = texts,
) {
  const faults: string[] = [];
  const site = await buildSite({
    document: toy,
    pages: folderWith(files),
    baseUrl: 'https://pets.example/docs/',
    onFault: ({ file, line, message }) => faults.push(`${file}:${line}: ${message}`),
    ...options,
  });
  return { site, faults, text: (name: string) => String(site.get(name)) };
}

/** Menu entries of a page: title and address. */
function menuOf(html: string): string[] {
  const menu = /<ul id="toc"[\s\S]*?<ul class="toc-footer/.exec(html)?.[0] ?? '';
  return [...menu.matchAll(/<a class="([^"]*)" href="([^"]*)"[^>]* data-title="([^"]*)"/g)].map(
    ([, classes = '', href, title]) => `${classes.includes('toc-h2') ? '  ' : ''}${title} ${href}`,
  );
}

describe('guides beside an index', () => {
  let site: SiteFiles;
  let faults: readonly string[];
  let text: (name: string) => string;
  beforeAll(async () => {
    ({ site, faults, text } = await build());
  });

  test('are pages with an address of their own, and every link of the site leads somewhere', () => {
    expect([...site.keys()].filter((name) => /^[^/]*\.html$|^guides\//.test(name)).sort()).toEqual([
      '404.html',
      'guides/cat.svg',
      'guides/first.html',
      'guides/first.md',
      'guides/second.html',
      'guides/second.md',
      'index.html',
    ]);
    expect(faults).toEqual([]);
    expect(brokenLinks(new Map([...site].filter(([name]) => name !== '404.html')))).toEqual([]);
  });

  test('have the frame of the index, and what they say themselves', () => {
    const first = text('guides/first.html');
    expect(first).toContain('<title>First steps – Pet care</title>');
    expect(first).toContain('data-languages="shell python"');
    expect(first).toContain('<link rel="canonical" href="https://pets.example/docs/guides/first.html">');
    const second = text('guides/second.html');
    expect(second).toContain('<title>The second – Pet care</title>');
    expect(second).toContain('data-languages="python"');
    expect(second).toContain('<meta name="description" content="About two.">');
    for (const page of [first, second, text('index.html'), text('operations/getPet.html')]) {
      expect(page).toContain('page-styles.css');
      expect(page).toContain('img-src &#39;self&#39; data: https://images.example;');
      expect(page).toMatch(/data-index="(\.\.\/)?search-data\.js"/);
    }
  });

  test('stand in the menu of every page, after the index’s headings; the open one with its own', () => {
    expect(menuOf(text('index.html')).filter((entry) => !entry.includes('#'))).toEqual([
      'The second guides/second.html',
      'First steps guides/first.html',
    ]);
    expect(menuOf(text('guides/first.html'))).toEqual([
      'Welcome ../index.html#welcome',
      'Pets ../index.html#pets',
      'Owners ../index.html#owners',
      'Webhooks ../index.html#webhooks',
      'The second ../guides/second.html',
      'First steps #first-steps',
      '  Keys #keys',
      '  Add #add',
      '  More #more',
    ]);
    expect(menuOf(text('operations/addPet.html'))).toContain('  Add a pet ../operations/addPet.html');
  });

  test('print operations; the place of one is the first page that mentions it, and links lead there', () => {
    expect(text('guides/second.html')).toContain('data-operation="addPet"');
    expect(text('guides/first.html')).toContain('data-operation="addPet"');
    expect(text('guides/first.html')).toContain('data-operation="listPets"');
    expect(text('index.html')).toContain('data-operation="getPet"');
    expect(text('index.html')).not.toContain('data-operation="addPet"');
    // The index, then the second guide, which the index lists before the first.
    expect(text('guides/second.html')).toContain('href="../index.html#list"');
    const page = text('operations/listPets.html');
    expect(page).toContain('<h1 id="list">');
    expect(text('operations/addPet.html')).toContain('<title>Add a pet – Pet care</title>');
  });

  test('are found, and named for programs that read', () => {
    const entries = searchEntries(searchDataOf(site));
    const hit = (title: string) => entries.filter((entry) => entry.title === title);
    expect(hit('More')).toMatchObject([
      { kind: 'page', href: 'guides/first.html#more', texts: ['Zebra.'], place: ['First steps'] },
    ]);
    expect(hit('Add a pet')).toMatchObject([{ kind: 'operation', href: 'guides/second.html#add-a-pet' }]);
    expect(hit('The second')).toMatchObject([{ kind: 'page', href: 'guides/second.html', place: [] }]);
    expect(entries.find(({ kind }) => kind === 'error')?.href).toMatch(/^guides\/second\.html#error-/);
    expect(text('sitemap.xml')).toContain('<loc>https://pets.example/docs/guides/first.html</loc>');
    expect(text('llms.txt')).toContain(
      '- [Pet care](https://pets.example/docs/index.md)\n- [The second](https://pets.example/docs/guides/second.md)',
    );
    expect(text('llms-full.txt')).toContain('Zebra.');
  });
});

test('a guide that mentions an operation twice stops the build with file and line', async () => {
  const again = '<!-- kit operation getPet -->\n\n<!-- kit operation getPet -->';
  await expect(build({}, { 'index.md': '# One', 'a.md': again })).rejects.toThrow(
    /^a\.md:3: The operation "getPet" is on the page already\.$/,
  );
});

test('guides of one page alone lead to schemas at the end of the index', async () => {
  const { site, text } = await build({ isOnePage: true, baseUrl: '' });
  expect(text('guides/second.html')).toMatch(/href="\.\.\/index\.html#schema-/);
  expect(brokenLinks(site)).toEqual([]);
});

test('a link of a guide that leads nowhere is named with its line', async () => {
  const { faults } = await build({}, { 'index.md': '# One', 'a.md': '# A\n\n[x](index.md#two) [y](b.md)' });
  expect(faults).toEqual([
    'a.md:3: The link to "index.md#two" leads nowhere: nothing has this id.',
    'a.md:3: The link to "b.md" leads nowhere: the site has no such file.',
  ]);
});

describe('pages without a document', () => {
  test('are a site of guides, under whatever address', async () => {
    const { site, faults, text } = await build(
      { document: false },
      {
        'index.md': '---\ntitle: Manual\nsearch: true\n---\n# Manual\n\n[One](one.md), [the API](../)',
        'one.md': '# One\n\nText.',
      },
    );
    expect(faults).toEqual([]);
    expect([...site.keys()].filter((name) => /\.(html|json|yaml)$/.test(name)).sort()).toEqual([
      '404.html',
      'index.html',
      'one.html',
    ]);
    for (const page of ['index.html', 'one.html']) expect(text(page)).not.toMatch(/(href|src)="\//);
    expect(menuOf(text('one.html'))).toEqual(['Manual index.html#manual', 'One #one']);
    expect(text('search-data.js')).toContain('"href":"one.html#one"');
    expect(text('llms.txt')).not.toContain('openapi');
  });

  test('have the settings of the index, and not its includes', async () => {
    const { text } = await build(
      { document: false },
      {
        'index.md': '---\ntitle: Manual\nincludes:\n  - more\n---\n# Manual',
        'includes/_more.md': '# More',
        'one.md': '# One',
        'two.md': '---\nsearch: false\n---\n# Two',
      },
    );
    const has = (name: string) => text(name).includes('<h1 id="more">');
    expect(['index.html', 'one.html', 'two.html'].filter(has)).toEqual(['index.html']);
  });

  test('need a folder', async () => {
    await expect(buildSite({ document: false })).rejects.toThrow('A site without a document needs pages');
  });
});
