import { expect, test } from 'vitest';
import { aboutView } from '../../../../docs-src/engine/views/about-view.ts';
import { wordsOf } from '../../../../docs-src/engine/words/words.ts';
import { modelOf } from '../../../openapi/model-of.ts';

const link = (href: string, label: string) => `<a href="${href}" rel="noopener">${label}</a>`;
const mail = link('mailto:c@x.example', 'c@x.example');
const home = 'https://x.example';

test.each([
  { info: {}, want: [] },
  {
    info: { contact: { name: 'C', email: 'c@x.example', url: home } },
    want: [['Contact', `${link(home, 'C')}, ${mail}`]],
  },
  { info: { contact: { email: 'c@x.example' } }, want: [['Contact', mail]] },
  { info: { contact: { url: home } }, want: [['Contact', link(home, home)]] },
  { info: { contact: { name: 'A & B' } }, want: [['Contact', 'A &amp; B']] },
  { info: { license: { name: 'Ours', url: home } }, want: [['License', link(home, 'Ours')]] },
  {
    info: { license: { name: 'MIT', identifier: 'MIT' } },
    want: [['License', link('https://spdx.org/licenses/MIT.html', 'MIT')]],
  },
  {
    info: { license: { name: 'Either', identifier: 'MIT OR Apache-2.0' } },
    want: [['License', 'Either (MIT OR Apache-2.0)']],
  },
  { info: { license: { name: 'Proprietary' } }, want: [['License', 'Proprietary']] },
  {
    info: { license: { identifier: 'MIT' } },
    want: [['License', link('https://spdx.org/licenses/MIT.html', 'MIT')]],
  },
  { info: { license: { name: '', url: home } }, want: [['License', link(home, home)]] },
  { info: { termsOfService: home }, want: [['Terms of service', link(home, home)]] },
  {
    info: { termsOfService: 'As agreed' },
    want: [['Terms of service', '<a href="As agreed" data-text-link>As agreed</a>']],
  },
  { externalDocs: { url: home, description: 'Guide' }, want: [['More', link(home, 'Guide')]] },
])('of $info $externalDocs the page says $want', async ({ info, externalDocs, want }) => {
  const document = { openapi: '3.1.0', info: { title: 'T', version: '1', ...info }, paths: {}, externalDocs };
  const { facts } = aboutView(await modelOf(document), wordsOf('en'));
  expect(facts.map(({ term, html }) => [term, html])).toEqual(want);
});
