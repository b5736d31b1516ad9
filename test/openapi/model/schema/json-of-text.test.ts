import { expect, it } from 'vitest';
import type { JsonValue } from '../../../../openapi/model/api-model.ts';
import { found, modelOf, schemaOf } from '../../model-of.ts';

const object = { type: 'object' };
const text = '{"a": [1]}';
const value = { a: [1] };
const deep = `{"a":${'['.repeat(600)}${']'.repeat(600)}}`;

it.each<{ mediaType?: string; schema?: object; example: JsonValue; want: JsonValue }>([
  { schema: object, example: text, want: value },
  { schema: object, example: `\n  ${text}\n`, want: value },
  { schema: { allOf: [object] }, example: text, want: value },
  { schema: { properties: { a: {} } }, example: text, want: value },
  { schema: { type: 'array' }, example: '[1, "b"]', want: [1, 'b'] },
  { schema: { type: 'integer' }, example: '5', want: 5 },
  { schema: { type: ['boolean', 'null'] }, example: 'true', want: true },
  { example: text, want: value },
  { mediaType: 'application/hal+json; v=1', schema: object, example: text, want: value },
  { schema: { type: 'string' }, example: text, want: text },
  { schema: { type: ['object', 'string'] }, example: text, want: text },
  { schema: { oneOf: [object, { enum: ['a'] }] }, example: text, want: text },
  { schema: {}, example: text, want: text },
  { schema: object, example: '[1]', want: '[1]' },
  { schema: object, example: '{"a": [1', want: '{"a": [1' },
  { schema: object, example: deep, want: deep },
  { example: '5', want: '5' },
  { mediaType: 'text/plain', schema: object, example: text, want: text },
])(
  'reads $example as $want by $schema of $mediaType',
  async ({ mediaType = 'application/json', schema, example, want }) => {
    const content = { [mediaType]: { ...(schema && { schema }), example } };
    const responses = { 200: { description: 'Fine.', content } };
    const { operations, warnings } = await modelOf({
      openapi: '3.1.0',
      info: { title: 'Texts', version: '1' },
      paths: { '/a': { get: { operationId: 'a', responses } } },
    });
    expect(found(operations[0], 'get').responses[0]?.contents[0]?.examples[0]?.value).toEqual(want);
    const isRead = typeof want !== 'string';
    if (isRead) expect(warnings).toEqual([]);
  },
);

it('reads those of a schema so, too', async () => {
  const { examples } = await schemaOf({ type: 'object', examples: [text, 'text', { b: 1 }] });
  expect(examples).toEqual([value, 'text', { b: 1 }]);
});
