import { beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '../../../../openapi/model/api-model.ts';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { chooseExampleReply, exampleReplies } from '../../../../openapi/operations/values/example-replies.ts';
import { found, modelOf, operationOf } from '../../model-of.ts';

let listAnimals: Operation;
let getAnimal: Operation;
beforeAll(async () => {
  listAnimals = await operationOf('petstore-3.0.yaml', 'listAnimals');
  getAnimal = await operationOf('petstore-3.0.yaml', 'getAnimal');
});

it('gives every named example of every response, and a generated one where there is none', () => {
  expect(
    exampleReplies(listAnimals).map(({ documentedStatus, status, name }) => [documentedStatus, status, name]),
  ).toEqual([
    ['200', 200, 'two'],
    ['200', 200, 'none'],
    ['4XX', 400, 'generated'],
    ['default', 500, 'generated'],
  ]);
});

it('gives the headers that are documented', () => {
  expect(exampleReplies(listAnimals)[0]?.headers).toEqual({ 'X-Total': '2' });
});

it("gives the header's example that has the name of the body's", async () => {
  const { operations } = await readModel({
    document: packageFile('openapi/generated/openapi.json'),
    strict: true,
  });
  const search = operations.find(({ operationId }) => operationId === 'search');
  const headersOf = (status: number, name?: string) =>
    search && chooseExampleReply(search, { status, ...(name === undefined ? {} : { name }) })?.headers;
  expect(headersOf(200)).toMatchObject({ 'X-RateLimit-Remaining': '421' });
  expect(headersOf(429)).toMatchObject({ 'Retry-After': '1', 'X-RateLimit-Remaining': '421' });
  expect(headersOf(429, 'quota-exceeded')).toMatchObject({
    'Retry-After': '1209600',
    'X-RateLimit-Remaining': '0',
    RateLimit: expect.stringContaining('"quota";r=0'),
  });
  expect(headersOf(503)).toMatchObject({ 'Retry-After': '120' });
});

it.each([
  { given: { schema: { enum: ['→', 'east'] } }, want: 'east' },
  { given: { schema: { enum: ['→', 'one\ntwo'] } }, want: '→' },
  { given: { schema: { default: '→', const: 'east' } }, want: 'east' },
  { given: { schema: { examples: ['→'], default: 'east' } }, want: 'east' },
  { given: { schema: {}, examples: { a: { value: '→' }, b: { value: 'east' } } }, want: 'east' },
  { given: { schema: {}, example: ['a', 1] }, want: 'a,1' },
  { given: { schema: {}, example: { a: [1, 2] } }, want: 'a,1,2' },
  { given: { schema: {}, explode: true, example: { a: 1, b: null } }, want: 'a=1,b=null' },
  { given: { content: { 'application/json': { schema: {} } }, example: { a: 1 } }, want: '{"a":1}' },
])('gives of a header the first value that can be sent: $given', async ({ given, want }) => {
  const headers = { 'X-Way': { required: true, ...given } };
  const responses = { 200: { description: 'Fine.', headers } };
  const { operations } = await modelOf({
    openapi: '3.1.0',
    info: {},
    paths: { '/a': { get: { responses } } },
  });
  expect(exampleReplies(found(operations[0], 'get'))[0]?.headers).toEqual({ 'X-Way': want });
});

it("makes a generated value from the schema's own examples", () => {
  expect(chooseExampleReply(listAnimals, { status: 400 })?.value).toMatchObject({ title: 'No such thing' });
});

it('has no value where the response has no content', () => {
  expect(chooseExampleReply(getAnimal, { status: 404 })).toMatchObject({
    mediaType: undefined,
    value: undefined,
  });
});

describe('chooseExampleReply', () => {
  it.each([
    ['the first success', {}, { status: 200, name: 'two' }],
    ['an example by name', { name: 'none' }, { status: 200, value: [] }],
    ['a class for a status', { status: 418 }, { status: 418, documentedStatus: '4XX' }],
    ['default for a status', { status: 503 }, { status: 503, documentedStatus: 'default' }],
  ])('takes %s', (_, choice, want) => {
    expect(chooseExampleReply(listAnimals, choice)).toMatchObject(want);
  });

  it('takes the media type that is asked for', () => {
    expect(chooseExampleReply(getAnimal, { mediaType: 'application/xml' })?.mediaType).toBe(
      'application/xml',
    );
    expect(chooseExampleReply(getAnimal, { mediaType: 'application/*' })?.mediaType).toBe('application/json');
  });

  it('finds nothing where the document has none such', () => {
    expect(chooseExampleReply(listAnimals, { name: 'nowhere' })).toBeUndefined();
    expect(chooseExampleReply(getAnimal, { status: 500 })).toBeUndefined();
  });
});
