import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../mock/engine/tls/make-certificate.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { type RunningCommand, startApiKit, watch } from './run-command.ts';
import { withoutPackage } from './without-package.ts';

const library = packageFile('test/documents/lending-library.yaml');
const apiKit = packageFile('dist/scripts/api-kit.js');
/** An address that the admin side does not know as this machine's, though it is. */
const elsewhere = '::ffff:127.0.0.2';
let folder: string;
let running: RunningCommand | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mock-command-'));
});
afterEach(async () => {
  running?.kill('SIGKILL');
  await running?.ended;
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): RunningCommand {
  running = startApiKit(['mock', '--port', '0', ...args], { TMPDIR: folder, ...env });
  return running;
}

/** A line of bash in place of a command, for what only a shell can give to a program. */
function startInBash(line: string): RunningCommand {
  const env = { ...process.env, NO_COLOR: '1', TMPDIR: folder };
  running = watch(
    spawn('bash', ['-c', `exec ${line.replace('api-kit', `${process.execPath} ${apiKit}`)}`], { env }),
  );
  return running;
}

async function greeted(command: RunningCommand) {
  const [greeting] = await command.printed(/[\s\S]*Ctrl-C/);
  const urlOf = (name: string) => new RegExp(`${name} +(http\\S+)`).exec(greeting)?.[1];
  return { greeting, docs: urlOf('Docs'), api: urlOf('API') ?? '', admin: urlOf('Admin') };
}

describe('a document that can be read only once', () => {
  it.each([
    { from: 'a process substitution', line: `api-kit mock --port 0 <(cat ${library})` },
    { from: 'a pipe', line: `api-kit mock --port 0 /dev/stdin < <(cat ${library})` },
    { from: 'a file as standard input', line: `api-kit mock --port 0 /dev/stdin < ${library}` },
  ])('is served with its documentation from $from', async ({ line }) => {
    const { docs, api } = await greeted(startInBash(line));
    expect(await (await fetch(docs ?? '')).text()).toContain('/books');
    expect((await fetch(`${api}/opening-hours`)).status).toBe(200);
  });

  it('is checked by contract, which reads it for the mock, too', async () => {
    expect(await startInBash(`api-kit contract --no-second-opinion <(cat ${library})`).ended).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('The contract holds'),
    });
  });
});

