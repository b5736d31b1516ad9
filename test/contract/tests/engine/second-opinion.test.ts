import { beforeAll, expect, test } from 'vitest';
import type { ApiModel, Operation } from '../../../../openapi/model/api-model.ts';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';
import type { SecondJudge } from '../../engine/second-opinion.ts';
import { loadSecondJudge } from '../../engine/second-opinion.ts';

let model: ApiModel;
let judge: SecondJudge;
beforeAll(async () => {
  model = await readModel({ document: packageFile('test/documents/lending-library.yaml'), strict: true });
  judge = await loadSecondJudge(model);
});

function operation(id: string): Operation {
  const found = model.operations.find((one) => one.operationId === id);
  if (found === undefined) throw new Error(`The toy has no operation ${id}.`);
  return found;
}

function reply(status: number, body: unknown, headers: Record<string, string> = {}) {
  const all = { 'content-type': 'application/json; charset=utf-8', ...headers };
  return {
    status,
    headers: all,
    mediaType: 'application/json',
    text: '',
    body: body as null,
    jsonError: undefined,
  };
}

test.each([
  {
    rule: 'a reply that fits',
    id: 'listBooks',
    given: reply(200, [{ title: 'Emma', pages: 1 }], { 'x-total': '1' }),
    want: [],
  },
  {
    rule: 'a missing property',
    id: 'listBooks',
    given: reply(200, [{ title: 'Emma' }], { 'x-total': '1' }),
    want: [/pages/],
  },
  {
    rule: 'a wrong type',
    id: 'listBooks',
    given: reply(200, [{ title: 'Emma', pages: '1' }], { 'x-total': '1' }),
    want: [/integer/],
  },
  { rule: 'a missing header', id: 'listBooks', given: reply(200, []), want: [/x-total/] },
  { rule: 'an undocumented 2xx', id: 'borrowBook', given: reply(200, {}), want: [/status code/] },
  { rule: 'an undocumented 4xx', id: 'borrowBook', given: reply(418, {}), want: [/status code/] },
  { rule: 'what prefixItems allows', id: 'readOpeningHours', given: reply(200, [9, 18]), want: [] },
  {
    rule: 'what prefixItems forbids',
    id: 'readOpeningHours',
    given: reply(200, [9, 'late']),
    want: [/integer/],
  },
])('Prism judges $rule', ({ id, given, want }) => {
  expect(judge.judge(operation(id), given)).toEqual(want.map((one) => expect.stringMatching(one)));
});

test.each([
  { rule: 'one that fits', given: '/books?genre=novel&max=5', want: [] },
  { rule: 'a value outside its range', given: '/books?genre=novel&max=21', want: [/max/] },
  { rule: 'a missing parameter', given: '/books', want: [/genre/] },
])('Prism judges a request: $rule', ({ given, want }) => {
  const server = 'http://library.example/v1';
  const request = { method: 'GET', url: server + given, headers: {}, body: undefined };
  const complaints = judge.judgeRequest(operation('listBooks'), request, server);
  expect(complaints).toEqual(want.map((one) => expect.stringMatching(one)));
});

test('Prism judges the body of a request', () => {
  const server = 'http://library.example/v1';
  const headers = { 'Content-Type': 'application/json' };
  const request = { method: 'POST', url: `${server}/loans`, headers, body: '{"title":"Emma","days":31}' };
  const complaints = judge.judgeRequest(operation('borrowBook'), request, server);
  expect(complaints).toEqual([expect.stringMatching(/days/)]);
});

test('a judge that reads the schema of a body is not blind', () => {
  expect(judge.opinion.state).toBe('used');
  expect(judge.isBlind(operation('listBooks'), reply(200, []))).toBe(false);
});

test('a judge is blind where the body has no schema, or one that it cannot compile', async () => {
  const document = structuredClone(model.bundled) as { components: { schemas: { Book: object } } };
  Object.assign(document.components.schemas.Book, { properties: { title: { pattern: '(' } } });
  const blind = await loadSecondJudge({ ...model, bundled: document as never });
  expect(blind.isBlind(operation('listBooks'), reply(200, []))).toBe(true);
});

test('a judge reads a schema that says nullable and no type', async () => {
  const document = structuredClone(model.bundled) as { components: { schemas: { Book: object } } };
  const title = { nullable: true, allOf: [{ type: 'string' }] };
  Object.assign(document.components.schemas.Book, { properties: { title } });
  const second = await loadSecondJudge({ ...model, bundled: document as never });
  const complaintsOf = (value: unknown) =>
    second.judge(operation('listBooks'), reply(200, [{ title: value }]));
  expect(complaintsOf(1)).toContainEqual(expect.stringMatching(/title/));
  expect(complaintsOf(null)).not.toContainEqual(expect.stringMatching(/title/));
});

test('a judge that is asked for some operations does not read the others', async () => {
  const wrong = reply(200, [{ title: 1 }]);
  const others = model.operations.filter(({ path }) => path !== operation('listBooks').path);
  const [one, other] = [
    await loadSecondJudge(model, [operation('listBooks')]),
    await loadSecondJudge(model, others),
  ];
  expect(one.judge(operation('listBooks'), wrong)).not.toEqual([]);
  expect(other.judge(operation('listBooks'), wrong)).toEqual([]);
});
