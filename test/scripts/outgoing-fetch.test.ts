import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../../mock/server.ts';
import { runApiKit } from './run-command.ts';
import { withoutPackage } from './without-package.ts';

let mock: MockServer;
let folder: string;
let ca: string;
const tunnelled: string[] = [];
/** A proxy of a company: it joins sockets, and sees no more than who is called. */
const proxy = createServer().on('connect', (request, socket) => {
  tunnelled.push(request.url ?? '');
  const { port } = new URL(`http://${request.url}`);
  const upstream = connect(Number(port), '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
  upstream.on('error', () => socket.destroy());
  socket.on('error', () => upstream.destroy());
  socket.pipe(upstream).pipe(socket);
});

beforeAll(async () => {
  mock = await createMockServer({ tls: true, admin: false });
  folder = await mkdtemp(path.join(tmpdir(), 'outgoing-'));
  ca = path.join(folder, 'ca.pem');
  await writeFile(ca, mock.authority ?? '');
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await mock.close();
  proxy.closeAllConnections();
  proxy.close();
  await rm(folder, { recursive: true });
});

const run = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  runApiKit(
    ['contract', '--no-config', '--target', mock.apiUrl, '--only', 'listTypes', ...args],
    environment,
  );

it('does not trust a certificate that nobody vouches for, and says so', async () => {
  const { code, stdout } = await run([]);
  expect(stdout).toMatch(/can't be reached: .*(CERT|certificate)/);
  expect(code).toBe(2);
});

it('trusts an authority that is given', async () => {
  const { code, stdout } = await run(['--ca', ca]);
  expect(stdout).toMatch(/^The contract holds: /m);
  expect(code).toBe(0);
});

it('goes through the proxy of HTTPS_PROXY, but for hosts of NO_PROXY', async () => {
  const { port } = proxy.address() as AddressInfo;
  const HTTPS_PROXY = `http://127.0.0.1:${port}`;
  expect((await run(['--ca', ca], { HTTPS_PROXY })).code).toBe(0);
  expect(tunnelled).toContain(new URL(mock.apiUrl).host);
  const before = tunnelled.length;
  expect((await run(['--ca', ca], { HTTPS_PROXY, NO_PROXY: '127.0.0.1' })).code).toBe(0);
  expect(tunnelled).toHaveLength(before);
});

it('says in one sentence which package that takes', async () => {
  const { code, stderr } = await run(['--ca', ca], withoutPackage('undici'));
  expect(stderr).toContain(
    '--ca is given, and that takes a package that is not installed: npm install undici',
  );
  expect(code).toBe(2);
});

it.each([
  { what: 'a file that is not there', file: 'nothing.pem', want: /can't be read/ },
  { what: 'a file that is no certificate', file: 'other.pem', want: /holds no certificate/ },
])('refuses $what', async ({ file, want }) => {
  await writeFile(path.join(folder, 'other.pem'), 'hello');
  const { code, stderr } = await run(['--ca', path.join(folder, file)]);
  expect(stderr).toMatch(want);
  expect(code).toBe(2);
});
