import { describe, expect, it } from 'vitest';
import { readLiveSearch } from '../../../../docs-src/engine/outline/live-search.ts';
import { liveSearchHtml } from '../../../../docs-src/engine/views/live-search-html.ts';
import { en } from '../../../../docs-src/engine/words/en.ts';
import { modelOf } from '../../../openapi/model-of.ts';

const shop = await modelOf({
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  servers: [{ url: 'https://shop.example/v1' }],
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
  security: [{ key: [] }],
  paths: {
    '/things': {
      get: {
        operationId: 'find',
        parameters: [
          { name: 'q', in: 'query', schema: { type: 'string' }, example: 'tea' },
          { name: 'max', in: 'query', required: true, schema: { type: 'integer' }, example: 2 },
          { name: 'tag', in: 'query', required: true, schema: { type: 'array' }, example: ['a', 'b'] },
          { name: 'X-Mode', in: 'header', required: true, schema: { type: 'string' }, example: 'fast' },
        ],
        responses: { 200: { description: 'Things.' } },
      },
      post: { operationId: 'add', responses: { 201: { description: 'Added.' } } },
    },
  },
});

const read = (written: string) =>
  readLiveSearch(written, (id) => shop.operations.find((one) => one.operationId === id) ?? `No ${id}.`);

describe('a live search', () => {
  it('is what its directive says, asked of the server that a page may call', () => {
    const live = read(
      'find by=q title=name picture=photo.small facts=price,maker.name key=k=1 max=6 q=green%20tea',
    );
    if (typeof live === 'string') throw new Error(live);
    const html = liveSearchHtml(live, {
      tryItServers: ['https://shop.example/v1', '/mock/v1'],
      basePath: '/v1',
      words: en,
    });
    const data = /data-live="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(JSON.parse(data.replaceAll('&quot;', '"'))).toEqual({
      url: '/mock/v1/things',
      query: [
        ['tag', 'a'],
        ['tag', 'b'],
        ['max', '6'],
      ],
      headers: { 'X-Mode': 'fast' },
      credential: { kind: 'key', in: 'header', name: 'X-Key', prefix: '', value: 'YOUR-API-KEY' },
      key: 'k=1',
      by: 'q',
      title: 'name',
      picture: 'photo.small',
      facts: ['price', 'maker.name'],
    });
    expect(html).toContain('<code>q</code><input type="search" value="green tea">');
    expect(
      liveSearchHtml(live, { tryItServers: ['https://shop.example/v1'], basePath: '/v1', words: en }),
    ).toBe('');
  });

  it.each([
    ['nowhere by=q title=name', 'No nowhere.'],
    ['add by=q title=name', 'A live search is "live OPERATION by=PARAMETER title=FIELD"'],
    ['find title=name', 'A live search is'],
    ['find by=q', 'A live search is'],
    ['find by=maxi title=name', '"find" has no query parameter "maxi". Did you mean "max"?'],
    ['find by=q title=name fact=price', 'no query parameter "fact". Did you mean "facts"?'],
    ['find by=q title=name q', '"q" says nothing: write q=VALUE.'],
    ['find by=X-Mode title=name', 'no query parameter "X-Mode"'],
  ])('that says %s is refused', (written, want) => {
    expect(read(written)).toContain(want);
  });
});
