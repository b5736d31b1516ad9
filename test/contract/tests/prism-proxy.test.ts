import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { readModel } from '../../../openapi/model/read-model.ts';
import { documentedRequest } from '../../../openapi/operations/requests/documented-request.ts';
import { encodeRequest } from '../../../openapi/operations/wire/encode-request.ts';
import { type RunningCommand, startApiKit, watch } from '../../scripts/run-command.ts';

const document = packageFile('openapi/generated/openapi.json');
const model = await readModel({ document, strict: true });
const credentials = new Map([...model.securitySchemes.keys()].map((id) => [id, 'mock-pro-key']));
let mock: RunningCommand;
let prism: RunningCommand;
let proxyUrl: string;

beforeAll(async () => {
  mock = startApiKit(['mock', '--port', '0', '--no-docs']);
  const [, apiUrl = ''] = await mock.printed(/API +(\S+)/);
  prism = watch(
    spawn(process.execPath, [
      packageFile('node_modules/@stoplight/prism-cli/dist/index.js'),
      ...['proxy', document, apiUrl, '--errors', '--port', '0', '--host', '127.0.0.1'],
    ]),
  );
  [, proxyUrl = ''] = await prism.printed(/listening on (http:\/\/[\d.]+:\d+)/);
});
afterAll(async () => {
  mock.kill('SIGTERM');
  prism.kill('SIGTERM');
  await Promise.all([mock.ended, prism.ended]);
});

describe("the mock behind Prism's proxy, which turns every violation into an error", () => {
  it.each(model.operations.map((operation) => [operation.operationId, operation] as const))(
    'lets %s through as documented',
    async (_operationId, operation) => {
      const { url, ...request } = encodeRequest(documentedRequest(operation), {
        serverUrl: proxyUrl,
        credentials,
      });
      const reply = await fetch(url, {
        ...request,
        body: request.body === undefined ? null : Buffer.from(request.body),
      });
      expect(await reply.text()).not.toContain('stoplight.io/prism/errors');
      expect(reply.headers.get('sl-violations')).toBeNull();
      expect(reply.ok).toBe(true);
    },
  );

  it('has Prism object to a request that the document does not allow', async () => {
    const reply = await fetch(`${proxyUrl}/search?lang=xx`, { headers: { 'x-api-key': 'mock-pro-key' } });
    expect(reply.headers.get('sl-violations') ?? (await reply.text())).toContain('lang');
  });
});
