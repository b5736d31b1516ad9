import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printPage } from '../../../docs-src/engine/pages/print-page.ts';
import { createPageTemplates } from '../../../docs-src/engine/pages/templates.ts';
import type { PageView } from '../../../docs-src/engine/views/views.ts';
import { en } from '../../../docs-src/engine/words/en.ts';
import { fr } from '../../../docs-src/engine/words/fr.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { sitePagesOf } from '../toy-site.ts';

const folder = packageFile('docs-src/theme/templates');
const templates = createPageTemplates(folder);
const [whole] = await sitePagesOf({ document: 'test/documents/every-view/openapi.yaml' });
if (whole === undefined) throw new Error('The site has no page.');
const page = { ...whole, blocks: [...whole.blocks] };
const render = (view: PageView) => printPage(view, templates, en, (html) => html).html.join('');
const html = render(page);

/** The same view with every text that is no markup made hostile. */
function poisoned<Value>(value: Value, name = ''): Value {
  if (typeof value === 'string') return (/html$/i.test(name) ? value : `${value}"'><img src=x>`) as Value;
  if (Array.isArray(value)) return value.map((item) => poisoned(item, name)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === 'kind' ? item : poisoned(item, key)]),
  ) as Value;
}

describe('templates', () => {
  it('escape everything that the engine does not call markup', () => {
    const blocks = poisoned(page.blocks);
    const hostile = render({ ...poisoned(page), blocks });
    expect(hostile).toContain('&lt;img src=x&gt;');
    expect(hostile).not.toContain('<img src=x>');
  });

  it('print no script, style or handler into the page', () => {
    expect(html.match(/<script(?! src=| type="application\/json")/g)).toBeNull();
    expect(html.match(/<style|\sstyle="|\son\w+="/g)).toBeNull();
  });

  it('give each place one address', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids).toEqual(
      expect.arrayContaining(['listBirds-parameter-kind', 'listBirds-status-429', 'error-429-TOO_FAST']),
    );
  });

  it('leave Try it out where no server may be called', () => {
    const silent = page.blocks.map((block) =>
      block.kind === 'operation' ? { ...block, operation: { ...block.operation, tryIt: undefined } } : block,
    );
    expect(html).toContain('class="try-it-form"');
    expect(render({ ...page, blocks: silent })).not.toContain('try-it');
  });

  it('leave the search and the key out where a site has none', () => {
    const bare = render({
      ...page,
      searchDataHref: undefined,
      site: { ...page.site, keyPlaceholder: undefined },
    });
    expect(bare).not.toContain('search-dialog');
    expect(bare).not.toContain('key-dialog');
  });

  it('use only words that there are', () => {
    const used = readdirSync(folder).flatMap((file) =>
      [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/\bwords\.(\w+)/g)].map(([, name = '']) => name),
    );
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((name) => !(name in en.theme))).toEqual([]);
  });
});

it('says the same in every language, with the same places to fill in', () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
  for (const [name, text] of Object.entries(en.theme))
    expect([name, places(fr.theme[name as keyof typeof fr.theme])]).toEqual([name, places(text)]);
});
