import { describe, expect, test } from 'vitest';
import {
  incomingView,
  type OperationViewOptions,
  operationTitle,
  operationView,
} from '../../../../docs-src/engine/views/operation-view.ts';
import { createSaidOnce } from '../../../../docs-src/engine/views/said-once.ts';
import { en as english } from '../../../../docs-src/engine/words/en.ts';
import { operationOf } from '../../../openapi/model-of.ts';
import { links, rowOptions, toyModel, toyOperation } from './toy-model.ts';

const place = {
  heading: undefined,
  idPrefix: 'toy',
  pageHref: 'operations/toy.html',
  markdownHref: undefined,
};

function optionsOf(more: Partial<OperationViewOptions> = {}): OperationViewOptions {
  return {
    words: english,
    links,
    languages: [{ id: 'shell', label: 'cURL' }],
    plans: undefined,
    tryItServers: [],
    basePath: '',
    maximumRows: rowOptions.maximumRows,
    said: createSaidOnce(),
    ...more,
  };
}

const viewOf = async (
  operation: object,
  more: Partial<OperationViewOptions> = {},
  parts: object = {},
  id = 'toy',
) => operationView(await toyOperation(operation, parts, id), place, optionsOf(more));

test.each([
  { given: { summary: ' Search ' }, want: 'Search' },
  { given: { summary: ' ' }, want: 'toy' },
  { given: {}, want: 'toy' },
])('the title of $given is $want', async ({ given, want }) => {
  expect(operationTitle(await toyOperation(given))).toBe(want);
  expect((await viewOf(given)).title).toBe(want);
});

test('a path that ends in a variable has no piece after it', async () => {
  const { pathPieces } = await viewOf({}, {}, {}, 'toy/{id}');
  expect(pathPieces.map(({ text }) => text)).toEqual(['/toy/', '{id}']);
});

test('an operation has its address, its marks and its texts', async () => {
  const operation = {
    summary: 'Toy',
    description: ' So *it* is. ',
    deprecated: true,
    'x-kit-assumption': 'Or *not*.',
    externalDocs: { url: 'https://a.example/guide' },
  };
  const parts = { servers: [{ url: '/v1' }] };
  expect(await viewOf(operation, {}, parts, 'toy/{id}/x')).toMatchObject({
    operationId: 'toy',
    heading: undefined,
    idPrefix: 'toy',
    method: 'GET',
    path: '/toy/{id}/x',
    pathPieces: [
      { text: '/toy/', isVariable: false },
      { text: '{id}', isVariable: true },
      { text: '/x', isVariable: false },
    ],
    serverUrl: 'https://api.example.com/v1',
    url: 'https://api.example.com/v1/toy/{id}/x',
    isWebhook: false,
    isDeprecated: true,
    descriptionHtml: '<p>So <em>it</em> is.</p>',
    descriptionMarkdown: 'So *it* is.',
    assumption: { label: 'Or *not*.', href: '#Or *not*.' },
    externalDocsHtml: '<a href="https://a.example/guide" rel="noopener">https://a.example/guide</a>',
    pageHref: 'operations/toy.html',
    samples: [{ language: 'shell' }],
    sampleRequest: expect.stringContaining('"name":"toy"'),
    requestBody: undefined,
    tryIt: undefined,
  });
  expect(await viewOf({})).toMatchObject({
    isDeprecated: false,
    descriptionMarkdown: '',
    externalDocsHtml: '',
  });
});

test.each([
  {
    given: { url: 'https://a.example', description: 'Guide' },
    want: '<a href="https://a.example" rel="noopener">Guide</a>',
  },
  { given: { url: 'javascript:alert(1)' }, want: 'javascript:alert(1)' },
])('the external documentation $given is $want', async ({ given, want }) => {
  expect((await viewOf({ externalDocs: given })).externalDocsHtml).toEqual(want);
});

