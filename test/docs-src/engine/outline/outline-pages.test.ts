import { expect, test } from 'vitest';
import { outlinePages } from '../../../../docs-src/engine/outline/outline-pages.ts';
import { readFrontMatter } from '../../../../docs-src/engine/source/front-matter.ts';
import { createInlineStyles } from '../../../../docs-src/engine/source/inline-styles.ts';
import { en } from '../../../../docs-src/engine/words/en.ts';
import { siteInput } from '../../toy-site.ts';
import { toyModel } from '../views/toy-model.ts';

const model = await toyModel({ toy: {} });
const { settings } = readFrontMatter('index.md', '---\ntitle: T\n---\n');
const sourceFault = { file: 'index.md', line: 9, message: 'Of the source.' };
const saved = (html: string) => ({ file: 'old.html', html });

/** The first page in a line a placement, and what is told of it. */
function outlined(text: string | undefined, parts: object = {}) {
  const told: string[] = [];
  const texts = [{ file: 'index.md', firstLine: 1, text: text ?? '' }];
  const source = { settings, texts, faults: [sourceFault], repaired: [] };
  const input = siteInput({
    model,
    pages: [{ path: 'index.html', source: text === undefined ? undefined : source }],
    assets: new Map([['images/a.png', '']]),
    onFault: ({ line, message }) => told.push(`${line}: ${message}`),
    ...parts,
  });
  const [placements = []] = outlinePages(input, () => en, createInlineStyles());
  const lines = placements.map((placement) => {
    if (placement.kind === 'html') return placement.html.trim();
    if (placement.kind === 'operation') return `operation ${placement.heading?.title}`;
    if (placement.kind !== 'heading') return placement.kind;
    return [placement.heading.title, placement.heading.titleHtml, ...placement.heading.anchors].join(' | ');
  });
  return { lines, faults: told.filter((fault) => fault !== '9: Of the source.'), told };
}

const operations = ['Operations | Operations', 'operation toy'];
test.each([
  { rule: 'made of the document', parts: {}, want: ['Toy | Toy', ...operations] },
  { rule: 'made of nothing', parts: { model: undefined }, want: [] },
  { rule: 'with what it does not mention', text: '# A\n\nB', want: ['A | A', '<p>B</p>', ...operations] },
  { rule: 'of a Slate source', text: '# A', parts: { isSlate: true }, want: ['A | A'] },
  { rule: 'without a document', text: '# A', parts: { model: undefined }, want: ['A | A'] },
  { rule: 'with directives', text: '# A\n\n<!-- kit operation toy -->', want: ['A | A', 'operation toy'] },
  {
    rule: 'with signs as they are',
    text: '# "A"',
    parts: { isSlate: true },
    want: ['"A" | &quot;A&quot;'],
  },
  {
    rule: 'with signs as Slate 1 had them',
    text: '# "A"',
    parts: { isSlate: true, hasSmartyPants: true },
    want: ['“A” | “A”'],
  },
  {
    rule: 'with images',
    text: '# A ![x](a.png)\n\n![y](a.png)',
    want: [
      'A | A <img src="images/a.png" alt="x">',
      '<p><img src="images/a.png" alt="y"></p>',
      ...operations,
    ],
  },
  {
    rule: 'with styles as classes',
    text: '# A\n\n<p style="color: red">B</p>',
    want: ['A | A', expect.stringMatching(/^<p class="w-\w+">B<\/p>$/), ...operations],
  },
  {
    rule: 'with the addresses that it had',
    text: '# A',
    parts: { savedPages: new Map([['index.html', saved('<h1 id="old">A</h1>')]]) },
    want: ['A | A | old', ...operations],
  },
])('a page $rule is $want', ({ text, parts, want }) => {
  const { lines, faults } = outlined(text, parts);
  expect(lines).toEqual(want);
  expect(faults).toEqual([]);
});

test.each([
  { text: '# A\n\nB\n\nC\n![y](b.png)', want: ['6: The image b.png is no file of the source.'] },
  { text: '# A\n\n## B ![y](b.png)', want: ['3: The image b.png is no file of the source.'] },
  { text: '# A\n\n<iframe></iframe>', want: [expect.stringMatching(/^3: Content of another site/)] },
  {
    text: '# A',
    parts: { savedPages: new Map([['gone.html', saved('')]]) },
    want: ['1: Links to gone.html lead nowhere: the site has no such page.'],
  },
  {
    text: '# A',
    parts: { savedPages: new Map([['index.html', saved('<h1 id="b">B</h1>')]]) },
    want: [expect.stringMatching(/^1: Links to #b \("B"\) lead nowhere/)],
  },
])('of $text is told $want, and what its source has', ({ text, parts, want }) => {
  const { told, faults } = outlined(text, parts);
  expect(faults).toEqual(want);
  expect(told).toContain('9: Of the source.');
});

test('a directive that names nothing stops the build', () => {
  expect(() => outlined('<!-- kit nonsense -->')).toThrow(/Unknown directive "nonsense"/);
});
