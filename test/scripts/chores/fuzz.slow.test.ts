import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { packageFile, packageRoot } from '../../../openapi/model/package-root.ts';

function fuzz(...args: readonly string[]) {
  const tsx = packageFile('node_modules/tsx/dist/cli.mjs');
  return spawnSync(process.execPath, [tsx, 'scripts/chores/fuzz.ts', ...args], {
    cwd: packageRoot,
    encoding: 'utf8',
  });
}

it('gives each request a reply, whatever the document and its handlers are', () => {
  const { status, stdout } = fuzz('--seed', '1', '--count', '150');
  expect(stdout).toBe('150 cases from seed 1: all held.\n');
  expect(status).toBe(0);
});

it('says what did not hold, and ends with 1', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-test-'));
  const file = path.join(folder, 'case.json');
  // No mock has such a gateway, whatever its document says.
  const paths = { '/a': { get: { responses: { 200: { description: 'ok' } } } }, '/b': {} };
  const document = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths };
  writeFileSync(file, JSON.stringify({ document, handlers: [], requests: [], gateway: 'azure' }));
  const { status, stdout } = fuzz('--case', file);
  expect(stdout).toContain('"gateway" must be "documented" or "aws"');
  const [, smallest = ''] = /smallest case is in (\S+case\.json)/.exec(stdout) ?? [];
  const reduced = JSON.parse(readFileSync(smallest, 'utf8'));
  expect(reduced.gateway).toBe('azure');
  expect(JSON.stringify(reduced).length).toBeLessThan(readFileSync(file, 'utf8').length);
  expect(status).toBe(1);
  rmSync(folder, { recursive: true });
});
