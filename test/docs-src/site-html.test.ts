import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, type SiteFiles } from '../../docs-src/build-site.ts';
import { idsOfHtml } from '../../docs-src/engine/markdown/ids-of-html.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { htmlFaults } from './html-faults.ts';

describe('the pages of our site', () => {
  let files: SiteFiles;
  beforeAll(async () => {
    files = await buildSite({ tryItServers: ['/learningobject/v2'] });
  });

  it('are valid HTML, one of each kind', async () => {
    const names = ['index.html', 'operations/search.html', 'operations/sendFeedback.html', '404.html'];
    expect(await htmlFaults(files, names)).toEqual([]);
  });

  it('tell what each released version of the document brought, the newest first', () => {
    const versions = [...String(files.get('guides/changelog.md')).matchAll(/^## (\d.*)$/gm)].map(
      ([, at]) => at,
    );
    const released = readdirSync(packageFile('openapi/released')).map(
      (name) => /\d.*(?=\.json)/.exec(name)?.[0],
    );
    expect(versions).toEqual(released.sort().reverse());
  });

  it('have ids around their text that no heading gets, for links to "#menu" and "#content": Slate’s own, or frame_', () => {
    const frame = String(files.get('index.html')).replace(/<main\b[\s\S]*<\/main>/, '');
    const ofSlate = ['toc', 'nav-button', 'input-search', 'search-results'];
    // An operation's form is named after it.
    const ids = idsOfHtml(frame).flatMap(({ id }) => (id.endsWith('-try') ? [] : [id]));
    expect(ids).toEqual(expect.arrayContaining([...ofSlate, 'frame_menu', 'frame_key-dialog']));
    expect(ids.filter((id) => !ofSlate.includes(id) && !id.startsWith('frame_'))).toEqual([]);
  });

  it('are small: one page at most 60 KB with styles and the scripts that it starts with, of which these 8; an operation 20, and 3,500 elements', async () => {
    const { gzipSync } = await import('node:zlib');
    const size = (...names: string[]) =>
      names.reduce((sum, name) => sum + gzipSync(files.get(name) ?? '', { level: 9 }).length, 0);
    const scripts = ['start.js', 'site.js'];
    expect(size(...scripts)).toBeLessThanOrEqual(8 * 1024);
    // Asked for when they are first used.
    expect(size('search.js')).toBeLessThanOrEqual(11 * 1024);
    expect(size('try-it.js', 'samples.js')).toBeLessThanOrEqual(13 * 1024);
    expect(size('index.html', 'site.css', ...scripts)).toBeLessThanOrEqual(60 * 1024);
    // French takes more words for the same.
    const french = await buildSite({ locale: 'fr', tryItServers: ['/learningobject/v2'] });
    const page = gzipSync(french.get('index.html') ?? '', { level: 9 }).length;
    expect(page + size('site.css', ...scripts)).toBeLessThanOrEqual(63 * 1024);
    expect(size('search-data.js')).toBeLessThanOrEqual(18 * 1024);
    for (const name of files.keys()) {
      if (name.startsWith('operations/') && name.endsWith('.html')) {
        expect(size(name), name).toBeLessThanOrEqual(20 * 1024);
        expect(String(files.get(name)).match(/<\w/g)?.length, name).toBeLessThanOrEqual(3_500);
      }
    }
  });
});
