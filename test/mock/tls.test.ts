import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:https';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../mock/engine/tls/make-certificate.ts';
import { createMockServer, type MockServer, type MockServerOptions } from '../../mock/server.ts';

const shop = 'test/documents/mock-shop.yaml';
const inokufu = await createMockServer({ tls: true });
const own = await makeCertificate(['127.0.0.1'], Date.now());
const running: MockServer[] = [];
afterAll(() => inokufu.close());
afterEach(async () => {
  await Promise.all(running.splice(0).map((mock) => mock.close()));
});

async function start(options: MockServerOptions): Promise<MockServer> {
  const mock = await createMockServer({ document: shop, hosts: ['127.0.0.1'], ...options });
  running.push(mock);
  return mock;
}

/** A reply to a client that trusts one authority and nothing else; rejects where the certificate is not fit. */
async function call(url: string, ca: string | undefined, headers = {}) {
  const asked = get(url, { ca: ca ?? [], headers, agent: false });
  const [reply] = await once(asked, 'response');
  return { status: reply.statusCode, type: reply.headers['content-type'], body: await text(reply) };
}

describe('a mock over TLS', () => {
  it.each(['127.0.0.1', 'localhost', '[::1]'])('is trusted as %s by whom its authority is', async (name) => {
    const url = `https://${name}:${inokufu.port}/learningobject/v2/type`;
    expect(await call(url, inokufu.authority)).toMatchObject({ status: 200 });
  });

  it('is trusted by nobody else', async () => {
    await expect(call(inokufu.url, own.authority)).rejects.toThrow(/certificate/);
  });

  it('is not taken for a server of another name', async () => {
    const mock = await start({ tls: true });
    const asked = get(mock.url, { ca: mock.authority ?? '', agent: false, servername: 'other.example' });
    await expect(once(asked, 'response')).rejects.toThrow(/altnames/);
  });

  it('says https in its addresses and in the links of its replies', async () => {
    const { url, apiUrl, adminUrl, authorityUrl } = inokufu;
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect([apiUrl, adminUrl, authorityUrl]).toEqual([
      `${url}/learningobject/v2`,
      `${url}/__mock`,
      `${url}/certInokufu.cer`,
    ]);
    const query = 'keywords=python&lang=en&type=mooc&bloom=discover&model=strict&max=1';
    const { body } = await call(`${apiUrl}/search?${query}`, inokufu.authority, {
      'x-api-key': 'mock-pro-key',
    });
    expect(JSON.parse(body).response.content[0].picture).toMatch(new RegExp(`^${url}/media/`));
  });

  it.each([
    { name: 'of this API under the name that samples say', document: undefined, file: 'certInokufu.cer' },
    { name: 'of another document', document: shop, file: 'authority.cer' },
  ])('gives its authority to whoever asks: $name', async ({ document, file }) => {
    const mock = await createMockServer({ tls: true, ...(document === undefined ? {} : { document }) });
    running.push(mock);
    expect(mock.authorityUrl).toBe(`${mock.url}/${file}`);
    expect(await call(`${mock.url}/${file}`, mock.authority)).toEqual({
      status: 200,
      type: expect.stringMatching(/^application\/x-x509-ca-cert/),
      body: mock.authority,
    });
  });

  it.each([
    { options: { tls: { key: own.key, cert: own.cert } }, scheme: 'https' },
    { options: { tls: true, listen: false }, scheme: 'http' },
    { options: { tls: false }, scheme: 'http' },
    { options: {}, scheme: 'http' },
  ])('has no authority of its own where none was made ($scheme)', async ({ options, scheme }) => {
    const mock = await start(options);
    expect([mock.authority, mock.authorityUrl]).toEqual([undefined, undefined]);
    expect(new URL(mock.url).protocol).toBe(`${scheme}:`);
  });

  it('shows a certificate of your own', async () => {
    const mock = await start({ tls: { key: own.key, cert: own.cert } });
    expect(await call(`${mock.apiUrl}/items`, own.authority)).toMatchObject({ status: 200 });
    expect(await call(`${mock.url}/authority.cer`, own.authority)).toMatchObject({ status: 404 });
  });

  it('logs what a client has to do that calls it without TLS, or without trust', async () => {
    const warnings: string[] = [];
    const logger = {
      info() {},
      error() {},
      warn: (_facts: object, message: string) => warnings.push(message),
    };
    const mock = await start({ tls: true, logger });
    await expect(fetch(mock.url.replace('https:', 'http:'))).rejects.toThrow();
    await expect(promisify(execFile)('curl', ['--silent', mock.url])).rejects.toThrow();
    const want = expect.stringMatching(/call https:\/\/ and to trust/);
    await expect.poll(() => warnings).toEqual([want, want]);
  });

  it('ends though a client has not said anything yet', async () => {
    const mock = await start({ tls: true });
    const socket = connect(mock.port, '127.0.0.1');
    await once(socket, 'connect');
    await Promise.all([mock.close(), once(socket, 'close')]);
  });
});

describe('tls', () => {
  it.each([
    { tls: { key: own.key, cert: inokufu.authority ?? '' }, says: /made for that key: .*mismatch/ },
    { tls: { key: 'key', cert: 'cert' }, says: /must be PEM texts/ },
    { tls: { key: own.key }, says: /"tls" must be true, false, or PEM texts \{ key, cert \}/ },
    { tls: 'yes', says: /"tls" must be true, false, or PEM texts/ },
  ])('is refused before the start where it can not be meant', async ({ tls, says }) => {
    await expect(start({ tls } as MockServerOptions)).rejects.toThrow(says);
  });
});
