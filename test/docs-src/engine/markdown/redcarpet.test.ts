import { describe, expect, test } from 'vitest';
import { createSlateMarkdown } from '../../../../docs-src/engine/markdown/slate-markdown.ts';

/** The page's HTML without the white space between tags. */
function html(text: string): string {
  const markdown = createSlateMarkdown({ locale: 'en', isSlate: true });
  return markdown.render(`${text}\n`).replace(/>\s+</g, '><').replace(/\n+/g, '\n').trim();
}

// Every `want` but for the last group is what Redcarpet 3.5.1 answers, with our class in the place of an alignment's style.
describe('headings', () => {
  test.each([
    ['#No space\n##Closed##\n# Marks # #', '<h1>No space</h1><h2>Closed</h2><h1>Marks #</h1>'],
    ['## \nText', '<p>Text</p>'],
    [' # Indented', '<p># Indented</p>'],
    ['Words\nTitle\n===\nSub\n---', '<p>Words</p><h1>Title</h1><h2>Sub</h2>'],
    ['===\nText', '<p>===\nText</p>'],
    ['####### Seven', '<h6># Seven</h6>'],
  ])('are what Redcarpet makes of %j', (given, want) => {
    expect(html(given)).toBe(want);
  });
});

describe('HTML', () => {
  test.each([
    ['<div>\n\n# inside\n\n</div>\n# after', '<div>\n# inside\n</div><h1>after</h1>'],
    ['<div>x</div>\nmore *words*', '<div>x</div><p>more <em>words</em></p>'],
    ['<div>\n  </div>\n# after', '<div></div><h1>after</h1>'],
    ['<div>\nx</div> y\n# after', '<p><div>\nx</div> y</p><h1>after</h1>'],
    ['<DIV>a</div>\n*b*', '<DIV>a</div><p><em>b</em></p>'],
    ['<div>\n<div>\nx\n</div>\n</div>\n*after*', '<div><div>\nx\n</div><p></div><em>after</em></p>'],
    ['<ins>\n  </ins>\n*b*', '<p><ins></ins><em>b</em></p>'],
    ['<!-- a\n\n# b\n-->\n# c', '<!-- a\n# b\n--><h1>c</h1>'],
    ['<!-- a --> b', '<p>&lt;!-- a --&gt; b</p>'],
    ['<br>\n# after', '<p><br></p><h1>after</h1>'],
    ['<img src=x>\n# after', '<p><img src=x></p><h1>after</h1>'],
    ['<hr/>\n*x*', '<hr/><p><em>x</em></p>'],
    ['<br/ >word', '<p><br/ >word</p>'],
    ['<video>\n# x\n', '<p><video></p><h1>x</h1>'],
    ['  <div>x</div>\n# y', '<p><div>x</div></p><h1>y</h1>'],
    ['text\n<div>x</div>\n*y*', '<p>text\n<div>x</div><em>y</em></p>'],
  ])('are what Redcarpet makes of %j', (given, want) => {
    expect(html(given)).toBe(want);
  });
});

