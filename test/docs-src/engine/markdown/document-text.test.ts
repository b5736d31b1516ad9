import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { renderText } from '../../../../docs-src/engine/markdown/document-text.ts';

/** What may never reach a page from a document, in whatever clothes. */
const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<iframe src="https://evil.example"></iframe>',
  '<b onclick="alert(1)">x</b>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" jAvAsCrIpT:alert(1)">x</a>',
  '<a href="data:text/html,x">x</a>',
  '<a href="https://a.example" onmouseover="alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox)',
  '<javascript:alert(1)>',
  '![x](https://evil.example/pixel.png)',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '<style>body{display:none}</style>',
  '<p style="position:fixed">x</p>',
  '</div></main><h1>mine</h1>',
  '<!-- --><script>x</script>',
  '```"><script>alert(1)</script>\nx\n```',
  '<form action="https://evil.example"><input></form>',
  '<link rel=stylesheet href=https://evil.example>',
  '[x]: javascript:alert(1)\n\n[x]',
  '| a |\n|---|\n| <script>x</script> |',
  '<a href="java\tscript:alert(1)">x</a>',
  '[x](<java\tscript:alert(1)>)',
  '<details ontoggle="alert(1)" open>\nx\n</details>',
  '<details>\n<summary onclick="alert(1)">x</summary>\n</details>',
];

describe('text of a document', () => {
  test.each(attacks)('cannot run or load anything: %s', (attack) => {
    const html = renderText(attack);
    const tags = [...html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>/gi)];
    const allowed =
      /^(p|strong|em|b|i|code|pre|div|a|br|ul|ol|li|table|thead|tbody|tr|th|td|s|blockquote|details|summary|h[1-6])$/;
    expect(tags.filter(([, , name = '']) => !allowed.test(name))).toEqual([]);
    expect(
      tags.filter(([, , , attributes = '']) => /\bon\w+\s*=|style\s*=|src\s*=/i.test(attributes)),
    ).toEqual([]);
    expect(tags.filter(([, , , attributes = '']) => /href="(?!https?:|mailto:)/i.test(attributes))).toEqual(
      [],
    );
  });

  test.each([
    ['<p>One</p><p>Two <b>bold</b></p>', '<p>One<br>\nTwo <b>bold</b></p>'],
    [
      'see <a href="https://a.example/b">here</a>',
      '<p>see <a href="https://a.example/b" rel="noopener">here</a></p>',
    ],
    ['a<br/>b', '<p>a<br>\nb</p>'],
    ['<b>never closed', '<p><b>never closed</b></p>'],
    ['closed</b> only', '<p>closed only</p>'],
    ['# Heading', '<p class="text-heading"><strong>Heading</strong></p>'],
    [
      '![A chart](https://a.example/c.png)',
      '<p><a href="https://a.example/c.png" rel="noopener">A chart</a></p>',
    ],
    ['a < b && c', '<p>a &lt; b &amp;&amp; c</p>'],
    [
      'Auto https://auto.example/x?a=1&b=2.',
      '<p>Auto <a href="https://auto.example/x?a=1&amp;b=2" rel="noopener">https://auto.example/x?a=1&amp;b=2</a>.</p>',
    ],
    ['see x.example or me@x.example', '<p>see x.example or me@x.example</p>'],
    ['[x](tel:+331)', '<p><a href="tel:+331" rel="noopener">x</a></p>'],
    ['[x](//a.example)', '<p><a href="https://a.example" rel="noopener">x</a></p>'],
    ['[x](https://a.example/a b)', '<p><a href="https://a.example/a%20b" rel="noopener">x</a></p>'],
    ['[x](javascript:y)', '<p>x</p>'],
    ['[x](#y z)', '<p><a href="#y%20z" data-text-link>x</a></p>'],
    ['- [ ] a\n- [x] b\n- [y] c', '<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n<li>[y] c</li>\n</ul>'],
    [
      '<details><summary>*More*</summary>\n\n- a\n\n<details>\nb\n</details>\n</details>\n\nafter',
      '<details>\n<summary><em>More</em></summary>\n<ul>\n<li>a</li>\n</ul>\n<details>\n<p>b</p>\n</details>\n</details>\n<p>after</p>',
    ],
    [
      '    code <b>',
      '<div class="highlight"><pre class="highlight plaintext"><code>code &lt;b&gt;\n</code></pre></div>',
    ],
    ['Line one\nline two  \nline three', '<p>Line one\nline two<br>\nline three</p>'],
  ])('keeps its plain meaning: %s', (given, want) => {
    expect(renderText(given)).toBe(want);
  });

  test('keeps the alignment of a table', () => {
    const html = renderText('| L | C | R | |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |');
    expect([...html.matchAll(/<td[^>]*>/g)].join('')).toBe(
      '<td class="align-left"><td class="align-center"><td class="align-right"><td>',
    );
  });

  test('has no blocks that follow the language tabs', () => {
    expect(renderText('```python\nx\n```')).toContain('<pre class="highlight python"');
  });
});

test.each([
  "The page's number (from 1): 10/20, a=b?c, e-mail@example, 50 %.",
  'Two  spaces; a - dash',
  'Ends with a space ',
])('a plain sentence is what Markdown makes of it: %s', (text) => {
  expect(renderText(text)).toBe(new MarkdownIt().render(text).trim());
});

test.each([
  ['<!-- note -->\n# Title', '<p class="text-heading"><strong>Title</strong></p>'],
  ['One.\n<!-- a\nb -->\nTwo.', '<p>One.</p>\n<p>Two.</p>'],
  ['- one\n  <!-- a -->\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
  ['<!-- a --> said', '<p> said</p>'],
  ['One <!-- a --> two', '<p>One  two</p>'],
  ['<!-- never closed', '<p>&lt;!-- never closed</p>'],
  ['<!-- only -->', ''],
])('leaves comments out: %j', (given, want) => {
  expect(renderText(given)).toBe(want);
});
