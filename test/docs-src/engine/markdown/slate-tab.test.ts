import { expect, test } from 'vitest';
import { renderFence } from '../../../../docs-src/engine/markdown/slate-markdown.ts';
import { slateTab } from '../../../../docs-src/engine/markdown/slate-tab.ts';

// As `Rouge::Lexer.find_fancy(name)` of Rouge 3.30.0 and Slate's lib/multilang.rb make it.
test.each([
  ['python', 'python'],
  ['py', 'python'],
  ['sh', 'shell'],
  ['cs', 'csharp'],
  ['c', 'c'],
  ['ruby--v2', 'ruby--v2'],
  ['text', undefined],
  ['plain', 'plaintext'],
  ['js', undefined],
  ['bash', undefined],
  ['rb', undefined],
  ['c++', undefined],
  ['klingon', undefined],
  ['curl', undefined],
  ['JSON', undefined],
  ['py--2', 'py--2thon'],
  ['--v2', undefined],
  ['', undefined],
])('Slate shows a fence of %j under the tab %s', (name, want) => {
  expect(slateTab(name)).toBe(want);
});

test.each([
  ['py', 'python'],
  ['js', 'js'],
  ['klingon', 'klingon'],
])('a page of ours shows a fence of %j under the tab %s', (name, want) => {
  expect(renderFence('x', name)).toContain(` tab-${want}"`);
});
