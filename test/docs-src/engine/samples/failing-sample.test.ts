import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleLanguages } from '../../../../docs-src/engine/samples/index.ts';
import { findInterpreter } from '../../../samples/interpreters.ts';
import { nastyRequests } from './nasty-requests.ts';
import { runSample } from './run-sample.ts';

const server = createServer((_request, response) => {
  response.writeHead(401, { 'Content-Type': 'application/json' });
  response.end('{"message":"Send a key."}');
});
let origin: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What a failing sample printed, and whether it failed. */
interface Ending {
  readonly code?: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

describe.each(sampleLanguages.map((language) => [language.id, language] as const))('%s', (id, language) => {
  const interpreter = findInterpreter(id as Parameters<typeof findInterpreter>[0]);
  test.skipIf(interpreter === undefined)('shows what the body of an error says', async () => {
    const request = nastyRequests['plain-get'];
    if (request === undefined) throw new Error('No request plain-get.');
    const local = { ...request, url: request.url.replace('https://api.example', origin) };
    const ending = await runSample(language, local).then(
      (stdout): Ending => ({ stdout, stderr: '' }),
      (error: Ending) => error,
    );
    expect(ending.stdout + ending.stderr).toContain('{"message":"Send a key."}');
    // curl fails only by an option that older releases don't know.
    if (id !== 'shell') expect(ending.code).toEqual(expect.any(Number));
  });
});
