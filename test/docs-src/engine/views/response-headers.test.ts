import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSite, type SiteFiles } from '../../../../docs-src/build-site.ts';
import {
  replyHeaders,
  sharedHeaders,
  sharedHeaderViews,
} from '../../../../docs-src/engine/views/response-headers.ts';
import { searchEntries } from '../../../../docs-src/theme/client/search-entries.ts';
import type { Operation } from '../../../../openapi/model/api-model.ts';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { searchDataOf } from '../../../../scripts/chores/search-check/check-questions.ts';
import { found } from '../../../openapi/model-of.ts';
import { brokenLinks } from '../../site-links.ts';
import { rowOptions, toyModel } from './toy-model.ts';

type Replies = Readonly<Record<string, object>>;

const integer = (description: string) => ({ description, schema: { type: 'integer' } });

/** A document with an operation for each path: its replies by status, their headers. */
function documentOf(paths: Readonly<Record<string, Replies>>, components: object = {}): string {
  const operations = Object.entries(paths).map(([name, replies]) => {
    const responses = Object.entries(replies).map(([status, headers]) => [
      status,
      { description: status, headers },
    ]);
    return [`/${name}`, { get: { operationId: name, responses: Object.fromEntries(responses) } }];
  });
  const document = {
    openapi: '3.1.0',
    info: { title: 'Toy', version: '1' },
    paths: Object.fromEntries(operations),
    components,
  };
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'headers-')), 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  return file;
}

/** The part of a page that shows an operation. */
function operationHtml(files: SiteFiles, operationId: string, page = 'index.html'): string {
  const html = String(files.get(page));
  const start = html.indexOf(`data-operation="${operationId}"`);
  const end = html.indexOf('<section class="operation"', start);
  return html.slice(start, end === -1 ? undefined : end);
}

/** The section of shared headers. */
function section(files: SiteFiles): string {
  return (
    /<div class="response-headers">[\s\S]*?<\/div>\n(?=<|$)/.exec(String(files.get('index.html')))?.[0] ?? ''
  );
}

const named = (html: string, name: string) => html.includes(`${name}</a>`) || html.includes(`${name},`);
const described = (html: string, name: string) => html.includes(`<code>${name}</code>`);

