import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFile, packageRoot } from '../../openapi/model/package-root.ts';
import { type RunningCommand, watch } from './run-command.ts';

let folder: string;
let archive: string;
/** A clone of what is committed here, or would be. */
let repository: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'api-kit-package-'));
  // The build has run: packing it again would only repeat it.
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: packageRoot,
    stdio: 'pipe',
  });
  archive = `./${readdirSync(folder).find((name) => name.endsWith('.tgz'))}`;
  repository = makeRepository(path.join(folder, 'repository'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const typedUse = `
  import { createMockServer, type MockServer } from 'inokufu-api-kit';
  import { buildSite, type SiteFiles } from 'inokufu-api-kit/docs';
  import { checkContract, type ContractReport } from 'inokufu-api-kit/contract';
  import { createContractMatchers, type MatcherOutcome } from 'inokufu-api-kit/contract/matchers';
  import type { operations } from 'inokufu-api-kit/types';
  import document from 'inokufu-api-kit/openapi.json' with { type: 'json' };
  export const mock: MockServer = await createMockServer();
  export const site: SiteFiles = await buildSite();
  export const report: ContractReport = await checkContract({ target: new URL(mock.apiUrl) });
  export const outcome: MatcherOutcome = await createContractMatchers().toFitContract({ status: 200 }, 'search');
  export const version: string = document.openapi;
  export const lang: operations['search']['parameters']['query']['lang'] = 'fr';
  // @ts-expect-error: if this were any, nothing above would say anything
  export const wrong: operations['search']['parameters']['query']['lang'] = 'xx';
  // @ts-expect-error
  export const wrongMock: MockServer = 1;
  // @ts-expect-error
  export const wrongReport: ContractReport = 1;
  // @ts-expect-error
  export const wrongSite: SiteFiles = 1;
`;

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
    const report = npx('contract', document, '--second-opinion');
    expect(report).toContain('The contract holds');
    expect(report).toMatch(/No second opinion: Prism .*npm/);
  });
});

describe.each([
  ['the tarball', () => `file:${path.resolve(folder, archive)}`],
  ['a git repository', () => `git+file://${repository}`],
])('installed from %s, in an empty folder', (_name, address) => {
  let project: string;
  beforeAll(() => {
    project = mkdtempSync(path.join(folder, 'project-'));
    install(project, address());
  });

  it.each(['api-kit', 'inokufu-api-kit'])('runs as %s', (command) => {
    const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
    const printed = execFileSync('npx', ['--no', '--', command, '--version'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(printed.trim()).toBe(version);
  });

  it('serves the mock with its documentation', async () => {
    const running = start('npx', ['--no', '--', 'inokufu-api-kit', 'mock', '--port', '0'], project);
    const [, api = ''] = await running.printed(/API +(\S+)/);
    const [, site = ''] = await running.printed(/Docs +(\S+)/);
    expect(await (await fetch(`${api}/type`)).json()).toHaveLength(4);
    expect(await (await fetch(site)).text()).toContain('<h1');
    running.kill('SIGTERM');
    await running.ended;
  });

  it('is a library', () => {
    const script = `
      import { createMockServer } from 'inokufu-api-kit';
      import { buildSite } from 'inokufu-api-kit/docs';
      import { checkContract } from 'inokufu-api-kit/contract';
      import { createContractMatchers } from 'inokufu-api-kit/contract/matchers';
      import document from 'inokufu-api-kit/openapi.json' with { type: 'json' };
      const mock = await createMockServer();
      const types = await (await fetch(mock.apiUrl + '/type')).json();
      await mock.close();
      console.log(JSON.stringify([types.length, typeof buildSite, typeof checkContract, typeof createContractMatchers, document.openapi]));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(JSON.parse(printed)).toEqual([
      4,
      'function',
      'function',
      'function',
      expect.stringMatching(/^3\./),
    ]);
  });

  it.each([
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ])('has types for moduleResolution %s', (moduleResolution, module) => {
    writeFileSync(path.join(project, 'use.mts'), typedUse);
    const compilerOptions = {
      moduleResolution,
      module,
      target: 'es2022',
      strict: true,
      noEmit: true,
      resolveJsonModule: true,
      skipLibCheck: false,
      typeRoots: [packageFile('node_modules/@types')],
      types: ['node'],
    };
    writeFileSync(
      path.join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['use.mts'] }),
    );
    const compiled = spawnSync(
      process.execPath,
      [packageFile('node_modules/typescript/bin/tsc'), '-p', project],
      { encoding: 'utf8' },
    );
    expect(compiled.stdout).toBe('');
    expect(compiled.status).toBe(0);
  });
});

describe('a git dependency whose scripts may not run', () => {
  it('says in one sentence how to get a built one', () => {
    const project = mkdtempSync(path.join(folder, 'project-'));
    install(project, `git+file://${repository}`, '--ignore-scripts');
    const ended = spawnSync('npx', ['--no', '--', 'inokufu-api-kit', 'mock'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(ended.stderr).toMatch(
      /^inokufu-api-kit was installed without being built, .*ignore-scripts.*\.\n$/,
    );
    expect(ended.status).toBe(2);
  });
});

describe('npm run prepare', () => {
  it('builds nothing where npm was started in the clone itself, or below it', () => {
    for (const below of ['.', 'docs-src'])
      execFileSync('npm', ['run', 'prepare'], { cwd: path.join(repository, below), stdio: 'pipe' });
    expect(['dist', 'node_modules'].filter((name) => existsSync(path.join(repository, name)))).toEqual([]);
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

/** A git repository of the files that are in ours, in the state of the working tree. */
function makeRepository(at: string): string {
  const git = (cwd: string, ...args: readonly string[]): string =>
    execFileSync('git', args, { cwd, encoding: 'utf8' });
  const files = git(packageRoot, 'ls-files', '-z', '--cached', '--others', '--exclude-standard')
    .split('\0')
    .filter((file) => file !== '' && existsSync(packageFile(file)));
  mkdirSync(at);
  for (const file of files) cpSync(packageFile(file), path.join(at, file));
  git(at, 'init', '--quiet');
  git(at, 'add', '--all');
  git(at, '-c', 'user.name=test', '-c', 'user.email=test@test.example', 'commit', '--quiet', '-m', 'all');
  return at;
}

/** npm 12 fetches git addresses only where that is allowed; before, the option does nothing. */
function install(project: string, address: string, ...options: readonly string[]): void {
  execFileSync('npm', ['install', '--prefer-offline', '--allow-git=all', ...options, address], {
    cwd: project,
    stdio: 'pipe',
  });
}
