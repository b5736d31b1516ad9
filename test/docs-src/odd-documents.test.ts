import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../docs-src/build-site.ts';
import { packageFile } from '../../openapi/model/package-root.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'odd-documents-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The page of a document that a test writes down itself. */
async function pageOf(document: object): Promise<string> {
  const file = path.join(folder, 'document.json');
  await writeFile(file, JSON.stringify(document));
  return String((await buildSite({ document: file })).get('index.html'));
}

it.each([
  { name: 'odd-patterns.yaml', shows: ['(?i)^x-', 'addBook'] },
  { name: 'lone-surrogates.json', shows: ['q=x%EF%BF%BD', 'c=c%EF%BF%BD', '/p%EF%BF%BD'] },
])('builds the site of $name', async ({ name, shows }) => {
  const files = await buildSite({ document: packageFile(`test/documents/${name}`), tryItServers: ['/'] });
  const page = String(files.get('index.html'));
  expect(shows.filter((text) => !page.includes(text))).toEqual([]);
});

describe('samples of an operation with a wide body', () => {
  const names = Array.from({ length: 320 }, (_, index) => `S${index}`);
  const schema = { type: 'object', properties: { a: { type: 'string' } } };
  const properties = Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]),
  );
  const content = { 'application/json': { schema: { type: 'object', properties } } };
  it.each([
    { method: 'get', required: false, sends: false },
    { method: 'head', required: false, sends: false },
    { method: 'get', required: true, sends: true },
    { method: 'post', required: false, sends: true },
  ])('send it with $method, required: $required: $sends', async ({ method, required, sends }) => {
    const operation = { operationId: 'wide', requestBody: { required, content }, responses: {} };
    const page = await pageOf({
      openapi: '3.1.0',
      info: { title: 'Wide', version: '1' },
      paths: { '/wide': { [method]: operation } },
      components: { schemas: Object.fromEntries(names.map((name) => [name, schema])) },
    });
    expect(page.includes('--data-raw')).toBe(sends);
  });
});

it.each([
  { currency: 'EUR', want: '€9' },
  { currency: 'points', want: '9 points' },
  { currency: 'é', want: '9 é' },
])('shows a price in $currency', async ({ currency, want }) => {
  const plans = { free: { pricing: { cost: 9, currency } } };
  const page = await pageOf({
    openapi: '3.1.0',
    info: { title: 'Prices', version: '1', 'x-sla': { plans } },
    paths: {},
  });
  expect(page).toContain(want);
});
