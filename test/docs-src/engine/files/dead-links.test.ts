import { expect, it } from 'vitest';
import { createDeadLinkFinder } from '../../../../docs-src/engine/files/dead-links.ts';
import { defaultSettings } from '../../../../docs-src/engine/source/front-matter.ts';

const files = new Map([
  ['index.html', '<h1 id="one">One</h1><a name="old"></a><h2 id="über">Über</h2>'],
  ['guides/cats.html', '<h1 id="cats">Cats</h1>'],
  ['guides/index.html', ''],
  ['openapi.json', '{}'],
]);

function deadLinks(text: string, path = 'index.html') {
  const source = {
    settings: defaultSettings,
    texts: [{ file: 'index.md', firstLine: 5, text }],
    faults: [],
    repaired: [],
  };
  const finder = createDeadLinkFinder([{ path, source }], false);
  for (const file of files) finder.look(file);
  return finder.faults().map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

it.each([
  ['a heading that is nowhere', '[x](#two)', '"#two" leads nowhere: nothing has this id.'],
  ['a slip', '[x](#onne)', 'Did you mean #one?'],
  ['a page that is nowhere', '[x](dogs.html)', '"dogs.html" leads nowhere: the site has no such file.'],
  ['a heading of another page', '[x](guides/cats.html#dogs)', '"guides/cats.html#dogs" leads nowhere'],
  ['raw HTML', '<a class="b" href="#two">x</a>', '"#two" leads nowhere'],
  ['a block of raw HTML', "<div>\n<a href='#two'>x</a>\n</div>", '"#two" leads nowhere'],
  ['a reference', '[x][y]\n\n[y]: #two', '"#two" leads nowhere'],
  ['a heading', '# See [x](#two)', '"#two" leads nowhere'],
])('names %s', (_, text, want) => {
  expect(deadLinks(text)).toEqual([expect.stringContaining(want)]);
});

it('names the line of the link, and each link of a text once', () => {
  expect(deadLinks('One.\n\nTwo\n[x](#two) [y](#two)\n\n[z](#two)')).toEqual([
    expect.stringMatching(/^index\.md:8: .*"#two"/),
  ]);
});

it.each([
  ['a heading', '[x](#one)'],
  ['a heading in other letters', '[x](#%C3%BCber)'],
  ['an old anchor', '[x](#old)'],
  ['the top', '[x](#)'],
  ['a page', '[x](guides/cats.html#cats)'],
  ['a page without its ending', '[x](guides/cats)'],
  ['a folder', '[x](guides/)'],
  ['a file', '[x](openapi.json)'],
  [
    'other hosts, and what a server may have',
    '[x](https://a.example/#b) [x](mailto:a@b.example) [x](/terms) [x](//c.example)',
  ],
  ['code', '`[x](#two)`\n\n```\n[x](#two)\n```'],
])('has nothing against a link to %s', (_, text) => {
  expect(deadLinks(text)).toEqual([]);
});

it('looks from the page that a link is on', () => {
  expect(deadLinks('[x](../index.html#one) [x](cats.html)', 'guides/dogs.html')).toEqual([]);
  expect(deadLinks('[x](index.html#one)', 'guides/dogs.html')).toHaveLength(1);
});