describe('a mock whose documentation fails', () => {
  it.each([
    { why: 'there is no temporary folder', temporary: () => '/nowhere' },
    {
      why: 'the temporary folder is a file',
      temporary: () => {
        const file = path.join(folder, 'file');
        writeFileSync(file, '');
        return file;
      },
    },
  ])('serves without it and says so, where $why', async ({ temporary }) => {
    const command = start([library], { TMPDIR: temporary() });
    const { docs, api } = await greeted(command);
    expect(docs).toBeUndefined();
    expect((await fetch(`${api}/opening-hours`)).status).toBe(200);
    command.kill('SIGTERM');
    const { code, stderr } = await command.ended;
    expect(code).toBe(0);
    expect(stderr).toMatch(/^The mock serves without documentation\. E[A-Z]+: .*\n$/);
  });

  it('serves without it where no file of it can be written, and leaves nothing', async () => {
    const command = startInBash(`bash -c 'ulimit -f 0; exec "$@"' - api-kit mock --port 0 ${library}`);
    expect((await greeted(command)).docs).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('serves its own documentation as it was built where there is no temporary folder', async () => {
    const command = start([], { TMPDIR: '/nowhere' });
    const { docs } = await greeted(command);
    expect((await fetch(docs ?? '')).status).toBe(200);
    await command.complained(/The documentation says http:\/\/127\.0\.0\.1:4010, not where this mock is/);
  });
});

describe('the first signal ends it', () => {
  it('while the document is still being read', async () => {
    const pipe = path.join(folder, 'pipe');
    execFileSync('bash', ['-c', 'mkfifo "$0"', pipe]);
    const command = start([pipe]);
    // Opens once somebody reads.
    const writer = await open(pipe, 'w');
    command.kill('SIGTERM');
    expect((await command.ended).code).not.toBe(2);
    await writer.close();
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s, and takes its temporary folder away',
    async (signal) => {
      const command = start([library]);
      await greeted(command);
      expect(readdirSync(folder)).toHaveLength(1);
      command.kill(signal);
      expect(await command.ended).toMatchObject({ code: 0, stderr: '' });
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it.each([
    { name: 'that say nothing', bytes: '' },
    { name: 'in the middle of a request', bytes: 'GET /v1/books HTTP/1.1\r\nHost:' },
    {
      name: 'in the middle of a body',
      bytes:
        'POST /v1/loans HTTP/1.1\r\nHost: x\r\nx-card: k\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    },
    { name: 'that ask for another protocol', bytes: 'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n' },
  ])('also with connections $name', async ({ bytes }) => {
    const command = start([library]);
    const { api } = await greeted(command);
    const socket = connect(Number(new URL(api).port), '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    socket.write(bytes);
    command.kill('SIGTERM');
    expect((await command.ended).code).toBe(0);
    socket.destroy();
  });
});

describe('a reader of the log that leaves', () => {
  it.each(['text', 'json'])('silences the %s log and nothing else', async (style) => {
    const command = start(['--log', style]);
    const { api } = await greeted(command);
    command.stopReading();
    for (let call = 0; call < 5; call += 1) expect((await fetch(`${api}/type`)).status).toBe(200);
    command.kill('SIGTERM');
    expect((await command.ended).code).toBe(0);
  });

  it('that never was there, on a full disk, too', async () => {
    const command = startInBash(`api-kit contract --no-second-opinion ${library} > /dev/full`);
    expect(await command.ended).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('the printed addresses answer', () => {
  it('where it listens on every address of the machine', async () => {
    const { docs, api, admin } = await greeted(start([library, '--host', '0.0.0.0']));
    expect(api).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    const statuses = [docs, `${api}/opening-hours`, admin].map(
      async (url) => (await fetch(url ?? '')).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 200]);
  });

  it('and none is named for an admin side that has none', async () => {
    const { greeting, admin } = await greeted(start([library, '--host', elsewhere]));
    expect([admin, greeting]).toEqual([
      undefined,
      expect.stringMatching(/admin side .* --host has 127\.0\.0\.1/),
    ]);
  });

  it('and nothing is said of an admin side that was not asked for', async () => {
    const { greeting } = await greeted(start([library, '--no-admin', '--host', '0.0.0.0']));
    expect(greeting).not.toMatch(/admin/i);
  });
});

describe('the served documentation', () => {
  const written = /127\.0\.0\.1:4010/;

  it('says where this mock is, in every file of it', async () => {
    const { docs = '', admin } = await greeted(start([]));
    const origin = docs.slice(0, -1);
    for (const file of ['', 'index.md', 'llms-full.txt', 'search-data.js']) {
      const reply = await fetch(docs + file);
      const text = await reply.text();
      expect([file, text.includes(origin), written.test(text)]).toEqual([file, true, false]);
      expect([file, (await fetch(docs + file, { method: 'HEAD' })).headers.get('etag')]).toEqual([
        file,
        reply.headers.get('etag'),
      ]);
    }
    expect(await (await fetch(docs)).text()).toContain(`${admin}/usage/mock-free-key`);
  });

  it('names the address at which the admin side answers', async () => {
    const { docs = '' } = await greeted(start(['--host', elsewhere, '127.0.0.1']));
    const text = await (await fetch(`${docs}index.md`)).text();
    expect(text).toContain(`Put \`${docs.slice(0, -1)}\` in place`);
    expect(text).toMatch(/http:\/\/127\.0\.0\.1:\d+\/__mock\/usage/);
    expect(text).not.toMatch(written);
  });
});

describe('--tls', () => {
  it('prints a line that fetches the authority, trusts it, and is answered', async () => {
    const { greeting, docs = '' } = await greeted(start([library, '--tls']));
    expect(greeting).toMatch(/Authority +https:\/\/127\.0\.0\.1:\d+\/authority\.cer\n/);
    const line = /Try\n\n +(.*)/.exec(greeting)?.[1] ?? '';
    const status = `${line} --silent --output /dev/null --write-out '%{http_code}'`;
    expect(execFileSync('bash', ['-c', status], { cwd: folder, encoding: 'utf8' })).toBe('200');
    const trusted = execFileSync('curl', ['--silent', '--cacert', path.join(folder, 'authority.cer'), docs]);
    expect(trusted.toString()).toContain('/books');
  });

  it.each(['@peculiar/x509', 'reflect-metadata'])('says in a sentence that %s is missing', async (name) => {
    const { code, stderr } = await start(['--tls'], withoutPackage(name)).ended;
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(
        /^Certificates are made by two packages .* npm install --save-dev @peculiar\/x509 reflect-metadata\. .*\n$/,
      ),
    ]);
  });

  it('takes a key and a certificate of your own, which ask for TLS by themselves', async () => {
    const files = await writeOwnCertificate();
    const { greeting, api } = await greeted(start([library, ...files]));
    expect(api).toMatch(/^https:/);
    expect(greeting).not.toMatch(/Authority|cacert/);
    running?.kill('SIGTERM');
    await running?.ended;
    expect((await greeted(start([library, '--no-tls', ...files]))).api).toMatch(/^http:/);
  });

  it.each([
    { given: ['--tls-key', 'KEY'], says: /--tls-key and --tls-cert are given together/ },
    { given: ['--tls-key', 'KEY', '--tls-cert', '/nowhere.pem'], says: /ENOENT: .*nowhere\.pem/ },
    { given: ['--tls-key', 'KEY', '--tls-cert', 'KEY'], says: /must be PEM texts/ },
  ])('ends with 2 for $given', async ({ given, says }) => {
    const [, key = ''] = await writeOwnCertificate();
    const { code, stderr } = await start(given.map((word) => (word === 'KEY' ? key : word))).ended;
    expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

async function writeOwnCertificate(): Promise<readonly string[]> {
  const { key, cert } = await makeCertificate(['127.0.0.1'], Date.now());
  const files = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')] as const;
  writeFileSync(files[0], key);
  writeFileSync(files[1], cert);
  return ['--tls-key', files[0], '--tls-cert', files[1]];
}

describe('--redis', () => {
  it('says in a sentence that @redis/client is missing', async () => {
    const options = ['--redis', 'redis://127.0.0.1:6379'];
    const { code, stderr } = await start(options, withoutPackage('@redis/client')).ended;
    expect([code, stderr]).toEqual([
      2,
      'Usage is shared by a package that is not installed: npm install --save-dev @redis/client. Or leave out "redis".\n',
    ]);
  });
});
