import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';

const lines: object[] = [];
const note = (facts: object) => void lines.push(facts);
const mock = await createMockServer({ logger: { info: note, warn: note, error: note } });
beforeEach(async () => {
  await mock.reset();
  lines.length = 0;
});
afterAll(() => mock.close());

const ask = (path: string, headers: Record<string, string> = {}) => fetch(mock.apiUrl + path, { headers });
const key = 'mock-free-key';
const base = '/learningobject/v2';

describe('the journal', () => {
  it.each([
    { filter: { path: `${base}/type` }, want: 2 },
    { filter: { path: `${base}/type`, query: { lang: 'fr' } }, want: 1 },
    { filter: { query: { lang: 'de' } }, want: 0 },
    { filter: { query: { 'a b': 'c&d' } }, want: 1 },
    { filter: { header: { 'X-Run': '7' } }, want: 1 },
    { filter: { header: { 'x-run': '8' } }, want: 0 },
    { filter: { key }, want: 1 },
    { filter: { key: 'mock-lite-key' }, want: 0 },
    { filter: { status: 400, operationId: 'search', account: 'Free plan' }, want: 1 },
    { filter: { why: 'handler', answeredBy: 'make reply', method: 'GET' }, want: 3 },
    { filter: { limit: 2 }, want: 2 },
    { filter: { limit: 0 }, want: 0 },
  ])('finds $want with $filter, in TypeScript and by HTTP', async ({ filter, want }) => {
    await ask('/type?lang=fr');
    await ask('/type?a%20b=c%26d', { 'x-run': '7' });
    await ask('/provider');
    await ask('/search', { 'x-api-key': key });
    expect(mock.requests(filter)).toHaveLength(want);
    const query = Object.entries(filter).flatMap(([name, value]) =>
      typeof value === 'object'
        ? Object.entries(value).map(([member, text]) => [`${name}[${member}]`, String(text)])
        : [[name, String(value)]],
    );
    const reply = await fetch(`${mock.adminUrl}/requests?${new URLSearchParams(query)}`);
    expect([reply.status, ((await reply.json()) as unknown[]).length]).toEqual([200, want]);
  });

  it('is told of a filter that there is not', () => {
    expect(() => mock.requests({ stauts: 200 } as never)).toThrow(
      /no option "stauts". Did you mean "status"/,
    );
  });

  it('can be waited for: at once for what is there, else until it comes', async () => {
    await ask('/type');
    expect(await mock.waitForRequest({ operationId: 'listTypes' })).toMatchObject({ status: 200 });
    const { number } = mock.requests()[0] ?? {};
    const waiting = mock.waitForRequest({ operationId: 'listTypes', since: number ?? 0 });
    const byHttp = fetch(`${mock.adminUrl}/requests/wait?operationId=listProviders`);
    await ask('/provider');
    await ask('/type?second=1');
    expect((await waiting).target).toBe(`${base}/type?second=1`);
    expect(await (await byHttp).json()).toMatchObject({ target: `${base}/provider` });
  });

  it('says what came instead of what was waited for', async () => {
    await ask('/type');
    await expect(mock.waitForRequest({ operationId: 'search', timeoutMs: 1 })).rejects.toThrow(
      /No request that fits {"operationId":"search"} came within 1 ms\. The last that came: GET \S+\/type 200/,
    );
    const reply = await fetch(`${mock.adminUrl}/requests/wait?status=418&timeoutMs=1`);
    expect([reply.status, await reply.json()]).toEqual([404, { message: expect.stringContaining('418') }]);
  });

  it('has each request as a line for a shell, which makes it again but for the key', async () => {
    await fetch(`${mock.apiUrl}/feedback`, {
      method: 'POST',
      headers: { 'x-api-key': key, 'content-type': 'application/json' },
      body: `{"comment":"it's"}`,
    });
    const [entry] = mock.requests();
    expect(entry?.curl).not.toContain(key);
    const line = (entry?.curl ?? '').replace("x-api-key: mock…'", `x-api-key: ${key}'`);
    await promisify(execFile)('bash', ['-c', `${line} --silent --output /dev/null`]);
    expect(mock.requests().map(({ requestBody, status }) => [requestBody, status])).toEqual([
      [`{"comment":"it's"}`, 400],
      [`{"comment":"it's"}`, 400],
    ]);
  });

  it('is logged with what a machine looks for as fields', async () => {
    await ask('/type?lang=fr');
    expect(lines).toMatchObject([
      {
        method: 'GET',
        path: `${base}/type`,
        operationId: 'listTypes',
        status: 200,
        durationMs: expect.any(Number),
      },
    ]);
  });
});
