import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';

const mock = await createMockServer({
  document: packageFile('test/documents/mock-shop.yaml'),
  listen: false,
});
const served = await createMockServer({ document: packageFile('test/documents/mock-shop.yaml') });
beforeEach(() => Promise.all([mock.reset(), served.reset()]));
afterAll(() => Promise.all([mock.close(), served.close()]));

const key = 'large-demo-key';
const json = { 'content-type': 'application/json' };

interface Asked {
  readonly line: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

function ask({ line, headers = {}, body }: Asked) {
  const [method = 'GET', path = '/'] = line.split(/ (.*)/s, 2);
  return mock.fetch(`http://shop.example/v1${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
}

const told = () =>
  mock.requests().map(({ problems, ignored, isValid }) => ({
    wrong: [
      ...problems.map(({ where, name, code }) => `${where} ${name} ${code}`),
      ...ignored.map(({ name, nearest }) => `${name}, not ${nearest}`),
    ],
    isValid,
  }));

describe('the journal says what is wrong with a request', () => {
  it.each<{ what: string; given: Asked; want: readonly string[] }>([
    { what: 'nothing', given: { line: 'GET /items?limit=2' }, want: [] },
    {
      what: 'a parameter that is not there',
      given: { line: 'GET /items?limt=2' },
      want: ['limt, not limit'],
    },
    { what: 'a value', given: { line: 'GET /items?limit=0' }, want: ['query limit too-small'] },
    { what: 'a path', given: { line: 'GET /itmes' }, want: ['path  unknown-path'] },
    { what: 'a method', given: { line: 'PUT /items' }, want: ['method  undocumented-method'] },
    { what: 'no mistake: what a path allows', given: { line: 'OPTIONS /items' }, want: [] },
    { what: 'no key', given: { line: 'GET /orders' }, want: ['header x-shop-key missing-key'] },
    {
      what: 'a key that nobody has',
      given: { line: 'GET /orders', headers: { 'x-shop-key': 'nobody' } },
      want: ['header x-shop-key unknown-key'],
    },
    {
      what: 'a body',
      given: { line: 'POST /items', headers: { ...json, 'x-shop-key': key }, body: '{"id":"x"}' },
      want: ['body /name missing', 'body /id wrong-type'],
    },
    {
      what: 'a media type',
      given: {
        line: 'POST /items',
        headers: { 'content-type': 'text/csv', 'content-length': '3', 'x-shop-key': key },
        body: 'a,b',
      },
      want: ['body  unsupported-media-type'],
    },
    {
      what: 'what is asked for',
      given: { line: 'GET /items/7', headers: { accept: 'image/png' } },
      want: ['header Accept not-acceptable'],
    },
    {
      what: 'only what is known of a body that was not read',
      given: { line: 'POST /items?a=1', headers: json, body: '{}' },
      want: ['header x-shop-key missing-key', 'a, not undefined'],
    },
  ])('$what', async ({ given, want }) => {
    await ask(given);
    expect(told()).toEqual([{ wrong: want, isValid: want.length === 0 }]);
  });

  it.each<{ what: string; prepare: () => unknown }>([
    { what: 'a planted fault', prepare: () => mock.fail({ status: 503 }) },
    { what: 'a broken connection', prepare: () => mock.fail({ connection: 'drop' }) },
    { what: 'a spent quota', prepare: () => mock.setUsage(key, { remaining: 0 }) },
  ])('also where $what answers, body included', async ({ prepare }) => {
    await prepare();
    const headers = { ...json, 'x-shop-key': key };
    await ask({ line: 'POST /items', headers, body: '{"id":1,"name":"Saw"}' }).catch(() => {});
    await ask({ line: 'POST /items', headers, body: '{"id":1}' }).catch(() => {});
    expect(told().map(({ wrong }) => wrong)).toEqual([[], ['body /name missing']]);
  });

  it('also of a body that is too long to keep', async () => {
    mock.clearCoverage();
    const body = JSON.stringify({ id: 1, nam: 'x'.repeat(70_000) });
    await ask({ line: 'POST /items', headers: { ...json, 'x-shop-key': key }, body });
    expect(told()[0]?.wrong).toEqual(['body /name missing']);
    expect(mock.coverage().operations.find(({ operationId }) => operationId === 'addItem')?.calls).toBe(1);
  });

  it.each<{ what: string; prepare: () => unknown }>([
    { what: 'a revoked key', prepare: () => mock.changeKey(key, { state: 'revoked' }) },
    { what: 'a throttled one', prepare: () => mock.changeKey(key, { state: 'throttled' }) },
  ])('but not $what, which is what a test has made it', async ({ prepare }) => {
    await prepare();
    await ask({ line: 'GET /orders', headers: { 'x-shop-key': key } });
    expect(told()).toEqual([{ wrong: [], isValid: true }]);
  });

  it('by the document, whatever a gateway calls it', async () => {
    await mock.reload({ gateway: 'aws' });
    await ask({ line: 'GET /orders', headers: { 'x-shop-key': 'nobody' } });
    await mock.reload({ gateway: undefined });
    expect(told()[0]?.wrong).toEqual(['header x-shop-key unknown-key']);
  });

  it('without the keys that it carries', async () => {
    await ask({ line: `GET /items?limit=${key}&${key}=1&token=abcdefghijkl` });
    expect(JSON.stringify(mock.requests())).not.toMatch(/large-demo-key|abcdefghijkl/);
    expect(JSON.stringify(mock.problems())).not.toMatch(/large-demo-key|abcdefghijkl/);
  });

  it('to a filter, in TypeScript and by HTTP', async () => {
    await fetch(`${served.apiUrl}/items?limt=2`);
    await fetch(`${served.apiUrl}/items`);
    expect(served.requests({ isValid: false }).map(({ target }) => target)).toEqual(['/v1/items?limt=2']);
    const reply = await fetch(`${served.adminUrl}/requests?isValid=false`);
    expect(await reply.json()).toMatchObject([
      { problems: [], ignored: [{ name: 'limt', nearest: 'limit' }], isValid: false },
    ]);
    const waited = await fetch(`${served.adminUrl}/requests/wait?isValid=true`);
    expect(await waited.json()).toMatchObject({ target: '/v1/items', isValid: true });
  });
});

describe('expectNoProblems', () => {
  it('says nothing where nothing is wrong', async () => {
    await ask({ line: 'GET /items?limit=2' });
    expect(() => mock.expectNoProblems()).not.toThrow();
  });

  it('lists each mistake once, with the right word and how many requests make it', async () => {
    await ask({ line: 'GET /items?limt=2' });
    await ask({ line: 'GET /items?limit=0' });
    await ask({ line: 'GET /items?limt=3&colour=red&limt=4' });
    for (const id of [1, 2, 3]) await ask({ line: `GET /item/${id}` });
    await ask({ line: 'GET /items?filter=2' });
    expect(() => mock.expectNoProblems()).toThrowErrorMatchingInlineSnapshot(`
      [Error: Requests are not as the document says:
      - listItems has no query parameter "limt", and ignores it. Did you mean "limit"? (2 requests)
        GET /v1/items?limt=2
      - listItems: limit must be an integer from 1 to 100. (1 request)
        GET /v1/items?limit=0
      - listItems has no query parameter "colour", and ignores it. Did you mean "color"? (1 request)
        GET /v1/items?limt=3&colour=red&limt=4
      - The document has no path /v1/item/1. Did you mean /v1/items/{id}? (3 requests)
        GET /v1/item/1
      - listItems has no query parameter "filter", and ignores it. It has limit, color. (1 request)
        GET /v1/items?filter=2]
    `);
  });

  it.each([
    { filter: { since: 1 }, throws: false },
    { filter: { since: 0 }, throws: true },
    { filter: { key }, throws: false },
  ])('looks at the requests of $filter alone', async ({ filter, throws }) => {
    await ask({ line: 'GET /items?limt=2' });
    const { number = 0 } = mock.requests()[0] ?? {};
    await ask({ line: 'GET /orders', headers: { 'x-shop-key': key } });
    const since = filter.since === undefined ? {} : { since: filter.since * number };
    const expected = expect(() => mock.expectNoProblems({ ...filter, ...since }));
    if (throws) expected.toThrow(/Did you mean "limit"/);
    else expected.not.toThrow();
  });

  it('is a list for other languages, empty where nothing is wrong', async () => {
    const problems = async () => (await fetch(`${served.adminUrl}/problems`)).json();
    expect(await problems()).toEqual([]);
    await fetch(`${served.apiUrl}/items?limt=2`);
    expect(await problems()).toMatchObject([
      {
        code: 'unknown-parameter',
        operationId: 'listItems',
        message: 'listItems has no query parameter "limt", and ignores it. Did you mean "limit"?',
        requests: 1,
        first: { method: 'GET', target: '/v1/items?limt=2' },
      },
    ]);
  });
});
