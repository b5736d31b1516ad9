import { describe, expect, test } from 'vitest';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { type ApiCall, judge } from '../../../../openapi/operations/judge/judge.ts';
import { modelOf } from '../../model-of.ts';

const model = await readModel({
  document: packageFile('test/documents/lending-library.yaml'),
  strict: false,
});

const json = { 'Content-Type': 'application/json' };
const books: ApiCall = {
  request: {
    method: 'GET',
    url: 'http://library.example/v1/books?genre=novel',
    headers: { 'x-card': 'abc' },
  },
  reply: { status: 200, headers: { ...json, 'X-Total': '1' }, body: '[{"title":"Emma","pages":3}]' },
};
const asked = (over: Partial<ApiCall['request']>): ApiCall => ({
  ...books,
  request: { ...books.request, ...over },
});
const answered = (over: Partial<ApiCall['reply']>): ApiCall => ({
  ...books,
  reply: { ...books.reply, ...over },
});
const told = (call: ApiCall) =>
  judge(call, model).map(({ about, code, basis }) => `${about} ${code} ${basis}`);

test('nothing is wrong with a call that is as documented', () => {
  expect(judge(books, model)).toEqual([]);
});

describe('names what is wrong with', () => {
  test.each<{ what: string; given: ApiCall; want: readonly string[] }>([
    {
      what: 'an unknown path',
      given: asked({ url: 'http://library.example/v1/boks' }),
      want: ['request unknown-path document'],
    },
    {
      what: 'a method that is not there',
      given: asked({ method: 'DELETE' }),
      want: ['request undocumented-method document'],
    },
    {
      what: 'a parameter that nobody knows',
      given: asked({ url: `${books.request.url}&gener=novel` }),
      want: ['request unknown-parameter undocumented'],
    },
    {
      what: 'a request without a key that is answered',
      given: asked({ headers: {} }),
      want: ['request missing-key document', 'reply key-not-required document'],
    },
    {
      what: 'a refusal of what is right',
      given: answered({ status: 400, body: '{"message":"no"}' }),
      want: ['reply valid-request-refused suspicion'],
    },
    {
      what: 'a 401 without a challenge',
      given: answered({ status: 401, body: '{"message":"no"}' }),
      want: ['reply http-header-missing http'],
    },
    {
      what: 'JSON that is none',
      given: answered({ body: '{"title":' }),
      want: ['reply not-json http'],
    },
    {
      what: 'JSON behind a byte order mark',
      given: answered({ body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('[]')]) }),
      want: ['reply not-json http'],
    },
    {
      what: 'RateLimit that is no structured field',
      given: answered({ headers: { ...books.reply.headers, RateLimit: '"rate;r=9' } }),
      want: ['reply malformed-header http'],
    },
    {
      what: 'Retry-After in words',
      given: answered({ headers: { ...books.reply.headers, 'Retry-After': 'soon' } }),
      want: ['reply malformed-header http'],
    },
    {
      what: 'a property that nobody documented, once for all items',
      given: answered({
        body: '[{"title":"Emma","pages":3,"colour":1},{"title":"Emma","pages":3,"colour":2}]',
      }),
      want: ['reply undocumented-property undocumented'],
    },
  ])('$what', ({ given, want }) => {
    expect(told(given)).toEqual(want);
  });
});

test('a finding says where, what would be right and what was there', () => {
  const [finding] = judge(asked({ url: 'http://library.example/v1/books?genre=novel&gener=novel' }), model);
  expect(finding).toMatchObject({
    name: 'gener',
    expected: 'genre',
    message: expect.stringContaining('Did you mean "genre"?'),
    location: { file: expect.stringMatching(/lending-library\.yaml$/), pointer: '/paths/~1books/get' },
  });
});

test('a body that no reply could have is the contradiction of a document, what is no body a fault', async () => {
  const schema = { type: 'null', oneOf: [{ type: 'string' }] };
  const model = await modelOf({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: {
      '/vain': {
        get: {
          operationId: 'vain',
          responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } },
        },
      },
    },
  });
  const codes = (reply: ApiCall['reply']) =>
    judge({ request: { method: 'GET', url: '/vain', headers: {} }, reply }, model).map(({ code }) => code);
  expect(codes({ status: 200, headers: json, body: '"a"' })).toEqual(['document-contradicts-itself']);
  expect(codes({ status: 200, headers: json, body: '' })).toEqual(['not-json']);
});

test('what the example of the document breaks, too, is the contradiction of a document', async () => {
  const item = {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'integer' }, name: { type: 'string' } },
  };
  const contradictory = await modelOf({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: {
      '/items': {
        get: {
          operationId: 'items',
          responses: {
            200: {
              description: 'ok',
              content: {
                'application/json': { schema: { type: 'array', items: item }, example: [{ id: '7' }] },
              },
            },
          },
        },
      },
    },
  });
  const call = (body: string): ApiCall => ({
    request: { method: 'GET', url: '/items', headers: {} },
    reply: { status: 200, headers: json, body },
  });
  const codes = (body: string) =>
    judge(call(body), contradictory).map(({ code, basis }) => `${code} ${basis}`);
  expect(codes('[{"id":1},{"id":"8"}]')).toEqual(['document-contradicts-itself suspicion']);
  expect(codes('[{"id":1,"name":2}]')).toEqual(['wrong-body document']);
});
