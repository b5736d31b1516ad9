import { METHODS } from 'node:http';
import { describe, expect, it } from 'vitest';
import { additionalMethods, httpMethods } from '../../../../openapi/model/api-model.ts';
import { modelOf } from '../../model-of.ts';

const responses = { 204: { description: 'ok' } };
const documentOf = (item: object) => ({
  openapi: '3.2.0',
  info: { title: 'Test', version: '1' },
  paths: { '/a': item },
});

it('has every method that Node reads, but CONNECT, which is for proxies', () => {
  const known = [...httpMethods, ...additionalMethods].map((method) => method.toUpperCase());
  expect([...known, 'CONNECT'].sort()).toEqual([...METHODS].sort());
});

describe('a path of OpenAPI 3.2', () => {
  it('has an operation for `query` and for each of its additional ones', async () => {
    const item = {
      query: { operationId: 'find', responses },
      additionalOperations: { COPY: { responses }, 'M-SEARCH': { operationId: 'discover', responses } },
    };
    const { operations, warnings } = await modelOf(documentOf(item));
    expect(operations.map(({ method, operationId }) => [method, operationId])).toEqual([
      ['query', 'find'],
      ['copy', 'copyA'],
      ['m-search', 'discover'],
    ]);
    expect(warnings.map(({ message }) => message)).toEqual(['the operation needs an `operationId`']);
  });

  it.each([
    ['GET', /the path has a field `get` for it/],
    ['Query', /the path has a field `query` for it/],
    ['copy', /no client or server of Node's knows the method: it has ACL, /],
    ['BREW', /no client or server of Node's knows the method: it has ACL, /],
  ])('does not have %s among its additional operations', async (name, message) => {
    const { operations, warnings } = await modelOf(
      documentOf({ additionalOperations: { [name]: { responses } } }),
    );
    expect(operations).toEqual([]);
    expect(warnings).toMatchObject([
      {
        message: expect.stringMatching(message),
        location: { pointer: `/paths/~1a/additionalOperations/${name}` },
      },
    ]);
  });
});
