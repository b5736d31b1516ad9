import { expect, test } from 'vitest';
import { printPage } from '../../../../docs-src/engine/pages/print-page.ts';
import { createPageTemplates } from '../../../../docs-src/engine/pages/templates.ts';
import { wordsOf } from '../../../../docs-src/engine/words/words.ts';
import { sitePagesOf, type ToySite, templatesFolder } from '../../toy-site.ts';
import { createReadRecorder } from './record-reads.ts';

const everyView = 'test/documents/every-view/openapi.yaml';

/** So many operations that the site opens with an overview. */
const manyOperations = {
  openapi: '3.1.0',
  info: { title: 'Many', version: '1' },
  paths: Object.fromEntries(
    Array.from({ length: 151 }, (_, index) => [
      `/things/${index}`,
      {
        get: {
          operationId: `thing${index}`,
          deprecated: index === 0,
          responses: { 200: { description: 'Done.' } },
        },
      },
    ]),
  ),
};

const sites: readonly ToySite[] = [
  { document: 'openapi/generated/openapi.json', page: 'docs-src/inokufu/pages/index.md' },
  { document: everyView },
  { document: everyView, page: 'test/documents/every-view/pages/index.md' },
  { page: 'test/documents/slate-source/source/index.html.md' },
  { document: manyOperations },
];

/** What build-files.ts asks a page itself: which file it is, whether there is anything to search. */
const readByEngine = ['page.path', 'page.site.hasSearch'];

test('each field of a view is read by the theme or the Markdown, and each name that they read is filled', async () => {
  const recorder = createReadRecorder();
  const templates = createPageTemplates(templatesFolder);
  for (const site of sites) {
    for (const page of await sitePagesOf(site))
      printPage(recorder.wrap(page, 'page'), templates, wordsOf(page.site.locale), (html) => html);
  }
  expect({
    unread: recorder.unread().filter((place) => !readByEngine.includes(place)),
    unfilled: recorder.unfilled(),
  }).toEqual({ unread: [], unfilled: [] });
});
