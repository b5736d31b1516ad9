import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from '../../docs-src/build-site.ts';
import { headingsOfHtml } from '../../docs-src/engine/markdown/headings-of-html.ts';
import { idsOfHtml } from '../../docs-src/engine/markdown/ids-of-html.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { askSlate } from '../../scripts/chores/slate-judge/ask-slate.ts';

const hasSlate = spawnSync('ruby', ['-e', 'require "redcarpet"; require "rouge"']).status === 0;

/** Of each id the number of the heading that a browser brings to the top, from the first place with the id. */
function landings(html: string): ReadonlyMap<string, number> {
  const ends = headingsOfHtml(html).map(({ index, titleHtml }) => index + titleHtml.length);
  return new Map(
    idsOfHtml(html)
      .toReversed()
      .map(({ id, index }) => [id, ends.findIndex((end) => end > index)]),
  );
}

test.skipIf(!hasSlate).each([
  { rule: 'as Slate’s own parser makes them', spelt: (id: string) => id },
  { rule: 'as an older Slate spelt them', spelt: (id: string) => `the-${id.replaceAll('_', '-')}` },
])('every link to a published page lands at its heading: $rule', async ({ spelt }) => {
  const slate = packageFile('test/documents/slate-source');
  const published = mkdtempSync(path.join(tmpdir(), 'published-'));
  const wanted = new Map<string, ReadonlyMap<string, number>>();
  for await (const pages of askSlate([slate]))
    for (const { file, texts } of pages) {
      const html = texts
        .map((text) => text.slate)
        .join('\n')
        .replace(/(<h\d id=")([^"]*)/g, (_found, start: string, id: string) => start + spelt(id));
      const name = file.replace(/(\.html)?\.md$/, '.html');
      mkdirSync(path.dirname(path.join(published, name)), { recursive: true });
      writeFileSync(path.join(published, name), `<div class="content">${html}</div>`);
      wanted.set(name, landings(html));
    }
  const losses: string[] = [];
  const site = await buildSite({
    slate,
    keptAnchors: published,
    onFault: ({ message }) => losses.push(message),
  });
  expect(losses).toEqual([]);
  expect([...wanted.keys()].sort()).toEqual(['guides/cats.html', 'index.html']);
  for (const [name, old] of wanted) {
    const main = /<main\b[\s\S]*<\/main>/.exec(String(site.get(name)))?.[0] ?? '';
    expect(old.size).toBeGreaterThan(3);
    expect(Object.fromEntries(landings(main))).toMatchObject(Object.fromEntries(old));
  }
});
