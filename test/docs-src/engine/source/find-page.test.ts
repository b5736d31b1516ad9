import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findPage, findSource } from '../../../../docs-src/engine/source/find-page.ts';

function folderWith(files: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'source-'));
  for (const name of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), '# One');
  }
  return folder;
}

test.each([
  [['index.md'], '', 'index.md'],
  [['index.md', 'index.html.md'], '', 'index.html.md'],
  [['index.md', 'index.html.md.erb'], '', 'index.html.md.erb'],
  [['README.md', 'source/index.html.md'], 'source', 'source/index.html.md'],
  [['README.md', 'source/en/index.html.md', 'source/cn/index.html.md'], 'source', undefined],
  [['README.md', 'source/api.html.md', 'source/index.html'], 'source', undefined],
  [['en/index.html.md'], '', undefined],
])('of %j the source is "%s" and its index %s', (files, source, index) => {
  const folder = folderWith(files);
  expect(findSource(folder)).toEqual({
    folder: path.join(folder, source),
    index: index === undefined ? undefined : path.join(folder, index),
  });
});

test.each([
  [[]],
  [['README.md']],
  [['source/includes/_errors.md', 'source/_part.html.md', 'source/.hidden/a.html.md']],
])('of %j there is none', (files) => {
  expect(findSource(folderWith(files))).toBeUndefined();
});

test('pages that need an index say so', () => {
  expect(() => findPage(folderWith(['en/index.html.md']))).toThrow(/There is no page here: put index\.md/);
});
