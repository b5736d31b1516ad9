import { expect, test } from 'vitest';
import { schemaView } from '../../../../docs-src/engine/views/schema-view.ts';
import { found } from '../../../openapi/model-of.ts';
import { rowOptions, toyModel } from './toy-model.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const components = {
  schemas: {
    Leaf: {
      type: 'object',
      required: ['size'],
      properties: { size: { type: 'integer', minimum: 3 }, secret: { type: 'integer', writeOnly: true } },
    },
    Wide: {
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: 310 }, (_, index) => [`p${index}`, { type: 'integer' }]),
      ),
    },
    Tree: {
      type: 'object',
      properties: { leaves: { type: 'array', items: ref('Leaf') }, root: ref('Tree') },
    },
    Word: { type: 'string', example: 'a' },
    Stone: { type: 'object', example: { kind: 'flint' } },
  },
};

async function viewOf(name: string, operations: Parameters<typeof toyModel>[0]) {
  const model = await toyModel(operations, { components });
  return schemaView(
    { name, node: found(model.schemas.get(name), name), heading: undefined },
    model,
    rowOptions,
  );
}

test.each([
  { name: 'Leaf', users: ['grow', 'plant'] },
  { name: 'Tree', users: ['grow', 'plant'] },
  { name: 'Stone', users: ['find'] },
])('$name is used by $users', async ({ name, users }) => {
  const view = await viewOf(name, {
    grow: { responses: { 200: { description: 'OK', ...json(ref('Tree')) } } },
    idle: {},
    plant: { requestBody: json({ type: 'array', items: ref('Tree') }) },
    find: { parameters: [{ name: 'stone', in: 'query', schema: ref('Stone') }] },
  });
  expect(view.users.map(({ label }) => label)).toEqual(users);
  expect(view.furtherUsers).toBe(0);
});

test('of many users the first twelve are named, and the others counted', async () => {
  const operation = { responses: { 200: { description: 'OK', ...json(ref('Leaf')) } } };
  const many = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`op${index}`, operation]));
  const view = await viewOf('Leaf', many);
  expect([view.users.length, view.furtherUsers]).toEqual([12, 3]);
});

test.each([
  { name: 'Leaf', want: '{\n  "size": 3\n}' },
  { name: 'Stone', want: '"kind": "flint"' },
  { name: 'Wide', want: '{\n  "p0": 1,' },
  { name: 'Word', want: '"a"' },
])('$name has an example with $want', async ({ name, want }) => {
  const { example, row } = await viewOf(name, { one: {} });
  expect([example.language, row.isRequired]).toEqual(['json', false]);
  expect(example.codeHtml.replace(/<[^>]*>/g, '').replaceAll('&quot;', '"')).toContain(want);
});
