import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageFile } from '../../openapi/model/package-root.ts';
import { type RunningCommand, runApiKit, startApiKit } from './run-command.ts';
import { withoutPackage } from './without-package.ts';

const library = packageFile('test/documents/lending-library.yaml');
const slateSource = packageFile('test/documents/slate-source');
let folder: string;
let running: RunningCommand | undefined;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'configuration-')));
  mkdirSync(path.join(folder, 'below'));
});
afterEach(async () => {
  running?.kill('SIGKILL');
  await running?.ended;
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const config = (value: unknown, name = 'api-kit.config.yaml') =>
  writeFileSync(path.join(folder, name), JSON.stringify(value));

async function startMock(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  running = startApiKit(['mock', '--port', '0', '--no-docs', ...args], env, path.join(folder, 'below'));
  const [greeting] = await running.printed(/[\s\S]*Ctrl-C/);
  const api = /API +(http\S+)/.exec(greeting)?.[1] ?? '';
  const borrow = (key: string) =>
    fetch(`${api}/loans`, {
      method: 'POST',
      headers: { 'x-card': key, 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Emma' }),
    });
  return { greeting, api, borrow };
}

describe('a configuration', () => {
  it('gives a document plans, keys, errors and behaviour, from a folder above', async () => {
    config({
      document: library,
      plans: { reader: { rate: '100/s', quota: '1/day' }, guest: { closed: ['borrowBook'] } },
      keys: [{ key: 'lost-card', plan: 'reader', label: 'reported as lost', state: 'revoked' }],
      errors: { body: { error: { code: '{code}', status: '{status}', text: 'Sorry. {message}' } } },
      handlers: 'handlers.mjs',
    });
    writeFileSync(
      path.join(folder, 'handlers.mjs'),
      'export const readOpeningHours = () => ({ status: 200, body: [9, 17] });',
    );
    const { greeting, api, borrow } = await startMock();
    expect(greeting).toMatch(/lost-card +reported as lost/);
    expect(greeting).toMatch(/Config +\S+api-kit\.config\.yaml/);
    expect((await borrow('mock-reader-key')).status).toBe(201);
    expect((await borrow('mock-reader-key')).status).toBe(429);
    const refused = await borrow('lost-card');
    expect([refused.status, await refused.json()]).toEqual([
      401,
      {
        error: {
          code: 'revoked-key',
          status: 401,
          text: expect.stringMatching(/^Sorry\. The key in .* withdrawn/),
        },
      },
    ]);
    expect((await borrow('mock-guest-key')).status).toBe(403);
    expect(await (await fetch(`${api}/opening-hours`)).json()).toEqual([9, 17]);
  });

  it('is overruled by the environment, and that by the command line', async () => {
    config({ document: library, mock: { gateway: 'aws', admin: false } });
    const { greeting } = await startMock(['--admin'], { API_KIT_GATEWAY: 'documented' });
    expect(greeting).toMatch(/Admin +http/);
  });

  it('is named by --config, and left out by --no-config', async () => {
    config({ nonsense: 1 });
    config({ document: library }, 'other.yaml');
    const { greeting } = await startMock(['--config', '../other.yaml']);
    expect(greeting).toMatch(/Config +\S+other\.yaml/);
    running?.kill('SIGKILL');
    expect((await startMock(['--no-config', library])).greeting).not.toMatch(/Config/);
  });

  it('that can not be meant stops every command with 2 and what to write', async () => {
    config({ mock: { prot: 8080 } });
    for (const command of ['mock', 'docs', 'contract']) {
      const { code, stderr } = await runApiKit([command], {}, folder);
      expect([command, code, stderr]).toEqual([
        command,
        2,
        'The configuration can\'t be used:\n  api-kit.config.yaml#/mock/prot: "prot" is not known here; did you mean "port"?\n',
      ]);
    }
  });

  it.each([
    {
      name: 'a key of no plan',
      value: { keys: [{ key: 'k', plan: 'gold' }] },
      want: /^There are no plans, so none is called "gold"/,
    },
    {
      name: 'plans that are not there',
      value: { plans: 'plans.yaml' },
      want: /there is no file \S+plans\.yaml/,
    },
    { name: 'handlers that are not there', value: { handlers: 'own.js' }, want: /^own\.js can't be loaded/ },
  ])('with $name says so, without a stack', async ({ value, want }) => {
    config({ document: library, ...value });
    const { code, stderr } = await runApiKit(['mock', '--port', '0', '--no-docs'], {}, folder);
    expect(stderr).toMatch(want);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
  });

  it.skipIf('typescript' in process.features && process.features.typescript !== false)(
    'in TypeScript says what reads it, where this Node does not and nothing else is there',
    async () => {
      writeFileSync(path.join(folder, 'api-kit.config.ts'), 'export default {};');
      expect(await runApiKit(['mock'], withoutPackage('jiti'), folder)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(
          /^api-kit\.config\.ts is TypeScript, .*npm install --save-dev jiti, or take Node 22\.18\.\n$/,
        ),
      });
    },
  );

  it('says where a site is written, and gives its plans to the page', async () => {
    config({
      document: library,
      plans: { reader: { label: 'Reader of books' } },
      docs: { out: 'site', onePage: true },
    });
    const { code, stderr } = await runApiKit(['docs'], {}, path.join(folder, 'below'));
    expect([code, stderr]).toEqual([0, '']);
    expect(readFileSync(path.join(folder, 'site/index.html'), 'utf8')).toContain('Reader of books');
  });

  it.each([
    { args: [], document: 'openapi.yaml' },
    { args: ['other.yaml'], document: 'other.yaml' },
  ])('is written by init $args, starts a mock, and is never overwritten', async ({ args, document }) => {
    copyFileSync(library, path.join(folder, document));
    const written = await runApiKit(['init', ...args], {}, folder);
    expect([written.code, written.stdout]).toEqual([
      0,
      expect.stringContaining('Next: "npx inokufu-api-kit mock"'),
    ]);
    const { api } = await startMock();
    expect((await fetch(`${api}/opening-hours`)).status).toBe(200);
    const again = await runApiKit(['init'], {}, folder);
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringMatching(/^api-kit\.config\.yaml is there already/),
    ]);
  });

  it('is not written for a document that can not be read', async () => {
    const { code, stderr } = await runApiKit(['init', 'nowhere.yaml'], {}, folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('there is no file nowhere.yaml')]);
    expect(readdirSync(folder)).toEqual(['below']);
  });

  it('is named by API_KIT_CONFIG, too', async () => {
    config({ document: library, docs: { out: 'site' } }, 'other.yaml');
    const { code } = await runApiKit(['docs'], { API_KIT_CONFIG: 'other.yaml' }, folder);
    expect([code, existsSync(path.join(folder, 'site/index.html'))]).toEqual([0, true]);
  });

  it.each([
    { name: 'a Slate source', args: ['--slate', slateSource] },
    { name: 'pages alone', args: ['--no-document', '--pages', packageFile('docs-src/manual')] },
  ])('has a document that $name does without', async ({ args }) => {
    config({ document: library, docs: { out: 'site' } });
    expect(await runApiKit(['docs', ...args], {}, folder)).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(folder, 'site/index.html'), 'utf8')).not.toContain('borrowBook');
  });

  it('does not settle what a command line asks for twice', async () => {
    config({ docs: { out: 'site' } });
    const args = ['docs', '--no-document', '--pages', slateSource, library];
    const { code, stderr } = await runApiKit(args, {}, folder);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^--no-document builds the folder of --pages alone/),
    ]);
  });

  it('has what a contract check needs', async () => {
    config({
      document: library,
      plans: { reader: { rate: '500/s' } },
      contract: { secondOpinion: false, only: ['borrowBook'] },
    });
    const { code, stdout } = await runApiKit(['contract'], {}, folder);
    expect(stdout).toMatch(/The contract holds/);
    expect(stdout).not.toMatch(/listBooks/);
    expect(code).toBe(0);
  });
});
