import { expect, test } from 'vitest';
import { affordable } from '../../../../docs-src/engine/files/search-budget.ts';
import type { SearchRecord } from '../../../../docs-src/engine/files/search-record.ts';

const operation = (fields: number, parameters: number): SearchRecord => ({
  kind: 'operation',
  href: 'a',
  title: 'A',
  names: 'GET /a a',
  texts: ['x'.repeat(100)],
  parts: [
    ...Array.from({ length: parameters }, () => ({
      kind: 'parameter' as const,
      title: 'limit',
      texts: ['How many.'],
    })),
    {
      kind: 'reply',
      title: '200 OK',
      parts: Array.from({ length: fields }, () => ({ kind: 'field' as const, title: 'id' })),
    },
  ],
});

test('a small document keeps all of its records', () => {
  const records = [operation(2, 2)];
  expect(affordable(records)).toBe(records);
});

test('a big document leaves out fields first, and is found by their names', () => {
  expect(affordable([operation(50_000, 1)])).toEqual([
    {
      kind: 'operation',
      href: 'a',
      title: 'A',
      names: 'GET /a a',
      texts: ['x'.repeat(100)],
      parts: [
        { kind: 'parameter', title: 'limit', texts: ['How many.'] },
        { kind: 'reply', title: '200 OK', names: 'id' },
      ],
    },
  ]);
});

test('a bigger one leaves out replies and parameters, too', () => {
  const [record] = affordable([operation(10, 50_000)]);
  expect(record).toMatchObject({ names: 'GET /a a 200 OK limit' });
  expect(record).not.toHaveProperty('parts');
});