describe('a header that several replies send alike', () => {
  const reply = (headers: object) => ({ description: '', headers });
  const header = (more: object = {}) => ({ description: 'Said.', schema: { type: 'integer' }, ...more });
  const groupsOf = async (...replies: readonly object[]) => {
    const responses = Object.fromEntries(
      replies.map((headers, index) => [String(200 + index), reply(headers)]),
    );
    return sharedHeaders(await toyModel({ a: { responses } }));
  };
  test.each([
    { given: [{ A: header() }, { a: header() }], want: ['headers-a A'] },
    { given: [{ A: header() }, {}], want: [] },
    { given: [{ A: header() }, { A: header({ description: 'Else.' }) }], want: [] },
    { given: [{ A: header() }, { A: header({ required: true }) }], want: [] },
    { given: [{ A: header() }, { A: header({ deprecated: true }) }], want: [] },
    { given: [{ A: header() }, { A: header({ 'x-kit-assumption': 'Ours.' }) }], want: [] },
    { given: [{ A: header() }, { A: header({ schema: {} }) }], want: [] },
    { given: [{ A: header() }, { A: header({ example: 1 }) }], want: [] },
    { given: [{ A: header({ example: 2 }) }, { A: header({ example: 1 }) }], want: [] },
    { given: [{ A: header() }, { A: header({ description: 'Else.' }) }, { A: header() }], want: [] },
    {
      given: [
        { A: header(), B: header() },
        { B: header(), A: header() },
      ],
      want: ['headers-a A,B'],
    },
    {
      given: [{ A: header(), B: header() }, { A: header() }, { B: header() }],
      want: ['headers-a A 200,201', 'headers-b B 200,202'],
    },
  ])('$given stands in $want', async ({ given, want }) => {
    const groups = await groupsOf(...given);
    const said = groups.map(({ anchor, headers, statuses }) =>
      `${anchor} ${headers.map(({ name }) => name).join()} ${statuses.join()}`.trim(),
    );
    expect(said).toEqual(want);
  });

  test('is told by its file as well as by its place in it', async () => {
    const responses = { 200: reply({ A: header() }), 201: reply({ A: header({ description: 'Else.' }) }) };
    const model = await toyModel({ a: { responses } });
    const operations = model.operations.map((operation) => ({
      ...operation,
      responses: operation.responses.map((response) => ({
        ...response,
        headers: response.headers.map((one) => ({
          ...one,
          source: { ...one.source, file: `${response.status}.yaml`, pointer: '/A' },
        })),
      })),
    }));
    expect(sharedHeaders({ ...model, operations })).toEqual([]);
  });

  test('is counted in callbacks and webhooks too, its statuses in order', async () => {
    const responses = { 500: reply({ A: header() }), 201: reply({}) };
    const callbacks = { done: { '/x': { post: { responses: { 404: reply({ A: header() }) } } } } };
    const webhooks = { hook: { post: { responses: { 204: reply({ A: header() }) } } } };
    const groups = sharedHeaders(await toyModel({ a: { responses, callbacks } }, { webhooks }));
    expect(groups.map(({ statuses }) => statuses)).toEqual([['204', '404', '500']]);
  });

  test('has a row with an address, under the replies that send it', async () => {
    const views = (groups: Awaited<ReturnType<typeof groupsOf>>) => sharedHeaderViews(groups, rowOptions);
    expect(views(await groupsOf({ 'X.A': header() }, { 'X.A': header() }))).toMatchObject([
      { anchor: 'headers-x-a', sent: 'Sent with every response', rows: [{ id: 'header-x-a', name: 'X.A' }] },
    ]);
    expect(views(await groupsOf({ A: header() }, { A: header() }, {}))).toMatchObject([
      { sent: 'Sent with 200, 201' },
    ]);
  });
});

describe('the row of a header', () => {
  const rowOf = async (header: object, content: object = {}) => {
    const responses = { 200: { description: '', headers: { A: header }, content } };
    const reply = (await toyModel({ a: { responses } })).operations[0]?.responses[0];
    return reply === undefined ? undefined : replyHeaders(reply, rowOptions).headers[0];
  };
  const texts = { description: 'Of the *schema*.', 'x-kit-assumption': 'Schema.', examples: ['schema'] };
  const examples = { ada: { value: 'a' }, ida: { value: 'i' }, far: { externalValue: 'https://a.example' } };
  const named = { 'application/json': { examples: { ida: { value: 1 } } } };
  test.each([
    { given: {}, want: { name: 'A', isRequired: false, isDeprecated: false, examples: [] } },
    { given: { required: true, deprecated: true }, want: { isRequired: true, isDeprecated: true } },
    { given: { schema: { deprecated: true } }, want: { isDeprecated: true } },
    {
      given: { schema: texts },
      want: {
        descriptionHtml: '<p>Of the <em>schema</em>.</p>',
        assumption: { label: 'Schema.', href: '#Schema.' },
        examples: ['schema'],
      },
    },
    {
      given: { description: 'Own.', 'x-kit-assumption': 'Ours.', example: 'own', schema: texts },
      want: {
        descriptionHtml: '<p>Own.</p>',
        assumption: { label: 'Ours.', href: '#Ours.' },
        examples: ['own'],
      },
    },
    { given: { examples, schema: {} }, want: { examples: ['a', 'i'] } },
  ])('$given has $want', async ({ given, want }) => {
    expect(await rowOf({ schema: {}, ...given })).toMatchObject(want);
  });

  test('has the example that goes with the reply’s', async () => {
    expect(await rowOf({ schema: {}, examples }, named)).toMatchObject({ examples: ['i'] });
  });

  test('is a link where a section describes it, one for those that stand there together', async () => {
    const headers = { A: { schema: {} }, B: { schema: {} }, C: { schema: {} }, D: { schema: {} } };
    const reply = (await toyModel({ a: { responses: { 200: { description: '', headers } } } })).operations[0]
      ?.responses[0];
    const links = {
      ...rowOptions.links,
      headers: (name: string) => ({ A: '#one', B: '#two', C: '#one' })[name],
    };
    const { headers: rows, headersSee } = found(
      reply && replyHeaders(reply, { ...rowOptions, links }),
      'reply',
    );
    expect(rows.map(({ name }) => name)).toEqual(['D']);
    expect(headersSee).toEqual([
      { label: 'A, C', href: '#one' },
      { label: 'B', href: '#two' },
    ]);
  });
});

