import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';

const started: MockServer[] = [];
afterAll(() => Promise.all(started.map((mock) => mock.close())));

async function start(document: string, handlers = {}): Promise<MockServer> {
  const mock = await createMockServer({
    document: packageFile(`test/documents/${document}.yaml`),
    port: 0,
    handlers,
  });
  started.push(mock);
  return mock;
}

async function ask(
  mock: MockServer,
  target: string,
  body?: string,
): Promise<{ status: number; text: string }> {
  const headers = { 'Content-Type': 'application/json' };
  const reply = await mock.fetch(
    `http://mock${target}`,
    body === undefined ? {} : { method: 'POST', headers, body },
  );
  return { status: reply.status, text: await reply.text() };
}

describe('a price in cents', () => {
  let mock: MockServer;
  beforeAll(async () => {
    mock = await start('cents');
  });

  it.each([
    ['{"price": 19.99}', 200],
    ['{"price": 0.29}', 200],
    ['{"price": 4.35}', 200],
    ['{"price": 0.07}', 200],
    ['{"price": 10000000000.01}', 200],
    ['{"price": 0.295}', 400],
    ['{"price": 0.0100000000001}', 400],
    ['{"step": 0.3}', 200],
    ['{"step": 0.35}', 400],
    ['{"tiny": 3e-9}', 200],
    ['{"tiny": 3.5e-9}', 400],
  ])('sent as %s is answered with %i', async (body, want) => {
    expect((await ask(mock, '/pay', body)).status).toBe(want);
  });

  it.each([
    ['/pay?p=0.29', 200],
    ['/pay?p=0.295', 400],
  ])('sent in %s is answered with %i', async (target, want) => {
    expect((await ask(mock, target, '{}')).status).toBe(want);
  });

  it('is replied as the document has it', async () => {
    expect((await ask(mock, '/show')).text).toBe('{"price":0.29}');
    expect((await ask(mock, '/example')).text).toBe('{"price":19.99}');
  });
});

describe('a whole number beyond 2^53', () => {
  let mock: MockServer;
  beforeAll(async () => {
    const echo = ({ body }: { body: unknown }) => ({ status: 201, body });
    mock = await start('whole-numbers', { b: echo });
  });

  it('is replied to the digit', async () => {
    expect(await ask(mock, '/a/9007199254740993')).toEqual({
      status: 200,
      text: '{"id":1253261109769874438}',
    });
  });

  it('comes back as it was sent, from a handler too', async () => {
    const body =
      '{"id":9223372036854775807,"kind":9007199254740995,"other":[9007199254740993,9007199254740996]}';
    expect(await ask(mock, '/b', body)).toEqual({ status: 201, text: body });
  });

  it.each([
    ['a parameter above its maximum', '/a/9223372036854775808', undefined, '"value":9223372036854775808'],
    ['a number below its minimum', '/b', '{"id": 9007199254740992}', '"value":9007199254740992'],
    [
      'a neighbour of an enum',
      '/b',
      '{"id": 9007199254740993, "kind": 9007199254740994}',
      '"value":9007199254740994',
    ],
    [
      'no multiple',
      '/b',
      '{"id": 9007199254740993, "other": [9007199254740994]}',
      '"value":9007199254740994',
    ],
    ['a number beyond all in a body', '/b', '{"id": 1e400}', "the number 1e400 can't be read"],
    ['a number beyond all in a path', '/a/1e400', undefined, "the number 1e400 can't be read"],
  ])('as %s is refused with its digits', async (_, target, body, want) => {
    const { status, text } = await ask(mock, target, body);
    expect([status, text]).toEqual([400, expect.stringContaining(want)]);
  });

  it('is warned of where it is sent', () => {
    expect(mock.warnings.map(({ message, location }) => [message, location.pointer])).toEqual([
      [
        expect.stringMatching(/^the whole number 9007199254740993 is beyond 2\^53.*9007199254740992$/),
        expect.any(String),
      ],
      [expect.stringMatching(/1253261109769874438.*1253261109769874400$/), expect.stringMatching(/example$/)],
      [expect.any(String), expect.stringMatching(/kind\/enum$/)],
    ]);
  });

  it.each(['/openapi.json', '/openapi.yaml', '/__mock/requests'])('stands in %s', async (path) => {
    const text = await (await fetch(mock.url + path)).text();
    expect(text).toContain('1253261109769874438');
    expect(text).not.toContain('1253261109769874400');
  });
});
