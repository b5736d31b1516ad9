import { expect, it } from 'vitest';
import { judge } from '../../../../openapi/operations/judge/judge.ts';
import { exampleReplies } from '../../../../openapi/operations/values/example-replies.ts';
import { found, modelOf } from '../../model-of.ts';

const text = { schema: { type: 'string' } };
const whole = { schema: { type: 'integer' } };

async function repliedWith(headers: object) {
  const responses = { 200: { description: 'Fine.', headers } };
  const info = { title: 'Headers', version: '1' };
  const model = await modelOf({ openapi: '3.1.0', info, paths: { '/a': { get: { responses } } } });
  const made = found(exampleReplies(found(model.operations[0], 'get'))[0], 'reply').headers;
  const call = {
    request: { method: 'GET', url: '/a', headers: {} },
    reply: { status: 200, headers: made, body: '' },
  };
  return { made, findings: judge(call, model) };
}

it.each<{ given: Record<string, object>; want: string }>([
  { given: { 'X-Next': text }, want: 'text' },
  { given: { 'X-Count': whole }, want: '1' },
  { given: { 'X-Required': { ...whole, required: true } }, want: '1' },
  { given: { 'X-On': { schema: { type: 'boolean' } } }, want: 'true' },
  { given: { 'X-Ids': { schema: { type: 'array', items: { type: 'integer' }, minItems: 2 } } }, want: '1,1' },
  {
    given: { 'X-Pair': { schema: { type: 'object', required: ['a'], properties: { a: whole.schema } } } },
    want: 'a,1',
  },
  {
    given: { 'X-Pair': { explode: true, schema: { type: 'object', properties: { a: whole.schema } } } },
    want: 'a=1',
  },
  {
    given: {
      'X-Json': { content: { 'application/json': { schema: { type: 'array', items: whole.schema } } } },
    },
    want: '[1]',
  },
  { given: { 'Retry-After': text }, want: '1' },
  { given: { 'Retry-After': { schema: { type: 'integer', minimum: 30 } } }, want: '30' },
  { given: { 'X-RateLimit-Remaining': { ...whole, required: true } }, want: '1000' },
  { given: { 'X-Rate-Limit-Limit-Day': text }, want: '1000' },
  { given: { 'X-RateLimit-Limit': { schema: { type: 'integer', maximum: 10 } } }, want: '1' },
  { given: { ETag: text }, want: '"1"' },
  { given: { 'Last-Modified': text }, want: 'Thu, 01 Jan 2026 00:00:00 GMT' },
  { given: { 'set-cookie': text }, want: 'name=value' },
])('makes a header up that is read as it is documented: $given', async ({ given, want }) => {
  const { made, findings } = await repliedWith(given);
  expect(made).toEqual(Object.fromEntries(Object.keys(given).map((name) => [name, want])));
  expect(findings).toEqual([]);
});

it('makes nothing up of who may read a reply across origins, and of what is left of a limit', async () => {
  const { made } = await repliedWith({
    'Access-Control-Allow-Origin': text,
    'Access-Control-Allow-Credentials': { schema: { type: 'boolean' }, example: false },
    'X-RateLimit-Remaining': whole,
    'RateLimit-Remaining': text,
    'X-Rate-Limit-Remaining-Day': text,
    'x-ratelimit-requests-remaining': { ...whole, example: 12 },
  });
  expect(made).toEqual({
    'Access-Control-Allow-Credentials': 'false',
    'x-ratelimit-requests-remaining': '12',
  });
});
