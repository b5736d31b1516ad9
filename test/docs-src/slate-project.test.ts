import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from '../../docs-src/build-site.ts';
import { brokenLinks } from './site-links.ts';

async function build(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'slate-project-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const faults: string[] = [];
  const site = await buildSite({
    slate: folder,
    onFault: ({ file, line, message }) => faults.push(`${file}:${line}: ${message}`),
  });
  const html = (page: string) => String(site.get(page));
  return { site, html, faults };
}

test('a source without a root index starts with a list of its pages, which keep their addresses', async () => {
  const { site, html, faults } = await build({
    'source/en/index.html.md': '---\ntitle: Shop API\n---\n# One',
    'source/cn/index.html.md': '---\ntitle: 商店\nincludes: [errors]\n---\n# 一',
    'source/cn/includes/_errors.md': '# Errors',
    'source/index.html': '<meta http-equiv="refresh" content="0; url=/en/">',
  });
  expect([...site.keys()].filter((name) => /\.html$/.test(name))).toEqual(
    expect.arrayContaining(['index.html', 'en/index.html', 'cn/index.html']),
  );
  expect(html('index.html')).toContain('<li><a href="en/index.html">en</a> Shop API</li>');
  expect(html('index.html')).toContain('<title>商店</title>');
  expect(html('cn/index.html')).toContain('id="errors"');
  expect(brokenLinks(site)).toEqual([]);
  expect(faults).toEqual([
    'source/index.html:1: This file is not taken: in its place the start page lists the pages.',
  ]);
});

test('index.html.md is the page where index.md lies beside it, which is named', async () => {
  const { html, faults } = await build({ 'source/index.md': '# Old', 'source/index.html.md': '# New' });
  expect(html('index.html')).toContain('id="new"');
  expect(faults).toEqual([
    'source/index.md:1: This page is not built: source/index.html.md has its address, index.html.',
  ]);
});

test('the rule of config.rb gives the ids, its settings and the texts of data/ are on the page', async () => {
  const { html, faults } = await build({
    'config.rb': 'set :base_url, "https://a.b"\nset :markdown, renderer: NestingUniqueHeadCounter\n',
    'data/site.yml': 'name: Shop\n',
    'source/index.html.md.erb':
      '# Users\n<%= partial "includes/get" %>\n\nAt <%= config[:base_url] %> of <%= data.site.name %> in <%= year %>.',
    'source/includes/_get.md': '## Get\n\n## Get',
  });
  expect(html('index.html')).toContain('id="users-get"');
  expect(html('index.html')).toContain('id="users.users-get"');
  expect(html('index.html')).toContain('At https://a.b of Shop in &lt;%= year %&gt;.');
  expect(faults).toEqual([
    'source/index.html.md.erb:4: ERB is not run: this line stands on the page as it is.',
  ]);
});
