import { afterAll, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';

const received: unknown[] = [];
const mock = await createMockServer({
  document: 'test/documents/xml-object.yaml',
  listen: false,
  handlers: {
    put: ({ body }) => {
      received.push(body);
      return { status: 200, body: undefined };
    },
    bed: () => ({ status: 200, body: { id: 2, rows: ['a', 'b'] } }),
  },
});
afterAll(() => mock.close());
const put = (body: string) =>
  mock.fetch('http://mock.test/bed', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/xml' },
  });

it('hands a handler the value that XML stands for', async () => {
  const reply = await put('<b:bed xmlns:b="urn:g" id="7"><rows><row>x</row></rows></b:bed>');
  expect([reply.status, received]).toEqual([200, [{ id: 7, rows: ['x'] }]]);
});

it('writes a handler’s value as the schema has it', async () => {
  const reply = await mock.fetch('http://mock.test/bed');
  expect(await reply.text()).toBe(
    '<g:bed xmlns:g="urn:g" id="2"><rows><row>a</row><row>b</row></rows></g:bed>',
  );
});

it.each([
  [
    'what is no XML, with its line',
    '<g:bed xmlns:g="urn:g" id="1">\n<rows>',
    /The body is not XML: .*line 2/,
  ],
  ['another root', '<sofa id="1"/>', /the root element must be <bed> of the namespace urn:g; it is <sofa>/i],
  ['a value of another type', '<g:bed xmlns:g="urn:g" id="first"/>', /id must be an integer/],
  ['a missing attribute', '<g:bed xmlns:g="urn:g"/>', /id is required/],
])('refuses %s', async (_, body, want) => {
  const reply = await put(body);
  expect([reply.status, await reply.text()]).toEqual([400, expect.stringMatching(want)]);
});
