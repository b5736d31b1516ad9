import { expect, it } from 'vitest';
import type { JsonObject } from '../../../../openapi/model/api-model.ts';
import { judge } from '../../../../openapi/operations/judge/judge.ts';
import { modelOf } from '../../model-of.ts';

const version = (type: string) => ({ schema: { type: 'object', properties: { v: { type } } } });
const thing = { schema: { type: 'object', required: ['v'] } };
const content: JsonObject = {
  'application/x+json; version=1': version('integer'),
  'application/x+json; version=2': version('string'),
  'application/json; charset=utf-8': thing,
  'text/plain': thing,
  'text/xml': thing,
  'text/csv': { schema: { type: 'string', maxLength: 5 } },
  'text/x-count': { schema: { type: 'integer', maximum: 5 } },
};
const responses = { 200: { description: 'Fine.', content } };
const paths = {
  '/a': { get: { operationId: 'a', responses } },
  '/none': { get: { operationId: 'none' } },
};
const model = await modelOf({ openapi: '3.1.0', info: { title: 'Types', version: '1' }, paths });

it.each([
  ['application/x+json; version=1', '{"v":1}', []],
  ['application/x+json; Version="2"', '{"v":"x"}', []],
  ['application/x+json; version=2', '{"v":1}', ['wrong-body']],
  ['application/x+json; version=3', '{"v":1}', ['undocumented-media-type']],
  ['application/x+json', '{"v":1}', []],
  ['application/json', '{}', ['wrong-body']],
  ['application/json;', '{"v":1}', []],
  ['text/plain', '{}', []],
  ['text/xml', '<a><v>x</v></a>', []],
  ['text/xml', '<a/>', ['wrong-body']],
  ['text/csv; charset=utf-8', 'a,b', []],
  ['text/csv', 'a,b,c,d', ['wrong-body']],
  ['text/x-count', '5', []],
  ['text/x-count', '6', ['wrong-body']],
  ['text/x-count', 'six', ['wrong-body']],
])('judges a reply of %s by the schema of its media type: %s', (contentType, body, want) => {
  const reply = { status: 200, headers: { 'Content-Type': contentType }, body };
  const findings = judge({ request: { method: 'GET', url: '/a', headers: {} }, reply }, model);
  expect(findings.map(({ code }) => code)).toEqual(want);
});

it('has nothing against any reply where the document describes none', () => {
  const reply = { status: 404, headers: { 'Content-Type': 'text/html' }, body: 'Nobody knows.' };
  expect(judge({ request: { method: 'GET', url: '/none', headers: {} }, reply }, model)).toEqual([]);
});
