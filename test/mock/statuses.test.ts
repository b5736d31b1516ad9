import { afterAll, describe, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { readModel } from '../../openapi/model/read-model.ts';
import { createReplyValidator } from '../../openapi/operations/judge/create-reply-validator.ts';
import { documentedRequest } from '../../openapi/operations/requests/documented-request.ts';
import { encodeRequest } from '../../openapi/operations/wire/encode-request.ts';

const model = await readModel({ document: packageFile('openapi/generated/openapi.json'), strict: true });
const mock = await createMockServer({ seed: 1 });
afterAll(() => mock.close());

interface Asked {
  url: string;
  method: string;
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
}

/** Changes a good request so that a status comes about by its own cause; `code` is what the error then says. */
interface Cause {
  readonly code?: string;
  readonly spoil: (asked: Asked) => Partial<Asked>;
}

const withHeader = (name: string, value: string) => (asked: Asked) => ({
  headers: { ...asked.headers, [name]: value },
});
const withQuery = (pair: string) => (asked: Asked) => ({
  url: `${asked.url}${asked.url.includes('?') ? '&' : '?'}${pair}`,
});
const withBody = (body: string) => () => ({ body });
const withoutKey = ({ headers: { 'x-api-key': _key, ...headers } }: Asked) => ({ headers });
const withoutQuery = (asked: Asked) => ({ url: asked.url.replace(/\?.*$/, '') });

/** The natural cause of each status, 500 and 503 by a state key. */
const causes: Readonly<Record<string, Cause>> = {
  200: { spoil: () => ({}) },
  201: { spoil: () => ({}) },
  401: { code: 'missing-key', spoil: withoutKey },
  403: { code: 'plan-lacks-feature', spoil: withHeader('x-api-key', 'mock-free-key') },
  406: { code: 'not-acceptable', spoil: withHeader('accept', 'text/html') },
  413: { code: 'body-too-large', spoil: withBody(`"${'x'.repeat(10_485_760)}"`) },
  414: { code: 'uri-too-long', spoil: withQuery(`x=${'x'.repeat(8_192)}`) },
  415: { code: 'unsupported-media-type', spoil: withHeader('content-type', 'text/plain') },
  429: { code: 'rate-exceeded', spoil: withHeader('x-api-key', 'mock-throttled-key') },
  500: { code: 'internal-error', spoil: withHeader('x-api-key', 'mock-error-key') },
  503: { code: 'maintenance', spoil: withHeader('x-api-key', 'mock-maintenance-key') },
};

/** 400 has other causes where there are no parameters, and where there is a body. */
function causeOf(status: string, operation: (typeof model.operations)[number]): Cause {
  const cause = causes[status];
  if (cause !== undefined) return cause;
  if (status !== '400') throw new Error(`No cause is known for ${status} of ${operation.operationId}.`);
  if (operation.requestBody !== undefined) return { code: 'malformed-body', spoil: withBody('{"url":') };
  if (operation.parameters.length > 0) return { code: 'invalid-request', spoil: withoutQuery };
  return { code: 'invalid-request', spoil: withQuery('x=%E0%A4%A') };
}

function headersOf(reply: Response): Record<string, string> {
  const headers: Record<string, string> = {};
  reply.headers.forEach((value, name) => {
    headers[name] = value;
  });
  return headers;
}

const rows = model.operations.flatMap((operation) =>
  operation.responses.map(({ status }) => ({
    status,
    id: operation.operationId,
    operation,
    ...causeOf(status, operation),
  })),
);

describe('every status of every operation, by its own cause', () => {
  it('is asked for all nine operations', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(9);
    expect(rows.length).toBeGreaterThan(60);
  });

  it.each(rows)('$id answers $status ($code)', async ({ operation, status, code, spoil }) => {
    const encoded = encodeRequest(documentedRequest(operation), {
      serverUrl: mock.apiUrl,
      credentials: new Map([['ApiKey', 'mock-pro-key']]),
    });
    const good: Asked = { ...encoded, body: encoded.body === undefined ? undefined : String(encoded.body) };
    const { url, body: sent, ...asked } = { ...good, ...spoil(good) };
    const reply = await fetch(url, sent === undefined ? asked : { ...asked, body: sent });
    const body = await reply.json();
    expect([reply.status, body.code]).toEqual([Number(status), code]);
    expect(body.statusCode ?? reply.status).toBe(reply.status);
    expect(reply.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(reply.headers.get('access-control-allow-origin')).toBe('*');

    const misfits = createReplyValidator(operation)({
      status: reply.status,
      headers: headersOf(reply),
      mediaType: reply.headers.get('content-type') ?? undefined,
      body,
    });
    expect(misfits).toEqual([]);
  });
});

describe('a failure outside every operation', () => {
  it.each([
    { method: 'GET', path: '/serach', want: [404, 'unknown-path'] },
    { method: 'DELETE', path: '/search', want: [405, 'method-not-allowed'] },
    { method: 'GET', path: '/ty%ZZpe', want: [400, 'invalid-request'] },
  ])('answers $method $path with $want in the shape of the API', async ({ method, path, want }) => {
    const reply = await fetch(mock.apiUrl + path, { method });
    const body = await reply.json();
    expect([reply.status, body.code]).toEqual(want);
    expect(body).toMatchObject({ statusCode: want[0], message: expect.any(String) });
  });
});

describe('Prefer', () => {
  it.each([
    { prefer: 'code=503', want: [503, 'maintenance'] },
    { prefer: 'code=429, example=quota-exceeded', want: [429, 'quota-exceeded'] },
    { prefer: 'code=418', want: [404, 'unknown-reply'] },
    { prefer: 'example=nothing-of-the-kind', want: [404, 'unknown-reply'] },
  ])('$prefer gives $want', async ({ prefer, want }) => {
    const url = `${mock.apiUrl}/search?lang=en&type=mooc&bloom=do&model=strict&max=1`;
    const reply = await fetch(url, { headers: { prefer, 'x-api-key': 'mock-pro-key' } });
    const body = await reply.json();
    expect([reply.status, body.code]).toEqual(want);
    expect(reply.headers.get('x-ratelimit-limit')).toBe('100000');
  });

  it.each(model.operations.map(({ operationId }) => operationId))(
    'dynamic=true makes replies of %s up that fit',
    async (id) => {
      const operation = model.operations.find(({ operationId }) => operationId === id);
      if (operation === undefined) throw new Error(`${id} is gone.`);
      const { url, headers, ...asked } = encodeRequest(documentedRequest(operation), {
        serverUrl: mock.apiUrl,
        credentials: new Map([['ApiKey', 'mock-pro-key']]),
      });
      const request = { method: asked.method, headers: { ...headers, prefer: 'dynamic=true' } };
      const reply = await fetch(
        url,
        asked.body === undefined ? request : { ...request, body: String(asked.body) },
      );
      expect(reply.headers.get('preference-applied')).toBe('dynamic=true');
      const mediaType = reply.headers.get('content-type') ?? undefined;
      const misfitsOf = createReplyValidator(operation);
      expect(
        misfitsOf({ status: reply.status, headers: headersOf(reply), mediaType, body: await reply.json() }),
      ).toEqual([]);
    },
  );
});

describe('keys', () => {
  const search = '/search?keywords=python&lang=en&type=mooc&bloom=understand&model=strict&max=2';
  it.each([
    ['SAY-FRIEND-AND-ENTER', 'placeholder-key', /replace it with your own key.*mock-free-key/],
    ['x-api-key: mock-free-key', 'header-in-key', /Send the key alone/],
    ['nobody', 'unknown-key', /copied whole/],
    ['mock-revoked-key', 'revoked-key', /withdrawn/],
  ])('answers the key %s with 401 %s', async (key, code, says) => {
    const reply = await fetch(mock.apiUrl + search, { headers: { 'x-api-key': key } });
    const body = await reply.json();
    expect([reply.status, body.code]).toEqual([401, code]);
    expect(body.message).toMatch(says);
  });

  it.each([
    [
      'x-rapidapi-key',
      /header x-rapidapi-key, where this host does not look\. It takes .* header x-api-key\./,
    ],
    ['authorization', /header Authorization, without a word/],
  ])(
    'answers a key in the header %s with 401 misplaced-key, and says where it belongs',
    async (name, says) => {
      const reply = await fetch(mock.apiUrl + search, { headers: { [name]: 'mock-free-key' } });
      const body = await reply.json();
      expect([reply.status, body.code]).toEqual([401, 'misplaced-key']);
      expect(body.message).toMatch(says);
    },
  );

  it.each([
    ['demo29331806e87fe8d34d03ddaad2b1b454b58a5b9d4f1385d4f86bb321', '50'],
    ['mock-free-key', '500'],
    ['mock-lite-key', '10000'],
    ['mock-pro-key', '100000'],
    ['mock-custom-key', '10000000'],
  ])('lets %s search, with %s calls', async (key, calls) => {
    const reply = await fetch(mock.apiUrl + search, { headers: { 'x-api-key': key } });
    expect([reply.status, reply.headers.get('x-ratelimit-limit')]).toEqual([200, calls]);
  });

  it.each(['mock-revoked-key', 'mock-quota-spent-key', 'mock-throttled-key', 'nobody'])(
    'refuses nothing to %s where no key is needed',
    async (key) => {
      const reply = await fetch(`${mock.apiUrl}/type`, { headers: { 'x-api-key': key } });
      expect([reply.status, reply.headers.get('ratelimit')]).toEqual([200, null]);
    },
  );
});
