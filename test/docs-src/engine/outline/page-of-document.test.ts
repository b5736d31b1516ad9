import { expect, test } from 'vitest';
import { pageOfDocument } from '../../../../docs-src/engine/outline/page-of-document.ts';
import { en } from '../../../../docs-src/engine/words/en.ts';
import { modelOf } from '../../../openapi/model-of.ts';

const responses = (status: string) => ({ responses: { [status]: { description: 'So.' } } });
const info = (more: object) => ({ info: { title: 'T', version: '1', ...more } });

test.each([
  { given: {}, want: ['h1 T'] },
  { given: info({ description: 'Text.' }), want: ['h1 T', 'html <p>Text.</p> 1'] },
  {
    given: info({ description: '# Own\n\nText.' }),
    want: ['h1 Own info.description', 'html <p>Text.</p> 3'],
  },
  { given: info({ description: '## Own' }), want: ['h1 T', 'h2 Own info.description'] },
  { given: info({ summary: 'In *short*.' }), want: ['h1 T', 'html <p>In <em>short</em>.</p> 1'] },
  { given: info({ contact: { name: 'C' } }), want: ['h1 T', 'kit about'] },
  { given: { servers: [{ url: 'https://a.example' }] }, want: ['h1 T', 'h2 Servers', 'kit servers'] },
  {
    given: { components: { securitySchemes: { basic: { type: 'http', scheme: 'basic' } } } },
    want: ['h1 T', 'h1 Authentication', 'kit security'],
  },
  {
    given: info({ 'x-sla': { plans: { free: {} } } }),
    want: ['h1 T', 'h2 Usage plans', 'kit plans'],
  },
  {
    given: { paths: { '/a': { get: responses('200') } } },
    want: ['h1 T', 'h1 Operations', 'kit operation getA'],
  },
  {
    given: { paths: { '/a': { get: responses('4XX') } } },
    want: ['h1 T', 'h1 Operations', 'kit operation getA', 'h1 Errors', 'kit errors'],
  },
])('the page of $given is $want', async ({ given, want }) => {
  const model = await modelOf({ openapi: '3.1.0', ...info({}), paths: {}, ...given });
  const told = [...pageOfDocument(model, en, (title) => title)].map((element) => {
    if (element.kind === 'heading') return `h${element.level} ${element.title} ${element.file}`.trim();
    if (element.kind === 'directive') return `kit ${element.name} ${element.argument}`.trim();
    return `${element.kind} ${element.html.trim()} ${element.line}`;
  });
  expect(told).toEqual(want);
});
