import { expect, test } from 'vitest';
import { shownBody, shownRequest, shownValue } from '../../../../docs-src/engine/views/documented.ts';
import { found } from '../../../openapi/model-of.ts';
import { toyOperation } from './toy-model.ts';

const wide = {
  type: 'object',
  properties: {
    id: { type: 'integer', readOnly: true },
    ...Object.fromEntries(Array.from({ length: 310 }, (_, index) => [`p${index}`, { type: 'integer' }])),
  },
};

test.each([
  { name: 'a narrow schema', given: { schema: { const: 5 } }, want: 5 },
  {
    name: 'an example, however wide the schema',
    given: { schema: wide, example: { p0: 9 } },
    want: { p0: 9 },
  },
  { name: 'no schema', given: {}, want: null },
  {
    name: 'a schema that requires some: these alone, at each level that requires any',
    given: {
      schema: {
        type: 'object',
        required: ['a', 'b'],
        properties: {
          a: { type: ['string', 'null'] },
          b: { type: 'object', properties: { c: { const: 1 }, d: { const: 2 } } },
          e: { const: 3 },
        },
      },
    },
    want: { a: 'text', b: { c: 1, d: 2 } },
  },
  {
    name: 'a wide schema',
    given: { schema: wide },
    want: Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`p${index}`, 1])),
  },
])('the body of $name is kept for every page that shows it', async ({ given, want }) => {
  const operation = await toyOperation({
    requestBody: { required: true, content: { 'application/*': given } },
    parameters: [{ name: 'p', in: 'query', example: [1], schema: {} }],
  });
  const content = found(operation.requestBody?.contents[0], 'content');
  const parameter = found(operation.parameters[0], 'parameter');
  expect(shownBody(content)).toEqual({ mediaType: 'application/json', value: want, content });
  expect(shownRequest(operation).body).toBe(shownBody(content));
  expect(shownRequest(operation)).toBe(shownRequest(operation));
  expect(shownValue(parameter)).toBe(shownValue(parameter));
});
