import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite } from '../../../docs-src/build-site.ts';
import { SourceError } from '../../../docs-src/engine/source/source-fault.ts';
import { apiRequest } from '../../../mock/engine/api-request.ts';
import type { Handler } from '../../../mock/engine/handler.ts';
import type { Reply } from '../../../mock/engine/reply.ts';
import { createMockServer, type MockServer } from '../../../mock/server.ts';
import { DocumentError } from '../../../openapi/model/document-error.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { readModel } from '../../../openapi/model/read-model.ts';
import { deriveCases } from '../../../openapi/operations/requests/derive-cases.ts';
import { type FuzzCase, type FuzzFailure, failureOf } from './fuzz-case.ts';
import { oddHandlers } from './odd-handlers.ts';
import { type RawRequest, rawExchange } from './raw-exchange.ts';
import { requestsOf } from './requests-of-case.ts';

/** Plays a case through: the document read, its cases derived, its site built, its mock asked in three ways. */
export async function runCase(given: FuzzCase, over: AbortSignal): Promise<readonly FuzzFailure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fuzz-'));
  const document = path.join(folder, 'document.json');
  const failures: FuzzFailure[] = [];
  /** Does one thing; what it throws is noted, unless it is what a broken document is told by. */
  const attempt = async <Value>(
    during: string,
    work: () => Promise<Value> | Value,
  ): Promise<Value | undefined> => {
    if (over.aborted && during !== 'close') return undefined;
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DocumentError || error instanceof SourceError))
        failures.push(failureOf(during, error));
      return undefined;
    }
  };
  try {
    await writeFile(document, JSON.stringify(given.document));
    const model = await attempt('read', () => readModel({ document, strict: false }));
    if (model === undefined) return failures;
    for (const operation of model.operations)
      await attempt('cases', () => [...deriveCases(operation, model)]);
    await attempt('site', () => buildSite({ document, tryItServers: ['/'] }));
    const mock = await attempt('start', () => startMock(document, model.operations, given, failures));
    if (mock === undefined) return failures;
    const requests = await attempt('requests', () => requestsOf(model, given, mock.keys()[0]?.key));
    for (const request of requests ?? []) await attempt('ask', () => ask(mock, request, attempt));
    await attempt('admin', () => lookInside(mock));
    await attempt('close', () => mock.close());
    return failures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Attempt = <Value>(during: string, work: () => Promise<Value> | Value) => Promise<Value | undefined>;

function startMock(
  document: string,
  operations: readonly { readonly operationId: string }[],
  { handlers: names, gateway }: FuzzCase,
  failures: FuzzFailure[],
): Promise<MockServer> {
  const handlers = operations.flatMap(({ operationId }, index) => {
    const handler = oddHandlers.get(names[index % names.length] ?? '');
    // What it gives is no reply at all, on purpose.
    return handler === undefined ? [] : [[operationId, handler as Handler] as const];
  });
  const logger = {
    info() {},
    warn() {},
    // Without odd handlers nothing may fail, and a 500 says that something has.
    error(facts: object, message: string) {
      if (names.length > 0 || !('err' in facts)) return;
      failures.push(failureOf(`serve, "${message}"`, facts.err));
    },
  };
  return createMockServer({
    document,
    gateway,
    handlers: Object.fromEntries(handlers),
    hosts: ['127.0.0.1'],
    seed: 1,
    logger,
    timer: async () => {},
  });
}

async function ask(mock: MockServer, request: RawRequest, attempt: Attempt): Promise<void> {
  const { method, target, headers, body } = request;
  const line = `${method} ${target.slice(0, 80)}${headers.prefer === undefined ? '' : ` (Prefer: ${headers.prefer})`}`;
  await attempt(`answer ${line}`, async () => {
    const withLength =
      body === undefined ? headers : { ...headers, 'content-length': String(body.byteLength) };
    const asked = apiRequest({
      method,
      target,
      headers: withLength,
      ...(body === undefined ? {} : { body }),
    });
    checkReply(await mock.answer(asked));
  });
  await attempt(`raw ${line}`, async () => {
    const fault = await rawExchange(mock.port, request);
    if (fault !== undefined) throw new Error(fault);
  });
  const init = {
    method,
    headers,
    body: body ?? null,
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  } as const;
  // Not everything that a socket carries is something that `fetch` would send.
  const isFetchable = target.startsWith('/') && URL.canParse(mock.url + target) && canRequest(mock.url, init);
  if (!isFetchable) return;
  await attempt(`fetch ${line}`, async () => {
    await (await fetch(mock.url + target, init)).arrayBuffer();
  });
}

const patienceMs = 60_000;

function canRequest(url: string, init: RequestInit): boolean {
  try {
    return new Request(url, init).method !== '';
  } catch {
    return false;
  }
}

const framing = /^(transfer-encoding|content-encoding|connection|keep-alive|trailer|upgrade|date)$/i;

function checkReply({ status, headers, body }: Reply): void {
  const faults = Object.entries(headers).flatMap(([name, value]) => {
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) return [`the header name ${JSON.stringify(name)}`];
    if (typeof value !== 'string' || /[^\t\x20-\x7e\x80-\xff]/.test(value)) return [`a value of ${name}`];
    return framing.test(name) ? [`the header ${name}`] : [];
  });
  if (!Number.isInteger(status) || status < 200 || status > 599) faults.push(`the status ${String(status)}`);
  if (body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array))
    faults.push('the body');
  if ([204, 205, 304].includes(status) && (body?.length ?? 0) > 0) faults.push(`a body on ${status}`);
  if (faults.length > 0) throw new Error(`The reply can't be sent: ${faults.join(', ')}.`);
}

/** The journal and the admin side, after everything that came before. */
async function lookInside(mock: MockServer): Promise<void> {
  jsonText([mock.requests(), mock.keys(), mock.warnings, mock.notes]);
  for (const path of ['/__mock', '/__mock/requests', '/__mock/clock', '/__mock/keys']) {
    const response = await fetch(mock.url + path, { signal: AbortSignal.timeout(patienceMs) });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`GET ${path} is ${response.status}: ${text.slice(0, 200)}`);
    JSON.parse(text);
  }
}
