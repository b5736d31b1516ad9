import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';

const responses = { 200: { description: 'ok' } };
const shown = { operationId: 'shown', responses };
const internal = { 'x-internal': true };
const parameter = { name: 'q', in: 'query', schema: { type: 'string' } };
const secret = { type: 'string', ...internal };

async function read(parts: object, hasInternal: boolean): Promise<ApiModel> {
  const folder = await mkdtemp(path.join(tmpdir(), 'internal-'));
  try {
    const document = path.join(folder, 'document.json');
    await writeFile(
      document,
      JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, ...parts }),
    );
    return await readModel({ document, strict: false, hasInternal });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const cases = [
  {
    given: 'an operation',
    parts: { paths: { '/a': { get: shown, post: { ...internal, operationId: 'secret', responses } } } },
    want: ['operation "POST /a"'],
  },
  {
    given: 'the only operation of a path',
    parts: { paths: { '/a': { get: shown }, '/b': { get: { ...internal, operationId: 'b', responses } } } },
    want: ['path "/b"'],
  },
  { given: 'a path', parts: { paths: { '/a': { get: shown }, '/b': internal } }, want: ['path "/b"'] },
  {
    given: 'a parameter',
    parts: { paths: { '/a': { get: { ...shown, parameters: [{ ...parameter, ...internal }] } } } },
    want: ['"q" of parameters'],
  },
  {
    given: 'a parameter that is referred to',
    parts: {
      paths: { '/a': { get: { ...shown, parameters: [{ $ref: '#/components/parameters/P' }] } } },
      components: { parameters: { P: { ...parameter, ...internal } } },
    },
    want: ['"P" of parameters'],
  },
  {
    given: 'a property',
    parts: {
      paths: { '/a': { get: shown } },
      components: {
        schemas: { S: { required: ['secret', 'open'], properties: { secret, open: { type: 'string' } } } },
      },
    },
    want: ['property "secret"'],
  },
  {
    given: 'a tag',
    parts: { tags: [{ name: 'secret', ...internal }], paths: { '/a': { get: shown } } },
    want: ['"secret" of tags'],
  },
];

test.each(cases)('leaves out $given, and says so', async ({ parts, want }) => {
  const { bundled, warnings } = await read(parts, false);
  expect(JSON.stringify(bundled)).not.toContain('x-internal');
  expect(warnings.map(({ message }) => message)).toEqual(
    want.map((name) => `${name} is left out, as \`x-internal\` says`),
  );
});

test.each(cases)('reads $given where nobody asks to leave it out', async ({ parts }) => {
  const { bundled, warnings } = await read(parts, true);
  expect(JSON.stringify(bundled)).toContain('x-internal');
  expect(warnings).toEqual([]);
});

test('a property that is left out is not required, and data of the API stays as it is', async () => {
  const schema = {
    required: ['secret', 'open'],
    properties: { secret, get: secret, open: { type: 'object' }, default: { type: 'string' } },
    example: { open: internal },
  };
  const model = await read(
    { paths: { '/a': { get: shown } }, components: { schemas: { S: schema } } },
    false,
  );
  expect(model.schemas.get('S')?.required).toEqual(new Set(['open']));
  expect([...(model.schemas.get('S')?.properties.keys() ?? [])]).toEqual(['open', 'default']);
  expect(JSON.stringify(model.bundled)).toContain('"example":{"open":{"x-internal":true}}');
});
