import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createMockServer } from '../../../mock/server.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { checkContract } from '../contract-testing.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'own-mocks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ok = { description: 'ok' };
const json = (content: object) => ({ ...ok, content: { 'application/json': content } });
const text = { schema: { type: 'string' } };
const basic = { components: { securitySchemes: { basic: { type: 'http', scheme: 'basic' } } } };

/** An operation of a document, and what else the document has. */
const kinds: readonly { rule: string; path?: string; item: object; more?: object }[] = [
  {
    rule: 'a slash in a path parameter that may hold reserved characters',
    path: '/data/{place}',
    item: {
      parameters: [
        { name: 'place', in: 'path', required: true, allowReserved: true, example: 'a/b?c#d;e', ...text },
      ],
      delete: { operationId: 'remove', responses: { 204: ok, 404: ok } },
    },
  },
  {
    rule: 'a documented 406 where no success has a body',
    item: { delete: { operationId: 'remove', responses: { 204: ok, 406: json(text) } } },
  },
  {
    rule: 'a HEAD that is documented otherwise than GET',
    item: {
      get: { operationId: 'list', responses: { 200: json(text) } },
      head: { operationId: 'look', responses: { 200: ok, 404: ok } },
    },
  },
  {
    rule: 'a body of a 205, which can have none',
    item: { put: { operationId: 'reset', responses: { 205: json(text) } } },
  },
  {
    rule: 'an optional property that one part of allOf does not know, and is closed',
    item: {
      get: {
        operationId: 'list',
        responses: {
          200: json({
            schema: {
              allOf: [
                { type: 'object', properties: { id: { type: 'integer' } }, additionalProperties: false },
                { type: 'object', properties: { id: { type: 'integer' }, old: { type: 'boolean' } } },
              ],
            },
          }),
        },
      },
    },
  },
  {
    rule: 'a property that is write-only, and stands in the example of a reply',
    item: {
      post: {
        operationId: 'pay',
        responses: {
          200: json({
            schema: { type: 'object', properties: { pin: { type: 'string', writeOnly: true } } },
            example: { pin: '1' },
          }),
        },
      },
    },
  },
  {
    rule: 'headers of the message itself that are documented as parameters',
    item: {
      post: {
        operationId: 'upload',
        parameters: ['Content-Length', 'Transfer-Encoding', 'Content-Encoding', 'Host'].map((name) => ({
          ...{ name, in: 'header', required: true, example: 'text', ...text },
        })),
        requestBody: { content: { 'application/json': text } },
        responses: { 200: ok, 400: ok },
      },
    },
  },
  {
    rule: 'the example of a body that lacks what its schema requires',
    item: {
      post: {
        operationId: 'send',
        requestBody: {
          ...json({ schema: { type: 'object', required: ['Lines'] }, example: { lines: [] } }),
        },
        responses: { 200: ok, 400: ok },
      },
    },
  },
  {
    rule: 'basic authentication with a key that has no colon',
    item: {
      get: { operationId: 'list', security: [{ basic: [] }], responses: { 200: json(text), 401: ok } },
    },
    more: basic,
  },
];

describe('the mock that is made of a document keeps', () => {
  it.each(kinds)('$rule', async ({ path: template = '/things', item, more }) => {
    const document = path.join(folder, 'document.json');
    const info = { title: 'Things', version: '1' };
    writeFileSync(document, JSON.stringify({ openapi: '3.0.3', info, paths: { [template]: item }, ...more }));
    const report = await checkContract({
      document,
      target: async () => {
        const mock = await createMockServer({ document });
        return { url: mock.apiUrl, close: () => mock.close() };
      },
    });
    const broken = report.operations.flatMap(({ checks }) => checks.filter((one) => one.outcome !== 'held'));
    const told = broken.flatMap(({ findings }) => findings.filter(({ basis }) => basis !== 'suspicion'));
    expect(told.map(({ message }) => message)).toEqual([]);
    expect(report.verdict).toBe('held');
  });

  it.each(['cents', 'whole-numbers', 'same-name', 'keys-as-parameters'])(
    'all of %s, with nothing refused that is right',
    async (name) => {
      const document = packageFile(`test/documents/${name}.yaml`);
      await using mock = await createMockServer({ document, port: 0 });
      const { verdict, operations } = await checkContract({ document, target: mock.apiUrl, key: 'any-key' });
      const wrong = operations.flatMap(({ checks }) => checks).flatMap(({ findings }) => findings);
      expect([verdict, wrong]).toEqual(['held', []]);
    },
  );
});
