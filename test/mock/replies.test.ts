import { afterAll, describe, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';
import { checkContract } from '../contract/contract-testing.ts';

const document = 'test/documents/replies.yaml';
const mock = await createMockServer({ document, listen: false });
afterAll(() => mock.close());

interface Asked {
  readonly line: string;
  readonly accept?: string;
  readonly prefer?: string;
  readonly body?: readonly [contentType: string, text: string];
}

async function ask({ line, accept, prefer, body }: Asked) {
  const [method = 'GET', path = '/'] = line.split(' ');
  const headers = new Headers();
  if (accept !== undefined) headers.set('accept', accept);
  if (prefer !== undefined) headers.set('prefer', prefer);
  if (body !== undefined) headers.set('content-type', body[0]);
  const reply = await mock.fetch(`http://mock.example${path}`, { method, headers, body: body?.[1] ?? null });
  const text = await reply.text();
  return [reply.status, reply.headers.get('content-type'), text === '' ? undefined : JSON.parse(text)];
}

const json = 'application/json';
const tools = (version: number) => `application/vnd.tools+json; version=${version}`;

describe('a valid request is answered with', () => {
  it.each([
    ['the exact status and not its range', '/range-first', 201, 'exact'],
    ['the range where there is no exact one', '/only-range', 200, 'range'],
    ['a redirect where nothing is a success', '/moved', 302, undefined],
    ['a redirect rather than the default beside it', '/moved-or-default', 303, undefined],
    ['the first of refusals where there is nothing else', '/refused', 404, { error: 404 }],
    ['the default where it is alone', '/default?count=1', 200, { message: 'Fine.' }],
    ['the default where only refusals are beside it', '/default-and-refusal', 200, 'fine'],
    ['204 where no response is documented', '/nothing', 204, undefined],
  ])('%s', async (_what, path, status, value) => {
    const [gotStatus, , got] = await ask({ line: `GET ${path}` });
    expect([gotStatus, got]).toEqual([status, value]);
  });
});

it('gives a refusal the media type and the members of a default that is alone', async () => {
  const message = 'count is required: it must be an integer.';
  expect(await ask({ line: 'GET /default' })).toEqual([400, 'application/vnd.api+json', { message }]);
});

describe('the media type of a reply', () => {
  it.each<{ given: Asked; want: readonly [string | null, unknown] }>([
    { given: { line: 'GET /framework' }, want: [json, { count: 3 }] },
    { given: { line: 'GET /framework', accept: '*/*' }, want: [json, { count: 3 }] },
    { given: { line: 'GET /framework', accept: 'text/html, */*;q=0.8' }, want: [json, { count: 3 }] },
    {
      given: { line: 'GET /framework', accept: 'text/plain' },
      want: ['text/plain; charset=utf-8', { count: 3 }],
    },
    { given: { line: 'GET /framework', prefer: 'code=404' }, want: [json, { count: 3 }] },
    {
      given: { line: 'GET /framework', prefer: 'code=404', accept: 'text/plain' },
      want: ['text/plain; charset=utf-8', { count: 3 }],
    },
    { given: { line: 'GET /versions' }, want: [tools(1), { v: 1 }] },
    { given: { line: 'GET /versions', accept: 'application/vnd.tools+json' }, want: [tools(1), { v: 1 }] },
    { given: { line: 'GET /versions', accept: tools(2) }, want: [tools(2), { v: 2 }] },
    {
      given: { line: 'GET /versions', accept: `${tools(1)};q=0.5, ${tools(2)}` },
      want: [tools(2), { v: 2 }],
    },
    { given: { line: 'GET /profiles' }, want: ['application/ld+json', { profile: 'none' }] },
    {
      given: { line: 'GET /profiles', accept: 'application/ld+json;PROFILE="https://a.example/a, b"' },
      want: ['application/ld+json;profile="https://a.example/a, b"', { profile: 'a' }],
    },
  ])('is as wanted, JSON where nobody says: $given', async ({ given, want }) => {
    const [, ...got] = await ask(given);
    expect(got).toEqual(want);
  });

  it('is refused with 406 where a parameter has a value that nobody documents', async () => {
    expect((await ask({ line: 'GET /versions', accept: tools(3) }))[0]).toBe(406);
  });
});

it('has the headers that are documented, made up where they have no example', async () => {
  const init = { method: 'PUT', headers: { 'content-type': json }, body: '"COUNT"' };
  const { headers } = await mock.fetch('http://mock.example/headers', init);
  expect(['x-next', 'x-count', 'retry-after'].map((name) => headers.get(name))).toEqual(['text', '1', '1']);
});

describe('a body is judged by the schema of its own media type', () => {
  it.each([
    [tools(1), { one: 1 }, 200],
    [tools(2), { two: 1 }, 200],
    [tools(2), { one: 1 }, 400],
    ['application/vnd.tools+json;VERSION="2"', { one: 1 }, 400],
    [tools(3), { two: 1 }, 415],
    ['application/vnd.tools+json', { one: 1 }, 200],
  ])('sent as %s: %j', async (contentType, value, status) => {
    expect((await ask({ line: 'POST /versions', body: [contentType, JSON.stringify(value)] }))[0]).toBe(
      status,
    );
  });

  it.each([
    ['text/plain', 'three', 200],
    [json, '{"count":"three"}', 400],
    ['application/merge-patch+json', '{"count":"three"}', 400],
    ['application/merge-patch+json', '{"count":3}', 200],
    ['application/xml', '<a/>', 415],
  ])('sent as %s, by an object only where it can be one: %s', async (contentType, text, status) => {
    expect((await ask({ line: 'POST /framework', body: [contentType, text] }))[0]).toBe(status);
  });
});

describe('a part of a form is of the media type that is documented for it', () => {
  const file = (type: string) => new Blob(['x'], { type });
  it.each([
    ['photo', file('image/png'), 200],
    ['photo', file('image/x-icon'), 200],
    ['photo', file('text/html'), 400],
    ['photo', 'x', 400],
    ['about', file('application/hal+json'), 200],
    ['about', file('application/json'), 400],
    ['note', 'text', 200],
    ['note', file('text/markdown; charset=utf-8'), 200],
  ])('%s as %o', async (name, value, status) => {
    const form = new FormData();
    if (name !== 'photo') form.set('photo', file('image/png'));
    form.set(name, value instanceof Blob && name === 'about' ? new Blob(['{}'], value) : value);
    const reply = await mock.fetch('http://mock.example/upload', { method: 'POST', body: form });
    const problems = status === 200 ? [] : [`/${name} wrong-media-type`];
    expect(reply.status).toBe(status);
    expect(
      mock
        .requests()
        .at(-1)
        ?.problems.map((one) => `${one.name} ${one.code}`),
    ).toEqual(problems);
  });
});

describe('a body that no document has is refused where it could mean something', () => {
  it.each([
    ['POST', '/nothing?count=1', '{}', 415],
    ['POST', '/nothing?count=1', '', 204],
    ['DELETE', '/nothing', '{}', 405],
  ])('%s %s with %j', async (method, path, text, status) => {
    const reply = await mock.fetch(`http://mock.example${path}`, { method, body: text });
    expect(reply.status).toBe(status);
    if (status === 415) expect(await reply.text()).toContain('no body is documented');
  });
});

describe('the query chooses a reply as Prefer does', () => {
  it.each([
    ['/range-first?__code=200', undefined, 200, 'range'],
    ['/framework?__code=404', undefined, 404, { count: 3 }],
    ['/range-first?__code=201&__dynamic=false', 'code=200', 200, 'range'],
    ['/default?count=1&__example=example', undefined, 200, { message: 'Fine.' }],
    ['/framework?__example=nowhere', undefined, 404, undefined],
    ['/switches?__example=x', undefined, 200, 200],
  ])('%s with Prefer %s', async (path, prefer, status, value) => {
    const reply = await mock.fetch(`http://mock.example${path}`, { headers: prefer ? { prefer } : {} });
    expect(reply.status).toBe(status);
    if (value !== undefined) expect(await reply.json()).toEqual(value);
    expect([reply.headers.get('x-mock-ignored'), mock.requests().at(-1)?.ignored]).toEqual([null, []]);
  });

  it('with values made up anew', async () => {
    const ask = async () => (await mock.fetch('http://mock.example/framework?__dynamic')).text();
    expect(new Set(await Promise.all(Array.from({ length: 20 }, ask))).size).toBeGreaterThan(1);
  });
});

it('keeps the contract of the document', async () => {
  const report = await checkContract({
    document,
    target: new URL('http://mock.example'),
    includeUnsafe: true,
    fetch: mock.fetch,
  });
  const wrong = report.operations.flatMap(({ checks }) => checks).filter(({ outcome }) => outcome !== 'held');
  expect(wrong).toEqual([]);
});

describe('a body is announced as it is on the wire', () => {
  it.each<{ method: string; contentType?: string; body?: string }>([
    { method: 'POST', contentType: 'text/csv', body: 'a,b' },
    { method: 'POST', contentType: 'text/csv', body: '' },
    { method: 'POST', contentType: 'text/csv' },
    { method: 'POST', contentType: json, body: '{"count":3}' },
    { method: 'POST', contentType: json, body: '' },
    { method: 'POST' },
    { method: 'GET' },
  ])('$method of $contentType with $body', async ({ method, contentType, body }) => {
    const init = { method, headers: contentType ? { 'content-type': contentType } : {}, body: body ?? null };
    const statuses: number[] = [];
    const lengths: (string | undefined)[] = [];
    await using served = await createMockServer({ document });
    for (const send of [served.fetch, fetch]) {
      statuses.push((await send(`${served.url}/framework`, init)).status);
      lengths.push(served.requests().at(-1)?.requestHeaders['content-length']);
    }
    expect([statuses[0], lengths[0]]).toEqual([statuses[1], lengths[1]]);
  });
});