describe('the headers of replies', () => {
  const limit = integer('Calls a day.');
  const retry = integer('Seconds to wait.');
  const shared = { $ref: '#/components/headers/Limit' };
  const components = { headers: { Limit: limit } };
  test.each([
    [
      'a component that several operations name',
      { a: { 200: { 'X-Limit': shared } }, b: { 200: { 'X-Limit': shared } } },
      true,
    ],
    [
      'the same definition written twice',
      { a: { 200: { 'X-Limit': limit } }, b: { 404: { 'X-Limit': { ...limit } } } },
      true,
    ],
    [
      'several replies of one operation',
      { a: { 200: { 'X-Limit': limit }, 429: { 'X-Limit': limit } } },
      true,
    ],
    [
      'the same name in other letter case',
      { a: { 200: { 'X-Limit': limit } }, b: { 200: { 'x-limit': limit } } },
      true,
    ],
    ['one reply alone', { a: { 200: { 'X-Limit': limit } }, b: { 200: {} } }, false],
    [
      'another meaning in another operation',
      { a: { 200: { 'X-Limit': limit } }, b: { 200: { 'X-Limit': retry } } },
      false,
    ],
    [
      'another type in another operation',
      {
        a: { 200: { 'X-Limit': limit } },
        b: { 200: { 'X-Limit': { ...limit, schema: { type: 'string' } } } },
      },
      false,
    ],
    [
      'one that is required in one place',
      { a: { 200: { 'X-Limit': limit } }, b: { 200: { 'X-Limit': { ...limit, required: true } } } },
      false,
    ],
    [
      'one that is deprecated in one place',
      { a: { 200: { 'X-Limit': limit } }, b: { 200: { 'X-Limit': { ...limit, deprecated: true } } } },
      false,
    ],
    [
      'another example',
      { a: { 200: { 'X-Limit': limit } }, b: { 200: { 'X-Limit': { ...limit, example: 5 } } } },
      false,
    ],
    [
      'another meaning in another reply',
      { a: { 200: { 'X-Limit': limit }, 429: { 'X-Limit': retry } } },
      false,
    ],
  ] as [string, Readonly<Record<string, Replies>>, boolean][])('%s', async (_kind, paths, isShared) => {
    const files = await buildSite({ document: documentOf(paths, components) });
    expect(described(section(files), 'X-Limit')).toBe(isShared);
    for (const [operationId, replies] of Object.entries(paths)) {
      const has = Object.values(replies).some((headers) => Object.keys(headers).length > 0);
      for (const page of ['index.html', `operations/${operationId}.html`]) {
        const html = operationHtml(files, operationId, page).replace(section(files), '').toLowerCase();
        expect(named(html, 'x-limit'), `${page} names it`).toBe(has && isShared);
        expect(described(html, 'x-limit'), `${page} describes it`).toBe(has && !isShared);
      }
    }
    expect(brokenLinks(files)).toEqual([]);
  });

  test('stand together where the same replies send them, and say with which statuses', async () => {
    const everywhere = { 'X-Id': integer('Id.'), 'X-Trace': integer('Trace.') };
    const files = await buildSite({
      document: documentOf({
        a: { 200: everywhere, 503: { ...everywhere, 'Retry-After': retry } },
        b: { 200: everywhere, 429: { 'Retry-After': retry, ...everywhere } },
      }),
    });
    const groups = section(files).split('<section ').slice(1);
    expect(groups).toHaveLength(2);
    expect(groups[0]).toMatch(
      /id="headers-x-id"><p><strong>Sent with every response<\/strong><\/p>[\s\S]*X-Id[\s\S]*X-Trace/,
    );
    expect(groups[1]).toMatch(
      /id="headers-retry-after"><p><strong>Sent with 429, 503<\/strong><\/p>[\s\S]*Retry-After/,
    );
    expect(operationHtml(files, 'b')).toContain(
      'Headers: <a href="#headers-retry-after">Retry-After</a>, <a href="#headers-x-id">X-Id, X-Trace</a>',
    );
    expect(operationHtml(files, 'b', 'operations/b.html')).toContain(
      'href="../index.html#headers-retry-after"',
    );
  });

  test('have a section in the language of the site, also beside pages that do not name it', async () => {
    const document = documentOf({ a: { 200: { 'X-Limit': limit } }, b: { 200: { 'X-Limit': limit } } });
    const pages = path.join(path.dirname(document), 'index.md');
    writeFileSync(pages, '---\ntitle: Kit\nlocale: fr\n---\n# Bonjour\n\n<!-- kit operation a -->\n');
    const files = await buildSite({ document, pages });
    const html = String(files.get('index.html'));
    expect(html.match(/<h1 id="en-tetes-de-reponse">/g)).toHaveLength(1);
    expect(section(files)).toContain('Dans toute réponse');
    expect(brokenLinks(files)).toEqual([]);
  });

  test('are in the Markdown of the pages, in llms-full.txt and in the search', async () => {
    const files = await buildSite({
      document: documentOf({
        a: { 200: { 'X-Limit': limit, Etag: integer('Version of A.') } },
        b: { 200: { 'X-Limit': limit, Etag: integer('Version of B.') } },
      }),
    });
    for (const name of ['index.md', 'llms-full.txt', 'operations/a.md'])
      expect(String(files.get(name)), name).toContain('X-Limit');
    expect(String(files.get('llms-full.txt'))).toMatch(/`X-Limit` \(integer\): Calls a day\./);
    expect(String(files.get('operations/b.md'))).toContain('`Etag` (integer): Version of B.');
    const records = searchEntries(searchDataOf(files));
    expect(records.filter(({ kind }) => kind === 'header').map(({ title, href }) => [title, href])).toEqual([
      ['Etag', 'index.html#a-status-200'],
      ['Etag', 'index.html#b-status-200'],
      ['X-Limit', 'index.html#header-x-limit'],
    ]);
  });
});

