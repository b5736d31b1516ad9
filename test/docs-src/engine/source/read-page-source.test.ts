import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSlateMarkdown } from '../../../../docs-src/engine/markdown/slate-markdown.ts';
import { findFenceFaults } from '../../../../docs-src/engine/source/fence-faults.ts';
import { readPageSource } from '../../../../docs-src/engine/source/read-page-source.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

function read(files: Readonly<Record<string, string>>) {
  return readPageSource(path.join(folderWith(files), 'index.md'), { shownAs: 'index.md' });
}

describe('front matter', () => {
  test('has all of Slate’s keys', () => {
    const { settings, faults } = read({
      'index.md': `---
title: Kittn API
language_tabs: # comment
  - shell
  - javascript: Node.js
toc_footers:
  - <a href='#'>Key</a>
search: true
code_clipboard: true
meta:
  - name: description
    content: Docs
---

# Hello`,
    });
    expect(faults).toEqual([]);
    expect(settings).toMatchObject({
      title: 'Kittn API',
      languages: [
        { id: 'shell', label: 'shell' },
        { id: 'javascript', label: 'Node.js' },
      ],
      tocFooters: ["<a href='#'>Key</a>"],
      search: true,
      codeClipboard: true,
      meta: [{ name: 'description', content: 'Docs' }],
    });
  });

  test('has synonyms for the search, and names an entry that has none', () => {
    const synonymsOf = (value: string) => read({ 'index.md': `---\ntitle: A\nsynonyms:${value}\n---\n` });
    expect(synonymsOf('\n  - price, cost\n  - clé, key')).toMatchObject({
      settings: { synonyms: ['price, cost', 'clé, key'] },
      faults: [],
    });
    expect(synonymsOf(' price, cost')).toMatchObject({ settings: { synonyms: ['price, cost'] }, faults: [] });
    expect(synonymsOf('\n  - price, cost\n  - price')).toMatchObject({
      faults: [
        {
          file: 'index.md',
          line: 5,
          message: '"price" is a synonym of nothing: separate words that mean the same by commas.',
        },
      ],
    });
  });

  test('has a direction, ltr or rtl, and names any other with its line', () => {
    const directionOf = (value: string) => read({ 'index.md': `---\ntitle: A\ndirection: ${value}\n---\n` });
    expect(directionOf('rtl')).toMatchObject({ settings: { direction: 'rtl' }, faults: [] });
    expect(directionOf('right')).toMatchObject({
      settings: { direction: undefined },
      faults: [{ file: 'index.md', line: 3, message: 'direction must be ltr or rtl.' }],
    });
  });

  test('may be missing', () => {
    const { settings, texts } = read({ 'index.md': '# Hello' });
    expect(settings.title).toBe('API Documentation');
    expect(texts).toMatchObject([{ file: 'index.md', firstLine: 1, text: '# Hello' }]);
  });

  test.each([
    [
      '---\ntitle: a: b\nincludes:\n  - errors\n---\n',
      /^index\.md:2: The front matter is not YAML: .*quotes/,
    ],
    ['---\ntitle: a\nincludes:\n\t- errors\n---\n', /^index\.md:4: .*Tabs/],
    ['---\n# a comment\ntitle: `a`\n---\n', /^index\.md:3: .*quotes/],
    ['---\ntitle: a\n<% if b %>\nsearch: true\n<% end %>\n---\n', /^index\.md:3: /],
    ['# coding: utf-8\n---\ntitle: @a\n---\n', /^index\.md:3: /],
    ['---\n- a\n- b\n---\n', /^index\.md:2: The front matter must be keys with values/],
    ['---\njust words\n---\n', /^index\.md:2: The front matter must be keys with values/],
    ['---\ntitle: a\n\n# Hello\n', /^index\.md:1: .*never ends: put ---/],
    ['\n\n---\ntitle: a\n---\n', /^index\.md:3: Front matter must start in the first line/],
  ])('that cannot be read stops the build with file and line: %j', (text, message) => {
    expect(() => read({ 'index.md': text })).toThrow(message);
  });

  test('of an include stops it too: its text would be lost', () => {
    const files = { 'index.md': '---\nincludes: [a]\n---\n', 'includes/_a.md': '---\n\nLost\n\n---\n' };
    expect(() => read(files)).toThrow(/^includes\/_a\.md:2: The front matter must be keys/);
  });

  test.each([
    ['---   \ntitle: A\n---  \ntext', 'A', 'text', 4],
    ['---\ntitle: A\n...\ntext', 'A', 'text', 4],
    ['---\r\ntitle: A\r\n---\r\ntext', 'A', 'text', 4],
    ['\uFEFF---\ntitle: A\n---\ntext', 'A', 'text', 4],
    ['# -*- coding: utf-8 -*-\n---\ntitle: A\n---\ntext', 'A', 'text', 5],
    ['---\n:title: A\n---\ntext', 'A', 'text', 4],
    ['---\ntitle: 2.0\n---\ntext', '2.0', 'text', 4],
    ['---\n---\ntext', 'API Documentation', 'text', 3],
    ['---\n\n# Hello\n\ntext', 'API Documentation', '---\n\n# Hello\n\ntext', 1],
  ])('is read from %j', (text, title, body, firstLine) => {
    const { settings, texts, faults } = read({ 'index.md': text });
    expect(settings.title).toBe(title);
    expect(texts).toMatchObject([{ file: 'index.md', firstLine, text: body }]);
    expect(faults).toEqual([]);
  });

  test('has the last of a repeated key, which is told once with its line', () => {
    const { settings, faults } = read({
      'index.md':
        '---\ntitle: A\nsearch: false\nincludes:\n  - gone\nsearch: yes\nincludes:\n  - errors\n---\n',
      'includes/_errors.md': '',
    });
    expect(settings).toMatchObject({ search: true, includes: [{ name: 'errors', line: 8 }] });
    expect(faults).toEqual([
      {
        file: 'index.md',
        line: 6,
        message: 'The key "search" stands 2 times (first in line 3): this last one counts, as in Slate.',
      },
      {
        file: 'index.md',
        line: 7,
        message: 'The key "includes" stands 2 times (first in line 4): this last one counts, as in Slate.',
      },
    ]);
  });

  test('names what looks like a heading where it has no key: YAML takes it for a comment', () => {
    const { faults } = read({
      'index.md': '---\nincludes: [a]\n---\n',
      'includes/_a.md': '---\n\n## Lost\n\n---\n# A\n',
    });
    const message =
      'The heading "## Lost" is not on the page: between two --- it is a comment of front matter.';
    expect(faults).toEqual([{ file: 'includes/_a.md', line: 3, message }]);
  });

  test('names entries that are no text', () => {
    const { settings, faults } = read({
      'index.md': '---\ntoc_footers:\n  - <b>a: b</b>\n  -\n  - c\n---\n',
    });
    expect(settings.tocFooters).toEqual(['c']);
    expect(faults.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '3: This entry of toc_footers is no text and is left out: put it in quotes.',
      '4: This entry of toc_footers is no text and is left out: delete it or give it a name.',
    ]);
  });
});

