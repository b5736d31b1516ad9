import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { sendRequest } from '../../engine/send-request.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function send(url: string, over: Partial<Parameters<typeof sendRequest>[0]> = {}, timeoutMs = 5000) {
  return sendRequest({ method: 'GET', url, headers: {}, body: undefined, ...over }, { fetch, timeoutMs });
}

test('a reply keeps status, media type, text and parsed JSON', async () => {
  const url = await serve((_, response) => {
    response
      .writeHead(418, { 'Content-Type': 'Application/Problem+JSON; charset=utf-8', 'X-A': '1' })
      .end('{"a":1}');
  });
  expect(await send(url)).toMatchObject({
    kind: 'reply',
    reply: {
      status: 418,
      mediaType: 'application/problem+json',
      headers: { 'x-a': '1' },
      text: '{"a":1}',
      body: { a: 1 },
      jsonError: undefined,
    },
  });
});

test('a cookie that is set stays one of several', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200, { 'Set-Cookie': ['a=1, x', 'b=2'], Vary: 'a' }).end();
  });
  expect(await send(url)).toMatchObject({ reply: { headers: { 'set-cookie': 'a=1, x\nb=2', vary: 'a' } } });
});

test.each([
  {
    rule: 'JSON that is none is an error',
    type: 'application/json',
    text: '{"a":',
    error: expect.any(String),
    body: undefined,
  },
  {
    rule: 'a body of another media type is its text',
    type: 'text/plain',
    text: '{}',
    error: undefined,
    body: '{}',
  },
  {
    rule: 'nothing is no JSON',
    type: 'application/json',
    text: '',
    error: expect.any(String),
    body: undefined,
  },
  { rule: 'nothing is no body', type: 'text/plain', text: '', error: undefined, body: undefined },
])('$rule', async ({ type, text, error, body }) => {
  const url = await serve((_, response) => response.writeHead(200, { 'content-type': type }).end(text));
  expect(await send(url)).toMatchObject({ reply: { jsonError: error, body } });
});

test('a reply to HEAD has no body, whatever its media type', async () => {
  const url = await serve((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(),
  );
  expect(await send(url, { method: 'HEAD' })).toMatchObject({
    reply: { jsonError: undefined, body: undefined },
  });
});

test('a redirect is the reply, and its target is never asked', async () => {
  const asked: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    asked.push(request.url);
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect(await send(url)).toMatchObject({ reply: { status: 302, headers: { location: '/elsewhere' } } });
  expect(asked).toEqual(['/']);
});

test('a connection that closes without a reply is told apart from a silent one and from none at all', async () => {
  const closing = await serve((request) => request.socket.destroy());
  expect(await send(closing)).toMatchObject({ kind: 'no-reply', cause: 'closed' });

  const cut = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '10' });
    response.write('12345', () => response.destroy());
  });
  expect(await send(cut)).toMatchObject({ kind: 'no-reply', cause: 'closed' });

  const silent = await serve(() => {});
  expect(await send(silent, {}, 50)).toMatchObject({ kind: 'no-reply', cause: 'timeout' });

  const left = await serve(() => {});
  closers.pop()?.();
  expect(await send(left)).toMatchObject({ kind: 'no-reply', cause: 'unreachable' });
  expect(await send('http://127.0.0.1:1/')).toMatchObject({ kind: 'no-reply', cause: 'unreachable' });
  expect(await send('http://no-such-host.invalid/')).toMatchObject({
    kind: 'no-reply',
    cause: 'unreachable',
  });
});

test('what fetch itself will not send is no fault of the target', async () => {
  const url = await serve((_, response) => response.end());
  expect(await send(url, { body: '{}' })).toMatchObject({ kind: 'no-reply', cause: 'unsendable' });
  expect(await send(url, { headers: { 'x-a': 'é✓' } })).toMatchObject({ cause: 'unsendable' });
});
