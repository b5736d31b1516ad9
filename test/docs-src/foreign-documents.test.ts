import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../docs-src/build-site.ts';
import { unescapeHtml } from '../../docs-src/engine/markdown/escape-html.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { readModel } from '../../openapi/model/read-model.ts';

/** The page of a document in test/documents/foreign, as HTML and as a reader sees it. */
async function pageOf(document: string): Promise<{ html: string; text: string }> {
  const files = await buildSite({ document: packageFile(`test/documents/foreign/${document}`) });
  const html = String(files.get('index.html'));
  return { html, text: unescapeHtml(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ') };
}

describe('who is behind an API, and where more is said', () => {
  let page: { html: string; text: string };
  beforeAll(async () => {
    page = await pageOf('about.yaml');
  });

  it.each([
    'Hives and their honey',
    'What it is for.',
    'The keeper',
    'keeper@hive.example',
    'Honey license',
    'All about hives',
    'The book of hives',
    'Where bees live',
    'Said of the whole path.',
    'Said of the operation.',
    'How lists work',
    'https://hive.example/hive',
    'Of combs',
  ])('stands on the page: %s', (text) => {
    expect(page.text).toContain(text);
  });

  it('has the description of a tag under its heading, as Markdown', () => {
    expect(page.html).toMatch(/<h1 id="hives">[^\n]*\n<p>Each hive has <strong>bees<\/strong>/);
    expect(page.html).toContain('<td>drone</td>');
  });
});

describe('extensions of other tools', () => {
  it.each([
    'For the audience',
    'What is on',
    'Gold Beta',
    'all_plays',
    'Ends well',
    'TRAGEDY',
    'Also those that are sold out',
    'some',
  ])('stand on the page: %s', async (text) => {
    expect((await pageOf('extensions.yaml')).text).toContain(text);
  });

  it('are nowhere on the site where they say that something is internal, and the build names it', async () => {
    const messages: string[] = [];
    const files = await buildSite({
      document: packageFile('test/documents/foreign/extensions.yaml'),
      onDocumentFaults: (faults) => messages.push(...faults.map(({ message }) => message)),
    });
    const leaks = [...files].filter(([, content]) =>
      /listCrew|\/crew|prompter|understudy/.test(String(content)),
    );
    expect(leaks.map(([name]) => name)).toEqual([]);
    expect(messages).toEqual([
      '"crew" of tags is left out, as `x-internal` says',
      'path "/crew" is left out, as `x-internal` says',
      '"prompter" of parameters is left out, as `x-internal` says',
      'property "understudy" is left out, as `x-internal` says',
    ]);
  });

  it('are served by the mock though they are internal', async () => {
    const { operations } = await readModel({
      document: packageFile('test/documents/foreign/extensions.yaml'),
      strict: false,
    });
    expect(operations.map(({ operationId }) => operationId)).toEqual(['listPlays', 'listCrew']);
  });
});

describe('what a validator enforces', () => {
  it.each([
    '[number, string]',
    'nothing more',
    'where it begins',
    'its unit',
    '[number, …boolean]',
    'nothing null',
    'void null',
    'contains at least 2 items: integer',
    'no item twice',
    'names: pattern ^x',
    'image/png',
    'multiple of 0.05',
    'not: 13',
    '/^note-/',
    'with lounge, also class',
    'no other properties',
    'at least 1 property',
    'If class = first',
    'lounge required',
    'Served warm',
    'Otherwise',
    'Served cold',
    'If photo given',
    'Of the photo',
  ])('stands in the rows of a schema: %s', async (text) => {
    expect((await pageOf('rules.yaml')).text).toContain(text);
  });
});
