import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from '../../docs-src/build-site.ts';
import type { SourceFault } from '../../docs-src/engine/source/source-fault.ts';

const read = (name: string) => readFileSync(path.join(import.meta.dirname, '../brief', name), 'utf8');

async function build(text: string, repairsEncoding: boolean) {
  const folder = mkdtempSync(path.join(tmpdir(), 'brief-'));
  writeFileSync(path.join(folder, 'index.html.md'), text);
  const faults: SourceFault[] = [];
  const repaired: string[] = [];
  const files = await buildSite({
    slate: folder,
    repairsEncoding,
    onFault: (fault) => faults.push(fault),
    onRepaired: (_file, whole) => repaired.push(whole),
  });
  const told = faults
    .filter(({ message }) => /Windows-1254/.test(message))
    .map(({ line, message }) => `${line}: ${message}`);
  return { html: String(files.get('index.html')), told, repaired };
}

const mangled = read('brief-as-sent.md');
const sound = read('brief.md');

test('the brief as it was sent is named line by line: what it was, what it may have been', async () => {
  const { told, repaired } = await build(mangled, false);
  expect(repaired).toEqual([]);
  expect(told.map((line) => line.replace(/ --repair-encoding .*/, ''))).toEqual([
    '12: UTF-8 was read as Windows-1254 here and written again: "ğŸ”‘" was "🔑".',
    '13: "â¤ï¸" lost a byte when UTF-8 was read as Windows-1254: it can only have been ❤️.',
    '23: "ğŸ‰" lost a byte when UTF-8 was read as Windows-1254: it may have been 🍉, 🎉, 🏉, 🐉 or 🉐. Write it again.',
    '84: "â•" lost a byte when UTF-8 was read as Windows-1254: it may have been ❕ or ➕. Write it again.',
    '90: UTF-8 was read as Windows-1254 here and written again: "ğŸ˜Š" was "😊".',
    ...[98, 99].map(
      (line) => `${line}: "âœ”ï¸" lost a byte when UTF-8 was read as Windows-1254: it can only have been ✔️.`,
    ),
    '100: UTF-8 was read as Windows-1254 here and written again: "FormacodeÂ®" was "Formacode®".',
    '100: "âœ”ï¸" lost a byte when UTF-8 was read as Windows-1254: it can only have been ✔️.',
    '457: UTF-8 was read as Windows-1254 here and written again: "[PÃ´le" was "[Pôle".',
    '459: UTF-8 was read as Windows-1254 here and written again: "FormacodeÂ®" was "Formacode®".',
  ]);
});

test('repaired, it is the page of the sound brief but for the two marks that may have been several', async () => {
  const { html, told, repaired } = await build(mangled, true);
  const whole = await build(sound, false);
  expect(whole.told).toEqual([]);
  expect(html.replaceAll('ğŸ‰', '🎉').replaceAll('â•', 'ℹ️')).toBe(whole.html);
  expect(told[0]).toBe(
    '12: This line and 4 more were UTF-8 read as Windows-1254; the page shows what was meant: "ğŸ”‘" was "🔑".',
  );
  expect(told.slice(1).map((line) => line.split(':')[0])).toEqual(['13', '23', '84', '98', '99', '100']);
  expect(repaired.map((text) => text.replace('ğŸ‰', '🎉').replace('â•', 'ℹ️'))).toEqual([sound]);
});

test('the sound brief is read as it is, repaired or not', async () => {
  const { html, repaired } = await build(sound, true);
  expect(repaired).toEqual([]);
  expect(html).toBe((await build(sound, false)).html);
});