describe('includes', () => {
  test('follow the page in order, with CRLF and a byte order mark taken away', () => {
    const { texts, faults } = read({
      'index.md': '\uFEFF---\r\nincludes:\r\n  - errors\r\n  - deep/more\r\n---\r\n# One\r\n',
      'includes/_errors.md': '# Errors\r\n',
      'includes/deep/_more.md': '# More\n',
    });
    expect(faults).toEqual([]);
    expect(texts).toMatchObject([
      { file: 'index.md', firstLine: 6, text: '# One\n' },
      { file: 'includes/_errors.md', firstLine: 1, text: '# Errors\n' },
      { file: 'includes/deep/_more.md', firstLine: 1, text: '# More\n' },
    ]);
  });

  test('that are missing are told with the line that names them', () => {
    const { faults } = read({
      'index.md': '---\ntitle: x\nincludes:\n  - here\n  - gone\n---\n',
      'includes/_here.md': '',
    });
    expect(faults).toEqual([
      {
        file: 'index.md',
        line: 5,
        message: 'The include "gone" is missing: no file includes/_gone.md.',
      },
    ]);
  });

  test.each(['_a.md', 'a.md', '_a.markdown', '_a.html.md', '_a.md.erb', 'a.md.erb', '_a'])(
    'are found as %s',
    (name) => {
      const { texts, faults } = read({
        'index.md': '---\nincludes: [a]\n---\n',
        [`includes/${name}`]: '# A',
      });
      expect(texts.map(({ file }) => file)).toEqual(['index.md', `includes/${name}`]);
      expect(faults).toEqual([]);
    },
  );

  test.each([
    ['includes/_A.md', 'There is _A.md: give it that name, if it is Markdown.'],
    ['includes/_a.txt', 'There is _a.txt: give it that name, if it is Markdown.'],
    ['includes/_a.html.erb', 'There is _a.html.erb: give it that name, if it is Markdown.'],
    ['includes/_a.md/b', ''],
    ['includes/_b.md', ''],
  ])('that stand under another name are told beside it: %s', (file, hint) => {
    const { faults } = read({
      'index.md': '---\nincludes:\n  # a comment\n  - a\n---\n',
      [file]: '# A',
    });
    const message = `The include "a" is missing: no file includes/_a.md. ${hint}`.trim();
    expect(faults).toEqual([{ file: 'index.md', line: 4, message }]);
  });

  test('that cannot be read are told with the line that names them', () => {
    const folder = folderWith({ 'index.md': '---\nincludes: [a]\n---\n', 'includes/_b.md': '' });
    symlinkSync('_a.md', path.join(folder, 'includes/_a.md'));
    const { faults } = readPageSource(path.join(folder, 'index.md'), { shownAs: 'index.md' });
    expect(faults).toEqual([
      { file: 'index.md', line: 2, message: expect.stringMatching(/^The include "a" cannot be read: ELOOP/) },
    ]);
  });
});

