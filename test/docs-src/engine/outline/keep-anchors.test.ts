import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSite, type SiteFiles } from '../../../../docs-src/build-site.ts';
import { headingsOfHtml } from '../../../../docs-src/engine/markdown/headings-of-html.ts';
import { idsOfHtml } from '../../../../docs-src/engine/markdown/ids-of-html.ts';
import { textOfHtml } from '../../../../docs-src/engine/markdown/page-elements.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'saved-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** A page as Slate's layout has it. */
function slatePage(content: string): string {
  return `<!doctype html><html>
<body><ul id="toc"></ul><div class="dark-box"></div><div class="content">\n${content}\n</div>
<div class="dark-box"><div id="lang-selector"></div></div></body></html>`;
}

async function build(source: Readonly<Record<string, string>>, saved: string) {
  const faults: string[] = [];
  const site = await buildSite({
    slate: folderWith(source),
    keptAnchors: saved,
    onFault: ({ file, line, message }) => faults.push(`${file}:${line}: ${message}`),
  });
  return { site, faults };
}

/** The heading that a link to each id of a page brings to the top, by id. An id that is there twice is an error. */
function landings(site: SiteFiles, page = 'index.html'): Readonly<Record<string, string>> {
  const html = /<main\b[\s\S]*<\/main>/.exec(String(site.get(page)))?.[0] ?? '';
  const headings = headingsOfHtml(html).map((heading) => ({
    title: textOfHtml(heading.titleHtml),
    end: heading.index + heading.titleHtml.length,
  }));
  const ids = idsOfHtml(html);
  expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
  return Object.fromEntries(
    ids.map(({ id, index }) => [id, headings.find(({ end }) => end > index)?.title ?? '']),
  );
}

