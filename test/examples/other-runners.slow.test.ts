import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { packageFile } from '../../openapi/model/package-root.ts';

/** Suites that another runner runs, or another Vitest: each as its users start it. */
it.each([
  {
    name: 'Vitest, two files that share a mock',
    folder: 'shared-mock',
    args: [packageFile('node_modules/vitest/vitest.mjs'), 'run'],
    says: /Tests +2 passed/,
  },
  { name: 'node:test', folder: 'node-test', args: ['--test', 'types.spec.mjs'], says: /pass 1\n/ },
  {
    name: 'contract tests in node:test',
    folder: 'node-test',
    args: ['--test', '--test-reporter', 'spec', 'contract.spec.mjs'],
    says: /✔ query lang: missing[\s\S]*\bfail 0\n/,
  },
])('$name', ({ folder, args, says }) => {
  // Runners tell their own workers by these.
  const { VITEST: _vitest, NODE_TEST_CONTEXT: _context, ...environment } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: path.join(import.meta.dirname, folder),
    env: { ...environment, NO_COLOR: '1' },
    encoding: 'utf8',
  });
  expect(stdout + stderr).toMatch(says);
  expect(status).toBe(0);
});
