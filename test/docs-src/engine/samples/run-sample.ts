import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  allQuery,
  basicCredential,
  cookieHeader,
  keyHeaders,
  type SampleLanguage,
  type SampleRequest,
} from '../../../../docs-src/engine/samples/sample-request.ts';
import { readJson } from '../../../../openapi/model/read-json.ts';
import { findInterpreter } from '../../../samples/interpreters.ts';

const run = promisify(execFile);

/** What a server saw of a request, as far as it was asked for. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

export interface RecordingServer {
  readonly url: string;
  /** What arrived since the last call. */
  take(): Promise<Arrival | undefined>;
  close(): Promise<void>;
}

async function readBody(contentType: string, bytes: Buffer): Promise<unknown> {
  if (bytes.length === 0) return undefined;
  if (/[/+]json/.test(contentType)) return { json: readJson(bytes.toString('utf8')) };
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return { form: [...new URLSearchParams(bytes.toString('utf8'))] };
  }
  if (contentType.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': contentType },
    }).formData();
    // Node's types leave out that FormData is iterable (Fetch Standard).
    const entries = form as unknown as Iterable<[string, string | File]>;
    const parts = [...entries].map(async ([name, value]) =>
      typeof value === 'string' ? [name, value] : [name, await value.text(), value.name, value.type],
    );
    return { multipart: await Promise.all(parts) };
  }
  return { bytes: bytes.toString('utf8') };
}

/** A server that answers everything with `{}` and remembers what it was sent. */
export async function startRecordingServer(): Promise<RecordingServer> {
  let last: Promise<Arrival> | undefined;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://local');
      last = readBody(String(request.headers['content-type'] ?? ''), Buffer.concat(chunks)).then((body) => ({
        method: request.method ?? '',
        path: url.pathname,
        query: [...url.searchParams],
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
        body,
      }));
      response.setHeader('Content-Type', 'application/json');
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: async () => {
      const arrival = await last;
      last = undefined;
      return arrival;
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

/** What the environment holds of a request's keys. */
function keysOf({ credentials }: SampleRequest): Record<string, string> {
  return Object.fromEntries(
    credentials.flatMap((credential) =>
      credential.kind === 'key' && credential.variable !== undefined
        ? [[credential.variable, `of-${credential.variable}`]]
        : [],
    ),
  );
}

/** The same request with the keys written out. */
function withKeys(request: SampleRequest): SampleRequest {
  const keys = keysOf(request);
  const credentials = request.credentials.map((credential) =>
    credential.kind === 'key' && credential.variable !== undefined
      ? { ...credential, value: keys[credential.variable] ?? '', variable: undefined }
      : credential,
  );
  return { ...request, credentials };
}

/** Runs a sample as it is printed, in an empty folder that holds the files it sends. */
export async function runSample(language: SampleLanguage, request: SampleRequest): Promise<string> {
  const interpreter = findInterpreter(language.id as Parameters<typeof findInterpreter>[0]);
  if (interpreter === undefined) throw new Error(`Nothing here runs samples in ${language.id}.`);
  const folder = mkdtempSync(path.join(tmpdir(), 'sample-'));
  const { body } = request;
  if (body?.kind === 'file') writeFileSync(path.join(folder, body.fileName), body.content);
  if (body?.kind === 'multipart') {
    for (const part of body.parts)
      if (part.fileName !== undefined) writeFileSync(path.join(folder, part.fileName), part.value);
  }
  writeFileSync(path.join(folder, interpreter.fileName), language.print(request));
  const env = { ...process.env, ...keysOf(request) };
  const { stdout } = await run(interpreter.program, [interpreter.fileName], { cwd: folder, env });
  return stdout;
}

/** What must arrive when a request is sent exactly as meant; `arrived` tells which headers to compare. */
export function expectedArrival(meant: SampleRequest): Arrival {
  const request = withKeys(meant);
  const { body } = request;
  const basic = basicCredential(request);
  const headers: Record<string, string | undefined> = {};
  for (const { name, value } of [...request.headers, ...keyHeaders(request)])
    headers[name.toLowerCase()] = value;
  const cookie = cookieHeader(request);
  if (cookie !== undefined) headers.cookie = cookie.value;
  if (basic !== undefined) {
    headers.authorization = `Basic ${Buffer.from(`${basic.user}:${basic.password}`).toString('base64')}`;
  }
  if (body?.kind === 'json' || body?.kind === 'text' || body?.kind === 'file')
    headers['content-type'] = body.mediaType;
  return {
    method: request.method,
    path: new URL(request.url).pathname,
    query: allQuery(request).map(({ name, value }) => [name, value] as const),
    headers,
    body: expectedBody(body),
  };
}

function expectedBody(body: SampleRequest['body']): unknown {
  switch (body?.kind) {
    case 'json':
      return { json: body.value };
    case 'form':
      return { form: body.fields.map(({ name, value }) => [name, value]) };
    case 'multipart':
      return {
        multipart: body.parts.map(({ name, value, fileName, contentType }) =>
          fileName === undefined
            ? [name, value]
            : [name, value, fileName, contentType ?? 'application/octet-stream'],
        ),
      };
    case 'text':
      return body.text === '' ? undefined : { bytes: body.text };
    case 'file':
      return { bytes: body.content };
    default:
      return undefined;
  }
}

/** The arrival with only the headers that were meant: clients add their own. */
export function comparable(arrival: Arrival, wanted: Arrival): Arrival {
  const headers = Object.fromEntries(
    Object.keys(wanted.headers).map((name) => [name, arrival.headers[name]]),
  );
  return { ...arrival, headers };
}