describe('a saved page', () => {
  test.each([
    {
      rule: 'an older Slate spelt letters otherwise',
      source: '# Introducción\n\n## Envíos',
      saved: "<h1 id='introducci-n'>Introducción</h1><h2 id='env-os'>Envíos</h2>",
      want: { 'introducci-n': 'Introducción', 'env-os': 'Envíos' },
    },
    {
      rule: 'an older Slate took tags and entities for letters',
      source: '# `GET /a`\n\n# One – <b>two</b> & three',
      saved:
        '<h1 id="code-get-a-code"><code>GET /a</code></h1>\n<h1 id="one-b-two-b">One &ndash; <b>two</b> &amp; three</h1>',
      want: { 'code-get-a-code': 'GET /a', 'one-b-two-b': 'One – two & three' },
    },
    {
      rule: 'NestingUniqueHeadCounter named the sections',
      source: '# Users\n\n## Fields\n\n# Orders\n\n## Fields',
      saved:
        '<h1 id="users">Users</h1><h2 id="users-fields">Fields</h2><h1 id="orders">Orders</h1><h2 id="orders-fields">Fields</h2>',
      want: { 'users-fields': 'Fields', 'orders-fields': 'Fields', fields: 'Fields', 'fields-2': 'Fields' },
    },
    {
      rule: 'Redcarpet itself made the ids',
      source: '# A: b',
      saved: '<h1 id="a:-b">A: b</h1>',
      want: { 'a:-b': 'A: b', 'a-b': 'A: b' },
    },
    {
      rule: 'a browser or a minifier wrote the tags anew',
      source: '# One\n\n# Two',
      saved: '<H1 class="x" data-id="no" id=old-one\n>One</H1 ><h1 tabindex="-1" id="old-two">\n  Two\n</h1>',
      want: { 'old-one': 'One', 'old-two': 'Two' },
    },
    {
      rule: 'a heading stands in a quotation, or is a tag of the writer',
      source: '> # Quoted\n\n<h2 id="mine">Mine</h2>\n\n<h2>Plain</h2>\n\n# End',
      saved:
        '<blockquote><h1 id="cited">Quoted</h1></blockquote><h2 id="my-own">Mine</h2><h2 id="flat">Plain</h2><h1 id="end">End</h1>',
      want: { cited: 'Quoted', 'my-own': 'Mine', flat: 'Plain', mine: 'Mine' },
    },
    {
      rule: 'the page had an id twice: the first has it',
      source: '# One\n\n# Two',
      saved: '<h1 id="same">One</h1><h1 id="same">Two</h1>',
      want: { same: 'One' },
    },
    {
      rule: 'scripts, comments and the frame of the page hold no ids of its text',
      source: '# One',
      saved:
        '<!-- <h1 id="gone">Gone</h1> --><script>"<h1 id=\'made\'>Made</h1>"</script><h1 id="old">One</h1>',
      want: { old: 'One' },
    },
  ])('gives its ids to the headings of today: $rule', async ({ source, saved, want }) => {
    const { site, faults } = await build(
      { 'index.html.md': source },
      path.join(folderWith({ 'a.html': slatePage(saved) }), 'a.html'),
    );
    expect(landings(site)).toMatchObject(want);
    expect(faults).toEqual([]);
  });

  test('names what leads nowhere now, with its line, and what leads elsewhere', async () => {
    const source = '# Users\n\n# People\n\n<a name="there"></a>\n\n<h2 id="mine">Mine</h2>';
    const saved = [
      '<h1 id="intro">Introduction</h1>',
      '<h1 id="people">Users</h1><h1 id="persons">People</h1>',
      '<h4 id="users">Users</h4><p><a name="here"></a> <a name="there"></a></p>',
      '<h2 id="mine">Yours</h2><h2 id="end">The\nend</h2>',
    ].join('\n');
    const { site, faults } = await build(
      { 'index.html.md': source },
      path.join(folderWith({ 'old.html': slatePage(saved) }), 'old.html'),
    );
    expect(faults).toEqual([
      'old.html:3: Links to #intro ("Introduction") lead nowhere: write <a name="intro"></a> where they should lead.',
      'old.html:4: Links to #people ("Users") lead to "People".',
      'old.html:5: Links to #users ("Users") lead to another "Users".',
      'old.html:5: Links to #here lead nowhere: write <a name="here"></a> where they should lead.',
      'old.html:6: Links to #mine ("Yours") lead to "Mine".',
      'old.html:6: Links to #end ("The end") lead nowhere: write <a name="end"></a> where they should lead.',
    ]);
    expect(landings(site)).toMatchObject({ users: 'Users', people: 'People', persons: 'People' });
  });

  test('is the page of its path in a folder of them; one that the site does not have is named', async () => {
    const { site, faults } = await build(
      { 'index.html.md': '# One', 'v2/index.html.md': '# Zwölf', 'new.html.md': '# New' },
      folderWith({
        'index.html': slatePage('<h1 id="old-one">One</h1>'),
        'v2/index.html': slatePage('<h1 id="zw-lf">Zwölf</h1>'),
        'v1.html': slatePage('<h1 id="first">First</h1>'),
        'frame.html': '<p>No page.</p>',
        'all.css': 'h1 {}',
      }),
    );
    expect(faults).toEqual(['v1.html:1: Links to v1.html lead nowhere: the site has no such page.']);
    expect(landings(site)).toMatchObject({ 'old-one': 'One', one: 'One' });
    expect(landings(site, 'v2/index.html')).toMatchObject({ 'zw-lf': 'Zwölf', zwolf: 'Zwölf' });
  });

  test.each([
    ['there is none', (folder: string) => path.join(folder, 'no.html')],
    ['it is no page', (folder: string) => path.join(folder, 'a.txt')],
    ['a folder has none', (folder: string) => folder],
  ])('stops the build where %s', async (_rule, from) => {
    const folder = folderWith({ 'a.txt': 'text' });
    await expect(build({ 'index.md': '# One' }, from(folder))).rejects.toThrow(
      /There is no saved page here: give the HTML of the published page, or a folder/,
    );
  });
});
