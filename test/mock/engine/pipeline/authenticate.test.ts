import { describe, expect, it } from 'vitest';
import { shopEngine } from '../shop.ts';

const key = 'mock-small-key';
const basic = (user: string) => `Basic ${btoa(`${user}:password`)}`;

describe('authenticate', () => {
  it.each([
    { line: 'GET /stock?place=Lyon&day=1', headers: { 'x-shop-key': key } },
    { line: 'GET /stock?place=Lyon&day=1', headers: { 'X-Shop-Key': ` ${key} ` } },
    { line: `GET /secured/query?key=${key}`, headers: {} },
    { line: 'GET /secured/cookie', headers: { cookie: `a=b; session=${key}; c=d` } },
    { line: 'GET /secured/bearer', headers: { authorization: `bearer ${key}` } },
    { line: 'GET /secured/basic', headers: { authorization: basic(key) } },
    { line: 'GET /secured/either', headers: { authorization: `Bearer ${key}` } },
    { line: 'GET /secured/either', headers: { 'x-shop-key': 'wrong', authorization: `Bearer ${key}` } },
    { line: `GET /secured/both?key=${key}`, headers: { 'x-shop-key': key } },
    { line: 'GET /secured/optional', headers: {} },
    { line: 'GET /secured/optional', headers: { 'x-shop-key': 'wrong' } },
    { line: 'GET /items', headers: { 'x-shop-key': 'wrong' } },
  ])('lets $line in with $headers', async ({ line, headers }) => {
    expect((await shopEngine().ask(line, { headers })).status).toBeLessThan(300);
  });

  it.each([
    {
      line: 'GET /orders',
      headers: {},
      code: 'missing-key',
      says: /an API key in the header x-shop-key.*mock-small-key, large-demo-key/,
    },
    { line: 'GET /orders', headers: { 'x-shop-key': '  ' }, code: 'missing-key', says: /x-shop-key/ },
    {
      line: 'GET /orders',
      headers: { 'x-shop-key': 'wrong' },
      code: 'unknown-key',
      says: /header x-shop-key.*copied whole/,
    },
    {
      line: 'GET /orders',
      headers: { 'x-shop-key': 'PUT-KEY-HERE' },
      code: 'placeholder-key',
      says: /PUT-KEY-HERE.*placeholder.*replace it.*mock-small-key/,
    },
    {
      line: 'GET /orders',
      headers: { 'x-shop-key': `x-shop-key: ${key}` },
      code: 'header-in-key',
      says: /"x-shop-key:".*Send the key alone/,
    },
    {
      line: 'GET /orders',
      headers: { 'x-shop-key': `X-Shop-Key=${key}` },
      code: 'header-in-key',
      says: /Send the key alone/,
    },
    {
      line: 'GET /orders',
      headers: { authorization: `Bearer ${key}` },
      code: 'misplaced-key',
      says: /x-shop-key/,
    },
    {
      line: 'GET /secured/query',
      headers: { 'x-shop-key': key },
      code: 'misplaced-key',
      says: /the query parameter key/,
    },
    { line: 'GET /secured/query?key=', headers: {}, code: 'missing-key', says: /the query parameter key/ },
    {
      line: 'GET /secured/bearer',
      headers: { authorization: basic(key) },
      code: 'misplaced-key',
      says: /Authorization: bearer/,
    },
    {
      line: 'GET /secured/either',
      headers: { 'x-shop-key': `${key}, ${key}` },
      code: 'unknown-key',
      says: /more than one key in the header x-shop-key/,
    },
    {
      line: 'GET /secured/basic',
      headers: { authorization: 'Basic ***' },
      code: 'unknown-key',
      says: /Authorization: basic/,
    },
    {
      line: 'GET /secured/either',
      headers: {},
      code: 'missing-key',
      says: /x-shop-key, or the header Authorization/,
    },
    { line: `GET /secured/both?key=${key}`, headers: {}, code: 'missing-key', says: /x-shop-key and .*key/ },
    {
      line: `GET /secured/both?key=wrong`,
      headers: { 'x-shop-key': key },
      code: 'unknown-key',
      says: /query parameter key/,
    },
  ])('refuses $line with $headers as $code', async ({ line, headers, code, says }) => {
    const reply = await shopEngine().ask(line, { headers: headers as Record<string, string> });
    expect(reply.status).toBe(401);
    expect(reply.json.code).toBe(code);
    expect(reply.json.detail).toMatch(says);
    expect(reply.headers['WWW-Authenticate']).toMatch(/^(ApiKey|Bearer|Basic) realm="Shop"/);
  });

  it('refuses a revoked key', async () => {
    const { ask } = shopEngine({ keyState: { isRevoked: true } });
    const reply = await ask('GET /orders', { headers: { 'x-shop-key': key } });
    expect([reply.status, reply.json.code]).toEqual([401, 'revoked-key']);
  });

  it('takes any credential where the document has no plans, but no placeholder', async () => {
    const { ask } = shopEngine({ hasPlans: false });
    expect((await ask('GET /orders', { headers: { 'x-shop-key': 'whatever' } })).status).toBe(200);
    expect((await ask('GET /orders', { headers: { 'x-shop-key': 'PUT-KEY-HERE' } })).status).toBe(401);
    expect((await ask('GET /orders')).status).toBe(401);
  });

  it('plays the state of a key also where the document has no plans', async () => {
    const { engine, ask } = shopEngine({ hasPlans: false });
    engine.accounts.create({ key: 'gone', state: 'revoked' });
    const reply = await ask('GET /orders', { headers: { 'x-shop-key': 'gone' } });
    expect([reply.status, reply.json.code]).toEqual([401, 'revoked-key']);
    expect((await ask('GET /orders', { headers: { 'x-shop-key': 'another' } })).status).toBe(200);
  });

  it('asks for the key before it looks at the request', async () => {
    expect((await shopEngine().ask('GET /stock')).status).toBe(401);
  });
});
