import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readModel } from '../../../../openapi/model/read-model.ts';

const document = `
openapi: 3.1.0
info: { title: Remote, version: '1' }
paths:
  /one: { $ref: './paths/one.yaml' }
  /two: { $ref: 'https://elsewhere.example/two.yaml' }
`;
const one = "get: { operationId: getOne, responses: { '200': { description: One. } } }";

let server: Server;
let origin: string;
let answer: RequestListener;
beforeEach(async () => {
  server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listens on TCP
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const read = (address: string) => readModel({ document: address, strict: false });

describe('a document by its address', () => {
  it('is fetched with the files that it refers to on its host, and nothing from another', async () => {
    answer = ({ url }, response) =>
      response.end({ '/v1/api.yaml': document, '/v1/paths/one.yaml': one }[url ?? '']);
    const { operations, warnings } = await read(`${origin}/v1/api.yaml`);
    expect(operations.map(({ operationId }) => operationId)).toEqual(['getOne']);
    expect(warnings.map(({ message, location }) => [location.file, message])).toEqual([
      [
        `${origin}/v1/api.yaml`,
        expect.stringMatching(/"https:\/\/elsewhere\.example\/two\.yaml" is on another host/),
      ],
    ]);
  });

  it('has its files where redirects led', async () => {
    answer = ({ url }, response) => {
      if (url === '/latest') response.writeHead(302, { Location: '/v2/api.yaml' });
      response.end({ '/v2/api.yaml': document, '/v2/paths/one.yaml': one }[url ?? '']);
    };
    expect((await read(`${origin}/latest`)).operations).toHaveLength(1);
  });

  it.each([
    { url: './v2', want: '/v1/v2' },
    { url: '../v2', want: '/v2' },
    { url: '/v2', want: '/v2' },
    { url: '', want: '' },
  ])('has its server "$url" beside it', async ({ url, want }) => {
    const servers = JSON.stringify([{ url }]);
    answer = (_request, response) =>
      response.end(`openapi: 3.1.0\ninfo: {title: T, version: '1'}\nservers: ${servers}\npaths: {}`);
    const { basePath, servers: known } = await read(`${origin}/v1/api.yaml`);
    expect([basePath, known[0]?.defaultUrl]).toEqual([want, url === '' ? '' : origin + want]);
  });

  it('may have plans beside it', async () => {
    answer = ({ url }, response) => response.end(url === '/api.yaml' ? document : one);
    const plans = { free: { closed: ['getOne'] } };
    const model = await readModel({ document: `${origin}/api.yaml`, plans, strict: false });
    expect(model.plans?.plans[0]?.closedOperationIds).toEqual(new Set(['getOne']));
  });

  it.each<{ name: string; answers: RequestListener; want: RegExp }>([
    {
      name: 'an address without it',
      answers: (_request, response) => response.writeHead(404).end('not here'),
      want: /^http:\S+\/api\.yaml answers 404 Not Found$/,
    },
    {
      name: 'a web page',
      answers: (_request, response) => response.end('<!DOCTYPE html><title>API</title>'),
      want: /is a web page; give the address of the YAML or JSON itself$/,
    },
    {
      name: 'another file',
      answers: (_request, response) => response.end('name: no document'),
      want: /this is not an OpenAPI document/,
    },
    {
      name: 'a connection that breaks',
      answers: (request) => request.socket.destroy(),
      want: /^http:\S+ cannot be read: \S+/,
    },
    {
      name: 'more than anybody writes',
      answers: (_request, response) => response.end(Buffer.alloc(50_000_001, ' ')),
      want: /is longer than 50 MB$/,
    },
  ])('names $name', async ({ answers, want }) => {
    answer = answers;
    const error: unknown = await read(`${origin}/api.yaml`).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'DocumentError',
      faults: [{ message: expect.stringMatching(want) }],
    });
  });

  it('names a host where nothing listens', async () => {
    server.close();
    await once(server, 'close');
    await expect(read(`${origin}/api.yaml`)).rejects.toThrow(/cannot be read: .*ECONNREFUSED/);
  });
});