describe('the request body', () => {
  const text = (html: string) => html.replace(/<[^>]*>/g, '');
  const body = (content: object, more: object = {}) => ({
    requestBody: { content: { 'application/*': content }, ...more },
  });
  test('has its marks and a part for each media type', async () => {
    const schema = {
      type: 'object',
      properties: { id: { readOnly: true }, deep: { type: 'object', properties: { a: {} } } },
    };
    const view = await viewOf(body({ schema }, { required: true, description: 'So *it* is.' }), {
      maximumRows: 1,
    });
    expect(view.requestBody).toMatchObject({
      isRequired: true,
      descriptionHtml: '<p>So <em>it</em> is.</p>',
    });
    const [content] = view.requestBody?.contents ?? [];
    expect(content).toMatchObject({
      mediaType: 'application/*',
      schema: { name: undefined, isRequired: false },
    });
    expect(content?.schema?.children.map(({ name, see }) => [name, see?.label])).toEqual([
      ['deep', 'toy › deep'],
    ]);
    expect((await viewOf(body({}))).requestBody).toMatchObject({
      isRequired: false,
      contents: [{ schema: undefined }],
    });
  });

  test.each([
    { given: { schema: { const: 5 } }, want: ['Example: 5'] },
    { given: { example: 5 }, want: ['example: 5'] },
    {
      given: { examples: { one: { value: 1 }, two: { value: 2, summary: 'Two' } } },
      want: ['one: 1', 'Two: 2'],
    },
  ])('of $given has the examples $want', async ({ given, want }) => {
    const [content] = (await viewOf(body(given))).requestBody?.contents ?? [];
    expect(content?.examples.map(({ title, codeHtml }) => `${title}: ${text(codeHtml)}`)).toEqual(want);
  });

  test('that the page shows already is a link', async () => {
    const schema = { $ref: '#/components/schemas/Four' };
    const parts = {
      components: { schemas: { Four: { type: 'object', properties: { a: {}, b: {}, c: {}, d: {} } } } },
    };
    const content = { 'application/json': { schema }, 'application/xml': { schema } };
    const view = await viewOf({ requestBody: { content } }, {}, parts);
    expect(view.requestBody?.contents.map(({ schemaSee }) => schemaSee?.href)).toEqual([
      undefined,
      '#toy-body',
    ]);
    expect(text(view.requestBody?.contents[1]?.examples[0]?.codeHtml ?? '')).toContain('Four');
  });
});

test('a form is there where Try it has a server, plans where the document has them', async () => {
  const parts = {
    components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'k' } } },
    info: { title: 'Toy', version: '1', 'x-sla': { plans: { free: {} } } },
  };
  const model = await toyModel({ toy: { security: [{ key: ['a'] }] } }, parts);
  const [operation] = model.operations;
  if (operation === undefined) throw new Error('No operation.');
  const options = optionsOf({ plans: model.plans, tryItServers: ['/mock'] });
  expect(operationView(operation, place, options)).toMatchObject({
    tryIt: { servers: ['/mock'] },
    plans: [{ name: 'free' }],
    security: { kind: 'needed' },
  });
  expect(operationView(operation, place, { ...options, tryItServers: ['/'] }).tryIt?.servers).toEqual(['/']);
  expect(incomingView(operation, place, options)).toMatchObject({
    tryIt: undefined,
    plans: [],
    samples: [],
    sampleRequest: undefined,
    isWebhook: true,
    url: undefined,
    serverUrl: undefined,
    pathPieces: [{ text: '/toy', isVariable: false }],
  });
});

test('a callback says what is sent, and what it wants to hear', async () => {
  const four = { type: 'object', properties: { a: { readOnly: true }, b: {}, c: {}, d: {}, e: {} } };
  const body = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Four' } } } };
  const sent = {
    summary: 'It is done',
    description: 'So *it* is.',
    parameters: [{ name: 'X-Sign', in: 'header', schema: {} }],
    requestBody: body,
    responses: {
      204: { description: 'Heard.', headers: { 'X-Seen': { schema: {} } } },
      200: { description: '', ...body },
    },
  };
  const operation = {
    callbacks: {
      'on done': { '{$request.query.url}': { post: sent } },
      later: { '/x': { put: { responses: {} } } },
    },
  };
  const view = await viewOf(operation, {}, { components: { schemas: { Four: four } } });
  expect(view.callbacks).toMatchObject([
    {
      name: 'on done',
      expression: '{$request.query.url}',
      operations: [
        {
          idPrefix: 'toy-on-done-post',
          title: 'It is done',
          method: 'POST',
          descriptionHtml: '<p>So <em>it</em> is.</p>',
          parameterGroups: [{ rows: [{ id: 'toy-on-done-post-parameter-X-Sign' }] }],
          requestBody: { contents: [{ mediaType: 'application/json', schema: { type: 'Four' } }] },
          replies: [
            { status: '200', phrase: 'OK', kind: 'success' },
            { status: '204', descriptionHtml: '<p>Heard.</p>', headers: [{ name: 'X-Seen' }] },
          ],
        },
      ],
    },
    { name: 'later', operations: [{ method: 'PUT', requestBody: undefined, replies: [] }] },
  ]);
  expect(Object.keys(view.callbacks[0]?.operations[0] ?? {})).not.toContain('samples');
});

test.each([
  { pageHref: undefined, want: ['These are the values that `genre` of `listRecords` takes.'] },
  { pageHref: 'operations/toy.html', want: undefined },
])(
  'what holds is said on the own page of an operation, else in its place: $want',
  async ({ pageHref, want }) => {
    const operation = await operationOf('record-shop.yaml', 'listGenres');
    const { relations } = operationView(operation, { ...place, pageHref }, optionsOf());
    expect(relations?.items.map(({ markdown }) => markdown)).toEqual(want);
  },
);
