import { expect, it } from 'vitest';
import { readFrontMatter } from '../../../../docs-src/engine/source/front-matter.ts';

it.each([
  ['languge_tabs', '"languge_tabs" is not read: did you mean "language_tabs"?'],
  ['language-tabs', '"language-tabs" is not read: did you mean "language_tabs"?'],
  ['Title', '"Title" is not read: did you mean "title"?'],
  ['include', '"include" is not read: did you mean "includes"?'],
  ['toc_footer', '"toc_footer" is not read: did you mean "toc_footers"?'],
  ['generator', '"generator" is no key of the front matter that is read.'],
])('names %s with its line', (key, message) => {
  expect(readFrontMatter('index.md', `---\nsearch: true\n${key}: x\n---\n`).faults).toEqual([
    { file: 'index.md', line: 3, message },
  ]);
});

it('has nothing against the keys that are read', () => {
  const keys =
    'title language_tabs toc_footers includes search code_clipboard meta description locale layout synonyms'.split(
      ' ',
    );
  const text = `---\n${keys.map((key) => `${key}:`).join('\n')}\n---\n`;
  expect(readFrontMatter('index.md', text).faults).toEqual([]);
});
