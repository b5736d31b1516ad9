import { expect, test } from 'vitest';
import {
  directive,
  documentSections,
  sectionElements,
} from '../../../../docs-src/engine/outline/document-sections.ts';
import { wordsOf } from '../../../../docs-src/engine/words/words.ts';
import { modelOf } from '../../../openapi/model-of.ts';

const many = Array.from({ length: 40 }, (_, index) => `/v1/charges/${index}`);

async function sectionsOf(paths: readonly string[], locale = 'en') {
  const responses = { 200: { description: 'ok' } };
  const model = await modelOf({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: Object.fromEntries(paths.map((path) => [path, { get: { responses } }])),
  });
  return documentSections(model, wordsOf(locale)).map(({ title, directives }) => [title, directives.length]);
}

test('few operations without a tag are one section', async () => {
  expect(await sectionsOf(['/v1/charges', '/v1/refunds'])).toEqual([['Operations', 2]]);
  expect(await sectionsOf(['/v1/charges'], 'fr')).toEqual([['Opérations', 1]]);
});

test('so many that they can be looked over are one section still', async () => {
  expect(await sectionsOf(many)).toEqual([['Operations', 40]]);
});

test('many are grouped by what their paths begin with, in the order of the document', async () => {
  const sections = await sectionsOf([...many, '/v1/account_links', '/v3', '/api/v2.1/charges', '/']);
  expect(sections).toEqual([
    ['Charges', 41],
    ['Account links', 1],
    ['Operations', 2],
  ]);
});

test('what no operation shows has sections of its own', async () => {
  const reply = {
    description: 'ok',
    headers: { 'X-Left': { schema: { type: 'integer' } } },
    'x-kit-assumption': 'So.',
  };
  const model = await modelOf({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': { get: { responses: { 200: reply, 404: reply } } } },
    webhooks: { stock: { post: { responses: {} } } },
  });
  const told = documentSections(model, wordsOf('en')).map(({ title, directives }) => [
    title,
    ...directives.map(({ name, argument }) => `${name} ${argument}`.trim()),
  ]);
  expect(told).toEqual([
    ['Operations', 'operation getA'],
    ['Webhooks', 'webhook postStock'],
    ['Response headers', 'headers'],
    ['What this document assumes', 'assumptions'],
  ]);
});

const externalDocs = { url: 'https://a.example', description: 'Guide' };
const link = '<a href="https://a.example" rel="noopener">Guide</a>';
test.each([
  {
    given: { description: ' So *it* is. ', externalDocs },
    want: [
      {
        html: `<p>So <em>it</em> is.</p><p>${link}</p>`,
        markdown: 'So *it* is.\n\n[Guide](https://a.example)',
      },
    ],
  },
  { given: { description: 'Only.' }, want: [{ html: '<p>Only.</p>', markdown: 'Only.' }] },
  { given: { externalDocs }, want: [{ html: `<p>${link}</p>`, markdown: '[Guide](https://a.example)' }] },
  { given: {}, want: [] },
])('a section of $given has the text $want between its heading and its directives', ({ given, want }) => {
  const section = { title: 'A & b', group: 'G', directives: [directive('operation', 'a')] };
  const untold = { description: undefined, externalDocs: undefined };
  const elements = sectionElements({ ...section, ...untold, ...given }, (html, level) => `${html} ${level}`);
  const nowhere = { file: '', line: 1 };
  const titles = { title: 'A & b', titleHtml: 'A &amp; b', id: 'A &amp; b 1' };
  expect([...elements]).toEqual([
    { kind: 'heading', level: 1, group: 'G', ...titles, ...nowhere },
    ...want.map((text) => ({ kind: 'html', ...text, line: 1 })),
    { kind: 'directive', name: 'operation', argument: 'a', ...nowhere },
  ]);
});
