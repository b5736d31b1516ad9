import { mkdtempSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../docs-src/build-site.ts';
import { hasBrowser, launchBrowser } from '../browser.ts';

const longUrl = `https://callbacks.example.com/v1/${'notifications/default/'.repeat(6)}`;
const longWord = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(
  2,
);
const table = `Parameter | Type | Required | Default | Allowed values | Description
--- | --- | --- | --- | --- | ---
\`notification_callback_url\` | string | Yes | \`${longUrl}\` | any absolute URL | Where we post to
authorization_expiration_period_in_seconds | ${longWord} | No | ${longUrl} | \`3600\`, \`86400\` | [a link](${longUrl})`;
const wide = `${table}

${longWord} ${longUrl} \`${longUrl}\` [${longUrl}](${longUrl}) **${longWord}**

- ${longWord}
- \`${longUrl}\`

\`\`\`json
{"url": "${longUrl}", "word": "${longWord}"}
\`\`\`

\`\`\`
${'-'.repeat(300)}
\`\`\`

> ${longWord} \`${longUrl}\`
`;
const text = { type: 'string', description: wide };
const schema = {
  type: 'object',
  properties: { value: text, [longWord]: { type: 'string', enum: [longUrl, longWord], default: longUrl } },
};
const parameter = {
  name: 'value',
  in: 'query',
  description: wide,
  schema: { type: 'string', pattern: longUrl, example: longUrl },
};
const document = {
  openapi: '3.1.0',
  info: { title: longWord, version: '1' },
  tags: [{ name: longWord, description: wide }],
  servers: [{ url: longUrl, description: wide }],
  paths: {
    [`/${longWord}/{id}`]: {
      post: {
        operationId: 'wide',
        summary: longWord,
        description: wide,
        tags: [longWord],
        security: [{ key: [] }],
        parameters: [
          parameter,
          { name: longWord, in: 'header', schema: { type: 'string', default: longUrl } },
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        ],
        requestBody: { description: wide, content: { 'application/json': { schema } } },
        responses: {
          200: {
            description: wide,
            headers: { [`X-${longWord}`]: text },
            content: { 'application/json': { schema } },
          },
          400: {
            description: wide,
            headers: { [`X-${longWord}`]: text },
            content: { 'application/json': { schema, example: { code: longWord, message: longUrl } } },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: longWord, description: wide } },
  },
};
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="40"><rect width="3000" height="40"/></svg>`;
const page = `---
title: Wide
language_tabs:
  - shell
search: true
---
# ${longWord}

${wide}

![](wide.svg)

<table><tr><td>${longWord}</td><td><table><tr><td>${longUrl}</td></tr></table></td></tr></table>

<aside class="notice">${longWord} <code>${longUrl}</code></aside>

${longWord}
: ${longUrl}

## ${longUrl}

Text.
`;

/** Elements that reach out of their column, or out of the window, and are in no box that scrolls. */
const reachingOut = `(() => {
  const box = (element) => element.getBoundingClientRect();
  const scrolls = (element) => element.closest('.table-scroll, .lang-selector, .toc-wrapper, .reply pre') !== null;
  // One column of a phone has no box of its own.
  const columns = (element) =>
    [element.closest('.operation-text'), element.closest('.operation-examples'), element.closest('.content > *')]
      .filter((column) => column !== null && box(column).width > 0);
  return [...document.querySelectorAll('.content *')]
    .filter((element) => element.checkVisibility() && !scrolls(element))
    .filter((element) => [innerWidth, ...columns(element).map((column) => box(column).right)].some((edge) => box(element).right > edge + 1))
    .map((element) => element.outerHTML.slice(0, 100));
})()`;

describe.skipIf(!hasBrowser)('what is wider than its column', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'wide-'));
    const source = path.join(folder, 'source');
    await mkdir(source);
    writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(document));
    writeFileSync(path.join(source, 'index.md'), page);
    writeFileSync(path.join(source, 'wide.svg'), picture);
    const files = await buildSite({ document: path.join(folder, 'openapi.json'), pages: source });
    for (const [name, content] of files) {
      const file = path.join(folder, 'site', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each([1280, 1000, 768, 375, 320])('scrolls or breaks in it, %i px wide', async (width) => {
    const opened = await browser.newPage({ viewport: { width, height: 800 } });
    for (const name of ['index.html', 'operations/wide.html']) {
      await opened.goto(pathToFileURL(path.join(folder, 'site', name)).href);
      await opened.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');
      expect(await opened.evaluate('document.documentElement.scrollWidth'), name).toBe(width);
      expect(await opened.evaluate(reachingOut), name).toEqual([]);
      const tables = await opened.evaluate<boolean[]>(
        '[...document.querySelectorAll(".table-scroll")].filter((box) => box.checkVisibility()).map((box) => box.scrollWidth > box.clientWidth)',
      );
      expect(tables.length, name).toBeGreaterThan(3);
      expect(tables, name).not.toContain(false);
    }
    await opened.close();
  });
});
