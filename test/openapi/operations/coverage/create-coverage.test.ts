import { describe, expect, test } from 'vitest';
import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { createCoverage } from '../../../../openapi/operations/coverage/create-coverage.ts';
import type { ApiCall } from '../../../../openapi/operations/judge/judge.ts';
import { found, modelOf } from '../../model-of.ts';

const library = await readModel({
  document: packageFile('test/documents/lending-library.yaml'),
  strict: false,
});

const calledWith = (
  line: string,
  status: number,
  body: unknown,
  request: Partial<ApiCall['request']> = {},
): ApiCall => {
  const [method = 'GET', path = '/'] = line.split(' ', 2);
  return {
    request: { method, url: `http://library.example${path}`, headers: { 'X-Card': 'abc' }, ...request },
    reply: { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
  };
};

function coverageOf(model: ApiModel, operationId: string, calls: readonly ApiCall[]) {
  const coverage = createCoverage(model);
  for (const call of calls) coverage.see(call);
  const report = coverage.report();
  return {
    report,
    operation: found(
      report.operations.find((one) => one.operationId === operationId),
      operationId,
    ),
  };
}

describe('coverage', () => {
  test('counts in how many calls each thing of the document was seen, and what was never seen is there with 0', () => {
    const { operation, report } = coverageOf(library, 'listBooks', [
      calledWith('GET /v1/books?genre=novel', 200, [{ title: 'Emma' }, { title: 'Persuasion' }]),
      calledWith('GET /v1/books?genre=novel&max=2', 200, []),
      calledWith('GET /v1/books?genre=essay', 400, { message: 'no' }),
    ]);
    expect(operation).toEqual({
      operationId: 'listBooks',
      method: 'get',
      path: '/books',
      calls: 3,
      statuses: [
        { status: '200', calls: 2 },
        { status: '400', calls: 1 },
        { status: '401', calls: 0 },
      ],
      parameters: [
        {
          name: 'genre',
          in: 'query',
          calls: 3,
          values: [
            { value: 'novel', calls: 2 },
            { value: 'poetry', calls: 0 },
          ],
        },
        { name: 'max', in: 'query', calls: 1, values: [] },
      ],
      properties: [
        { body: '200', pattern: '/*/title', calls: 1 },
        { body: '200', pattern: '/*/pages', calls: 0 },
        { body: '400', pattern: '/message', calls: 1 },
      ],
      drift: { statuses: [], parameters: [], properties: [] },
    });
    expect(report.totals).toEqual({
      operations: { seen: 1, of: 3 },
      parameters: { seen: 2, of: 2 },
      enumValues: { seen: 1, of: 2 },
      statuses: { seen: 2, of: 7 },
      properties: { seen: 2, of: 8 },
    });
  });

  test('counts what a request body holds', () => {
    const { operation } = coverageOf(library, 'borrowBook', [
      calledWith(
        'POST /v1/loans',
        201,
        {},
        {
          headers: { 'content-type': 'application/json' },
          body: '{"title":"Emma","weeks":1}',
        },
      ),
    ]);
    expect(operation.properties.filter(({ body }) => body === 'request')).toEqual([
      { body: 'request', pattern: '/title', calls: 1 },
      { body: 'request', pattern: '/days', calls: 0 },
    ]);
    expect(operation.drift.properties).toEqual([{ body: 'request', pattern: '/weeks', calls: 1 }]);
  });

  test('tells apart what the document does not have: statuses, parameters, properties, paths and methods', () => {
    const { operation, report } = coverageOf(library, 'listBooks', [
      calledWith('GET /v1/books?gener=novel', 418, undefined),
      calledWith('GET /v1/books?gener=novel', 200, [{ colour: 1 }, { colour: 2 }]),
      calledWith('GET /v1/boks?genre=novel', 404, undefined),
      calledWith('DELETE /v1/books', 405, undefined),
    ]);
    expect(operation.drift).toEqual({
      statuses: [{ status: '418', calls: 1 }],
      parameters: [{ name: 'gener', nearest: 'genre', calls: 2 }],
      properties: [{ body: '200', pattern: '/*/colour', calls: 1 }],
    });
    expect(report.unknown).toEqual([
      { method: 'GET', path: '/v1/boks', calls: 1 },
      { method: 'DELETE', path: '/v1/books', calls: 1 },
    ]);
  });

  test('counts a call that got no reply by what it sent', () => {
    const { operation, report } = coverageOf(library, 'listBooks', [
      calledWith('GET /v1/books?genre=novel', 0, undefined),
    ]);
    expect([operation.calls, report.totals.parameters.seen, report.totals.statuses.seen]).toEqual([1, 1, 0]);
    expect(operation.drift.statuses).toEqual([]);
  });

  test('counts one call for many that are alike', () => {
    const coverage = createCoverage(library);
    coverage.see(calledWith('GET /v1/books?genre=novel&odd=1', 200, [{ title: 'Emma' }]), 7);
    const counts = [...JSON.stringify(coverage.report().operations[0]).matchAll(/"calls":([1-9]\d*)/g)];
    expect(counts.map(([, calls]) => calls)).toEqual(['7', '7', '7', '7', '7', '7']);
  });

  test('does not count what a browser asks before a request', () => {
    const { report } = coverageOf(library, 'listBooks', [calledWith('OPTIONS /v1/books', 204, undefined)]);
    expect([report.totals.operations.seen, report.unknown]).toEqual([0, []]);
  });

  test('finds the operations under another base path', () => {
    const coverage = createCoverage(library, { basePath: '/proxied' });
    coverage.see(calledWith('GET /proxied/books?genre=novel', 200, []));
    expect(coverage.report().totals.operations).toEqual({ seen: 1, of: 3 });
  });
});

describe('the properties of a document', () => {
  const text = { type: 'string' };
  const node = {
    type: 'object',
    properties: { name: text, children: { type: 'array', items: { $ref: '#/components/schemas/Node' } } },
  };
  const named = (name: string) => ({ type: 'object', properties: { [name]: text } });
  const wide = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`p${index}`, text]));

  test.each<{ what: string; schema: unknown; value: unknown; want: Record<string, number> }>([
    {
      what: 'stand once where a schema holds itself, and are seen at any depth',
      schema: { $ref: '#/components/schemas/Node' },
      value: { children: [{ name: 'leaf' }] },
      want: { '/name': 1, '/children': 1 },
    },
    {
      what: 'come from each part and each choice',
      schema: { allOf: [named('a')], oneOf: [named('b'), named('c')] },
      value: { a: '', c: '' },
      want: { '/a': 1, '/b': 0, '/c': 1 },
    },
    {
      what: 'lie under names that the document leaves open',
      schema: { type: 'object', additionalProperties: named('a') },
      value: { x: { a: '' }, y: {} },
      want: { '/*/a': 1 },
    },
    {
      what: 'are not those that a reply can not have',
      schema: { type: 'object', properties: { id: text, secret: { ...text, writeOnly: true } } },
      value: {},
      want: { '/id': 0 },
    },
    {
      what: 'are escaped as in a JSON pointer',
      schema: named('a/b'),
      value: { 'a/b': '' },
      want: { '/a~1b': 1 },
    },
  ])('$what', async ({ schema, value, want }) => {
    const { properties } = await seen(schema, value);
    expect(Object.fromEntries(properties.map(({ pattern, calls }) => [pattern, calls]))).toEqual(want);
  });

  test('of a body with hundreds are those that lie least deep', async () => {
    const { properties } = await seen({ properties: { first: named('deep'), ...wide } }, {});
    const patterns = properties.map(({ pattern }) => pattern);
    expect([patterns.includes('/p299'), patterns.includes('/first/deep')]).toEqual([true, false]);
  });

  async function seen(schema: unknown, value: unknown) {
    const content = { 'application/json': { schema } };
    const model = await modelOf({
      openapi: '3.1.0',
      info: { title: 'Test', version: '1' },
      paths: { '/tree': { get: { operationId: 'tree', responses: { 200: { description: '', content } } } } },
      components: { schemas: { Node: node } },
    });
    return coverageOf(model, 'tree', [calledWith('GET /tree', 200, value)]).operation;
  }
});
