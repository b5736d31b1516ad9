import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../mock/server.ts';
import { judge } from '../openapi/operations/judge/judge.ts';
import { documentedRequest } from '../openapi/operations/requests/documented-request.ts';
import { curlLine } from '../openapi/operations/wire/curl.ts';
import { encodeRequest } from '../openapi/operations/wire/encode-request.ts';
import { checkContract } from './contract/contract-testing.ts';

/** Paths as people write them, asked in every way that a client may: mock, judge, samples and contract agree on them. */
const document = 'test/documents/paths.yaml';
let mock: MockServer;
beforeAll(async () => {
  mock = await createMockServer({ document });
});
afterAll(() => mock.close());

async function ask(line: string, headers: Record<string, string> = {}) {
  const [method = '', target = ''] = line.split(/ (.*)/, 2);
  const reply = await fetch(mock.url + target, { method, headers });
  return { status: reply.status, allow: reply.headers.get('allow'), body: (await reply.json()) as unknown };
}

describe('an operation answers', () => {
  it.each([
    { line: 'GET /v2/docs/5', want: 'read' },
    { line: 'POST /v2/docs/5:publish', want: 'publish' },
    { line: 'POST /v2/docs/5%3Apublish', want: 'publish' },
    { line: 'GET /v2/docs/5:publish', want: 'read' },
    { line: 'GET /v2/files/a.zip', want: 'zip' },
    { line: 'GET /v2/files/a%2Ezip', want: 'zip' },
    { line: 'GET /v2/files/a.tar.zip', want: 'tarZip' },
    { line: 'GET /v2/files/.zip', want: 'whole' },
    { line: 'GET /v2/files/a', want: 'whole' },
    { line: 'GET /v2/pair/1-2', want: 'two' },
    { line: 'GET /v2/pair/1', want: 'one' },
    { line: 'GET /v2/at/1.5,-2', want: 'at' },
    { line: 'GET /v2/at/1.5%2C-2', want: 'at' },
    { line: "GET /v2/sets('a')", want: 'set' },
    { line: 'GET /v2/sets(%27a%27)', want: 'set' },
    { line: 'GET /v2/m/k/z', want: 'getAz' },
    { line: 'POST /v2/m/k/z', want: 'postKb' },
    { line: 'GET /v2/same/1', want: 'getSame' },
    { line: 'PUT /v2/same/1', want: 'putSame' },
  ])('$line as $want: more literal text wins, where it has the method', async ({ line, want }) => {
    expect(await ask(line)).toMatchObject({ status: 200, body: want });
  });

  it.each([
    { line: 'GET /v2/%C3%BCber', want: 'umlaut' },
    { line: 'GET /v2/%c3%bcber', want: 'umlaut' },
    { line: 'GET /v2/caf%C3%A9', want: 'encoded' },
    { line: 'GET /v2/my%20path', want: 'space' },
    { line: 'GET /v2/%E6%A4%9C%E7%B4%A2/x', want: 'script' },
    { line: 'GET /v2/a%7Cb', want: 'bar' },
    { line: 'GET /v2/users/@me', want: 'me' },
    { line: 'GET /v2/users/%40me', want: 'me' },
    { line: 'GET /v2/%7Euser', want: 'tilde' },
    { line: 'GET /v2/x;v=1', want: 'matrix' },
    { line: 'GET /v2/x%3Bv%3D1', want: 'matrix' },
    { line: 'GET /v2/%24metadata', want: 'dollar' },
    { line: 'GET /v2/me/__proto__', want: 'proto' },
  ])('$line as $want: paths are compared decoded', async ({ line, want }) => {
    expect(await ask(line)).toMatchObject({ status: 200, body: want });
  });

  it.each([
    { line: 'GET /v2/rest?method=a.b&n=1', want: 'restA' },
    { line: 'GET /v2/rest?n=1&method=a%2Eb', want: 'restA' },
    { line: 'GET /v2/rest?method=c%20d', want: 'restC' },
    { line: 'GET /v2/rest?method=c+d', want: 'restC' },
    { line: 'GET /v2/rest?flag', want: 'restFlag' },
    { line: 'GET /v2/rest?method=other', want: 'rest' },
    { line: 'GET /v2/now?lat=1&lon=2', want: 'nowThere' },
    { line: 'GET /v2/now?city=Lyon', want: 'nowIn' },
    { line: 'GET /v2/find?q=x', want: 'find' },
  ])('$line as $want: a query in a path is sent with it', async ({ line, want }) => {
    expect(await ask(line)).toMatchObject({ status: 200, body: want });
  });

  it.each([
    { line: 'POST /v2/', headers: { 'X-Amz-Target': 'Db.Put' }, want: 'dbPut' },
    { line: 'POST /v2/', headers: { 'X-Amz-Target': 'Db.Get' }, want: 'dbGet' },
    { line: 'DELETE /v2/tags/1?tagKeys=a', want: 'untag' },
    { line: 'POST /v2/keys', want: 'createKey' },
    { line: 'POST /v2/keys?mode=import&format=csv', want: 'importKeys' },
  ])('$line $headers as $want: a fragment names what tells it apart', async ({ line, headers, want }) => {
    expect(await ask(line, headers)).toMatchObject({ status: 200, body: want });
  });

  it.each([
    { line: 'GET /up%20load/v1/own', want: 'ownOfPath' },
    { line: 'POST /v9/upload', want: 'ownOfOperation' },
  ])('$line as $want: below the path of its own server', async ({ line, want }) => {
    expect(await ask(line)).toMatchObject({ status: 200, body: want });
  });

  it.each([
    { line: 'POST /v2/', says: 'X-Amz-Target is required' },
    { line: 'DELETE /v2/tags/1', says: 'tagKeys is required' },
    { line: 'POST /v2/keys?mode=import', says: 'format is required' },
    { line: 'GET /v2/now?lat=91&lon=2', says: 'lat must be' },
    { line: 'GET /v2/at/1,x', says: 'lng must be' },
  ])('$line with 400: $says', async ({ line, says }) => {
    const { status, body } = await ask(line);
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(says)]);
  });
});

