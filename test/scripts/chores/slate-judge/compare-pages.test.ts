import { describe, expect, it } from 'vitest';
import { compareRepaired, type JudgedPage } from '../../../../scripts/chores/slate-judge/compare-pages.ts';
import { joinTexts, pageBlocks } from '../../../../scripts/chores/slate-judge/page-blocks.ts';

/** What is told of a page of ours beside Slate's; `chosen` is Slate's with our choices. */
function told(slate: string, ours: string, chosen = slate): string[] {
  const read = (isRepaired: boolean): JudgedPage => {
    const options = { address: 'guides/cats.html', tabs: ['shell', 'python'], isRepaired };
    const [first, second, third] = [slate, chosen, ours].map((html) =>
      pageBlocks(joinTexts([html]), options),
    );
    return { slate: first ?? [], chosen: second ?? [], ours: third ?? [] };
  };
  const differences = compareRepaired(read(false), () => read(true));
  return differences.map(({ kind, choice }) => (choice === undefined ? kind : `${kind} (${choice})`));
}

const list = '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>';
const table = '<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>';
const code = '<div class="highlight"><pre class="highlight shell tab-shell"><code>ls -l\n</code></pre></div>';

describe('a difference is told', () => {
  it.each([
    ['a heading that is missing', '<h2 id="a">A</h2><p>b</p>', '<p>b</p>', ['heading missing']],
    ['a heading that became text', '<h2 id="a">A</h2>', '<p>A</p>', ['heading missing', 'paragraph added']],
    ['a heading of another level', '<h2 id="a">A</h2>', '<h3 id="a">A</h3>', ['heading text']],
    ['a heading’s id', '<h2 id="a">A</h2>', '<h2 id="b">A</h2>', ['heading id']],
    ['a heading’s text', '<h2 id="a">A cat</h2>', '<h2 id="a">A dog</h2>', ['heading text']],
    ['a paragraph that is missing', '<p>a</p><p>b</p>', '<p>a</p>', ['paragraph missing']],
    ['a paragraph too many', '<p>a</p>', '<p>a</p><p>b</p>', ['paragraph added']],
    [
      'paragraphs in another order',
      '<p>a</p><p>b</p>',
      '<p>b</p><p>a</p>',
      ['paragraph added', 'paragraph missing'],
    ],
    ['text without its paragraph', '<p>a b</p>', 'a b', ['paragraph became text']],
    ['emphasis', '<p>a <em>b</em></p>', '<p>a b</p>', ['paragraph markup']],
    ['which emphasis', '<p>a <em>b</em></p>', '<p>a <strong>b</strong></p>', ['paragraph markup']],
    ['code in a line', '<p>a <code>b</code></p>', '<p>a b</p>', ['paragraph markup']],
    ['quotation marks', '<p>a "b" -- c</p>', '<p>a “b” – c</p>', ['paragraph punctuation']],
    ['a link’s target', '<p><a href="#b">a</a></p>', '<p><a href="#c">a</a></p>', ['paragraph target']],
    ['a link that is text', '<p><a href="#b">a</a></p>', '<p>[a](#b)</p>', ['paragraph text']],
    ['an image', '<p>a <img src="a.png"></p>', '<p>a</p>', ['paragraph markup']],
    ['an image’s file', '<p><img src="a.png"></p>', '<p><img src="b.png"></p>', ['paragraph target']],
    ['a line break', '<p>a<br>b</p>', '<p>a b</p>', ['paragraph markup']],
    ['an anchor in a line', '<p><a name="x"></a>a</p>', '<p>a</p>', ['paragraph markup']],
    ['an item', list, list.replace('<li>a</li>', ''), ['item missing']],
    [
      'a list that is numbered',
      list,
      list.replace('<ul>', '<ol>').replace(/ul>$/, 'ol>'),
      ['list text', 'item nesting', 'item nesting'],
    ],
    ['an item’s depth', list, '<ul><li>a</li><li>b</li><li>c</li></ul>', ['list missing', 'item nesting']],
    [
      'an item with a paragraph',
      '<ul><li>a</li></ul>',
      '<ul><li><p>a</p></li></ul>',
      ['item became paragraph', 'item added'],
    ],
    [
      'two lists for one',
      '<ul><li>a</li><li>b</li></ul>',
      '<ul><li>a</li></ul><ul><li>b</li></ul>',
      ['list added'],
    ],
    ['a row', table, table.replace(/<tbody>.*<\/tbody>/, ''), ['row missing']],
    ['a cell’s text', table, table.replace('1', '2'), ['row text']],
    ['a cell too many', table, table.replace('</td>', '</td><td></td>'), ['row signs']],
    ['a head that is none', table, table.replaceAll('th>', 'td>'), ['row signs']],
    ['a cell’s alignment', table.replace('<td>', '<td style="text-align: right">'), table, ['row text']],
    [
      'a table that is text',
      table,
      '<p>A | 1</p>',
      ['paragraph added', 'table missing', 'row missing', 'row missing'],
    ],
    ['code', code, code.replace('ls', 'rm'), ['code text']],
    ['an indent of code', code, code.replace('ls', '  ls'), ['code signs']],
    ['code’s tab', code, code.replace(' tab-shell', ''), ['code tab']],
    ['code under another tab', code, code.replace('tab-shell', 'tab-python'), ['code tab']],
    ['code that is missing', `<p>a</p>${code}`, '<p>a</p>', ['code missing']],
    [
      'an aside that is none',
      '<aside class="notice">a</aside>',
      '<p>a</p>',
      ['aside missing', 'text became paragraph', 'text nesting'],
    ],
    [
      'an aside’s class',
      '<aside class="notice">a</aside>',
      '<aside class="warning">a</aside>',
      ['aside text', 'text nesting'],
    ],
    [
      'an annotation',
      '<blockquote><p>a</p></blockquote>',
      '<p>a</p>',
      ['quote missing', 'paragraph nesting'],
    ],
    ['a raw element', '<div class="x">a</div>', 'a', ['element missing', 'text nesting']],
    ['a raw element’s id', '<div id="x">a</div>', '<div>a</div>', ['element id']],
    ['a rule', '<p>a</p><hr>', '<p>a</p>', ['rule missing']],
  ])('%s', (_what, slate, ours, want) => {
    expect(told(slate, ours).toSorted()).toEqual(want.toSorted());
  });

  it('once of an element that takes in all that follows', () => {
    const rest = '<p>a</p><p>b</p><p>c</p>';
    expect(told(`<div>${rest}</div>`, `<div></div>${rest}`)).toEqual(['paragraph nesting']);
  });
});

