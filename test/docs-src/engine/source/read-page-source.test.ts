import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
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
  return readPageSource(path.join(folderWith(files), 'index.md'), 'index.md');
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
    expect(texts).toEqual([{ file: 'index.md', firstLine: 1, text: '# Hello' }]);
  });

  test('that is not YAML is told with its line', () => {
    const { faults } = read({ 'index.md': '---\ntitle: a\nsearch: [\n---\ntext' });
    expect(faults[0]).toMatchObject({ file: 'index.md' });
    expect(faults[0]?.message).toMatch(/not YAML/);
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
    expect(texts).toEqual([
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
