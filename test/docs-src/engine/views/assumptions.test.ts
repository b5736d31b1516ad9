import { expect, test } from 'vitest';
import { assumptionsOf, assumptionViews } from '../../../../docs-src/engine/views/assumptions.ts';
import { toyModel } from './toy-model.ts';

const assumes = (text: string) => ({ 'x-kit-assumption': text });

test('each assumption of a document is listed once, wherever it stands', async () => {
  const model = await toyModel(
    {
      one: {
        ...assumes('So *it* is.'),
        parameters: [{ name: 'p', in: 'query', schema: { type: 'string', ...assumes('Twice.') } }],
        responses: { 200: { description: 'OK', ...assumes('Twice.') } },
      },
    },
    { components: { schemas: { Thing: { type: 'object', properties: { a: assumes('Deep.') } } } } },
  );
  expect(assumptionViews(model)).toEqual([
    { anchor: 'assumption-1', html: 'Twice.', about: ['200', 'p'] },
    { anchor: 'assumption-2', html: 'So <em>it</em> is.', about: ['GET /one'] },
    { anchor: 'assumption-3', html: 'Deep.', about: ['a'] },
  ]);
});

test('a document that assumes nothing has none', async () => {
  expect(assumptionsOf(await toyModel({ one: {} })).size).toBe(0);
});
