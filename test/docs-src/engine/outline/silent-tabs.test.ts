import { expect, it } from 'vitest';
import { findSilentTabs } from '../../../../docs-src/engine/outline/silent-tabs.ts';
import { readFrontMatter } from '../../../../docs-src/engine/source/front-matter.ts';
import { modelOf } from '../../../openapi/model-of.ts';

it('names a language tab that no operation has a sample for, and no other', async () => {
  const samples = [{ lang: 'Go', source: 'http.Get("/a")' }];
  const operation = { operationId: 'a', responses: {}, 'x-codeSamples': samples };
  const document = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {} };
  const model = await modelOf({ ...document, paths: { '/a': { get: operation } } });
  const text = '---\ntitle: T\nlanguage_tabs: [shell, bash, node.js, go, ruby: Ruby]\n---\n';
  const { settings } = readFrontMatter('index.md', text);
  const source = {
    settings,
    texts: [{ file: 'index.md', firstLine: 5, text: '' }],
    faults: [],
    repaired: [],
  };
  const message = expect.stringMatching(/^The language tab "ruby" has no sample of .* in shell, python, /);
  expect(findSilentTabs(source, model)).toEqual([{ file: 'index.md', line: 3, message }]);
  expect(findSilentTabs(source, await modelOf(document))).toEqual([]);
});
