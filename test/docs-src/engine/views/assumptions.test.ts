import { expect, test } from 'vitest';
import { assumptionsOf, assumptionViews } from '../../../../docs-src/engine/views/assumptions.ts';
import { modelOf } from '../../../openapi/model-of.ts';
import { toyModel } from './toy-model.ts';

const assumes = (text: string) => ({ 'x-kit-assumption': text });
const p = { name: 'p', in: 'query' };

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

test.each([
  {
    at: 'a part without a name of its own',
    given: { parameters: [{ ...p, schema: assumes('So.') }] },
    want: 'p',
  },
  { at: 'items', given: { parameters: [{ ...p, schema: { items: assumes('So.') } }] }, want: 'p' },
  { at: 'allOf', given: { parameters: [{ ...p, schema: { allOf: [assumes('So.')] } }] }, want: 'p' },
  { at: 'anyOf', given: { parameters: [{ ...p, schema: { anyOf: [assumes('So.')] } }] }, want: 'p' },
  { at: 'oneOf', given: { parameters: [{ ...p, schema: { oneOf: [{}, assumes('So.')] } }] }, want: 'p' },
  { at: 'a list', given: { 'x-list': [assumes('So.')] }, want: 'x-list' },
  { at: 'parameters', given: { parameters: [assumes('So.')] }, want: 'GET /one' },
  { at: 'x-sla', given: { 'x-sla': assumes('So.') }, want: 'GET /one' },
  { at: 'requestBody', given: { requestBody: { content: {}, ...assumes('So.') } }, want: 'GET /one' },
])('an assumption in $at is about $want', async ({ given, want }) => {
  expect(assumptionViews(await toyModel({ one: given })).map(({ about }) => about)).toEqual([[want]]);
});

test('an assumption beside the methods of a path is about the path', async () => {
  const model = await modelOf({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/one': { servers: [{ url: '/v1', ...assumes('So.') }], get: { responses: {} } } },
  });
  expect(assumptionViews(model).map(({ about }) => about)).toEqual([['/one']]);
});
