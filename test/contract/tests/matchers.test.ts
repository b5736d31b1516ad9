import { describe, expect, test } from 'vitest';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { createContractMatchers } from '../matchers.ts';

const document = packageFile('test/documents/lending-library.yaml');
const { toFitContract } = createContractMatchers({ document });

const url = 'http://library.example/v1/books?genre=novel';
const books = [{ title: 'Emma', pages: 3 }];
const type = { 'content-type': 'application/json' };
const headers = { ...type, 'X-Total': '1' };

/** What each kind of client makes of one reply. */
const clients: Readonly<Record<string, (body: unknown, status?: number) => unknown>> = {
  fetch: (body, status = 200) => withUrl(new Response(JSON.stringify(body), { status, headers }), url),
  axios: (data, status = 200) => ({
    status,
    headers: { toJSON: () => headers },
    data,
    config: { method: 'get', baseURL: 'http://library.example/v1/', url: '/books' },
  }),
  supertest: (body, status = 200) => ({
    status,
    headers,
    body,
    text: JSON.stringify(body),
    request: { method: 'GET', url },
  }),
};

function withUrl(response: Response, from: string): Response {
  return Object.defineProperty(response, 'url', { value: from });
}

async function outcomeOf(...given: Parameters<typeof toFitContract>) {
  const { pass, message } = await toFitContract(...given);
  return { pass, message: message() };
}

describe.each(Object.entries(clients))('a response of %s', (_name, respond) => {
  test.each([
    { what: 'fits', body: books, status: 200, want: true },
    { what: 'has a property too few', body: [{ title: 'Emma' }], status: 200, want: false },
    {
      what: 'has a property too many, which nobody forbids',
      body: [{ ...books[0], x: 1 }],
      status: 200,
      want: true,
    },
    { what: 'has a status that nobody documented', body: {}, status: 418, want: false },
    { what: 'is a documented refusal', body: { message: 'no' }, status: 400, want: true },
  ])('$what', async ({ body, status, want }) => {
    expect((await outcomeOf(respond(body, status))).pass).toBe(want);
  });
});

test('is read as a copy: the test can still read it', async () => {
  const response = clients.fetch?.(books) as Response;
  await toFitContract(response);
  expect(await response.json()).toEqual(books);
});

test('a plain object is judged as what is named', async () => {
  expect((await outcomeOf({ status: 200, headers, body: books }, 'listBooks')).pass).toBe(true);
  expect((await outcomeOf({ status: 200, headers, body: '[{' }, 'listBooks')).message).toMatch(/no JSON/);
});

test('the message has the place, what was expected and what was there, alike ones once', async () => {
  const { pages: _, ...lacking } = books[0] ?? {};
  const { message } = await outcomeOf(clients.fetch?.([lacking, { ...lacking, pages: 'x' }, lacking]));
  expect(message).toMatchInlineSnapshot(`
    "This 200 does not fit listBooks of the document:
    - /0/pages is required: it must be an integer. (and 1 more like it)
      lending-library.yaml#/paths/~1books/get/responses/200/content/application~1json
    - /1/pages must be an integer; it is "x".
      lending-library.yaml#/paths/~1books/get/responses/200/content/application~1json"
  `);
});

test('with strict, what nobody documented fails, too', async () => {
  const response = clients.fetch?.([{ ...books[0], colour: 1 }]);
  const { pass, message } = await outcomeOf(response, undefined, { strict: true });
  expect([pass, message]).toEqual([false, expect.stringContaining('/*/colour is not documented')]);
});

test('where it fits and should not, the message says so', async () => {
  expect((await outcomeOf(clients.fetch?.(books))).message).toBe(
    'This 200 fits listBooks of the document, and should not.',
  );
});

describe('says what to do', () => {
  test.each<{ what: string; given: unknown; name?: string; says: RegExp }>([
    {
      what: 'where there is no address',
      given: new Response('[]'),
      says: /does not say where it came from\. Name the operation: toFitContract\('listBooks'\)/,
    },
    {
      what: 'with an address of no operation',
      given: withUrl(new Response(''), 'http://x/other'),
      says: /no operation for http:\/\/x\/other\. Name .* basePath/,
    },
    {
      what: 'with a name of no operation',
      given: { status: 200 },
      name: 'listBook',
      says: /no operation "listBook": did you mean "listBooks"/,
    },
    { what: 'without an await', given: Promise.resolve(), says: /Is an "await" missing/ },
    {
      what: 'for what is no response',
      given: undefined,
      says: /takes a response: of fetch, axios or supertest.* not undefined/,
    },
  ])('$what', async ({ given, name, says }) => {
    await expect(toFitContract(given, name)).rejects.toThrow(says);
  });

  test('where the body has been read', async () => {
    const response = clients.fetch?.(books) as Response;
    await response.text();
    await expect(toFitContract(response)).rejects.toThrow(/response\.clone\(\)/);
  });

  test('with an address of several operations and no method', async () => {
    const shop = createContractMatchers({ document: packageFile('test/documents/mock-shop.yaml') });
    const response = withUrl(new Response('[]'), 'https://shop.example/v1/items');
    await expect(shop.toFitContract(response)).rejects.toThrow(
      /more than one operation.*There are listItems, addItem\./,
    );
  });
});

test('finds operations under another base path', async () => {
  const proxied = createContractMatchers({ document, basePath: '/proxied' });
  const response = withUrl(Response.json(books, { headers }), 'http://127.0.0.1/proxied/books');
  expect((await proxied.toFitContract(response)).pass).toBe(true);
});
