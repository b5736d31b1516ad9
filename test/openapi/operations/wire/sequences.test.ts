import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonValue, MediaTypeContent } from '../../../../openapi/model/api-model.ts';
import { encodeBody } from '../../../../openapi/operations/wire/encode-body.ts';
import { isSequence, readSequence } from '../../../../openapi/operations/wire/sequences.ts';
import { found, modelOf } from '../../model-of.ts';

const event = { type: 'object', properties: { event: {}, data: { type: 'string' }, id: {}, retry: {} } };
const number = { type: 'object', properties: { n: { type: 'integer' } } };

async function contentOf(mediaType: string, itemSchema: object | undefined): Promise<MediaTypeContent> {
  const content = { [mediaType]: itemSchema === undefined ? { schema: {} } : { itemSchema } };
  const get = { operationId: 'a', responses: { 200: { description: 'ok', content } } };
  const { operations } = await modelOf({
    openapi: '3.2.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': { get } },
  });
  return found(operations[0]?.responses[0]?.contents[0], 'content');
}

describe('a sequence is written item by item, and read back', () => {
  it.each<{ type: string; of: object; items: readonly JsonValue[]; text: string }>([
    { type: 'application/jsonl', of: number, items: [{ n: 1 }, { n: 2 }], text: '{"n":1}\n{"n":2}\n' },
    { type: 'application/x-ndjson', of: {}, items: [1, null, 'a'], text: '1\nnull\n"a"\n' },
    { type: 'application/json-seq', of: {}, items: [1, [2]], text: '\u001E1\n\u001E[2]\n' },
    { type: 'application/jsonl', of: {}, items: [], text: '' },
    {
      type: 'text/event-stream',
      of: event,
      items: [{ event: 'a', data: 'b\nc', id: '1', retry: 5 }, { data: '' }],
      text: 'event: a\ndata: b\ndata: c\nid: 1\nretry: 5\n\ndata: \n\n',
    },
    {
      type: 'text/event-stream',
      of: number,
      items: [{ n: 1 }, { n: 2 }],
      text: 'data: {"n":1}\n\ndata: {"n":2}\n\n',
    },
  ])('$type: $items', async ({ type, of, items, text }) => {
    const content = await contentOf(type, of);
    expect(isSequence(type, content)).toBe(true);
    expect(encodeBody(type, items, content).body).toBe(text);
    expect(readSequence(type, text, content)).toEqual({ items });
  });

  it('of events with a comment, other line ends and a byte order mark', async () => {
    const content = await contentOf('text/event-stream', event);
    const text = '\uFEFFevent:a\r\ndata: b\r\n\r\n: keep alive\r\n\r\n\r\ndata:c\n';
    expect(readSequence('text/event-stream', text, content)).toEqual({
      items: [{ event: 'a', data: 'b' }, { data: 'c' }],
    });
  });

  it.each([
    ['application/jsonl', '1\n{\n', 'item 2 is not JSON'],
    ['text/event-stream', 'data: 1\n\ndata: x\n\n', 'item 2 is not JSON'],
  ])('says which item of %s is none', async (type, text, reason) => {
    expect(readSequence(type, text, await contentOf(type, number))).toEqual({ fault: 'not-json', reason });
  });

  it.each([
    ['application/jsonl', undefined],
    ['application/json', number],
    ['text/plain', number],
  ])('but not of %s with items %o', async (type, of) => {
    expect(isSequence(type, await contentOf(type, of))).toBe(false);
  });
});

describe('a document that describes items describes a list of them', () => {
  let content: MediaTypeContent;
  beforeAll(async () => {
    content = await contentOf('application/jsonl', number);
  });
  it('in its schema', () => {
    expect(content.schema?.types).toEqual(['array']);
    expect(content.schema?.items?.properties.has('n')).toBe(true);
    expect(content.itemSchema?.properties.has('n')).toBe(true);
  });
});
