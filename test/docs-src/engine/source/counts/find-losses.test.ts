import { describe, expect, test } from 'vitest';
import { countPage } from '../../../../../docs-src/engine/source/counts/count-page.ts';
import { countSource } from '../../../../../docs-src/engine/source/counts/count-source.ts';
import { findLosses } from '../../../../../docs-src/engine/source/counts/find-losses.ts';

function lossesOf(text: string, html: string): string[] {
  const source = countSource([{ file: 'a.md', firstLine: 5, text }]);
  const losses = findLosses(source, countPage(`<main>${html}</main>`));
  return losses.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

const table = (head: string) => `<table><thead><tr><th>${head}</th></tr></thead></table>`;

describe('what a source has and the page has not is named with its line', () => {
  test.each([
    ['# One\n\n## Two', '<h1>One</h1>', ['a.md:7: The heading "Two" is not on the page.']],
    [
      'Title\n=====\n\n#Two',
      '',
      ['a.md:5: The heading "Title" is not on the page.', 'a.md:8: The heading "Two" is not on the page.'],
    ],
    ['# A\n\n# A\n\n# A', '<h1>A</h1><h1>A</h1>', ['a.md:9: The heading "A" is not on the page.']],
    [
      'x\n\na | b\n--|--\n1 | 2',
      '<p>a | b</p>',
      ['a.md:7: The table that begins with "a | b" is not on the page.'],
    ],
    ['| | |\n|--|--|\n| 1 | 2 |', '', ['a.md:5: The table that begins with "| | |" is not on the page.']],
    ['text\n\n<h2>Raw</h2>', '', ['a.md:7: The heading "<h2>Raw</h2>" is not on the page.']],
    [
      '\n<table>\n<tr><td>Raw</td></tr>\n</table>',
      '',
      ['a.md:6: The table that begins with "<table>" is not on the page.'],
    ],
    ['# 🎉', '', ['a.md:5: The heading "🎉" is not on the page.']],
  ])('%j', (text, html, want) => {
    expect(lossesOf(text, html)).toEqual(want);
  });
});

describe('nothing is named', () => {
  test.each([
    [
      'on the page in other words of HTML',
      "# What's *new* & [here](http://a.b/c) `x<y>`",
      '<h1>What’s <em>new</em> &amp; <a href="c">here</a> <code>x&lt;y&gt;</code></h1>',
    ],
    ['with entities and other alphabets', '# Caf&eacute; 検索 &mdash; x', '<h1>Café 検索 — x</h1>'],
    ['printed with what its link leads to', '# [A](b c)', '<h1>[A](b c)</h1>'],
    ['in code', '```\n# One\na | b\n--|--\n```\n\n`# Two`', ''],
    ['in a comment', '<!--\n# One\n\na | b\n--|--\n-->', ''],
    ['in preformatted text', '<pre>\n# One\n</pre>', ''],
    ['of no words', '#\n\n##  ', ''],
    ['that is a rule, or a list', 'a\n\n---\n\n- b\n---', ''],
    ['a table whose head is wider than its dashes', 'a | b | c\n--|--', ''],
    ['a table with an empty head', '&nbsp; | &nbsp;\n--|--\n1 | 2', table('\u00a0')],
    ['headings that the page has besides', '# One', '<h1>One</h1><h2>Two</h2>'],
  ])('%s', (_name, text, html) => {
    expect(lossesOf(text, html)).toEqual([]);
  });
});