describe('nothing is told', () => {
  it.each([
    [
      'of what our pages add',
      '<h2 id="a">A</h2>',
      '<div class="wide"><h2 id="a">A<a class="anchor" href="#a"></a></h2></div>',
    ],
    ['of a table’s box', table, `<div class="table-scroll" tabindex="0">${table}</div>`],
    ['of an aside’s role', '<aside class="notice">a</aside>', '<aside role="note" class="notice">a</aside>'],
    ['of a class in the place of a style', '<p style="color: red">a</p>', '<p class="w-0123abcd">a</p>'],
    [
      'of a class in the place of an alignment',
      table.replace('<td>', '<td style="text-align: right">'),
      table.replace('<td>', '<td class="align-right">'),
    ],
    ['of colours in code', code, code.replace('ls', '<b>ls</b>')],
    ['of white space', '<p>a  b\nc</p>', '\n<p>\na b <!-- d --> c </p>\n'],
    ['of how struck text is marked', '<p><del>a</del></p>', '<p><s>a</s></p>'],
    ['of the way to a file', '<p><img src="/guides/a.png"></p>', '<p><img src="a.png"></p>'],
    ['of how an address is encoded', '<p><a href="a b">a</a></p>', '<p><a href="a%20b">a</a></p>'],
    [
      'of a tab that nobody can choose',
      code.replace('shell tab-shell', 'json tab-json'),
      code.replace('shell tab-shell', 'json'),
    ],
    ['of scripts and styles', '<p>a</p><script>b</script>', '<p>a</p><style>c</style>'],
  ])('%s', (_what, slate, ours) => {
    expect(told(slate, ours)).toEqual([]);
  });
});

