import { afterAll, beforeEach, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';
import { readRecording } from '../../openapi/operations/wire/har/read-recording.ts';
import { checkContract } from '../contract/contract-testing.ts';
import { rawRequest } from './raw-request.ts';

const document = 'test/documents/replies.yaml';
const cookies = ['session=a; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'theme=dark'];
const mock = await createMockServer({ document });
beforeEach(() => mock.reset());
afterAll(() => mock.close());

async function setByWire() {
  const message = 'GET /cookies HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
  const { head } = await rawRequest(mock.port, [message], () => false);
  return Array.from(head.matchAll(/^Set-Cookie: (.*?)\r?$/gim), ([, value]) => value);
}

async function setByFetch() {
  return (await mock.fetch('http://mock.example/cookies')).headers.getSetCookie();
}

it('several of a document are several fields, on the wire and without one', async () => {
  expect([await setByWire(), await setByFetch()]).toEqual([cookies, cookies]);
  const told = mock.requests().map(({ replyHeaders }) => replyHeaders['Set-Cookie']);
  expect(told).toEqual([cookies, cookies]);
  const journal = await (await fetch(`${mock.adminUrl}/requests`)).text();
  const { calls } = readRecording(Buffer.from(journal));
  expect(calls.map(({ reply }) => reply.headers['set-cookie'])).toEqual([
    cookies.join('\n'),
    cookies.join('\n'),
  ]);
});

it.each([
  [
    ['a=1', 'b=2, c'],
    ['a=1', 'b=2, c'],
  ],
  [['a=1'], ['a=1']],
  ['a=1', ['a=1']],
])('those of a handler, %j, are as many', async (given, want) => {
  mock.use({ signIn: () => ({ status: 204, body: undefined, headers: { 'set-cookie': given } }) });
  expect([await setByWire(), await setByFetch()]).toEqual([want, want]);
  expect(mock.requests().at(-1)?.replyHeaders['set-cookie']).toEqual(want.length === 1 ? want[0] : want);
});

it('one that the document does not allow is found in each of them', async () => {
  mock.use({ signIn: () => ({ status: 204, body: undefined, headers: { 'Set-Cookie': ['a=1', '=2'] } }) });
  expect((await mock.fetch('http://mock.example/cookies')).status).toBe(500);
});

it('another header of which a handler has several is one list', async () => {
  mock.use({ signIn: () => ({ status: 204, body: undefined, headers: { 'X-Note': ['a', 'b'] } }) });
  expect((await mock.fetch('http://mock.example/cookies')).headers.get('x-note')).toBe('a, b');
});

it('the contract check sees each', async () => {
  const report = await checkContract({ document, target: new URL(mock.url), only: ['signIn'] });
  expect(report.verdict).toBe('held');
});
