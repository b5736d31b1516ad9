import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readFurtherPages } from '../../../../docs-src/engine/source/further-pages.ts';
import { readPageSource } from '../../../../docs-src/engine/source/read-page-source.ts';

function read(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
  const all = { 'index.html.md': '# One', ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const file = path.join(folder, 'index.html.md');
  const shown = (of: string) => path.relative(folder, of);
  const source = readPageSource(file, { shownAs: shown(file) });
  const { pages, faults } = readFurtherPages({ file, source }, shown);
  return { pages, faults: faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message}`) };
}

test('a page beside the index has its address in Middleman, and partials and includes have none', () => {
  const { pages } = read({
    'index.html.md': '---\nincludes: [../terms]\n---\n# One',
    'other.html.md': '---\nincludes: [errors]\n---\n# Other',
    'guides/cats.md': '# Cats',
    'includes/_errors.md': '# Errors',
    'terms.md': '# Terms',
    '_draft.md': '# Draft',
    'guides/_part.md': '# Part',
  });
  expect(pages.map((page) => [page.path, page.source.texts.map(({ file }) => file)])).toEqual([
    ['guides/cats.html', ['guides/cats.md']],
    ['other.html', ['other.html.md', 'includes/_errors.md']],
  ]);
});

test('pages are in the order of the index’s list, the others after them by their paths', () => {
  const { pages, faults } = read({
    'index.html.md': '---\npages: [last.md, guides/frist]\n---\n# One',
    'a.md': '# A',
    'guides/first.md': '# First',
    'last.md': '# Last',
  });
  expect(pages.map((page) => page.path)).toEqual(['last.html', 'a.html', 'guides/first.html']);
  expect(faults).toEqual([
    'index.html.md:2: The page "guides/frist" is missing: no file guides/frist.md. Did you mean "guides/first"?',
  ]);
});

test('of two pages with one address the second is named and not built', () => {
  const { pages, faults } = read({ 'index.md': '# Two', 'a.md': '# A', 'a.html.md': '# B' });
  expect(pages.map((page) => page.path)).toEqual(['a.html']);
  expect(faults).toEqual([
    'a.md:1: This page is not built: a.html.md has its address, a.html.',
    'index.md:1: This page is not built: index.html.md has its address, index.html.',
  ]);
});
