import { expect, it } from 'vitest';
import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import { modelOf } from '../../model-of.ts';

const form = 'application/x-www-form-urlencoded';
const page = { type: 'object', properties: { page: { type: 'integer' } } };
const search = {
  type: 'object',
  required: ['words'],
  allOf: [page],
  properties: { words: { type: 'string', description: 'What to look for.' }, deep: { deprecated: true } },
};

function read(parameter: object): Promise<ApiModel> {
  const parameters = [{ name: 'q', in: 'querystring', ...parameter }];
  const get = { operationId: 'a', parameters, responses: { 200: { description: 'ok' } } };
  return modelOf({ openapi: '3.2.0', info: { title: 'T', version: '1' }, paths: { '/a': { get } } });
}

it('reads a query string that is a form as a parameter for each property', async () => {
  const content = { [form]: { schema: search, example: { words: 'a b', page: 2 } } };
  const { operations, warnings } = await read({ required: true, content });
  expect(warnings).toEqual([]);
  expect(operations[0]?.parameters).toMatchObject([
    { name: 'page', in: 'query', isRequired: false, style: 'form', examples: [{ value: 2 }] },
    { name: 'words', isRequired: true, description: 'What to look for.', examples: [{ value: 'a b' }] },
    { name: 'deep', isRequired: false, isDeprecated: true, examples: [] },
  ]);
});

it('requires nothing where the whole is optional', async () => {
  const { operations } = await read({ content: { [form]: { schema: search } } });
  expect(operations[0]?.parameters.map(({ isRequired }) => isRequired)).toEqual([false, false, false]);
});

it.each([
  ['of another media type', { content: { 'application/json': { schema: search } } }],
  ['without properties', { content: { [form]: { schema: { type: 'string' } } } }],
  ['without content', {}],
  ['with content of null', { content: null }],
])('names one %s, which it does not read', async (_, parameter) => {
  const { operations, warnings } = await read(parameter);
  expect(operations[0]?.parameters).toEqual([]);
  expect(warnings).toContainEqual({
    message: expect.stringMatching(/^`in: querystring` is read where it is /),
    location: { file: expect.any(String), pointer: '/paths/~1a/get/parameters/0' },
    effect: 'lost',
  });
});

it('ends with a schema that joins itself', async () => {
  const content = {
    [form]: {
      schema: {
        allOf: [{ $ref: '#/paths/~1a/get/parameters/0/content/application~1x-www-form-urlencoded/schema' }],
        ...page,
      },
    },
  };
  expect((await read({ content })).operations[0]?.parameters).toMatchObject([{ name: 'page' }]);
});
