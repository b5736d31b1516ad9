import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../docs-src/build-site.ts';
import { postmanPath } from '../../docs-src/engine/pages/page-frame.ts';
import type { SampleRequest } from '../../docs-src/engine/samples/sample-request.ts';
import type { OperationView } from '../../docs-src/engine/views/views.ts';
import { sitePagesOf } from './toy-site.ts';

const document = 'test/documents/paths.yaml';
const operations = new Map<string, OperationView>();
beforeAll(async () => {
  for (const { blocks } of await sitePagesOf({ document }))
    for (const block of blocks)
      if (block.kind === 'operation') operations.set(block.operation.operationId, block.operation);
});

function requestOf(operationId: string): SampleRequest {
  return JSON.parse(operations.get(operationId)?.sampleRequest ?? '{}') as SampleRequest;
}

describe('samples call', () => {
  it.each([
    { id: 'umlaut', want: 'https://api.example.com/v2/%C3%BCber' },
    { id: 'space', want: 'https://api.example.com/v2/my%20path' },
    { id: 'ownOfPath', want: 'https://other.example/up%20load/v1/own' },
    { id: 'ownOfOperation', want: 'https://uploads.example/v9/upload' },
    { id: 'dbGet', want: 'https://api.example.com/v2/' },
    { id: 'restA', want: 'https://api.example.com/v2/rest' },
  ])('$id at $want', ({ id, want }) => {
    expect(requestOf(id).url).toBe(want);
  });

  it.each([
    { id: 'restA', want: ['method=a.b', 'n=1'] },
    { id: 'restC', want: ['method=c d'] },
    { id: 'restFlag', want: ['flag='] },
    { id: 'nowThere', want: ['lat=1', 'lon=1'] },
  ])('$id with $want, the query of its path first', ({ id, want }) => {
    expect(requestOf(id).query.map(({ name, value }) => `${name}=${value}`)).toEqual(want);
  });
});

it('a Postman collection and the form have an operation with a server of its own there', async () => {
  const files = await buildSite({ document, tryItServers: ['/v2'] });
  const collection = String(files.get(postmanPath));
  const urls = [...collection.matchAll(/"raw": "(http[^"]*)"/g)].map((found) => found[1]);
  expect(urls).toEqual(['https://other.example/up%20load/v1/own', 'https://uploads.example/v9/upload']);
  expect(collection).toContain('{{baseUrl}}/rest?method=a.b&n=1');
  const forms = [...files.values()]
    .map(String)
    .filter((file) => file.includes('data-servers="[&quot;/v9&quot;]"'));
  expect(forms).not.toEqual([]);
});
