import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packageRoot } from '../../openapi/model/package-root.ts';

/** Jest is 240 packages and 50 MB, which whoever starts the mock would install with us: this test gets it for itself. */
const jest = 'jest@30.5.2';
const project = mkdtempSync(path.join(tmpdir(), 'jest-'));
cpSync(path.join(import.meta.dirname, 'jest'), project, { recursive: true });
const run = (program: string, args: readonly string[], more: NodeJS.ProcessEnv = {}) =>
  spawnSync(program, args, {
    cwd: project,
    env: { ...process.env, NO_COLOR: '1', ...more },
    encoding: 'utf8',
  });
const installed = run('npm', [
  'install',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--prefix',
  '.',
  jest,
]);
const isSkipped = installed.status !== 0 && process.env.CI === undefined;
if (isSkipped) process.stderr.write(`Jest's own suites are skipped: ${jest} could not be installed.\n`);
// After the installation, which takes away what it does not know.
if (installed.status === 0) symlinkSync(packageRoot, path.join(project, 'node_modules/inokufu-api-kit'));

afterAll(() => rmSync(project, { recursive: true, force: true }));

it.skipIf(isSkipped).each([
  { name: 'CommonJS as it is', args: ['commonjs'], options: '', want: 1 },
  { name: 'both kinds of modules', args: [], options: '--experimental-vm-modules', want: 3 },
])('Jest runs $name', ({ args, options, want }) => {
  const cli = path.join(project, 'node_modules/jest/bin/jest.js');
  const { status, stderr } = run(process.execPath, [cli, ...args], { NODE_OPTIONS: options });
  expect(stderr, installed.stderr).toMatch(new RegExp(`Test Suites: +${want} passed, ${want} total`));
  expect(status).toBe(0);
});
