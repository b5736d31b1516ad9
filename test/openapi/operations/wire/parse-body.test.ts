import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../openapi/model/api-model.ts';
import { encodeBody } from '../../../../openapi/operations/wire/encode-body.ts';
import { parseBody } from '../../../../openapi/operations/wire/parse-body.ts';
import { quotePartName, unquotePartName } from '../../../../openapi/operations/wire/part-name.ts';
import { found, modelOf } from '../../model-of.ts';

const mediaTypes = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];
const odd = 'a "b" [c]=é&\r\n';
const schema = {
  type: 'object',
  properties: {
    [odd]: { type: 'string' },
    count: { type: 'integer' },
    isOpen: { type: 'boolean' },
    list: { type: 'array', items: { type: 'string' } },
    record: { type: 'object', properties: { text: { type: 'string' } } },
    deep: {
      type: 'object',
      properties: {
        count: { type: 'integer' },
        inner: {
          properties: { text: { type: 'string' }, list: { type: 'array', items: { type: 'string' } } },
        },
      },
    },
  },
};
const encoding = { deep: { style: 'deepObject', explode: true } };
const content = Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema, encoding }]));
const operation = { operationId: 'send', requestBody: { content }, responses: {} };
const model = await modelOf({ openapi: '3.1.0', info: {}, paths: { '/a': { post: operation } } });
const contents = found(model.operations[0]?.requestBody, 'a body').contents;

const text = fc.string({ unit: 'grapheme' });
const values = fc.record({
  [odd]: text,
  count: fc.integer(),
  isOpen: fc.boolean(),
  list: fc.array(text, { minLength: 1 }),
  record: fc.record({ text }),
  deep: fc.record({
    count: fc.integer(),
    inner: fc.record({ text, list: fc.array(text, { minLength: 1 }) }),
  }),
});

describe('what was encoded is parsed to the same', () => {
  it.each(contents.map((one) => [one.mediaType, one] as const))('as %s', (mediaType, one) => {
    fc.assert(
      fc.property(values, (value) => {
        const { contentType, body } = encodeBody(mediaType, value as JsonValue, one);
        expect(parseBody(contentType, Buffer.from(body), one)).toEqual({ value, isValue: true });
      }),
    );
  });
});

it.each(['a', 'a "b"', '"\r\n"', ''])('a part that is called %j is read under its name', (name) => {
  expect(unquotePartName(quotePartName(name))).toBe(name);
});
