import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runApiKit } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'draft-'));
  writeFileSync(path.join(folder, 'index.md'), '# Toys\n\n`GET https://toys.example/toys`\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: readonly string[]) => runApiKit(['draft', ...words], {}, folder);
const coverage = '1 of 1 lines like "GET /path" became operations (100 %); the draft has 1.\n';
const unclear = 'index.md:3: No reply of GET /toys is shown.\n';

it('writes a draft, and tells what is unclear and how much became operations', async () => {
  expect(await run('--slate', '.', '--out', 'openapi.yaml')).toEqual({
    code: 0,
    stdout: `${coverage}openapi.yaml is written. Next: "npx inokufu-api-kit mock openapi.yaml".\n`,
    stderr: unclear,
  });
  expect(readFileSync(path.join(folder, 'openapi.yaml'), 'utf8')).toContain(
    '  /toys:\n    # index.md:3\n    get:',
  );
});

it('prints it without a file, and the rest apart', async () => {
  const { code, stdout, stderr } = await run('--slate', '.');
  expect([code, stderr]).toEqual([0, `${unclear}${coverage}`]);
  expect(stdout).toContain('openapi: 3.1.1');
});

it('never writes over a file', async () => {
  writeFileSync(path.join(folder, 'openapi.yaml'), 'mine');
  const { code, stderr } = await run('--slate', '.', '--out', 'openapi.yaml');
  expect([code, stderr]).toEqual([
    2,
    `${unclear}openapi.yaml is there already: give --out another name, or move it away.\n`,
  ]);
  expect(readFileSync(path.join(folder, 'openapi.yaml'), 'utf8')).toBe('mine');
});

it.each([
  { rule: 'without a source', words: [], want: [2, 'Say what to read: --slate DIRECTORY.\n'] },
  { rule: 'of a document', words: ['a.yaml'], want: [2, expect.stringContaining('too many arguments')] },
  {
    rule: 'of a folder that is not there',
    words: ['--slate', 'x'],
    want: [2, expect.stringMatching(/^x:1: There is no page here/)],
  },
])('is none $rule', async ({ words, want }) => {
  const { code, stderr } = await run(...words);
  expect([code, stderr]).toEqual(want);
});

it('writes nothing where nothing is to be drafted', async () => {
  writeFileSync(path.join(folder, 'index.md'), '# Hello\n');
  const { code, stderr } = await run('--slate', '.', '--out', 'openapi.yaml');
  expect([code, stderr]).toEqual([
    1,
    '.: there is nothing to draft: no line like "GET /path", and no curl command with an address.\n',
  ]);
  expect(() => readFileSync(path.join(folder, 'openapi.yaml'))).toThrow();
});