describe('tables', () => {
  test.each([
    [
      'a | b\n-|-\n1 | 2',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    [
      'a | b\n---+---\n1 | 2',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    [
      'a | b\n--- | --- | ---\n1 | 2 | 3',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    ['a | b | c\n--- | ---\n1 | 2', '<p>a | b | c\n--- | ---\n1 | 2</p>'],
    [
      'a | b\n:-|-:\n- 1 | 2\n+ 3 | 4\n> 5 | 6\n# 7 | 8\n1. 9 | 10\n<div> | 11\n  12 | 13',
      '<table><thead><tr><th class="align-left">a</th><th class="align-right">b</th></tr></thead><tbody><tr><td class="align-left">- 1</td><td class="align-right">2</td></tr><tr><td class="align-left">+ 3</td><td class="align-right">4</td></tr><tr><td class="align-left">&gt; 5</td><td class="align-right">6</td></tr><tr><td class="align-left"># 7</td><td class="align-right">8</td></tr><tr><td class="align-left">1. 9</td><td class="align-right">10</td></tr><tr><td class="align-left"><div></td><td class="align-right">11</td></tr><tr><td class="align-left">12</td><td class="align-right">13</td></tr></tbody></table>',
    ],
    [
      'a | b\n-|-\n1 | 2\ntext',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table><p>text</p>',
    ],
    [
      '| | b\n|-|-\n| | 2',
      '<table><thead><tr><th></th><th>b</th></tr></thead><tbody><tr><td></td><td>2</td></tr></tbody></table>',
    ],
    [
      'a|b\n-|-\n`x|y`|z\nc\\|d|e',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>`x</td><td>y`</td></tr><tr><td>c\\</td><td>d</td></tr></tbody></table>',
    ],
    ['text\na | b\n-|-\n1 | 2', '<p>text\na | b\n-|-\n1 | 2</p>'],
    [
      '    a | b\n   --:|---\n    1 | 2',
      '<table><thead><tr><th class="align-right">a</th><th>b</th></tr></thead><tbody><tr><td class="align-right">1</td><td>2</td></tr></tbody></table>',
    ],
  ])('are what Redcarpet makes of %j', (given, want) => {
    expect(html(given)).toBe(want);
  });
});

describe('lists', () => {
  test.each([
    ['- #general\n- b', '<ul><li>#general</li><li>b</li></ul>'],
    ['- # heading\n\n- b', '<ul><li><h1>heading</h1></li><li><p>b</p></li></ul>'],
    ['- a\n  - b\n    - c', '<ul><li>a\n<ul><li>b</li><li>c</li></ul></li></ul>'],
    ['- a\n\n  second\n\n- b', '<ul><li>a</li></ul><p>second</p><ul><li>b</li></ul>'],
    ['- a\n\n    second\n\n- b', '<ul><li><p>a</p><p>second</p></li><li><p>b</p></li></ul>'],
    ['- a\n- b\n\n1. c', '<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>'],
    ['1. a\n- b', '<ol><li>a</li><li>b</li></ol>'],
    [
      '* o\n\n  * a\n\n  * b\n\n* n',
      '<ul><li><p>o</p><ul><li>a</li><li>b</li></ul></li><li><p>n</p></li></ul>',
    ],
    ['- a\n\tb', '<ul><li>a\nb</li></ul>'],
    ['1) a', '<p>1) a</p>'],
    ['- a\n---', '<h2>- a</h2>'],
    ['- a  \n- b', '<ul><li>a<br></li><li>b</li></ul>'],
  ])('are what Redcarpet makes of %j', (given, want) => {
    expect(html(given)).toBe(want);
  });
});

describe('quotes and rules', () => {
  test.each([
    ['> a\nb\n> c\n\n> d\n\ne', '<blockquote><p>a\nb\nc</p><p>d</p></blockquote><p>e</p>'],
    ['> - a\n> - b', '<blockquote><ul><li>a</li><li>b</li></ul></blockquote>'],
    ['* * *\n- - -\n___', '<hr><hr><hr>'],
    ['Words\n***\nmore', '<p>Words</p><hr><p>more</p>'],
  ])('are what Redcarpet makes of %j', (given, want) => {
    expect(html(given)).toBe(want);
  });
});

describe('emphasis', () => {
  test.each([
    ['**Note:**text', '<p><strong>Note:</strong>text</p>'],
    ['中**文**字', '<p>中<strong>文</strong>字</p>'],
    ['5*3*2 a_b_c', '<p>5*3*2 a_b_c</p>'],
    ['_a_b_ __a__b', '<p><em>a_b</em><strong>a</strong>b</p>'],
    ['*a *b*', '<p><em>a *b</em></p>'],
    [
      '***a*** **a *b* c** ***a** b* ***a* b**',
      '<p><strong><em>a</em></strong><strong>a <em>b</em> c</strong><em>**a</em>* b* <strong><em>a</em> b</strong></p>',
    ],
    ['~~a~~ ~a~', '<p><del>a</del> ~a~</p>'],
    ['**`a`** `b`', '<p><strong><code>a</code></strong><code>b</code></p>'],
    ['*a `b* c` d*', '<p><em>a `b</em> c` d*</p>'],
    ['*a [b* c](d) e*', '<p><em>a <a href="d">b* c</a> e</em></p>'],
    ['*\\** \\*a*', '<p><em>*</em> *a*</p>'],
    ['a**b**c', '<p>a*<em>b</em>*c</p>'],
  ])('are what Redcarpet makes of %j', (given, want) => {
    expect(html(given)).toBe(want);
  });
});

describe('links', () => {
  test.each([
    ['[a](b c) [d] (#e) [f]\n(g)', '<p><a href="b%20c">a</a><a href="#e">d</a><a href="g">f</a></p>'],
    ['[a](<b c>) [a](b (c) d)', '<p><a href="b%20c">a</a><a href="b%20(c)%20d">a</a></p>'],
    [
      '[a](b "t") [a](b \'t\') [a](b "t"u")',
      '<p><a href="b" title="t">a</a><a href="b" title="t">a</a><a href="b" title="t&quot;u">a</a></p>',
    ],
    ['![x](a.png =200x)', '<p><img src="a.png%20=200x" alt="x"></p>'],
    ['![a *b*](c "t")', '<p><img src="c" alt="a *b*" title="t"></p>'],
    [
      '[r]: http://ref "T"\n\n[r] [x][r] [R][] [x] [r]',
      '<p>[r] <a href="http://ref" title="T">x</a><a href="http://ref" title="T">R</a><a href="http://ref" title="T">x</a></p>',
    ],
    ['text\n[r]: /x\n[r]', '<p>text</p><p><a href="/x">r</a></p>'],
    ['[a](b\\_c)', '<p><a href="b_c">a</a></p>'],
    [
      '<http://a.b/c_d> <me@a.b> <mailto:me@a.b>',
      '<p><a href="http://a.b/c_d">http://a.b/c_d</a><a href="mailto:me@a.b">me@a.b</a><a href="mailto:me@a.b">me@a.b</a></p>',
    ],
    ['http://a.b www.a.b', '<p>http://a.b www.a.b</p>'],
    ['[a [b] c](d)', '<p><a href="d">a [b] c</a></p>'],
    ['[*a*](b) ![](c)', '<p><a href="b"><em>a</em></a><img src="c" alt=""></p>'],
  ])('are what Redcarpet makes of %j', (given, want) => {
    expect(html(given)).toBe(want);
  });
});

describe('marks', () => {
  test.each([
    ['\\a \\* \\" \\$ \\= \\/ \\|', '<p>\\a * \\&quot; \\$ = \\/ |</p>'],
    ['&copy; &x &#12; AT&T &amp', '<p>&copy; &amp;x &#12; AT&amp;T &amp;amp</p>'],
    ['"a" -- \'b\' ... (c)', "<p>&quot;a&quot; -- 'b' ... (c)</p>"],
    ['`` a`b `` `c ` ` d', '<p><code>a`b</code><code>c</code> ` d</p>'],
    ['`a\nb`', '<p><code>a\nb</code></p>'],
    ['a  \nb', '<p>a<br>\nb</p>'],
    ['a\\\nb', '<p>a\\\nb</p>'],
    ['a\tb\n\té\tb', '<p>a   b\n    é  b</p>'],
    ['<user_id> a<b c>d < e', '<p><user_id> a<b c>d &lt; e</p>'],
    ['Wow!!!! a---b', '<p>Wow!!!! a---b</p>'],
  ])('are what Redcarpet makes of %j', (given, want) => {
    expect(html(given)).toBe(want);
  });
});

describe('what is read otherwise than by Redcarpet', () => {
  test.each([
    ['Text:\n- a\n- b', '<p>Text:</p><ul><li>a</li><li>b</li></ul>'],
    ['Text:\n1. a\n2. b', '<p>Text:</p><ol><li>a</li><li>b</li></ol>'],
    ['in the year\n1986. It was', '<p>in the year\n1986. It was</p>'],
    [
      'Text:\n```\na\n```\nb',
      '<p>Text:</p><div class="highlight"><pre class="highlight plaintext"><code>a\n</code></pre></div><p>b</p>',
    ],
    [
      '- item\n  ```\n  a\n  ```\n- b',
      '<ul><li>item<div class="highlight"><pre class="highlight plaintext"><code>a\n</code></pre></div></li><li>b</li></ul>',
    ],
  ])('is a list or a block of code without an empty line before it: %j', (given, want) => {
    expect(html(given)).toBe(want);
  });

  test('is no block of code that begins with the end of one in the words', () => {
    expect(html('```ruby title\na\n```\n\n# Next')).toBe('<p><code>ruby title\na\n</code></p><h1>Next</h1>');
  });
});

test('deep nesting ends, and is no error', () => {
  for (const text of [
    '>'.repeat(20_000),
    '['.repeat(20_000),
    '*a '.repeat(5_000),
    '**_'.repeat(5_000),
    '- '.repeat(5_000),
  ])
    expect(html(text)).toContain('<');
});
