import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CheckContractOptions,
  type ContractReport,
  checkContract,
  readBaseline,
} from '../../contract-testing.ts';

const json = (schema: object) => ({ description: 'ok', content: { 'application/json': { schema } } });
const pet = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, name: { type: 'string' } },
};
const petPath = {
  parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
  get: { operationId: 'getPet', responses: { 200: json(pet), 404: { description: 'none' } } },
};
const createPet = {
  operationId: 'createPet',
  requestBody: {
    required: true,
    content: { 'application/json': { schema: { type: 'object', properties: { name: { type: 'string' } } } } },
  },
  responses: {
    201: {
      ...json(pet),
      links: { pet: { operationId: 'getPet', parameters: { id: '$response.body#/id' } } },
    },
    400: { description: 'bad' },
  },
};
const documentOf = (paths: object, more: object = {}) => ({
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths,
  ...more,
});

let folder: string;
let origin: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const server = createServer((request, response) => answer(request, response));
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pets-'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

function send(response: ServerResponse, status: number, value?: unknown): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json' })
    .end(value === undefined ? '' : JSON.stringify(value));
}

async function check(document: object, over: Partial<CheckContractOptions> = {}): Promise<ContractReport> {
  const file = path.join(folder, 'pets.json');
  await writeFile(file, JSON.stringify(document));
  return checkContract({ document: file, target: origin, includeUnsafe: true, ...over });
}

function outcomeOf(report: ContractReport, operationId: string) {
  const checks = report.operations.find((one) => one.operationId === operationId)?.checks ?? [];
  return checks.find(({ kind }) => kind === 'documented request')?.outcome;
}

/** Only the pet 7 is there. */
const petServer = (request: IncomingMessage, response: ServerResponse) => {
  if (request.method === 'POST') return send(response, 201, { id: 7, name: 'Rex' });
  return request.url === '/pets/7' ? send(response, 200, { id: 7 }) : send(response, 404);
};

describe('an id is real', () => {
  test('where nobody gave one a documented 404 is not asked, and that is said', async () => {
    answer = petServer;
    const report = await check(documentOf({ '/pets/{id}': petPath }));
    expect(outcomeOf(report, 'getPet')).toBeUndefined();
    expect(report.counts.notAsked).toBeGreaterThan(0);
    expect(report.notes.join()).toMatch(/getPet: nothing is behind the made-up \/pets\/\d+ \(404\)/);
  });

  test('that --values gives', async () => {
    answer = petServer;
    const report = await check(documentOf({ '/pets/{id}': petPath }), {
      values: { getPet: { path: { id: 7 } } },
    });
    expect(outcomeOf(report, 'getPet')).toBe('held');
  });

  test('that the link of another reply gives', async () => {
    answer = petServer;
    const report = await check(documentOf({ '/pets/{id}': petPath, '/pets': { post: createPet } }));
    expect(outcomeOf(report, 'getPet')).toBe('held');
  });

  test.each([
    { given: { getPat: {} }, want: /operation 'getPat'/, advice: /did you mean "getPet"\?/ },
    { given: { getPet: { path: { ID: 7 } } }, want: /path parameter 'ID'/, advice: /did you mean "id"\?/ },
    { given: { getPet: { body: {} } }, want: /a body/, advice: /takes none/ },
    { given: { getPet: { paths: { id: 7 } } }, want: /'paths'/, advice: /path, query, header, cookie/ },
  ])('a value that the document has no place for is refused: $want', async ({ given, want, advice }) => {
    const run = check(documentOf({ '/pets/{id}': petPath }), {
      values: given as CheckContractOptions['values'],
    });
    await expect(run).rejects.toMatchObject({
      message: expect.stringMatching(want),
      advice: expect.stringMatching(advice),
    });
  });
});

const listPets = {
  get: { operationId: 'listPets', responses: { 200: json({ type: 'array', items: pet }) } },
};

test('what a baseline knows breaks nothing, what is new does, and what is gone is told', async () => {
  answer = (_, response) => send(response, 200, [{ id: 'seven' }]);
  const first = await check(documentOf({ '/pets': listPets }));
  expect(first.verdict).toBe('broken');
  const known = () => readBaseline(JSON.parse(JSON.stringify(first)));
  const again = await check(documentOf({ '/pets': listPets }), { baseline: known() });
  expect(again.verdict).toBe('held');
  answer = (_, response) => send(response, 200, [{ id: 7, name: 7 }]);
  const other = await check(documentOf({ '/pets': listPets }), { baseline: known() });
  expect(other.verdict).toBe('broken');
  expect(other.notes.join()).toMatch(/did not come again: listPets wrong-body/);
});

test('what is no report is no baseline', () => {
  expect(() => readBaseline({ findings: [] })).toThrow('it is no report of a contract check');
});

test('a key of its own goes to each security scheme, headers with every request, and neither is shown', async () => {
  const seen = new Set<string>();
  answer = (request, response) => {
    const { 'x-user': user, 'x-app': app, 'x-tenant': tenant, 'x-secret': secret } = request.headers;
    seen.add(JSON.stringify([user, app, tenant, secret]));
    send(response, 200, [{ id: secret }]);
  };
  const scheme = (name: string) => ({ type: 'apiKey', in: 'header', name });
  const document = documentOf(
    { '/pets': { get: { ...listPets.get, security: [{ user: [], app: [] }] } } },
    { components: { securitySchemes: { user: scheme('X-User'), app: scheme('X-App') } } },
  );
  const report = await check(document, {
    keysByScheme: new Map([
      ['user', 'user-key'],
      ['app', 'app-key'],
    ]),
    headers: { 'X-Tenant': 'acme', 'X-Secret': 'hush-hush' },
  });
  expect(seen).toContain(JSON.stringify(['user-key', 'app-key', 'acme', 'hush-hush']));
  expect([...seen].every((one) => one.includes('acme'))).toBe(true);
  expect(JSON.stringify(report)).not.toMatch(/user-key|app-key|hush-hush/);
});

test('a body of more than 10 MB is a doubt, and a stream of events is read for a while', async () => {
  const events = { description: 'ok', content: { 'text/event-stream': { schema: { type: 'string' } } } };
  answer = (request, response) => {
    if (request.url !== '/events') return send(response, 200, [{ id: 1, name: 'x'.repeat(11_000_000) }]);
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: 1\n\n');
  };
  const document = documentOf({
    '/pets': listPets,
    '/events': { get: { operationId: 'events', responses: { 200: events } } },
  });
  const report = await check(document);
  expect(outcomeOf(report, 'listPets')).toBe('doubtful');
  expect(outcomeOf(report, 'events')).toBe('held');
});