describe('a choice accounts for', () => {
  const aside = '<aside class="notice">Mind *a*</aside>';
  const readAside = '<aside class="notice">Mind <em>a</em></aside>';
  const inAside = 'Markdown in an aside';
  const noLine = 'list or fence without a blank line';
  it.each([
    ['Markdown in an aside', aside, readAside, readAside, [`text signs (${inAside})`]],
    [
      'a list right under a paragraph',
      '<p>a - b</p>',
      '<p>a</p><ul><li>b</li></ul>',
      '<p>a</p><ul><li>b</li></ul>',
      [`paragraph text (${noLine})`, `list added (${noLine})`, `item added (${noLine})`],
    ],
    [
      'a fence right under the words of an item',
      '<ul><li>a <code>json {"b": "c"}</code> d</li></ul>',
      '<ul><li>a<pre><code>{"b": "c"}</code></pre>d</li></ul>',
      undefined,
      [`item text (${noLine})`, `code added (${noLine})`, `text added (${noLine})`],
    ],
    [
      'a mark that is never closed',
      '<p>a <code>b</p><p>c</p><h2 id="d">D</h2>',
      '<p>a <code>b</code></p><p>c</p><h2 id="d">D</h2>',
      undefined,
      ['heading markup (repaired markup)', 'paragraph markup (repaired markup)'],
    ],
    [
      'the later of two equal ids',
      '<h2 id="a">A</h2><h2 id="a">A</h2>',
      '<h2 id="a">A</h2><h2 id="a-b">A</h2>',
      undefined,
      ['heading id (later of two equal ids)'],
    ],
  ])('%s', (_what, slate, ours, chosen, want) => {
    expect(told(slate, ours, chosen).toSorted()).toEqual(want.toSorted());
  });

  const listed = '<p>a</p><ul><li>b</li></ul><h2 id="c">C</h2>';
  it.each([
    [
      'other Markdown than Slate’s parser makes',
      aside,
      '<aside class="notice">Mind <strong>a</strong></aside>',
      readAside,
      ['text signs'],
    ],
    [
      'a heading that is lost on the way',
      '<p>a - b</p><h2 id="c">C</h2>',
      listed.replace(/<h2.*/, ''),
      listed,
      ['paragraph text', 'list added', 'item added', 'heading missing'],
    ],
    [
      'a paragraph that is lost on the way',
      '<p>a - b</p><p>d</p>',
      '<p>a</p>',
      '<p>a</p><ul><li>b</li></ul><p>d</p>',
      ['paragraph text', 'paragraph missing'],
    ],
    [
      'a heading that is lost behind a mark that is never closed',
      '<p>a <code>b</p><h2 id="d">D</h2><p>c</p>',
      '<p>a <code>b</p><p>c</p>',
      undefined,
      ['heading missing'],
    ],
    [
      'a mark that only one has',
      '<p>a <code>b</code></p><p>c</p>',
      '<p>a b</p><p>c</p>',
      undefined,
      ['paragraph markup'],
    ],
    [
      'a fence in an item that has lost code',
      '<ul><li>a <code>json {"b": "c"}</code></li></ul>',
      '<ul><li>a<pre><code>{"b": }</code></pre></li></ul>',
      undefined,
      ['item text', 'code added'],
    ],
    [
      'a fence that is in no item',
      '<p>a <code>json {}</code></p>',
      '<p>a</p><pre><code>{}</code></pre>',
      undefined,
      ['paragraph text', 'code added'],
    ],
    [
      'what Slate has read',
      '<p>a</p><ul><li>b</li></ul>',
      '<p>a - b</p>',
      undefined,
      ['paragraph text', 'list missing', 'item missing'],
    ],
    [
      'the first of two equal ids',
      '<h2 id="a">A</h2><h2 id="a">A</h2>',
      '<h2 id="a-b">A</h2><h2 id="a">A</h2>',
      undefined,
      ['heading id'],
    ],
    [
      'a name that Slate has used',
      '<h2 id="a">A</h2><h2 id="a">A</h2><h2 id="a-2">B</h2>',
      '<h2 id="a">A</h2><h2 id="a-2">A</h2><h2 id="a-2">B</h2>',
      undefined,
      ['heading id'],
    ],
    ['no id', '<h2 id="a">A</h2><h2 id="a">A</h2>', '<h2 id="a">A</h2><h2>A</h2>', undefined, ['heading id']],
    ['an id that only one has', '<h2 id="a">A</h2>', '<h2 id="b">A</h2>', undefined, ['heading id']],
  ])('but not for %s', (_what, slate, ours, chosen, want) => {
    expect(told(slate, ours, chosen).toSorted()).toEqual(want.toSorted());
  });
});
