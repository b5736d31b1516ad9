import { describe, expect, it } from 'vitest';
import { createAwsGateway } from '../../../../mock/engine/failures/aws-gateway.ts';
import { shopEngine } from '../shop.ts';

const key = { 'x-shop-key': 'large-demo-key' };
const json = { ...key, 'content-type': 'application/json' };

describe('validate request', () => {
  it('names every problem of parameters at once', async () => {
    const reply = await shopEngine().ask('GET /stock?place=Paris', { headers: key });
    expect([reply.status, reply.json.code]).toEqual([400, 'invalid-request']);
    expect(reply.json.errors).toMatchObject([
      { where: 'query', name: 'place', value: 'Paris', allowed: 'one of Lyon, Lille' },
      { where: 'query', name: 'day', code: 'missing' },
    ]);
    expect(reply.json.detail).toBe('2 problems in the request: place and day.');
  });

  it('says a single problem in its message', async () => {
    const reply = await shopEngine().ask('GET /items?limit=101');
    expect(reply.json.detail).toMatch(/^limit .*100/);
  });

  it('ignores unknown parameters and names them', async () => {
    const reply = await shopEngine().ask('GET /items?size=1&caf%C3%A9=2');
    expect([reply.status, reply.headers['X-Mock-Ignored']]).toEqual([200, 'size, caf%C3%A9']);
  });

  it('names at most twenty of them', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `n${index}=1`);
    const ignored = (await shopEngine().ask(`GET /items?${names.join('&')}`)).headers['X-Mock-Ignored'];
    expect(ignored?.split(', ')).toHaveLength(21);
  });

  it('refuses a query that does not decode, also where nothing reads it', async () => {
    const reply = await shopEngine().ask('GET /items?size=%E0%A4%A');
    expect(reply.json.errors).toMatchObject([
      { where: 'query', name: 'size', code: 'undecodable', value: '%E0%A4%A' },
    ]);
  });

  it('refuses a media type that it cannot send, after the parameters', async () => {
    const { ask } = shopEngine();
    const reply = await ask('GET /items', { headers: { accept: 'application/xml' } });
    expect([reply.status, reply.json.code]).toEqual([406, 'not-acceptable']);
    expect(reply.json.detail).toMatch(/application\/xml.*application\/json/);
    expect((await ask('GET /items?limit=0', { headers: { accept: 'application/xml' } })).status).toBe(400);
  });

  it('does not ask what a reply without a body is accepted as', async () => {
    expect(
      (await shopEngine().ask('DELETE /items/7', { headers: { accept: 'application/xml' } })).status,
    ).toBe(204);
  });
});

describe('read body', () => {
  it.each([
    { name: 'JSON', headers: json, body: '{"id":1,"name":"Nail"}', want: 201 },
    {
      name: 'JSON with a charset',
      headers: { ...key, 'content-type': 'Application/JSON; charset=utf-8' },
      body: '{"id":1,"name":"Nail"}',
      want: 201,
    },
    { name: 'no JSON', headers: json, body: '{"id":1', want: 400 },
    { name: 'JSON that does not fit', headers: json, body: '{"id":"1"}', want: 400 },
    { name: 'nothing', headers: json, body: '', want: 400 },
    { name: 'text', headers: { ...key, 'content-type': 'text/plain' }, body: 'x', want: 415 },
    { name: 'a body without a type', headers: key, body: 'x', want: 415 },
    { name: 'a compressed body', headers: { ...json, 'content-encoding': 'gzip' }, body: 'x', want: 415 },
    { name: 'a huge body', headers: json, body: `"${'x'.repeat(10_485_759)}"`, want: 413 },
    { name: 'the largest body', headers: json, body: `"${'x'.repeat(10_485_758)}"`, want: 400 },
    {
      name: 'a body that says it is huge',
      headers: { ...json, 'content-length': '10485761' },
      body: '',
      want: 413,
    },
  ])('$name: $want', async ({ headers, body, want }) => {
    expect((await shopEngine().ask('POST /items', { headers, body })).status).toBe(want);
  });

  it('tells malformed JSON from JSON that does not fit', async () => {
    const { ask } = shopEngine();
    expect((await ask('POST /items', { headers: json, body: '{"id":1' })).json.code).toBe('malformed-body');
    const reply = await ask('POST /items', { headers: json, body: '{"id":"1"}' });
    expect(reply.json).toMatchObject({
      code: 'invalid-request',
      errors: [
        { where: 'body', name: '/name', code: 'missing' },
        { where: 'body', name: '/id' },
      ],
    });
  });

  it('says what it reads', async () => {
    const { ask } = shopEngine();
    const reply = await ask('POST /items', { headers: { ...key, 'content-type': 'text/csv' }, body: 'x' });
    expect(reply.json.detail).toBe('The body is text/csv; this operation reads application/json.');
    const packed = await ask('POST /items', { headers: { ...json, 'content-encoding': 'gzip' }, body: 'x' });
    expect(packed.json.detail).toMatch(/encoded with gzip; .*application\/json without Content-Encoding/);
    expect(reply.headers.Accept).toBe('application/json');
  });

  it('does not read the body of an operation that has none', async () => {
    expect((await shopEngine().ask('GET /items', { body: 'x'.repeat(20_000_000) })).status).toBe(200);
  });
});

describe('validation behind the aws gateway', () => {
  const aws = () => shopEngine({ gateway: createAwsGateway(() => 'ABCDEFGHIJKLMNO') });

  it('is of the gateway for missing parameters', async () => {
    const reply = await aws().ask('GET /stock?place=Paris&day=', { headers: key });
    // This document says nothing of empty parameters, so an empty one counts as sent.
    expect(reply.status).toBe(400);
    const missing = await aws().ask('GET /stock', { headers: key });
    expect([missing.text, missing.headers['x-amzn-ErrorType']]).toEqual([
      '{"message": "Missing required request parameters: [place, day]"}',
      'BadRequestException',
    ]);
    expect(missing.headers['X-Request-Id']).toBeUndefined();
  });

  it('is of the API for what the gateway does not look at, with the marks of the gateway', async () => {
    const reply = await aws().ask('GET /stock?place=Paris&day=1', { headers: key });
    expect(reply.json).toMatchObject({ code: 'invalid-request', status: 400 });
    expect(reply.headers).toMatchObject({
      'x-amz-apigw-id': 'ABCDEFGHIJKLMNO=',
      'X-Request-Id': reply.headers['x-amzn-RequestId'],
    });
    expect(reply.headers['x-amzn-ErrorType']).toBeUndefined();
  });
});
