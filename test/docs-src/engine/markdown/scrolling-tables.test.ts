import { expect, it } from 'vitest';
import { withScrollingTables } from '../../../../docs-src/engine/markdown/scrolling-tables.ts';

const box = (inside: string) => `<div class="table-scroll" tabindex="0">${inside}</div>`;

it.each([
  [
    'a table',
    '<p>a</p><table><tr></tr></table><p>b</p>',
    `<p>a</p>${box('<table><tr></tr></table>')}<p>b</p>`,
  ],
  ['each of two', '<table></table> <table></table>', `${box('<table></table>')} ${box('<table></table>')}`],
  [
    'the outer of two in each other',
    '<table><td><table></table></table>',
    box('<table><td><table></table></table>'),
  ],
  ['a table with attributes, in capitals', '<TABLE class="x"></TABLE>', box('<TABLE class="x"></TABLE>')],
  ['nothing where a table is not closed', '<table><p>b</p>', '<table><p>b</p>'],
  ['nothing where a table is closed twice', '</table><table>', '</table><table>'],
  ['nothing in code', '<code>&lt;table&gt;&lt;/table&gt;</code>', '<code>&lt;table&gt;&lt;/table&gt;</code>'],
  ['no other element', '<tablet></tablet>', '<tablet></tablet>'],
])('puts a box around %s', (_kind, given, want) => {
  expect(withScrollingTables(given)).toBe(want);
});