it.each(['GET /v2/now', 'GET /v2/now?lat=1', 'GET /v2/at/1', 'GET /v2/own', 'GET /v2/sets()'])(
  'answers %s with 404',
  async (line) => {
    expect((await ask(line)).status).toBe(404);
  },
);

it.each([
  { line: 'PATCH /v2/m/k/z', allow: 'POST, GET, HEAD, OPTIONS' },
  { line: 'PATCH /v2/same/1', allow: 'GET, PUT, HEAD, OPTIONS' },
  { line: 'PATCH /v2/tags/1', allow: 'DELETE, GET, HEAD, OPTIONS' },
  { line: 'PATCH /v2/docs/5:publish', allow: 'POST, GET, HEAD, OPTIONS' },
])('refuses $line with the methods of every path that it fits', async ({ line, allow }) => {
  const reply = await ask(line);
  expect([reply.status, reply.allow?.split(', ').toSorted()]).toEqual([405, allow.split(', ').toSorted()]);
});

it('holds its contract, every operation asked', async () => {
  const report = await checkContract({ document, target: new URL(mock.url), secondOpinion: false });
  const broken = report.operations.flatMap(({ checks }) =>
    checks.filter(({ outcome }) => outcome !== 'held'),
  );
  expect(broken).toEqual([]);
  expect(report.operations.filter(({ checks }) => checks.length === 0)).toEqual([]);
  expect(report.verdict).toBe('held');
});

it('prints curl lines that run, and the judge knows the operation of each', async () => {
  const { model, url } = mock;
  const bases = new Map([
    ['ownOfPath', '/up%20load/v1'],
    ['ownOfOperation', '/v9'],
  ]);
  for (const operation of model.operations) {
    const { operationId } = operation;
    const serverUrl = url + (bases.get(operationId) ?? '/v2');
    const request = encodeRequest(documentedRequest(operation), { serverUrl });
    const line = curlLine(request, { options: ['-s', '-i'] });
    const { stdout } = await promisify(execFile)('sh', ['-c', line]);
    const [, status = ''] = /^HTTP\S+ (\d+)/.exec(stdout) ?? [];
    expect([line, status, stdout.endsWith(JSON.stringify(operationId))]).toEqual([line, '200', true]);
    const reply = {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(operationId),
    };
    expect([operationId, judge({ request, reply }, model)]).toEqual([operationId, []]);
  }
});
