import { expect, test } from 'vitest';
import { untaggedSections } from '../../../../docs-src/engine/outline/untagged-sections.ts';
import type { Operation } from '../../../../openapi/model/api-model.ts';

const operationsAt = (...paths: readonly string[]) => paths.map((path) => ({ path }) as Operation);
const many = Array.from({ length: 40 }, (_, index) => `/v1/charges/${index}`);

test('few operations without a tag are one section', () => {
  const sections = untaggedSections(operationsAt('/v1/charges', '/v1/refunds'), 'Operations');
  expect([...sections.keys()]).toEqual(['Operations']);
});

test('many are grouped by what their paths begin with, in the order of the document', () => {
  const operations = operationsAt(...many, '/v1/account_links', '/{id}', '/api/v2.1/charges', '/');
  const sections = untaggedSections(operations, 'Operations');
  expect([...sections].map(([title, { length }]) => [title, length])).toEqual([
    ['Charges', 41],
    ['Account links', 1],
    ['Operations', 2],
  ]);
});
