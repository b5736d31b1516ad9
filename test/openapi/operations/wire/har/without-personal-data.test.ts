import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiModel } from '../../../../../openapi/model/api-model.ts';
import type { RecordedCall } from '../../../../../openapi/operations/wire/har/recorded-call.ts';
import { createPersonalDataFilter } from '../../../../../openapi/operations/wire/har/without-personal-data.ts';
import { modelOf } from '../../../model-of.ts';

let model: ApiModel;
beforeAll(async () => {
  const apiKey = (name: string, where: string) => ({ type: 'apiKey', in: where, name });
  model = await modelOf({
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    paths: {},
    components: { securitySchemes: { header: apiKey('X-Card', 'header'), query: apiKey('k', 'query') } },
  });
});

type Part = {
  readonly url?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
};

function shown({ request = {}, reply = {} }: { request?: Part; reply?: Part }) {
  const call: RecordedCall = {
    place: 'entry 1',
    leftOut: [],
    request: { method: 'GET', url: '/', headers: {}, ...request },
    reply: { status: 200, headers: {}, body: '', ...reply },
  };
  return createPersonalDataFilter(model)(call);
}

describe('in what is shown to others', () => {
  it.each([
    ['x-card', 'card-of-a-reader', 'hidden-1'],
    ['x-rapidapi-key', 'abc', 'hidden-1'],
    ['Authorization', 'Bearer abc.def', 'Bearer hidden-1'],
    ['authorization', 'Basic YTpi', 'Basic hidden-1'],
    ['cookie', 'a=1; b=2', 'a=hidden; b=hidden'],
    [
      'set-cookie',
      'a=1; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT, b=2; Secure',
      'a=hidden; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT, b=hidden; Secure',
    ],
    ['set-cookie', 'a=1; Path=/\nb=2; Secure', 'a=hidden; Path=/\nb=hidden; Secure'],
    ['from', 'ada@mail.example.org', 'person@example.com'],
    ['referer', 'http://a.example/?k=secret&q=x', 'http://a.example/?k=hidden&q=x'],
    ['idempotency-key', 'abc', 'abc'],
    ['accept', 'text/plain', 'text/plain'],
  ])('the header %s is replaced where it is secret: %s', (name, value, want) => {
    const { request, reply } = shown({
      request: { headers: { [name]: value } },
      reply: { headers: { [name]: value } },
    });
    expect([request.headers[name], reply.headers[name]]).toEqual([want, want]);
  });

  it.each([
    ['http://a.example/b?k=1&q=x', 'http://a.example/b?k=hidden&q=x'],
    ['http://a.example/b?q=x&access_token=1#top', 'http://a.example/b?q=x&access_token=hidden#top'],
    ['/b?pageToken=1&key=color', '/b?pageToken=1&key=color'],
    ['https://ada:lovelace@a.example/', 'https://a.example/'],
    ['/users/ada%40mail.example', '/users/person%40example.com'],
    ['https://a.example/@ada/pkg@1.2.3', 'https://a.example/@ada/pkg@1.2.3'],
  ])('of the address %s stays %s', (url, want) => {
    expect(shown({ request: { url } }).request.url).toBe(want);
  });

  it.each([
    ['{"password": "a\\"b", "name": "Ada"}', '{"password": "hidden", "name": "Ada"}'],
    ['{"apiKey":"a","key":"color"}', '{"apiKey":"hidden","key":"color"}'],
    ['{"email":"ada@mail.example"}', '{"email":"person@example.com"}'],
    ['password=a&name=Ada', 'password=hidden&name=Ada'],
    [
      Buffer.from([0xff, ...Buffer.from('ada@mail.example')]),
      Buffer.from([0xff, ...Buffer.from('person@example.com')]),
    ],
  ])('of the body %s stays %s', (body, want) => {
    const { request, reply } = shown({ request: { body }, reply: { body } });
    expect([request.body, reply.body]).toEqual([want, want]);
  });

  it('a key that was sent is replaced wherever it comes again, also percent-encoded', () => {
    const { request, reply } = shown({
      request: { url: '/b?q=card%20of%20ada', headers: { 'x-card': 'card of ada', 'x-other': 'short' } },
      reply: { headers: { 'x-you': 'card of ada' }, body: 'short, card of ada' },
    });
    expect([request.url, reply.headers['x-you'], reply.body]).toEqual([
      '/b?q=hidden-1',
      'hidden-1',
      'short, hidden-1',
    ]);
  });

  it('keys are told from each other, and one is itself again', () => {
    const filter = createPersonalDataFilter(model);
    const hide = (key: string, url: string) => {
      const request = { method: 'GET', url, headers: { 'x-card': key } };
      const reply = { status: 200, headers: {}, body: '' };
      const shown = filter({ place: 'entry 1', leftOut: [], request, reply }).request;
      return [shown.headers['x-card'], shown.url];
    };
    expect([
      hide('card of ada', '/?k=key-of-ada'),
      hide('card of bob', '/?k=short'),
      hide('card of ada', '/?k=key-of-ada'),
    ]).toEqual([
      ['hidden-2', '/?k=hidden-1'],
      ['hidden-3', '/?k=hidden'],
      ['hidden-2', '/?k=hidden-1'],
    ]);
  });
});
