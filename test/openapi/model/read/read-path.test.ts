import { describe, expect, it } from 'vitest';
import { modelOf } from '../../model-of.ts';

const parameter = (where: string, name: string, schema: object = { type: 'string' }, required = true) => ({
  in: where,
  name,
  schema,
  required,
});

async function read(paths: Record<string, Record<string, readonly object[]>>) {
  const items = Object.entries(paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, parameters]) => [
        method,
        { operationId: `${method} ${path}`, parameters, responses: { 200: { description: 'ok' } } },
      ]),
    ),
  ]);
  const info = { title: 'Paths', version: '1' };
  return await modelOf({ openapi: '3.1.0', info, paths: Object.fromEntries(items) });
}

describe('a fragment names what tells an operation apart', () => {
  it.each([
    {
      rule: 'a required header with one value',
      path: '/#X-Target=Db.Get',
      declared: [parameter('header', 'X-Target', { enum: ['Db.Get'] })],
      want: [{ in: 'header', name: 'X-Target', value: 'Db.Get' }],
    },
    {
      rule: 'a required query parameter of any value',
      path: '/#tagKeys',
      declared: [parameter('query', 'tagKeys')],
      want: [{ in: 'query', name: 'tagKeys', value: undefined }],
    },
    {
      rule: 'the value that the schema has, not that of the fragment',
      path: '/#acl=yes',
      declared: [parameter('query', 'acl', { const: true })],
      want: [{ in: 'query', name: 'acl', value: 'true' }],
    },
    { rule: 'no optional parameter', path: '/#a', declared: [parameter('query', 'a', {}, false)], want: [] },
    { rule: 'nothing that no parameter has', path: '/#top', declared: [], want: [] },
  ])('$rule', async ({ path, declared, want }) => {
    const { operations, warnings } = await read({ [path]: { get: declared } });
    expect(operations[0]).toMatchObject({ path: '/', toldApartBy: want });
    expect(warnings.map(({ message }) => message)).toContain(
      `"${path}" is served as "/": a path ends before #`,
    );
  });
});

describe('a query in a path', () => {
  it('keeps what it fixes, and a parameter of that name is left out', async () => {
    const { operations, warnings } = await read({ '/a?view=one&b': { get: [parameter('query', 'view')] } });
    expect(operations[0]).toMatchObject({ path: '/a?view=one&b', parameters: [], toldApartBy: [] });
    expect(warnings[0]?.message).toBe('query parameter "view" stands in the path "/a?view=one&b" already');
  });

  it('leaves what a query parameter says to that', async () => {
    const { operations, warnings } = await read({ '/a?q={q}&v=1': { get: [parameter('query', 'q')] } });
    const want = { path: '/a?v=1', toldApartBy: [{ in: 'query', name: 'q', value: undefined }] };
    expect(operations[0]).toMatchObject(want);
    expect(warnings).toEqual([]);
  });

  it('has path parameters as values', async () => {
    const { operations, warnings } = await read({ '/a?q={q}': { get: [parameter('path', 'q')] } });
    expect([operations[0]?.path, warnings]).toEqual(['/a?q={q}', []]);
  });
});

describe('paths that no request tells apart', () => {
  const id = [parameter('path', 'id')];
  const name = [parameter('path', 'name')];
  const one = [parameter('query', 'a', { const: 1 })];
  it.each([
    {
      rule: 'lose an operation where they share a method',
      paths: { '/a/{id}': { get: id }, '/a/{name}': { get: name } },
      want: [[`the path is the same as "/a/{id}": the names in braces don't count`, 'lost']],
    },
    {
      rule: 'lose nothing where each has its own methods',
      paths: { '/a/{id}': { get: id }, '/a/{name}': { put: name } },
      want: [[`the path is the same as "/a/{id}": the names in braces don't count`, 'untidy']],
    },
    {
      rule: 'lose an operation where a fragment names nothing',
      paths: { '/a': { get: [] }, '/a#x': { get: [] } },
      want: [
        ['"/a#x" is served as "/a": a path ends before #', 'changed'],
        ['"/a#x" is not served: no request of it differs from one of "/a"', 'lost'],
      ],
    },
    {
      rule: 'are none where a fragment names a parameter',
      paths: { '/a': { get: [] }, '/a#a': { get: one } },
      want: [['"/a#a" is served as "/a": a path ends before #', 'changed']],
    },
  ])('$rule', async ({ paths, want }) => {
    const { warnings } = await read(paths as Parameters<typeof read>[0]);
    expect(warnings.map(({ message, effect }) => [message, effect])).toEqual(want);
  });
});