const folder = packageFile('test/documents');
const toys = readdirSync(folder)
  .map((name) => path.join(folder, name))
  .filter((file) => file.endsWith('.yaml') && /^openapi:/m.test(readFileSync(file, 'utf8')));
const documents = [packageFile('openapi/generated/openapi.json'), ...toys];

function everyOperation(operation: Operation): Operation[] {
  return [
    operation,
    ...operation.callbacks.flatMap((callback) => callback.operations.flatMap(everyOperation)),
  ];
}

test.each(documents)(
  '%s: each documented header stands at its operation and is described',
  async (document) => {
    const model = await readModel({ document, strict: false }).catch(() => undefined);
    if (model === undefined) return; // Not every toy is a document of its own.
    const files = await buildSite({ document });
    const missing: string[] = [];
    for (const outer of [...model.operations, ...model.webhooks]) {
      const html = operationHtml(files, outer.operationId);
      for (const operation of everyOperation(outer)) {
        for (const { status, headers } of operation.responses) {
          for (const { name } of headers) {
            const isThere = named(html, name) || described(html, name);
            if (!isThere) missing.push(`${operation.operationId} ${status} ${name}`);
            const isDescribed = described(html, name) || described(section(files), name);
            if (!isDescribed) missing.push(`${operation.operationId} ${status} ${name}: its meaning`);
          }
        }
      }
    }
    expect(missing).toEqual([]);
  },
);
