import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFile, packageRoot } from '../../openapi/model/package-root.ts';
import { type RunningCommand, watch } from './run-command.ts';

let folder: string;
let archive: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'api-kit-package-'));
  // The build has run: packing it again would only repeat it.
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: packageRoot,
    stdio: 'pipe',
  });
  archive = `./${readdirSync(folder).find((name) => name.endsWith('.tgz'))}`;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the packed package, in an empty folder', () => {
  it('runs the mock with its documentation by npx, and ends with it', async () => {
    const running = start('npx', ['--yes', '--prefer-offline', archive, 'mock', '--port', '0'], folder);
    const [, api = ''] = await running.printed(/API +(\S+)/);
    const [, site = ''] = await running.printed(/Docs +(\S+)/);
    await running.printed(/Ctrl-C/);
    expect(await (await fetch(`${api}/type`)).json()).toHaveLength(4);
    expect(await (await fetch(site)).text()).toContain('<h1');

    running.kill('SIGTERM');
    await running.ended;
    await expect(fetch(`${api}/type`)).rejects.toThrow();
  });

  it('builds a documentation site for a document of the user', () => {
    const document = packageFile('test/documents/lending-library.yaml');
    npx('docs', document, '--out', 'site');
    expect(readFileSync(path.join(folder, 'site', 'index.html'), 'utf8')).toContain('/books');
  });

  it('checks a contract without Prism, and says how to get the second opinion', () => {
    const document = packageFile('test/documents/lending-library.yaml');
    const report = npx('contract', document);
    expect(report).toContain('The contract holds');
    expect(report).toMatch(/No second opinion: Prism .*npm/);
  });
});

describe('npm start', () => {
  it('ends the mock when it is asked to end', async () => {
    const running = start('npm', ['start', '--', '--port', '0'], packageRoot);
    const [, api = ''] = await running.printed(/API +(\S+)/);
    await running.printed(/Ctrl-C/);
    running.kill('SIGTERM');
    await running.ended;
    await expect(fetch(`${api}/type`)).rejects.toThrow();
  });
});

/** Its `ended` waits for everything that holds its output, so for the mock that npm or npx started too. */
function start(command: string, args: readonly string[], cwd: string): RunningCommand {
  return watch(spawn(command, args, { cwd, env: { ...process.env, NO_COLOR: '1' } }));
}

function npx(...args: readonly string[]): string {
  return execFileSync('npx', ['--yes', '--prefer-offline', archive, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}
