import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { json, libraryCard, startLendingLibrary } from '../servers/lending-library.ts';
import { type RunningCommand, runApiKit, startApiKit } from './run-command.ts';

const document = packageFile('test/documents/lending-library.yaml');
let folder: string;
let running: RunningCommand | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'proxy-'));
});
afterEach(async () => {
  running?.kill('SIGKILL');
  await running?.ended;
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** A client that makes a call and ends as it is told. */
function client(code = 0, target = '/books?genre=novel'): readonly string[] {
  const script = `
    const reply = await fetch(process.env.API_KIT_BASE_URL + process.argv[1], { headers: { 'x-card': '${libraryCard}' } });
    console.log(process.env.API_KIT_BASE_URL, reply.status, await reply.text());
    process.exit(${code});`;
  return ['--', process.execPath, '--input-type=module', '-e', script, target];
}

/** A server of the document, where each list of books has lost a header. */
const withoutTotal = () =>
  startLendingLibrary((_, honest) =>
    typeof honest === 'object' && honest.status === 200 ? json(200, []) : honest,
  );

const proxy = (to: string, ...words: readonly string[]) =>
  runApiKit(['proxy', document, '--no-config', '--to', to, ...words], {}, folder);

describe('a command', () => {
  it.each([
    { serves: 'what it should', own: 0, code: 0, says: 'The contract holds: 1 of 1 call judged.' },
    { serves: 'what it should', own: 7, code: 7, says: 'The contract holds: 1 of 1 call judged.' },
    { serves: 'something else', own: 0, code: 1, says: 'The header X-Total is missing' },
    { serves: 'something else', own: 7, code: 7, says: 'The header X-Total is missing' },
  ])('that ends with $own while the API serves $serves: $code', async ({ serves, own, code, says }) => {
    const library = await (serves === 'what it should' ? startLendingLibrary() : withoutTotal());
    const ended = await proxy(library.url.href, ...client(own));
    await library.close();
    expect([ended.code, ended.stdout]).toEqual([code, expect.stringContaining(says)]);
    expect(ended.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1 200 \[/);
    expect(ended.stdout).toContain('Coverage: 1 of 3 operations');
  });

  it('that makes no call leaves no verdict', async () => {
    const ended = await proxy('http://127.0.0.1:1', '--', process.execPath, '-e', '');
    expect([ended.code, ended.stdout]).toEqual([
      2,
      expect.stringContaining('No verdict: 0 of 0 calls judged.'),
    ]);
  });

  it('may call a mock, which is started and ended with it', async () => {
    const ended = await proxy('mock', ...client(0, '/opening-hours'));
    expect([ended.code, ended.stdout]).toEqual([0, expect.stringMatching(/\/v1 200 \[/)]);
  });

  it('gets the signal that we get, and we end as it does', async () => {
    const script =
      "process.on('SIGTERM', () => process.exit(3)); setInterval(() => {}, 1000); console.log('ready');";
    const words = ['proxy', document, '--no-config', '--to', 'mock', '--', process.execPath, '-e', script];
    running = startApiKit(words);
    await running.printed(/ready/);
    running.kill('SIGTERM');
    const ended = await running.ended;
    expect([ended.code, ended.stdout]).toEqual([3, expect.stringContaining('No verdict')]);
  });

  it('may be killed, which we say as a shell does', async () => {
    const ended = await proxy('mock', '--', process.execPath, '-e', "process.kill(process.pid, 'SIGKILL')");
    expect(ended.code).toBe(137);
  });
});

describe('without a command', () => {
  it('it passes calls on until Ctrl-C, and the recording is whole then', async () => {
    const library = await startLendingLibrary();
    const file = path.join(folder, 'calls.har');
    const words = [
      'proxy',
      document,
      '--no-config',
      '--to',
      library.url.href,
      '--port',
      '0',
      '--record',
      file,
    ];
    running = startApiKit(words);
    const [, base] = await running.complained(/(http:\S+) passes calls on to/);
    expect(existsSync(file)).toBe(true);
    const headers = { 'x-card': libraryCard, cookie: 'session=1' };
    await (await fetch(`${base}/books?genre=novel&reader=ada@mail.example`, { headers })).text();
    running.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
    await library.close();
    const har = readFileSync(file, 'utf8');
    const [entry] = JSON.parse(har).log.entries;
    expect(entry.request.url).toBe(`${library.url.href}v1/books?genre=novel&reader=person@example.com`);
    expect(har).not.toMatch(new RegExp(`${libraryCard}|session=1|ada@`));
    const judged = await runApiKit(['judge', file, '--document', document, '--no-config']);
    expect(judged.stdout).toContain('The contract holds: 1 of 1 entry judged, 1 doubtful.');
  });
});

it('calls an API over TLS, and does not take a certificate that nobody has signed', async () => {
  const mock = await createMockServer({ document, tls: true });
  const authority = path.join(folder, 'authority.pem');
  writeFileSync(authority, mock.authority ?? '');
  const words = ['proxy', document, '--no-config', '--to', mock.url, ...client(0, '/opening-hours')];
  const [trusting, careful] = await Promise.all([
    runApiKit(words, { NODE_EXTRA_CA_CERTS: authority }),
    runApiKit(words),
  ]);
  await mock.close();
  expect([trusting.code, trusting.stdout]).toEqual([0, expect.stringContaining('/v1 200 [')]);
  expect([careful.code, careful.stdout]).toEqual([2, expect.stringMatching(/\/v1 502 .*This is the proxy/)]);
});

describe('says in a sentence', () => {
  it.each([
    { words: [], says: /^Say where calls go: --to https:\/\/api\.example\.com, or --to mock\.\n$/ },
    { words: ['--to', 'mok'], says: /It must be a whole address like .*, or mock/ },
    {
      words: ['--to', 'mock', '--', 'no-such-command'],
      says: /The command can't be started: spawn no-such-command ENOENT/,
    },
    { words: ['--to', 'mock', 'npm', 'test'], says: /^A command is written behind --: -- npm test\n$/ },
    {
      words: ['--to', 'mock', '--record', 'none/calls.har'],
      says: /no such file or directory, open 'none\/calls\.har'/,
    },
  ])('what is missing: $words', async ({ words, says }) => {
    const ended = await runApiKit(['proxy', document, '--no-config', ...words], {}, folder);
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringMatching(says)]);
  });

  it('that its port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ended = await proxy('http://127.0.0.1:1', '--port', String(port));
    server.close();
    expect([ended.code, ended.stderr]).toEqual([
      2,
      expect.stringContaining(`Port ${port} is taken. For example: --port`),
    ]);
  });
});