describe('templates', () => {
  const readErb = (files: Readonly<Record<string, string>>) =>
    readPageSource(path.join(folderWith(files), 'index.html.md.erb'), { shownAs: 'index.html.md.erb' });

  test('have partials in their place, each rendered by itself, under its own name and lines', () => {
    const { texts, faults } = readErb({
      'index.html.md.erb': `---
includes: [errors]
---
# Intro

<%= partial "includes/users" %>

<%= partial "endpoints/things.md", locals: { name: "Thing" } %>
Last`,
      'includes/_users.md': '## Users',
      'includes/_errors.html.md.erb': '# Errors\n<%= name %>',
      'endpoints/_things.md.erb':
        '---\ntitle: T\n---\n## <%= name %>\n<%= partial "endpoints/more" %>\nof <%= data.x %>',
      'endpoints/more.html.md': '### More',
    });
    const written = texts.filter(({ text }) => text.trim() !== '');
    expect(
      written.map(({ file, firstLine, text, rendering }) => [rendering, file, firstLine, text.trim()]),
    ).toEqual([
      [0, 'index.html.md.erb', 4, '# Intro'],
      [1, 'includes/_users.md', 1, '## Users'],
      [2, 'endpoints/_things.md.erb', 4, '## Thing'],
      [3, 'endpoints/more.html.md', 1, '### More'],
      [2, 'endpoints/_things.md.erb', 5, 'of <%= data.x %>'],
      [0, 'index.html.md.erb', 8, 'Last'],
      [4, 'includes/_errors.html.md.erb', 1, '# Errors\n<%= name %>'],
    ]);
    expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'endpoints/_things.md.erb:6',
      'includes/_errors.html.md.erb:2',
    ]);
  });

  test('name a partial that is missing, and one that holds itself', () => {
    const { texts, faults } = readErb({
      'index.html.md.erb': '<%= partial "gone" %>\n<%= partial "a" %>',
      '_a.md.erb': '<%= partial "a" %>',
    });
    expect(texts.every(({ text }) => text.trim() === '')).toBe(true);
    expect(faults.map(({ file, line, message }) => `${file}:${line}: ${message}`)).toEqual([
      'index.html.md.erb:1: The partial "gone" is missing: no file _gone.md.',
      '_a.md.erb:1: The partial "a" holds itself: it is left out here.',
    ]);
  });

  test('are files that end in .erb alone', () => {
    const { texts, faults } = read({ 'index.md': '<%= partial "a" %>', '_a.md': 'A' });
    expect(texts).toMatchObject([{ text: '<%= partial "a" %>' }]);
    expect(faults).toEqual([]);
  });
});

describe('characters', () => {
  test.each([
    ['the bytes of another encoding', Buffer.from('# T\xEAte\n', 'latin1'), /^2: "Tête" is not UTF-8/],
    ['U+FFFD', Buffer.from('# T\uFFFDte\n'), /^2: Here stands U\+FFFD/],
    ['UTF-8 read as Windows-1252', Buffer.from('# TÃªte\n'), /^2: .*"TÃªte" was "Tête"/],
  ])('%s are told with their line', (_name, bytes, message) => {
    const folder = folderWith({ 'index.md': '---\nincludes: [a]\n---\n' });
    mkdirSync(path.join(folder, 'includes'));
    writeFileSync(path.join(folder, 'includes/_a.md'), Buffer.concat([Buffer.from('\n'), bytes]));
    const { faults } = readPageSource(path.join(folder, 'index.md'), { shownAs: 'index.md' });
    expect(faults.map(({ file, line, message }) => `${file} ${line}: ${message}`)).toEqual([
      expect.stringMatching(new RegExp(`^includes/_a.md ${message.source.slice(1)}`)),
    ]);
  });

  test('of UTF-16 are read', () => {
    const folder = folderWith({});
    writeFileSync(path.join(folder, 'index.md'), Buffer.from('\uFEFF---\ntitle: Tête\n---\n', 'utf16le'));
    const { settings, faults } = readPageSource(path.join(folder, 'index.md'));
    expect(settings.title).toBe('Tête');
    expect(faults).toEqual([]);
  });
});

describe('code blocks', () => {
  const faultsOf = (text: string) =>
    findFenceFaults(createSlateMarkdown({ locale: 'en' }), { file: 'a.md', firstLine: 10, text });

  test.each([
    ['```js\nx\n', 10, /never closed/],
    ['text\n\n```js\nx};```\n\n```json\n{}\n```\n', 12, /start of another one in line 15/],
  ])('that do not end where their writer thinks are told: %j', (text, line, message) => {
    const [fault] = faultsOf(text);
    expect(fault).toMatchObject({ file: 'a.md', line });
    expect(fault?.message).toMatch(message);
  });

  test('that are closed are no fault', () => {
    expect(faultsOf('```js\nx\n```\n\n````md\n```\n````\n\n- a\n\n  ```\n  x\n  ```\n')).toEqual([]);
  });
});
