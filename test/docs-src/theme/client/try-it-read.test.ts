import { expect, test } from 'vitest';
import { listIn, readReply } from '../../../../docs-src/theme/client/try-it-read.ts';

test.each([
  [[1, 2], 2],
  [[], 0],
  [{ total: 9, items: [1, 2, 3] }, 3],
  [{ data: { items: [1] }, meta: { page: 0 } }, 1],
  // The list that lies flattest is the one that is meant.
  [{ items: [{ tags: ['a', 'b'] }] }, 1],
  [{ a: [1], b: [2] }, undefined],
  [{ a: { x: [1] }, b: { y: [2] } }, undefined],
  [{ a: { b: { c: [1] } } }, undefined],
  [{ a: null, b: 'text' }, undefined],
  ['text', undefined],
  [undefined, undefined],
])('the list of %j has %s entries', (body, want) => {
  expect(listIn(body)?.length).toBe(want);
});

test.each([
  ['application/json', '{"a":1}', { a: 1 }],
  ['application/problem+json', '[]', []],
  ['application/json', 'no', undefined],
  ['text/plain', '1', undefined],
])('a body of %s says in %s: %j', async (type, text, json) => {
  const answer = new Response(text, { status: 201, statusText: 'Made', headers: { 'Content-Type': type } });
  const reply = await readReply(answer, () => 5);
  expect(reply).toMatchObject({ status: 201, statusText: 'Made', milliseconds: 5, text, json });
});
