import { expect, test } from 'vitest';
import { sitePagesOf } from '../toy-site.ts';

async function siteOf(servers: readonly object[] | undefined, page?: string) {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Toy', version: '1' },
    ...(servers === undefined ? {} : { servers }),
    paths: { '/a': { get: { operationId: 'a', responses: { 200: { description: 'Done.' } } } } },
  };
  const [first] = await sitePagesOf(page === undefined ? { document } : { page });
  return first?.site;
}

test.each([
  [undefined, ['https://api.example.com', '/mock']],
  [
    [{ url: 'https://a.example/' }, { url: 'https://b.example/v1' }],
    ['https://a.example', 'https://b.example/v1', '/mock'],
  ],
  [
    [{ url: 'https://a.example' }, { url: 'https://a.example/' }],
    ['https://a.example', '/mock'],
  ],
])('a document with the servers %j offers %j', async (servers, want) => {
  expect((await siteOf(servers))?.servers).toEqual(want);
});

test('names the tab of a shell, and neither tab nor server without a document', async () => {
  expect((await siteOf(undefined))?.shellTab).toBe('shell');
  const written = await siteOf(undefined, 'test/documents/slate-source/source/index.html.md');
  expect([written?.shellTab, written?.servers]).toEqual([undefined, []]);
});
