import { describe, expect, test } from 'vitest';
import { sampleRequestOf } from '../../../../docs-src/engine/views/sample-request-of.ts';
import { hasSamplesFor, sampleViews, withKeyPlaces } from '../../../../docs-src/engine/views/samples.ts';
import { toyOperation } from './toy-model.ts';

const components = {
  securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'k', 'x-kit-placeholder': 'MY<KEY' } },
};
const shell = { id: 'shell', label: 'cURL' };
const written = (lang: unknown, source: unknown = 'code', label?: unknown) => ({
  'x-codeSamples': [{ lang, source, label }],
});

async function samplesOf(operation: object, tabs: readonly { id: string; label: string }[] = [shell]) {
  const toy = await toyOperation(operation, { components });
  return sampleViews(toy, sampleRequestOf(toy, 'https://api.example'), tabs);
}
const textOf = (html: string) => html.replace(/<[^>]*>/g, '');

test('each tab has a sample, printed in its language', async () => {
  const tabs = [
    shell,
    { id: 'py', label: 'Snake' },
    { id: 'Node.js', label: 'Node' },
    { id: 'cobol', label: 'Cobol' },
  ];
  const samples = await samplesOf({}, tabs);
  expect(samples.map(({ language, label, lexer, emitter }) => [language, label, lexer, emitter])).toEqual([
    ['shell', 'cURL', 'shell', 'shell'],
    ['py', 'Snake', 'python', 'python'],
    ['Node.js', 'Node', 'javascript', 'javascript'],
  ]);
  expect(samples.map(({ codeHtml }) => textOf(codeHtml).split(/[ \n]/)[0])).toEqual([
    'curl',
    'import',
    'async',
  ]);
});

describe('the document’s own samples', () => {
  test.each([
    { given: written('Shell'), tabs: [shell], want: [['shell', 'cURL', 'shell', 'code']] },
    { given: written('cURL', 'code\n'), tabs: [shell], want: [['shell', 'cURL', 'shell', 'code']] },
    { given: written('Cobol'), tabs: [{ id: 'cobol', label: 'C' }], want: [['cobol', 'C', 'cobol', 'code']] },
    {
      given: written('Ruby'),
      tabs: [{ id: 'ruby--v2', label: 'R' }],
      want: [['ruby', 'Ruby', 'ruby', 'code']],
    },
    {
      given: written('ruby--v2'),
      tabs: [{ id: 'ruby--v2', label: 'R' }],
      want: [['ruby--v2', 'R', 'ruby', 'code']],
    },
    { given: written('Ruby', 'code\n', 'The gem'), tabs: [], want: [['ruby', 'The gem', 'ruby', 'code']] },
    { given: written('Ruby', 'code', 5), tabs: [], want: [['ruby', 'Ruby', 'ruby', 'code']] },
    { given: written('curl'), tabs: [{ id: 'Bash', label: 'B' }], want: [['Bash', 'B', 'shell', 'code']] },
    {
      given: { 'x-code-samples': [{ lang: 'go', source: 'old' }] },
      tabs: [],
      want: [['go', 'go', 'go', 'old']],
    },
    { given: written(5), tabs: [], want: [] },
    { given: written('go', 5), tabs: [], want: [] },
    { given: { 'x-codeSamples': [null, 'a', ['b']] }, tabs: [], want: [] },
    { given: { 'x-codeSamples': 'none' }, tabs: [], want: [] },
  ])('$given in $tabs are $want', async ({ given, tabs, want }) => {
    const samples = await samplesOf(given, tabs);
    expect(
      samples.map(({ language, label, lexer, codeHtml }) => [language, label, lexer, textOf(codeHtml)]),
    ).toEqual(want);
    // Nothing prints them again.
    for (const { emitter } of samples) expect(emitter).toBeUndefined();
  });
});

describe('the place of the key', () => {
  const marked = (language: string) => `<span class="kit-key" data-escape="${language}">MY&lt;KEY</span>`;
  test.each([
    { given: {}, tabs: [shell], want: 'shell' },
    { given: {}, tabs: [{ id: 'js', label: '' }], want: 'javascript' },
    { given: written('Go', 'use(MY<KEY)'), tabs: [{ id: 'go', label: '' }], want: 'go' },
    { given: written('Go', 'use(MY<KEY)'), tabs: [], want: 'go' },
  ])('is marked for $want', async ({ given, tabs, want }) => {
    const [sample] = await samplesOf({ security: [{ key: [] }], ...given }, tabs);
    expect(sample?.codeHtml).toContain(marked(want));
  });

  test('is not marked where no key is sent', async () => {
    const [sample] = await samplesOf(written('Go', 'use(MY<KEY)'), []);
    expect(sample?.codeHtml).not.toContain('kit-key');
  });

  const page = (tab: string, code: string) =>
    `<p>KEY</p><pre class="highlight x tab-${tab}"><code>${code}</code></pre>`;
  test.each([
    {
      given: page('curl', 'a KEY b'),
      key: 'KEY',
      want: page('curl', 'a <span class="kit-key" data-escape="shell">KEY</span> b'),
    },
    {
      given: page('cobol', 'KEY'),
      key: 'KEY',
      want: page('cobol', '<span class="kit-key" data-escape="cobol">KEY</span>'),
    },
    { given: page('curl', 'nothing'), key: 'OTHER', want: page('curl', 'nothing') },
    { given: page('curl', 'KEY'), key: undefined, want: page('curl', 'KEY') },
  ])('$key in a writer’s page is marked in code alone', ({ given, key, want }) => {
    expect(withKeyPlaces(given, key)).toBe(want);
  });
});

test.each([
  { given: {}, tab: 'shell', want: true },
  { given: {}, tab: 'CURL', want: true },
  { given: {}, tab: 'go', want: false },
  { given: written('Go'), tab: 'GO', want: true },
  { given: written('Ruby'), tab: 'go', want: false },
])('an operation with $given has samples for $tab: $want', async ({ given, tab, want }) => {
  expect(hasSamplesFor(tab, await toyOperation(given))).toBe(want);
});

test.each([
  ['shell', 'curl', 'bash', 'sh'],
  ['javascript', 'js', 'node', 'node.js', 'nodejs'],
  ['python', 'py', 'python3'],
])('%s has other names', async (language, ...others) => {
  for (const name of others) expect((await samplesOf(written(name), []))[0]?.language).toBe(language);
});
