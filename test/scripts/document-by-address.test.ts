import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageFile } from '../../openapi/model/package-root.ts';
import { type RunningCommand, runApiKit, startApiKit } from './run-command.ts';

let folder: string;
let server: Server;
let address: string;
let running: RunningCommand | undefined;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'address-'));
  const library = readFileSync(packageFile('test/documents/lending-library.yaml'));
  server = createServer((request, response) => {
    if (request.url === '/library.yaml?version=1') response.end(library);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/library.yaml?version=1`; // listens on TCP
});
afterEach(async () => {
  running?.kill('SIGKILL');
  await running?.ended;
  running = undefined;
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

describe('a document by its address', () => {
  it('is served by mock, with its documentation', async () => {
    running = startApiKit(['mock', address, '--port', '0']);
    const [greeting] = await running.printed(/[\s\S]*Ctrl-C/);
    const urlOf = (name: string) => new RegExp(`${name} +(http\\S+)`).exec(greeting)?.[1];
    expect((await fetch(`${urlOf('API')}/opening-hours`)).status).toBe(200);
    expect(await (await fetch(`${urlOf('Docs')}`)).text()).toContain('/opening-hours');
  });

  it('is made into a site by docs', async () => {
    const { code, stderr } = await runApiKit(['docs', address, '--out', folder]);
    expect([code, stderr]).toEqual([0, '']);
    expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toContain('/opening-hours');
  });

  it('is checked by contract, which names it', async () => {
    const { code, stdout } = await runApiKit(['contract', address, '--no-second-opinion']);
    expect(stdout).toContain(`Contract of Lending library 1.0 (${address})`);
    expect(code).toBe(0);
  });

  it('is read by types and init', async () => {
    expect((await runApiKit(['types', address])).stdout).toContain('borrowBook');
    expect(await runApiKit(['init', address], {}, folder)).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(folder, 'api-kit.config.yaml'), 'utf8')).toContain(`document: ${address}`);
  });

  it.each(['mock', 'docs', 'contract', 'types', 'init'])(
    'that is not there ends %s with 2 and says so',
    async (command) => {
      const nowhere = address.replace('library', 'nowhere');
      const args = command === 'docs' ? [command, nowhere, '--out', folder] : [command, nowhere];
      const { code, stderr } = await runApiKit(args, {}, folder);
      expect(stderr).toContain(`${nowhere} answers 404 Not Found`);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(code).toBe(2);
    },
  );
});
