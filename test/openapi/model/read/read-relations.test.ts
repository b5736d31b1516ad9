import { expect, test } from 'vitest';
import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import { modelOf } from '../../model-of.ts';

const shelf = {
  type: 'object',
  properties: {
    books: {
      type: 'array',
      items: { type: 'object', properties: { title: { type: 'string' }, pages: { type: 'integer' } } },
    },
    count: { type: 'integer' },
  },
};

function withRelations(relations: unknown): Promise<ApiModel> {
  const parameter = (name: string) => ({ name, in: 'query', schema: { type: 'string' } });
  const listBooks = {
    operationId: 'listBooks',
    parameters: ['genre', 'page', 'limit', 'sort'].map(parameter),
    responses: { 200: { description: 'ok', content: { 'application/json': { schema: shelf } } } },
    'x-kit-relations': relations,
  };
  const info = { title: 'Library', version: '1' };
  return modelOf({ openapi: '3.1.0', info, paths: { '/books': { get: listBooks } } });
}

const faultsOf = async (relations: unknown) =>
  (await withRelations(relations)).warnings.map(
    ({ message, location }) => `${location.pointer.split('x-kit-relations')[1]}: ${message}`,
  );

test('a relation has its fields, and beside them when it holds and whose word it is', async () => {
  const model = await withRelations([
    { fresh: ['/count'] },
    {
      filters: { items: '/books', must: 'equal', parameters: { genre: '/title' } },
      when: { '/count': '^[1-9]', sort: '^best$' },
      'x-kit-assumption': 'Ours.',
    },
  ]);
  expect(model.warnings).toEqual([]);
  expect(model.operations[0]?.relations).toMatchObject([
    { kind: 'fresh', values: ['/count'], when: {}, assumption: undefined },
    {
      kind: 'filters',
      items: '/books',
      parameters: { genre: '/title' },
      when: { '/count': '^[1-9]', sort: '^best$' },
      assumption: 'Ours.',
      source: { pointer: '/paths/~1books/get/x-kit-relations/1' },
    },
  ]);
});

test.each<{ given: unknown; want: string }>([
  { given: { filtres: {} }, want: '/0: "filtres" is no kind of relation: did you mean "filters"?' },
  {
    given: { 'x-kit-assumption': 'Ours.' },
    want: '/0: a relation has one key, its kind (echoes, filters, pages, narrows, separates, orders, lists, fresh), and may have `when` beside it',
  },
  {
    given: { fresh: ['/count'], lists: {} },
    want: '/0: a relation has one key, its kind (echoes, filters, pages, narrows, separates, orders, lists, fresh), and may have `when` beside it',
  },
  { given: { narrows: 'all' }, want: '/0/narrows: "narrows" is an object of its fields' },
  {
    given: { narrows: { parameters: ['gener'], total: '/count' } },
    want: '/0/narrows/parameters: the operation has no parameter "gener". Did you mean "genre"?',
  },
  {
    given: { narrows: { parameters: ['genre'], total: '/cuont' } },
    want: '/0/narrows/total: "/cuont" leads nowhere: there is no "cuont", did you mean "count"?',
  },
  { given: { narrows: { parameters: ['genre'] } }, want: '/0/narrows: "narrows" needs `total`' },
  {
    given: { narrows: { parameters: ['genre'], total: 'count' } },
    want: '/0/narrows/total: "count" is no JSON pointer: it begins with a slash, or is empty',
  },
  {
    given: { pages: { page: 'page', size: 'limit', items: '/count' } },
    want: '/0/pages/items: "/count" is no list',
  },
  {
    given: { pages: { page: 'page', size: 'limit', items: '/books', key: '/titel' } },
    want: '/0/pages/key: "/titel" leads nowhere: there is no "titel", did you mean "title"?',
  },
  {
    given: { pages: { page: 'page', size: 'limit', items: '/books', totl: '/count' } },
    want: '/0/pages/totl: "pages" has no field "totl": did you mean "total"?',
  },
  {
    given: { pages: { size: 'limit', items: '/books' } },
    want: '/0/pages: "pages" needs either `page` or `offset`',
  },
  {
    given: { pages: { page: 'page', first: 'one', size: 'limit', items: '/books' } },
    want: '/0/pages/first: `first` is a whole number',
  },
  {
    given: { filters: { items: '/books', must: 'equals', parameters: { genre: '/title' } } },
    want: '/0/filters/must: `must` is one of equal, contain, at-least, at-most, exist',
  },
  { given: { echoes: {} }, want: '/0/echoes: "echoes" needs `within` or `parameters`' },
  {
    given: { orders: { parameter: 'sort', items: '/books', first: { popular: 'note' } } },
    want: '/0/orders/first: the operation has no parameter "note".',
  },
  {
    given: { fresh: ['/count'], when: { genre: '(' } },
    want: '/0/when/genre: "genre" needs a pattern (a regular expression)',
  },
  {
    given: { fresh: ['/count'], when: { '/coun': '.' } },
    want: '/0/when/~1coun: "/coun" leads nowhere: there is no "coun", did you mean "count"?',
  },
  {
    given: { lists: { items: '/books', property: '/title', parameter: 'genre', of: 'listBook' } },
    want: '/0: there is no operation "listBook". Did you mean "listBooks"?',
  },
  {
    given: { lists: { items: '/books', property: '/title', parameter: 'genre', of: 'listBooks' } },
    want: '/0: the parameter "genre" of "listBooks" has no enum to compare with',
  },
])('$want', async ({ given, want }) => {
  expect(await faultsOf([given])).toEqual([want]);
});

test('relations are a list', async () => {
  expect(await faultsOf({ fresh: ['/count'] })).toContain(': "x-kit-relations" is a list of relations');
});

test('a pointer may lead into what the document leaves open', async () => {
  const responses = { 200: { description: 'ok', content: { 'application/json': {} } } };
  const get = { operationId: 'a', responses, 'x-kit-relations': [{ fresh: ['/anything/at/all'] }] };
  const document = { openapi: '3.1.0', info: { title: 'Open', version: '1' }, paths: { '/a': { get } } };
  await expect(modelOf(document, { strict: true })).resolves.toBeDefined();
});
