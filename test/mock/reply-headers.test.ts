import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiRequest } from '../../mock/engine/api-request.ts';
import { createMockServer, type MockServer } from '../../mock/server.ts';

const header = (value: string) => ({ schema: { type: 'string' }, example: value });
const replyWith = (headers: object) => ({ responses: { 200: { description: 'ok', headers } } });
const many = Array.from({ length: 3_000 }, (_, index) => [`X-${index}`, header('1')] as const);

let folder: string;
let mock: MockServer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reply-headers-'));
  const document = path.join(folder, 'document.json');
  const paths = {
    '/long': { get: { operationId: 'long', ...replyWith({ 'X-Long': header('x'.repeat(70_000)) }) } },
    '/many': { get: { operationId: 'many', ...replyWith(Object.fromEntries(many)) } },
    '/named': {
      get: {
        operationId: 'named',
        responses: {
          200: { description: 'ok', content: { 'application/json': { examples: { ключ: { value: 1 } } } } },
        },
      },
    },
    '/some': { get: { operationId: 'some', ...replyWith({ 'X-Some': header('x'.repeat(8_000)) }) } },
  };
  await writeFile(
    document,
    JSON.stringify({ openapi: '3.1.0', info: { title: 'Long', version: '1' }, paths }),
  );
  mock = await createMockServer({ document });
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

it.each([
  { target: '/long', has: [], lacks: ['x-long'] },
  { target: '/many', has: ['x-0', 'x-99'], lacks: ['x-2999'] },
  { target: '/some', has: ['x-some'], lacks: [] },
])('sends of the headers of $target what clients can read', async ({ target, has, lacks }) => {
  const { status, headers } = await fetch(mock.apiUrl + target);
  expect(status).toBe(200);
  expect(has.filter((name) => !headers.has(name))).toEqual([]);
  expect(lacks.filter((name) => headers.has(name))).toEqual([]);
});

it('says which example was preferred in a header that can be sent', async () => {
  const request = apiRequest({ target: '/named', headers: { prefer: 'example="ключ"' } });
  const { status, headers } = await mock.answer(request);
  expect([status, headers['Preference-Applied']]).toEqual([200, 'example="%D0%BA%D0%BB%D1%8E%D1%87"']);
});
