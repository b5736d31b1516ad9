import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSite } from '../../../../docs-src/build-site.ts';

function pageWith(text: string): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'code-'));
  writeFileSync(path.join(folder, 'call.ts'), "const url = '<b>';\n");
  writeFileSync(path.join(folder, 'index.md'), `---\ntitle: T\n---\n\n# One\n\n${text}\n\nAfter.\n`);
  return buildSite({ document: false, pages: folder });
}

describe('<!-- kit code PATH -->', () => {
  test('shows a file as a fence would, and in the Markdown beside the page', async () => {
    const files = await pageWith('<!-- kit code call.ts -->');
    expect(files.get('index.html')).toMatch(/<pre class="highlight ts tab-ts"[^>]*><code>.*const.*&lt;b&gt;/);
    expect(files.get('index.md')).toContain("````ts\nconst url = '<b>';\n````\n");
  });

  test('stops the build where there is no such file, with file and line', async () => {
    await expect(pageWith('<!-- kit code nowhere.ts -->')).rejects.toThrow(
      /^index\.md:7: .*no file nowhere\.ts/,
    );
  });

  test('is text inside a fence', async () => {
    const files = await pageWith('```html\n<!-- kit code nowhere.ts -->\n```');
    expect(files.get('index.html')).toContain('kit code nowhere.ts');
  });
});
