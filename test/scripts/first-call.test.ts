import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { firstCall } from '../../scripts/commands/first-call.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'first-call-'));
afterAll(() => rmSync(folder, { recursive: true }));

const responses = { 200: { description: 'Fine.', content: { 'application/json': { example: [1] } } } };
const plain = { responses };
const keyed = { responses, security: [{ Key: [] }] };
const withQuery = (parameter: object) => ({
  ...plain,
  parameters: [{ in: 'query', required: true, ...parameter }],
});
const withBody = (mediaType: string, example: unknown) => ({
  ...plain,
  requestBody: { required: true, content: { [mediaType]: { example } } },
});
const range = { type: 'object', properties: { from: { type: 'integer' } }, required: ['from'] };

async function run(document: string, hosts = ['127.0.0.1']) {
  const mock = await createMockServer({ document, hosts });
  const line = firstCall(mock);
  const { stdout } = await promisify(execFile)('bash', ['-c', `${line} -s -o /dev/null -w '%{http_code}'`]);
  await mock.close();
  return { line, status: Number(stdout) };
}

const api = (paths: object, more: object = {}) => {
  const file = path.join(folder, `${Object.keys(paths).join().replaceAll(/\W/g, '-')}.json`);
  const info = { title: 'T', version: '1' };
  writeFileSync(file, JSON.stringify({ openapi: '3.1.0', info, paths, ...more }));
  return file;
};
const scheme = (given: object) => ({ components: { securitySchemes: { Key: given } } });

it.each([
  {
    name: 'a key in a header',
    paths: { '/a': { get: keyed } },
    more: scheme({ type: 'apiKey', in: 'header', name: 'x-k' }),
    says: /-H 'x-k: any-key'/,
  },
  {
    name: 'a key in the query',
    paths: { '/a': { get: keyed } },
    more: scheme({ type: 'apiKey', in: 'query', name: "it's" }),
    says: /any-key/,
  },
  {
    name: 'a key in a cookie',
    paths: { '/a': { get: keyed } },
    more: scheme({ type: 'apiKey', in: 'cookie', name: 's' }),
    says: /Cookie: s=any-key/,
  },
  {
    name: 'basic authentication',
    paths: { '/a': { get: keyed } },
    more: scheme({ type: 'http', scheme: 'basic' }),
    says: /Basic /,
  },
  {
    name: 'brackets in the query',
    paths: { '/a': { get: withQuery({ name: 'range', style: 'deepObject', schema: range }) } },
    more: {},
    says: /range/,
  },
  { name: 'brackets in the path', paths: { '/a[1]': { get: plain } }, more: {}, says: /a%5B1%5D/ },
  {
    name: 'braces that no parameter fills',
    paths: { '/a/{id}': { get: plain } },
    more: {},
    says: /--globoff/,
  },
  {
    name: 'an operation of another server',
    paths: { '/a': { get: { ...plain, servers: [{ url: '/other' }] } } },
    more: { servers: [{ url: '/v1' }] },
    says: /\/other\/a/,
  },
  {
    name: 'nothing to read',
    paths: { '/a': { post: withBody('application/json', { it: "it's" }) } },
    more: {},
    says: /--data-raw/,
  },
  { name: 'another method', paths: { '/a': { delete: plain } }, more: {}, says: /--request DELETE/ },
  { name: 'HEAD alone', paths: { '/a': { head: plain } }, more: {}, says: /--head/ },
  {
    name: 'a control character in the body',
    paths: { '/a': { post: withBody('text/plain', "it's \u0007") } },
    more: {},
    says: /--data-raw \$'it\\'s \\x07'/,
  },
  {
    name: 'a zero byte in the body',
    paths: { '/a': { post: withBody('text/plain', 'a\0b') } },
    more: {},
    says: /openapi\.json/,
  },
  {
    name: 'a body of several lines',
    paths: { '/a': { post: withBody('text/plain', 'a\nb') } },
    more: {},
    says: /openapi\.json/,
  },
  {
    name: 'no operation at all',
    paths: {},
    more: { webhooks: { a: { post: plain } } },
    says: /openapi\.json/,
  },
  {
    name: 'a path to get that is odd, and one that is not',
    paths: { '/é ü': { get: plain }, '/b': { get: plain } },
    more: {},
    says: /\/b'/,
  },
])('runs as printed for a document with $name', async ({ paths, more, says }) => {
  const { line, status } = await run(api(paths, more));
  expect([line, status]).toEqual([expect.stringMatching(says), 200]);
  expect(line).not.toMatch(/\n/);
});

it('runs as printed at an address of version 6', async () => {
  expect(await run(api({ '/a': { get: plain } }), ['::1'])).toMatchObject({
    status: 200,
    line: expect.stringContaining('[::1]'),
  });
});

it('has the key of a plan that includes the operation', async () => {
  const { line, status } = await run(packageFile('test/documents/mock-shop.yaml'));
  expect([line, status]).toEqual([expect.stringContaining('large-demo-key'), 200]);
});
