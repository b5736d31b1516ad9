import { expect, test } from 'vitest';
import { documentSections } from '../../../../docs-src/engine/outline/document-sections.ts';
import { wordsOf } from '../../../../docs-src/engine/words/words.ts';
import { modelOf } from '../../../openapi/model-of.ts';

const many = Array.from({ length: 40 }, (_, index) => `/v1/charges/${index}`);

async function sectionsOf(paths: readonly string[], locale = 'en') {
  const responses = { 200: { description: 'ok' } };
  const model = await modelOf({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: Object.fromEntries(paths.map((path) => [path, { get: { responses } }])),
  });
  return documentSections(model, wordsOf(locale)).map(({ title, directives }) => [title, directives.length]);
}

test('few operations without a tag are one section', async () => {
  expect(await sectionsOf(['/v1/charges', '/v1/refunds'])).toEqual([['Operations', 2]]);
  expect(await sectionsOf(['/v1/charges'], 'fr')).toEqual([['Opérations', 1]]);
});

test('many are grouped by what their paths begin with, in the order of the document', async () => {
  const sections = await sectionsOf([...many, '/v1/account_links', '/v3', '/api/v2.1/charges', '/']);
  expect(sections).toEqual([
    ['Charges', 41],
    ['Account links', 1],
    ['Operations', 2],
  ]);
});
