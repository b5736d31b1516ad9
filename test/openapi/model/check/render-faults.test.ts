import { expect, it } from 'vitest';
import type { DocumentFault, FaultEffect } from '../../../../openapi/model/api-model.ts';
import { renderFaults } from '../../../../openapi/model/check/render-faults.ts';

const fault = (message: string, pointer: string, effect?: FaultEffect): DocumentFault => ({
  message,
  location: { file: 'api.yaml', pointer },
  ...(effect && { effect }),
});

it('says nothing of a document without faults', () => {
  expect(renderFaults([])).toEqual([]);
});

it('says many of one kind once, and what is lost first', () => {
  const many = Array.from({ length: 68 }, (_, index) =>
    fault('the operation needs an `operationId`', `/${index}`, 'untidy'),
  );
  const lines = renderFaults([
    ...many,
    fault('example "a" does not fit', '/e'),
    fault('`query` is not done', '/q', 'lost'),
  ]);
  expect(lines).toEqual([
    'api.yaml#/q: `query` is not done',
    'api.yaml#/e: example "a" does not fit',
    'api.yaml#/0 and 67 more: the operation needs an `operationId`',
    '--all shows all 70',
  ]);
});

it.each([
  ['names of the document', 'no scheme "a"', 'no scheme "b"', 1],
  ['numbers', 'example 1 does not fit', 'example 12 does not fit', 1],
  ['what stands behind a colon', 'the value: must be text', 'the value: must be a number', 1],
  ['lines', 'line 1, column 2: no tabs', 'line 12, column 1: no tabs', 1],
  ['words of OpenAPI', '`a` is unknown', '`b` is unknown', 2],
])('counts kinds of faults that differ in %s', (_, one, other, kinds) => {
  expect(
    renderFaults([fault(one, '/1'), fault(other, '/2')]).filter((line) => line.startsWith('api')),
  ).toHaveLength(kinds);
});

it('stays short however many kinds there are, and lists each when asked', () => {
  const kinds = Array.from({ length: 40 }, (_, index) =>
    fault(`\`${'x'.repeat(index + 1)}\` is unknown`, `/${index}`),
  );
  const lines = renderFaults([...kinds, ...kinds]);
  expect(lines).toHaveLength(9);
  expect(lines.at(-1)).toBe('… and 32 more kinds; --all shows all 80 faults');
  expect(renderFaults([...kinds, ...kinds], { isWhole: true })).toHaveLength(80);
});

it('names files as it is told, and cuts a message that quotes a long list', () => {
  const [line = ''] = renderFaults([fault('x'.repeat(1000), '')], { nameFile: () => 'here.yaml' });
  expect(line).toMatch(/^here\.yaml#: x{240}…$/);
});
