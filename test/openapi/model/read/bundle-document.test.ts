import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { modelOf } from '../../model-of.ts';

const multiFile = () => readModel({ document: 'test/documents/multi-file/openapi.yaml', strict: true });

/** All that a model says, without the places where it says it. */
function contentOf(model: ApiModel): string {
  const { bundled: _, files: _files, ...rest } = model;
  return JSON.stringify(rest, (key, value: unknown) => {
    if (key === 'source' || key === 'extensions') return undefined;
    return value instanceof Map ? [...value.keys()] : value instanceof Set ? [...value] : value;
  });
}

it('gives a document in one file back as it is', async () => {
  const document = JSON.parse(await readFile('node_modules/ajv/package.json', 'utf8')) as object;
  const given = { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {}, 'x-data': document };
  expect((await modelOf(given)).bundled).toEqual(given);
});

it.each(['multi-file/openapi.yaml', 'split-off.yaml'])('says the same as the files of %s', async (name) => {
  const model = await readModel({ document: `test/documents/${name}`, strict: true });
  const again = await modelOf(model.bundled, { strict: true });
  expect(contentOf(again)).toBe(contentOf(model));
});

it('refers to nothing outside', async () => {
  const { bundled } = await multiFile();
  const references = JSON.stringify(bundled).match(/"\$ref":"[^"]*"/g) ?? [];
  expect(references.length).toBeGreaterThan(5);
  expect(references.filter((reference) => !reference.startsWith('"$ref":"#/'))).toEqual([]);
});

it('keeps the names of components, and names the rest after its place', async () => {
  const { bundled } = await multiFile();
  const { components } = bundled as { components: Record<string, object> };
  expect(
    Object.fromEntries(
      Object.entries(components).map(([section, entries]) => [section, Object.keys(entries)]),
    ),
  ).toEqual({
    schemas: ['Publication', 'Shelf', 'isbn', 'Author', 'Editor'],
    parameters: ['isbn', 'page'],
    examples: ['emma'],
  });
});

it('writes the discriminator mapping of other files as references inside the bundle', async () => {
  const { bundled } = await multiFile();
  expect(JSON.stringify(bundled)).toContain('"mapping":{"writes":"#/components/schemas/Author"}');
});

it('puts path items and plans where they are used', async () => {
  const { bundled } = await multiFile();
  expect(bundled).toMatchObject({
    info: { 'x-sla': { plans: { reader: {} } } },
    paths: { '/books/{isbn}': { get: { operationId: 'getBook' } } },
  });
});
