import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BuildSiteOptions, buildSite, type SiteFiles } from '../../../../docs-src/build-site.ts';
import { type SearchEntry, searchEntries } from '../../../../docs-src/theme/client/search-entries.ts';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { searchDataOf } from '../../../../scripts/chores/search-check/check-questions.ts';

const toys = readdirSync(packageFile('test/documents'))
  .map((name) => packageFile(`test/documents/${name}`))
  .filter((file) => file.endsWith('.yaml') && /^openapi:/m.test(readFileSync(file, 'utf8')));
const guides = {
  'index.md': '---\ntitle: Kit\nsearch: true\n---\nHello.\n\n# One\n\n# Two',
  'a.md': '# A\n\n## B\n',
};
const paths = Array.from({ length: 160 }, (_, index) => [`/things${index}`, { get: { responses: {} } }]);
const big = { openapi: '3.1.0', info: { title: 'Big', version: '1' }, paths: Object.fromEntries(paths) };

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'search-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

const sites: [string, BuildSiteOptions][] = [
  ['our own', {}],
  ['our own on one page', { isOnePage: true }],
  ['our own without downloads', { hasDownloads: false }],
  ['our manual', { document: false, pages: packageFile('docs-src/manual') }],
  ['guides', { document: false, pages: folderOf(guides) }],
  [
    'a document of 160 operations',
    { document: path.join(folderOf({ 'big.json': JSON.stringify(big) }), 'big.json') },
  ],
  ...toys.map((document): [string, BuildSiteOptions] => [path.basename(document), { document }]),
];

function isThere(files: SiteFiles, href: string): boolean {
  const [file = '', id] = href.split('#');
  return files.has(file) && (id === undefined || String(files.get(file)).includes(` id="${id}"`));
}

const entriesIn = (files: SiteFiles) => searchEntries(searchDataOf(files));

describe('the data of the search', () => {
  it.each(sites)('leads to places that exist: %s', async (_name, options) => {
    const files = await buildSite(options);
    const entries = entriesIn(files);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(({ href }) => !isThere(files, href))).toEqual([]);
  });

  it('has a record for each thing that a reader can look for, with all of its text', async () => {
    const entries = entriesIn(await buildSite());
    const has = (kind: string, title: string, href: string, text = '') =>
      expect(entries).toContainEqual(
        expect.objectContaining({
          kind,
          title,
          href,
          ...(text === '' ? {} : { texts: expect.arrayContaining([expect.stringContaining(text)]) }),
        } satisfies Partial<Record<keyof SearchEntry, unknown>>),
      );
    has('page', 'Usage plans', 'index.html#usage-plans', 'Retry-After');
    has('operation', 'Bloom', 'index.html#bloom', 'How deep a learning object goes');
    has('operation', 'Search', 'index.html#search', 'Pages count from 0');
    has('parameter', 'max', 'index.html#search-parameter-max', 'Learning objects per page.\n1 to 20');
    has('parameter', 'provider', 'index.html#search-parameter-provider', 'coursera');
    has('value', 'extended', 'index.html#search-parameter-model');
    has('field', 'request_id', 'index.html#sendFeedback-body', 'response that the learning object was in');
    has('field', 'hasMore', 'index.html#search-status-200', 'Whether a page follows');
    has('field', 'learningTimeUnit', 'index.html#search-status-200', 'pages (p)');
    has('value', 'min', 'index.html#search-status-200');
    has('reply', '201 Created', 'index.html#sendFeedback-status-201', 'received');
    has('header', 'Retry-After', 'index.html#header-retry-after', 'Seconds to wait');
    has('plan', 'Price', 'index.html#usage-plans', 'Pro: $499 a month');
    has('plan', 'Pro', 'index.html#usage-plans', 'Limit: 100,000 calls a month');
    has('plan', 'Demo', 'index.html#usage-plans', 'A key to try the API with');
    has('error', '429 Too Many Requests', 'index.html#error-429');
    has('error', 'quota-exceeded', 'index.html#error-429-quota-exceeded', 'used up');
    has('server', 'https://api.inokufu.com/learningobject/v2', 'index.html#introduction');
    has('security', 'API key in the header x-api-key', 'index.html#security-ApiKey');
    has('schema', 'LearningObject', 'schemas/LearningObject.html');
    has('download', 'OpenAPI (YAML)', 'openapi.yaml');
    has('download', 'Postman collection', 'postman-collection.json');
    expect(entries.find(({ title }) => title === 'hasMore')?.place).toEqual([
      'Learning Objects (LO)',
      'Search',
      '200 OK',
      'response',
      'metadata',
    ]);
  });

  it('has what an example says with an error code, as a reader pastes it', async () => {
    const entries = entriesIn(await buildSite());
    const { texts } =
      entries.find(({ kind, title }) => kind === 'error' && title === 'invalid-request') ?? {};
    expect(texts?.join()).toContain('lang is required');
  });

  it('cuts nothing off: a long text is several pieces', async () => {
    const prose = `${'Many words. '.repeat(100)}The last one is zanzibar.`;
    const pages = folderOf({ 'index.md': `---\nsearch: true\n---\n# A\n\n${prose}\n\n${prose}\n` });
    const [entry] = entriesIn(await buildSite({ document: false, pages }));
    expect(entry?.texts.join().match(/zanzibar/g)).toHaveLength(2);
    expect(entry?.texts).toHaveLength(2);
  });

  it('has the synonyms of all pages before those of the engine', async () => {
    const page = (words: string) => `---\nsearch: true\nsynonyms:\n  - ${words}\n---\n# A\n`;
    const pages = folderOf({ 'index.md': page('price, cost'), 'b.md': page('cat, feline') });
    const { synonyms, stopWords } = searchDataOf(await buildSite({ document: false, pages, locale: 'fr' }));
    expect(synonyms.slice(0, 2)).toEqual(['price, cost', 'cat, feline']);
    expect(stopWords[0]).toMatch(/^le la /);
  });
});
