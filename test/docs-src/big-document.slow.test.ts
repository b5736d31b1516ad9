import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { buildSite, type SiteFiles } from '../../docs-src/build-site.ts';
import { bigDocument } from './big-document.ts';
import { brokenLinks } from './site-links.ts';

const operations = 300;
const schemas = 60;
let files: SiteFiles;
beforeAll(async () => {
  const document = path.join(mkdtempSync(path.join(tmpdir(), 'big-')), 'openapi.json');
  writeFileSync(document, JSON.stringify(bigDocument({ operations, schemas, properties: 100 })));
  files = await buildSite({ document });
});

test('a document of hundreds of wide schemas and operations has a page for each, an overview and the whole', () => {
  const pages = [...files.keys()].filter((file) => file.startsWith('operations/') && file.endsWith('.html'));
  expect(pages).toHaveLength(operations);
  const overview = String(files.get('index.html'));
  const whole = String(files.get('all.html'));
  for (let index = 0; index < operations; index += 1) {
    expect(
      overview.includes(`operations/group${index % 40}-do-thing-${index}.html`),
      `overview ${index}`,
    ).toBe(true);
    expect(whole.includes(`data-operation="group${index % 40}/do-thing-${index}"`), `whole ${index}`).toBe(
      true,
    );
  }
});

test('no page of one operation is over 30 KB compressed or has over 5,000 elements', () => {
  for (const [file, content] of files) {
    if (!file.startsWith('operations/') || !file.endsWith('.html')) continue;
    expect(gzipSync(content).length, file).toBeLessThanOrEqual(30 * 1024);
    expect(String(content).match(/<[a-z]/g)?.length, file).toBeLessThanOrEqual(5_000);
  }
});

test('every schema is reached, and no link is broken', () => {
  const whole = [...files].filter(([file]) => file.endsWith('.html')).map(([, content]) => String(content));
  for (let index = 0; index < schemas; index += 1)
    expect(
      whole.some((html) => html.includes(`Model${index}<`)),
      `Model${index}`,
    ).toBe(true);
  expect(brokenLinks(files)).toEqual([]);
});
