import { describe, expect, test } from 'vitest';
import { createHeadingIds } from '../../../../docs-src/engine/markdown/heading-ids.ts';
import { type PageElement, readElements } from '../../../../docs-src/engine/markdown/page-elements.ts';
import { createSlateMarkdown } from '../../../../docs-src/engine/markdown/slate-markdown.ts';

function read(text: string, locale = 'en'): PageElement[] {
  const markdown = createSlateMarkdown({ locale });
  return readElements(markdown, { file: 'index.md', firstLine: 1, text }, createHeadingIds('counted')());
}

function html(text: string, locale?: string): string {
  return read(text, locale)
    .map((element) => (element.kind === 'html' ? element.html : ''))
    .join('');
}

function ids(text: string, style: 'counted' | 'nested' = 'counted'): string[] {
  const markdown = createSlateMarkdown({ locale: 'en' });
  const elements = readElements(
    markdown,
    { file: 'index.md', firstLine: 1, text },
    createHeadingIds(style)(),
  );
  return elements.flatMap((element) => (element.kind === 'heading' ? [element.id] : []));
}

describe('headings', () => {
  test.each([
    ['# One\n\n# One\n\n## One', ['one', 'one-2', 'one-3']],
    ['#No space\n##Closed ##', ['no-space', 'closed']],
    ['# What\'s "new" & <b>bold</b>', ['what-39-s-quot-new-quot-amp-bold']],
    ['# 検索', ['33d3427e6e']],
    ['# &copy; 2020 \\*', ['copy-2020']],
    ['Setext\n======\n\nSecond\n---', ['setext', 'second']],
  ])('get Slate’s ids: %j', (given, want) => {
    expect(ids(given)).toEqual(want);
  });

  test('get ids with those above them in the nested style', () => {
    expect(ids('# Users\n## Get\n# Pets\n## Get\n### Errors', 'nested')).toEqual([
      'users',
      'users-get',
      'pets',
      'pets-get',
      'pets-get-errors',
    ]);
  });

  test('have no id that an earlier counter made', () => {
    expect(ids('# A\n# A\n# A 2')).toEqual(['a', 'a-2', 'a-2.2']);
  });

  test('keep the line that they stand in', () => {
    const [, second] = read('# One\n\ntext\n\n## Two');
    expect(read('# One\n\ntext\n\n## Two').at(-1)).toMatchObject({ kind: 'heading', title: 'Two', line: 5 });
    expect(second).toMatchObject({ kind: 'html', line: 3 });
  });
});

describe('code', () => {
  test.each([
    ['```python\nx\n```', 'highlight python tab-python'],
    ['```ruby--v2\nx\n```', 'highlight ruby tab-ruby--v2'],
    ['```\nx\n```', 'highlight plaintext'],
    ['~~~ json\nx\n~~~', 'highlight json tab-json'],
    ['```klingon\nx\n```', 'highlight klingon tab-klingon'],
  ])('has Slate’s classes: %j', (given, want) => {
    expect(html(given)).toContain(`<div class="highlight"><pre class="${want}"`);
  });

  test.each([
    ['```js\nx\n```', '<pre class="highlight js">'],
    ['```py\nx\n```', '<pre class="highlight py tab-python">'],
  ])('of an old source is under the tab that Slate has it under: %j', (given, want) => {
    expect(createSlateMarkdown({ locale: 'en', isSlate: true }).render(given)).toContain(want);
  });

  test('shows a language that nobody colours as it is', () => {
    expect(html('```klingon\n<a & b>\n```')).toContain('<code>&lt;a &amp; b&gt;\n</code>');
  });

  test('is not made of indented text', () => {
    expect(html('    not code')).toBe('<p>not code</p>\n');
  });

  test('colours the flags of curl', () => {
    expect(html("```shell\ncurl --header 'a: b' -d x\n```")).toContain('<b>--header</b> <i>');
  });
});

describe('text', () => {
  test.each([
    ['"a" -- \'b\' ... (c)', '<p>“a” – ‘b’ … ©</p>\n'],
    ['a---b', '<p>a—b</p>\n'],
    ['Wow!!!!', '<p>Wow!!!!</p>\n'],
    ['~~gone~~ snake_case_name', '<p><s>gone</s> snake_case_name</p>\n'],
    ['www.example.com', '<p>www.example.com</p>\n'],
    ['`"a" -- b`', '<p><code>&quot;a&quot; -- b</code></p>\n'],
    ['> note', '<blockquote>\n<p>note</p>\n</blockquote>\n'],
  ])('reads as in Slate: %j', (given, want) => {
    expect(html(given)).toBe(want);
  });

  test('has French quotation marks in French', () => {
    expect(html('"a"', 'fr')).toBe('<p>«\u00a0a\u00a0»</p>\n');
  });

  test('aligns the cells of a table by class, because a strict policy refuses styles', () => {
    expect(html('a | b\n--- | :-:\n1 | 2')).toContain('<td>1</td>\n<td class="align-center">2</td>');
  });
});

describe('HTML', () => {
  test('may hold a table in a comment', () => {
    expect(html('<!-- a | b\n--- | ---\nc -->')).toMatch(/^<!-- a \| b\n--- \| ---\nc -->\n?$/);
  });

  test('leaves a heading after an image a heading', () => {
    expect(ids('<img src="a.png">\n## Next')).toEqual(['next']);
  });
});

describe('asides', () => {
  test.each([
    [
      '<aside class="notice">\nUse `x` and *y*.\n</aside>',
      '<aside role="note" class="notice">Use <code>x</code> and <em>y</em>.</aside>\n',
    ],
    ['<aside class="warning">One line</aside>', '<aside role="note" class="warning">One line</aside>\n'],
    [
      '<aside>In <code>C:\\a\\</code>, *or*</aside>',
      '<aside role="note">In <code>C:\\a\\</code>, <em>or</em></aside>\n',
    ],
    [
      '<aside class="success">\none\n\ntwo\n</aside>\n\nafter',
      '<aside role="note" class="success"><p>one</p>\n<p>two</p>\n</aside>\n<p>after</p>\n',
    ],
  ])('read the Markdown inside: %j', (given, want) => {
    expect(html(given)).toBe(want);
  });

  test('stay raw HTML when never closed', () => {
    expect(html('<aside class="notice">\nopen\n\nafter')).toContain('<p>after</p>');
  });
});

describe('directives', () => {
  test('are comments of one line, with what they name and where they stand', () => {
    expect(read('text\n\n<!-- kit operation getPets -->\n\nmore')[1]).toEqual({
      kind: 'directive',
      name: 'operation',
      argument: 'getPets',
      file: 'index.md',
      line: 3,
    });
  });

  test.each(['```\n<!-- kit plans -->\n```', 'text <!-- kit plans --> text', '<!-- kitchen -->'])(
    'are nothing else: %j',
    (given) => {
      expect(read(given).some((element) => element.kind === 'directive')).toBe(false);
    },
  );
});
