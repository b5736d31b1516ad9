import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../../mock/server.ts';

let site: string;
let mock: MockServer;
const logged: string[] = [];
beforeAll(async () => {
  site = await mkdtemp(path.join(tmpdir(), 'site-'));
  await writeFile(path.join(site, 'index.html'), 'home');
  await writeFile(path.join(site, 'site.css'), 'a {}');
  await writeFile(path.join(site, 'status.html'), 'page');
  const info = (_facts: object, message: string) => logged.push(message);
  mock = await createMockServer({
    document: 'test/documents/root-template.yaml',
    siteDirectory: site,
    logger: { info, warn() {}, error() {} },
  });
});
afterAll(async () => {
  await mock.close();
  await rm(site, { recursive: true });
});

const textOf = async (target: string, init?: RequestInit) => (await fetch(mock.url + target, init)).text();

describe('a document whose templates take every path', () => {
  it.each([
    { target: '/', want: 'home' },
    { target: '/site.css', want: 'a {}' },
    { target: '/nobody', want: '"owner"' },
    { target: '/nobody/nothing', want: '"repo"' },
    { target: '/status', want: '"status"' },
  ])('leaves $target what it is', async ({ target, want }) => {
    expect(await textOf(target)).toBe(want);
  });

  it('hides neither the admin side nor the document', async () => {
    expect(JSON.parse(await textOf('/__mock'))).toContainEqual(
      expect.objectContaining({ path: '/__mock/keys' }),
    );
    expect(JSON.parse(await textOf('/__mock/requests'))).toEqual(expect.any(Array));
    expect(JSON.parse(await textOf('/openapi.json'))).toMatchObject({ openapi: '3.1.0' });
    expect(await textOf('/openapi.yaml')).toMatch(/^openapi: "3\.1\.0"$/m);
  });

  it("answers its operations as the API's, with one line in the log", async () => {
    logged.length = 0;
    const reply = await fetch(`${mock.url}/somebody`, { method: 'POST' });
    expect([reply.status, reply.headers.get('content-length')]).toEqual([201, '0']);
    expect(logged).toEqual(['POST /somebody 201']);
    expect(mock.requests().at(-1)).toMatchObject({ operationId: 'addOwner', target: '/somebody' });
    expect(reply.headers.get('x-request-id')).toBe(mock.requests().at(-1)?.requestId);
  });

  it('takes every path of an application that it is mounted in, but for its own', async () => {
    const server = express().use(mock.handler).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      expect(await (await fetch(`${url}/nobody`)).text()).toBe('"owner"');
      expect((await fetch(`${url}/__mock/clock`)).status).toBe(200);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

describe('a file of the site', () => {
  it.each([
    { headers: { range: 'bytes=999-' }, want: 416, with: { 'content-range': 'bytes */4' } },
    { headers: { 'if-match': '"other"' }, want: 412, with: {} },
    { headers: { 'if-unmodified-since': 'Tue, 01 Jan 2019 00:00:00 GMT' }, want: 412, with: {} },
    { headers: { range: 'bytes=0-1' }, want: 206, with: { 'content-range': 'bytes 0-1/4' } },
  ])('is refused with $want for $headers', async ({ headers, want, with: expected }) => {
    const reply = await fetch(`${mock.url}/site.css`, {
      headers: { ...headers, 'accept-encoding': 'identity' },
    });
    expect(reply.status).toBe(want);
    for (const [name, value] of Object.entries(expected)) expect(reply.headers.get(name)).toBe(value);
    if (want >= 400) expect(await reply.json()).toEqual({ message: expect.any(String) });
    else await reply.text();
  });

  it.each(['/%ff', '/100%', '/%', '/%E0%A4%A'])(
    'does not decode, and neither does a path of the API: %s',
    async (target) => {
      expect((await fetch(mock.url + target)).status).toBe(400);
    },
  );
});
