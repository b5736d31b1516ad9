import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../docs-src/build-site.ts';
import { createMockServer, type MockServer } from '../mock/server.ts';
import type { JsonObject, JsonValue } from '../openapi/model/api-model.ts';
import { acceptsValue, findMisfits } from '../openapi/model/schema/compile-schema.ts';
import { checkContract } from './contract/contract-testing.ts';

/** `__proto__`, `constructor` and what else every JavaScript object inherits are names like any other. */
const document = 'test/documents/inherited-names.json';
let mock: MockServer;
beforeAll(async () => {
  mock = await createMockServer({ document });
});
afterAll(() => mock.close());

it('holds its contract, every operation asked', async () => {
  const report = await checkContract({ document, target: new URL(mock.url), secondOpinion: false });
  const broken = report.operations.flatMap(({ checks }) =>
    checks.filter(({ outcome }) => outcome !== 'held'),
  );
  expect(broken).toEqual([]);
  expect(report.operations.filter(({ checks }) => checks.length === 0)).toEqual([]);
  expect([report.verdict, report.counts.notAsked]).toEqual(['held', 0]);
});

it.each([
  { target: '/v1/1/text', body: '{"__proto__":"p","constructor":1,"toString":true}', want: 200 },
  { target: '/v1/x/text', body: '{"__proto__":"p","constructor":1,"toString":true}', want: 400 },
  { target: '/v1/1/text?toString=0', body: '{"__proto__":"p","constructor":1,"toString":true}', want: 400 },
  { target: '/v1/1/text', body: '{"constructor":1,"toString":true}', want: 400 },
  { target: '/v1/1/text', body: '{"__proto__":"p","toString":true}', want: 400 },
  { target: '/v1/1/text', body: '{"__proto__":7,"constructor":1,"toString":true}', want: 400 },
])('answers $body to $target with $want', async ({ target, body, want }) => {
  const headers = { 'Content-Type': 'application/json' };
  const reply = await fetch(mock.url + target, { method: 'POST', headers, body });
  expect([reply.status, await reply.text()]).toEqual([want, expect.any(String)]);
});

it('shows them on its pages', async () => {
  const page = [...(await buildSite({ document })).values()].map(String).join('\n');
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])
    expect(page).toContain(`>${name}<`);
  expect(page).not.toMatch(/\[native code\]|\[object Object\]/);
});

describe('a schema', () => {
  const parsed = (text: string) => JSON.parse(text) as JsonValue;
  it.each([
    { schema: '{"properties":{"constructor":{"type":"integer"}}}', value: '{}', want: true },
    {
      schema: '{"properties":{"constructor":{"type":"integer"}}}',
      value: '{"constructor":"x"}',
      want: false,
    },
    { schema: '{"required":["toString"]}', value: '{}', want: false },
    { schema: '{"required":["__proto__"]}', value: '{}', want: false },
    { schema: '{"required":["__proto__"]}', value: '{"__proto__":1}', want: true },
    { schema: '{"properties":{"__proto__":{"type":"integer"}}}', value: '{"__proto__":"x"}', want: false },
    {
      schema: '{"properties":{"__proto__":{}},"additionalProperties":false}',
      value: '{"__proto__":1}',
      want: true,
    },
    { schema: '{"dependentRequired":{"valueOf":["a"]}}', value: '{}', want: true },
  ])('$schema takes $value: $want', ({ schema, value, want }) => {
    const given = parsed(schema) as JsonObject;
    expect(acceptsValue(given, parsed(value))).toBe(want);
    expect(findMisfits(given, parsed(value)).length === 0).toBe(want);
  });
});
