import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageFile } from '../../openapi/model/package-root.ts';
import { json, libraryCard, startLendingLibrary } from '../servers/lending-library.ts';
import { type RunningCommand, runApiKit, startApiKit } from './run-command.ts';

const library = packageFile('test/documents/lending-library.yaml');
let folder: string;
let running: RunningCommand | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'api-kit-test-'));
});
afterEach(async () => {
  running?.kill('SIGKILL');
  await running?.ended;
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

describe('api-kit', () => {
  it('says its version and its commands', async () => {
    const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string };
    expect(await runApiKit(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    const { code, stdout } = await runApiKit(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/mock [\s\S]*docs [\s\S]*contract /);
  });

  it.each([
    ['an unknown command', ['serve'], /unknown command 'serve'/],
    ['an unknown option', ['mock', '--prot', '1'], /unknown option '--prot'[\s\S]*--port/],
    ['a port that is none', ['mock', '--port', '70000'], /whole number from 0/],
    ['a target that is no address', ['contract', '--target', 'localhost'], /whole address/],
    ['docs without --out', ['docs'], /--out/],
    [
      'neither a document nor pages',
      ['docs', '--no-document', '--out', 'x'],
      /--no-document builds the folder of --pages alone/,
    ],
    ['a document that is not there', ['mock', 'nowhere.yaml'], /nowhere\.yaml/],
    [
      'a file that cannot be written',
      ['contract', library, '--json', '/nowhere/report.json'],
      /--json \/nowhere\/report\.json: nothing can be written in \/nowhere/,
    ],
    [
      'an address of another machine',
      ['mock', library, '--host', '203.0.113.9'],
      /no address of this machine/,
    ],
    [
      'a document after --host',
      ['mock', '--host', '127.0.0.1', 'shop.yaml'],
      /a document is written before --host/,
    ],
    ['a plan that is none', ['contract', '--plan', 'huge'], /no plan 'huge'[\s\S]*free, lite/],
    [
      'a folder that is not there',
      ['docs', '--slate', 'nowhere', '--out', 'x'],
      /--slate nowhere: .*no such/,
    ],
    ['a language without words', ['docs', '--locale', 'xx', '--out', 'x'], /choices are en, fr/],
    ['a server that is none', ['docs', '--try-it', 'ftp://x', '--out', 'x'], /whole address/],
    ['a document that is none', ['contract', packageFile('package.json')], /openapi/],
  ])('refuses %s with 2 and says what to do', async (_name, args, message) => {
    const { code, stderr } = await runApiKit(args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
  });
});

describe('api-kit mock', () => {
  it('prints where everything is, and a line that works as printed', async () => {
    running = startApiKit(['mock', '--port', '0']);
    const [, line = ''] = await running.printed(/^ {2}(curl .*)$/m);
    const reply = JSON.parse(execFileSync('bash', ['-c', `${line} --silent`], { encoding: 'utf8' }));
    expect(reply.statusCode).toBe(200);
    expect(reply.response.content.length).toBeGreaterThan(0);

    const [, site = ''] = await running.printed(/Docs +(\S+)/);
    const page = await fetch(site);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await page.text()).toContain('<h1');
    const [, document = ''] = await running.printed(/Document +(\S+)/);
    expect(await (await fetch(document)).json()).toHaveProperty('openapi');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 on %s', async (signal) => {
    running = startApiKit(['mock', library, '--port', '0']);
    await running.printed(/Ctrl-C/);
    running.kill(signal);
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('says which port is in use and ends with 2', async () => {
    running = startApiKit(['mock', library, '--port', '0']);
    const [, port = ''] = await running.printed(/API +http:\/\/[^:]+:(\d+)/);
    const second = await runApiKit(['mock', library, '--port', port]);
    expect(second).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`Port ${port} on 127.0.0.1 is in use`),
    });
  });

  it('names once what the document has and nobody uses, what is lost first', async () => {
    const document = path.join(folder, 'api.yaml');
    const paths = ['/a', '/b', '/c/../e'].map(
      (name) => `  ${name}: {get: {responses: {'200': {description: o}}}}`,
    );
    writeFileSync(document, ["openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:", ...paths].join('\n'));
    running = startApiKit(['mock', document, '--port', '0', '--no-docs']);
    await running.printed(/Ctrl-C/);
    await running.printed(
      /what is whole is served:\n.*~1c~1..~1e: "\/c\/..\/e" is not served.*\n.*~1a\/get and 2 more: .*\n {2}--all shows all 4\n/,
    );
  });

  it("serves somebody else's document, with its documentation", async () => {
    running = startApiKit(['mock', library, '--port', '0']);
    const [, api = ''] = await running.printed(/API +(\S+)/);
    const [, site = ''] = await running.printed(/Docs +(\S+)/);
    await running.printed(/Ctrl-C/);
    expect((await fetch(`${api}/books?genre=novel`, { headers: { 'x-card': 'any' } })).status).toBe(200);
    expect(await (await fetch(site)).text()).toContain('/books');
  });
});

describe('api-kit docs', () => {
  it('writes a site for a document', async () => {
    const { code, stdout } = await runApiKit(['docs', library, '--out', folder]);
    expect(stdout).toMatch(/^\d+ files in /);
    expect(code).toBe(0);
    expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toContain('/books');
    expect(existsSync(path.join(folder, 'openapi.json'))).toBe(true);
  });

  it.each(['docs', 'contract'])(
    '%s names once what a document has and nobody uses, and ends as without it',
    async (command) => {
      const document = path.join(folder, 'api.yaml');
      const operations = Array.from(
        { length: 30 },
        (_, index) => `  /${index}: {get: {responses: {'200': {description: o}}}}`,
      );
      const head = "openapi: 3.2.0\ninfo: {title: T, version: '1'}\npaths:";
      writeFileSync(
        document,
        [
          head,
          ...operations,
          "  /new: {get: {operationId: q, responses: {'200': {description: o, content: {application/json: {examples: {a: {value: 1, dataValue: 1}}}}}}}}",
        ].join('\n'),
      );
      const args =
        command === 'docs'
          ? ['docs', document, '--out', path.join(folder, 'out')]
          : ['contract', document, '--no-second-opinion'];
      const { code, stdout, stderr } = await runApiKit(args);
      const lines = (command === 'docs' ? stderr : stdout)
        .split('\n')
        .filter((line) => line.includes('api.yaml#'));
      expect(lines).toEqual([
        expect.stringContaining('/examples/a/dataValue: `dataValue` of OpenAPI 3.2 is not done yet'),
        expect.stringContaining('#/paths/~10/get and 29 more: the operation needs an `operationId`'),
      ]);
      expect(code).toBe(0);
      const all = await runApiKit([...args, '--all']);
      expect((all.stdout + all.stderr).match(/needs an `operationId`/g)).toHaveLength(30);
    },
  );

  it('refuses a page that names an unknown operation, with its file and line', async () => {
    writeFileSync(
      path.join(folder, 'index.md'),
      '---\ntitle: T\n---\n\n# One\n\n<!-- kit operation nothing -->\n',
    );
    const { code, stderr } = await runApiKit([
      'docs',
      library,
      '--pages',
      folder,
      '--out',
      path.join(folder, 'out'),
    ]);
    expect(stderr).toMatch(/index\.md:7: .*nothing/);
    expect(code).toBe(2);
  });
});

describe('api-kit docs --slate', () => {
  const slate = (text: string, ...args: string[]) => {
    writeFileSync(path.join(folder, 'index.html.md'), text);
    return runApiKit(['docs', '--slate', folder, '--out', `${folder}/out`, ...args]);
  };

  it('stops at front matter that cannot be read, with its file and line', async () => {
    const { code, stderr } = await slate('---\ntitle: One: two\nincludes:\n  - errors\n---\n');
    expect(stderr).toMatch(/^index\.html\.md:2: The front matter is not YAML: .*quotes\.\n$/);
    expect(code).toBe(2);
    expect(existsSync(`${folder}/out`)).toBe(false);
  });

  it('names what is not on the page, and ends with 0', async () => {
    const { code, stderr } = await slate('---\nsearch: true\nsearch: true\n---\n\n<div>\n# One\n</div>\n');
    expect(stderr).toMatch(
      /^index\.html\.md:3: The key "search" .*\nindex\.html\.md:7: The heading "One" is not/,
    );
    expect(code).toBe(0);
  });

  it.each([
    ['# One\n', 0, ''],
    ['<div>\n# One\n</div>\n', 1, '--strict: 1 thing is not as written.\n'],
    ['[a](#b)\n\n[a](#c)\n', 1, '--strict: 2 things are not as written.\n'],
  ])('with --strict ends with 1 where something is named: %j', async (text, code, last) => {
    const { stderr, ...result } = await slate(text, '--strict');
    expect(result.code).toBe(code);
    expect(stderr.endsWith(last)).toBe(true);
    expect(existsSync(`${folder}/out/index.html`)).toBe(true);
  });

  it('has of a document behind it what its directives name', async () => {
    const text = '# Books\n\n## All\n\n<!-- kit operation listBooks -->\n\n# Old\n\n"Text"\n';
    const { code, stderr } = await slate(text, library);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [page = ''] = readFileSync(`${folder}/out/index.html`, 'utf8').split('</main>');
    expect([...page.matchAll(/<h[12] id="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'books',
      'all',
      'old',
    ]);
    expect(page).toContain('<p>&quot;Text&quot;</p>');
    expect(readdirSync(`${folder}/out/operations`).filter((name) => name.endsWith('.html'))).toEqual([
      'listBooks.html',
    ]);
  });

  it('builds mangled text repaired where asked, and writes the sources anew only where told', async () => {
    const first = await slate('---\ntitle: PÃ´le\n---\n\n# PÃ´le\n', '--repair-encoding');
    expect(first.stdout).toMatch(/The sources stay as they are: --keep-repaired/);
    expect(readFileSync(`${folder}/out/index.html`, 'utf8')).toContain('<title>Pôle');
    const second = await slate('# PÃ´le\n', '--repair-encoding', '--keep-repaired', `${folder}/kept`);
    expect(second).toMatchObject({ code: 0, stdout: expect.stringMatching(/index\.html\.md repaired in /) });
    expect(readFileSync(`${folder}/kept/index.html.md`, 'utf8')).toBe('# Pôle\n');
    expect(readFileSync(`${folder}/index.html.md`, 'utf8')).toBe('# PÃ´le\n');
  });

  it('refuses --keep-repaired alone', async () => {
    const { code, stderr } = await slate('# One\n', '--keep-repaired', `${folder}/kept`);
    expect(stderr).toMatch(/give both/);
    expect(code).toBe(2);
  });
});

describe('api-kit docs --watch', () => {
  it('makes the site again when a page changes, tells open pages, and survives a fault', async () => {
    const page = path.join(folder, 'index.md');
    const write = (text: string) => writeFileSync(page, `---\ntitle: T\n---\n\n# One\n\n${text}\n`);
    write('first words');
    running = startApiKit([
      'docs',
      library,
      '--pages',
      folder,
      '--out',
      `${folder}-out`,
      '--watch',
      '--port',
      '0',
    ]);
    const [, site = ''] = await running.printed(/^(http:\S+) reloads/m);
    const html = await (await fetch(site)).text();
    expect(html).toContain('first words');
    expect(html).toContain('<script src="/__live-reload.js" defer></script>');

    const events = (await fetch(`${site}__live-reload`)).body
      ?.pipeThrough(new TextDecoderStream())
      .getReader();
    write('<!-- kit operation nothing -->');
    await running.complained(/index\.md:7: /);
    write('second words');
    expect((await events?.read())?.value).toContain('event: change');
    expect(await (await fetch(site)).text()).toContain('second words');
    writeFileSync(path.join(folder, 'guide.md'), '# A new guide');
    expect((await events?.read())?.value).toContain('event: change');
    expect(await (await fetch(`${site}guide`)).text()).toContain('A new guide');
    running.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
  });
});

describe('api-kit contract', () => {
  it('holds for the mock, which it starts by itself', async () => {
    const report = path.join(folder, 'report.json');
    const { code, stdout } = await runApiKit(['contract', library, '--json', report]);
    expect(stdout).toMatch(/^The contract holds: (\d+) of \1 checked, \1 held;/m);
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ verdict: 'held' });
  });

  it('writes what a pipeline reads: JUnit, annotations with the line in the document, a summary', async () => {
    const document = path.join(folder, 'library.yaml');
    copyFileSync(library, document);
    const summary = path.join(folder, 'summary.md');
    writeFileSync(summary, 'of another step\n');
    const { url, close } = await startLendingLibrary(() => json(200, {}));
    const { code, stdout } = await runApiKit(
      ['contract', 'library.yaml', '--target', url.origin, '--junit', 'report.xml'],
      {
        API_KIT_KEY: libraryCard,
        GITHUB_ACTIONS: 'true',
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_WORKSPACE: folder,
      },
      folder,
    );
    await close();
    const line =
      readFileSync(library, 'utf8')
        .split('\n')
        .findIndex((one) => one.trim() === 'get:') + 1;
    expect(stdout).toContain(`::error file=library.yaml,line=${line},title=`);
    expect(readFileSync(path.join(folder, 'report.xml'), 'utf8')).toMatch(/^<\?xml [\s\S]*<failure type="/);
    expect(readFileSync(summary, 'utf8')).toMatch(/^of another step\n## The contract is broken\n/);
    expect(readdirSync(folder).sort()).toEqual(['library.yaml', 'report.xml', 'summary.md']);
    expect(code).toBe(1);
  });

  it.each([
    { options: ['--json', 'nowhere/a.json'], env: {} },
    { options: ['--json', 'a.json', '--junit', 'nowhere/a.xml'], env: {} },
    { options: ['--github'], env: { GITHUB_STEP_SUMMARY: 'nowhere/summary.md' } },
  ])('sends nothing where a report can not be written: $options $env', async ({ options, env }) => {
    let calls = 0;
    const { url, close } = await startLendingLibrary((_, honest) => {
      calls += 1;
      return honest;
    });
    const args = ['contract', library, '--target', url.origin, ...options];
    const { code, stderr } = await runApiKit(args, { API_KIT_KEY: libraryCard, ...env }, folder);
    await close();
    expect(stderr).toMatch(/nothing can be written in \S*nowhere/);
    expect([code, calls, readdirSync(folder)]).toEqual([2, 0, []]);
  });

  it('leaves no half file where the run could not begin', async () => {
    const { code } = await runApiKit(['contract', library, '--plan', 'huge', '--json', 'a.json'], {}, folder);
    expect([code, readdirSync(folder)]).toEqual([2, []]);
  });

  it('is broken by a target that answers something else, and ends with 1', async () => {
    const liar = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
    await new Promise((resolve) => liar.once('listening', resolve));
    const { port } = liar.address() as AddressInfo;
    const { code, stdout } = await runApiKit([
      'contract',
      library,
      '--no-second-opinion',
      '--target',
      `http://127.0.0.1:${port}`,
    ]);
    liar.close();
    expect(stdout).toContain('The contract is broken');
    expect(code).toBe(1);
  });

  it.each([
    ['an empty key', { API_KIT_KEY: ' ' }, /API_KIT_KEY is empty, which counts as no key/],
    [
      'a key that no header can carry',
      { API_KIT_KEY: 'ключ' },
      /letter beyond Latin-1, which no header can carry/,
    ],
    ['a key with a line end', { API_KIT_KEY: 'key\n' }, /ends with white space or a line end/],
  ])('says that there is %s, and ends with 2', async (_name, env, message) => {
    const { url, close } = await startLendingLibrary();
    const { code, stdout, stderr } = await runApiKit(
      ['contract', library, '--no-second-opinion', '--target', url.origin],
      env,
    );
    await close();
    expect(stdout + stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
  });

  it('does not let a missing key be excused', async () => {
    const { url, close } = await startLendingLibrary();
    const args = ['contract', library, '--no-second-opinion', '--target', url.origin, '--allow-skipped'];
    const { code, stdout } = await runApiKit(args, { API_KIT_KEY: undefined });
    await close();
    expect(stdout).toMatch(/^No verdict: .* skipped, .* not asked;/m);
    expect(code).toBe(2);
  });

  it('says in a dry run what it would send, sends nothing, and ends with 0', async () => {
    const asked: string[] = [];
    const { url, close } = await startLendingLibrary((request, honest) => {
      asked.push(request.path);
      return honest;
    });
    const args = ['contract', library, '--no-second-opinion', '--target', url.origin, '--dry-run'];
    const { code, stdout } = await runApiKit(args, { API_KIT_KEY: libraryCard });
    await close();
    expect(stdout).toMatch(
      /^Nothing was sent: 0 of \d+ checked, \d+ not asked; a run makes at most \d+ calls\.$/m,
    );
    expect(stdout).toMatch(/^Price: \d+ calls with the key/m);
    expect(asked).toEqual([]);
    expect(code).toBe(0);
  });

  it.each([
    { signal: 'SIGINT', lie: 'nothing', code: 2, verdict: 'incomplete' },
    { signal: 'SIGTERM', lie: 'nothing', code: 2, verdict: 'incomplete' },
    { signal: 'SIGTERM', lie: '/v1/books', code: 1, verdict: 'broken' },
  ] as const)('reports what is there on $signal, with $verdict', async ({ signal, lie, ...want }) => {
    const { url, close } = await startLendingLibrary(({ path: asked, card, method }, honest) => {
      if (asked === '/v1/loans' && method === 'POST' && card === libraryCard) {
        running?.kill(signal);
        return 'silence';
      }
      return asked === lie && card === libraryCard ? json(418, {}) : honest;
    });
    const file = path.join(folder, 'report.json');
    const args = [
      'contract',
      library,
      '--no-second-opinion',
      '--target',
      url.origin,
      '--unsafe',
      '--timeout',
      '600000',
      '--json',
      file,
    ];
    running = startApiKit(args, { API_KIT_KEY: libraryCard });
    const { code, stdout } = await running.ended;
    await close();
    expect(stdout).toContain('Stopped before the end: It was interrupted.');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ verdict: want.verdict });
    expect(code).toBe(want.code);
  });

  it('could not run against a target that is not there, and ends with 2', async () => {
    const { code, stdout } = await runApiKit([
      'contract',
      library,
      '--no-second-opinion',
      '--target',
      'http://127.0.0.1:9',
    ]);
    expect(stdout).toContain('No verdict');
    expect(code).toBe(2);
  });
});
