import { reply } from 'inokufu-api-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLibraryMock } from './library-mock.ts';

let mock: Awaited<ReturnType<typeof createLibraryMock>>;
beforeAll(async () => {
  mock = await createLibraryMock();
});
afterAll(() => mock.close());

it.each([
  ['/books/9780262510875', 200, { isbn: '9780262510875', title: 'Structure and Interpretation' }],
  ['/opening-hours', 200, '10 to 18'],
])('answers %s', async (path, status, body) => {
  const reply = await fetch(mock.apiUrl + path);
  expect(reply.status).toBe(status);
  expect(await reply.json()).toEqual(body);
});

it.each([
  ['/books/9780000000000', 404],
  ['/books/no-isbn', 400],
])('refuses %s with %i', async (path, status) => {
  expect((await fetch(mock.apiUrl + path)).status).toBe(status);
});

it('answers as a test wants it, until it is reset', async () => {
  mock.use({ getBook: ({ parameters }) => reply(200, { isbn: parameters.path.isbn, title: 'Any' }) });
  expect(await (await mock.fetch(`${mock.apiUrl}/books/9780000000000`)).json()).toMatchObject({
    title: 'Any',
  });
  await mock.reset();
  expect((await mock.fetch(`${mock.apiUrl}/books/9780000000000`)).status).toBe(404);
});
