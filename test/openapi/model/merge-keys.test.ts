import { expect, test } from 'vitest';
import { operationOf } from '../model-of.ts';

test('what YAML merges with << is part of the document, and << is no name', async () => {
  const { parameters, responses } = await operationOf('merge-keys.yaml', 'merge');
  expect(parameters.map(({ name, schema }) => [name, schema.types])).toEqual([
    ['page', ['integer']],
    ['size', ['integer']],
  ]);
  expect(responses.map(({ status }) => status)).toEqual(['200', '401']);
  expect([...(responses[0]?.contents[0]?.schema?.properties.keys() ?? [])]).toEqual(['id', 'extra']);
});
