import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, type SiteFiles } from '../../docs-src/build-site.ts';
import { idsOfHtml } from '../../docs-src/engine/markdown/ids-of-html.ts';
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

  it('have ids around their text that no heading gets, for links to "#menu" and "#content": Slate’s own, or frame_', () => {
    const frame = String(files.get('index.html')).replace(/<main\b[\s\S]*<\/main>/, '');
    const ofSlate = ['toc', 'nav-button', 'input-search', 'search-results'];
    // An operation's form is named after it.
    const ids = idsOfHtml(frame).flatMap(({ id }) => (id.endsWith('-try') ? [] : [id]));
    expect(ids).toEqual(expect.arrayContaining([...ofSlate, 'frame_menu', 'frame_key-dialog']));
    expect(ids.filter((id) => !ofSlate.includes(id) && !id.startsWith('frame_'))).toEqual([]);
  });

  it('are small: one page at most 60 KB with styles and the scripts that it starts with, of which these 8; an operation 30', async () => {
    const { gzipSync } = await import('node:zlib');
    const size = (...names: string[]) =>
      names.reduce((sum, name) => sum + gzipSync(files.get(name) ?? '', { level: 9 }).length, 0);
    const scripts = ['start.js', 'site.js'];
    expect(size(...scripts)).toBeLessThanOrEqual(8 * 1024);
    // Asked for when they are first used.
    expect(size('search.js')).toBeLessThanOrEqual(11 * 1024);
    expect(size('try-it.js', 'samples.js')).toBeLessThanOrEqual(13 * 1024);
    expect(size('index.html', 'site.css', ...scripts)).toBeLessThanOrEqual(60 * 1024);
    expect(size('search-data.js')).toBeLessThanOrEqual(18 * 1024);
    for (const name of files.keys()) {
      if (name.startsWith('operations/') && name.endsWith('.html')) {
        expect(size(name, 'site.css', 'start.js', 'site.js'), name).toBeLessThanOrEqual(30 * 1024);
      }
    }
  });
});
