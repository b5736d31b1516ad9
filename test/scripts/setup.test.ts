import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../openapi/model/package-root.ts';

const run = (file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [file, ...args], { env: { ...process.env, ...env }, encoding: 'utf8' });

describe('setup.mjs prepare', () => {
  const setup = packageFile('scripts/setup.mjs');

  it.each(['.', 'docs-src', 'scripts/chores'])(
    'does nothing where npm was started in %s of the clone',
    (folder) => {
      const ended = run(setup, ['prepare'], { INIT_CWD: packageFile(folder) });
      expect([ended.stdout, ended.stderr, ended.status]).toEqual(['', '', 0]);
    },
  );

  it('refuses what npm would leave half installed: a global package from git', () => {
    const ended = run(setup, ['prepare'], { INIT_CWD: tmpdir(), npm_config_global: 'true' });
    expect(ended.stderr).toMatch(/globally from git.*npm pack/);
    expect(ended.status).toBe(2);
  });
});

describe('the published command', () => {
  it('says in one sentence that it was not built', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'unbuilt-'));
    mkdirSync(path.join(folder, 'scripts'));
    cpSync(packageFile('scripts/bin.mjs'), path.join(folder, 'scripts/bin.mjs'));
    const ended = run(path.join(folder, 'scripts/bin.mjs'), ['mock']);
    expect(ended.stderr).toMatch(
      /^inokufu-api-kit was installed without being built, [^\n]*--ignore-scripts=false[^\n]*\.\n$/,
    );
    expect([ended.stdout, ended.status]).toEqual(['', 2]);
  });

  it('runs the built command line', () => {
    const ended = run(packageFile('scripts/bin.mjs'), ['--help']);
    expect(ended.stdout).toMatch(/^Usage: api-kit/);
    expect(ended.status).toBe(0);
  });
});
