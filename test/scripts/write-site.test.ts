import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeSite } from '../../scripts/commands/write-site.ts';

test('each file is written when it comes, with its pieces in order; of two with one path the later stays', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  function* files() {
    yield ['deep/down/page.html', ['<p>', 'ü–', '</p>']] as const;
    expect(read('deep/down/page.html')).toBe('<p>ü–</p>');
    yield ['logo.svg', new TextEncoder().encode('<svg/>')] as const;
    yield ['deep/down/page.html', 'short'] as const;
  }
  expect(await writeSite(files(), folder)).toBe(2);
  expect([read('deep/down/page.html'), read('logo.svg')]).toEqual(['short', '<svg/>']);
});
