import { afterAll, describe, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';
import { rawRequest } from './raw-request.ts';

const mock = await createMockServer({
  gateway: 'aws',
  seed: 1,
  clock: { startAt: '2026-11-23T12:00:00Z', isFrozen: true },
});
afterAll(() => mock.close());

const base = '/learningobject/v2';
const search = `${base}/search?keywords=python&lang=en&type=mooc&bloom=understand&model=strict&max=1`;
const pro = 'x-api-key: mock-pro-key';
const json = 'Content-Type: application/json';

/** What Amazon API Gateway writes, byte by byte; ids are random, so their shape stands in their place. */
function gatewayReply(statusLine: string, errorType: string | undefined, body: string): string {
  return [
    `HTTP/1.1 ${statusLine}`,
    'x-amzn-RequestId: UUID',
    'x-amz-apigw-id: GATEWAY-ID',
    ...(errorType === undefined ? [] : [`x-amzn-ErrorType: ${errorType}`]),
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'Date: Mon, 23 Nov 2026 12:00:00 GMT',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

function withoutIds(reply: string): string {
  return reply
    .replace(
      /(x-amzn-RequestId): [\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}\r/,
      '$1: UUID\r',
    )
    .replace(/(x-amz-apigw-id): [A-Za-z\d]{15}=\r/, '$1: GATEWAY-ID\r');
}

const forbidden = gatewayReply('403 Forbidden', 'ForbiddenException', '{"message":"Forbidden"}');
const missingToken = gatewayReply(
  '403 Forbidden',
  'MissingAuthenticationTokenException',
  '{"message":"Missing Authentication Token"}',
);
const headless = missingToken.slice(0, missingToken.indexOf('{'));
const tooMany = gatewayReply(
  '429 Too Many Requests',
  'TooManyRequestsException',
  '{"message":"Too Many Requests"}',
);
const limitExceeded = gatewayReply(
  '429 Too Many Requests',
  'LimitExceededException',
  '{"message":"Limit Exceeded"}',
);
const invalidBody = gatewayReply(
  '400 Bad Request',
  'BadRequestException',
  '{"message": "Invalid request body"}',
);

const table: { name: string; line: string; headers?: string[]; body?: string; want: string }[] = [
  { name: 'no key', line: `GET ${search}`, want: forbidden },
  { name: 'an unknown key', line: `GET ${search}`, headers: ['x-api-key: nobody'], want: forbidden },
  { name: 'a revoked key', line: `GET ${search}`, headers: ['x-api-key: mock-revoked-key'], want: forbidden },
  {
    name: 'a plan without the operation',
    line: `GET ${base}/searchrome?rome=H2605&lang=en&max=1`,
    headers: ['x-api-key: mock-free-key'],
    want: forbidden,
  },
  { name: 'an unknown path', line: `GET ${base}/serach`, want: missingToken },
  {
    name: 'an unknown path with a wrong key',
    line: `GET ${base}/serach`,
    headers: ['x-api-key: nobody'],
    want: missingToken,
  },
  { name: 'another method', line: `DELETE ${search}`, headers: [pro], want: missingToken },
  { name: 'HEAD', line: `HEAD ${base}/type`, want: headless },
  { name: 'OPTIONS that is no preflight', line: `OPTIONS ${base}/type`, want: missingToken },
  {
    name: 'too many calls a second',
    line: `GET ${search}`,
    headers: ['x-api-key: mock-throttled-key'],
    want: tooMany,
  },
  {
    name: 'a spent quota',
    line: `GET ${search}`,
    headers: ['x-api-key: mock-quota-spent-key'],
    want: limitExceeded,
  },
  {
    name: 'missing parameters',
    line: `GET ${base}/search?lang=en&type=&max=99`,
    headers: [pro],
    want: gatewayReply(
      '400 Bad Request',
      'BadRequestException',
      '{"message": "Missing required request parameters: [type, bloom, model]"}',
    ),
  },
  {
    name: 'malformed JSON',
    line: `POST ${base}/feedback`,
    headers: [pro, json],
    body: '{"url"',
    want: invalidBody,
  },
  {
    name: 'a body that does not fit',
    line: `POST ${base}/feedback`,
    headers: [pro, json],
    body: '{}',
    want: invalidBody,
  },
  {
    name: 'another media type',
    line: `POST ${base}/feedback`,
    headers: [pro, 'Content-Type: text/plain'],
    body: 'x',
    want: gatewayReply('415 Unsupported Media Type', undefined, '{"message":"Unsupported Media Type"}'),
  },
];

for (const [prefer, want] of [
  ['code=429', tooMany],
  ['code=429, example=quota-exceeded', limitExceeded],
  ['code=403', forbidden],
  ['code=413', gatewayReply('413 Payload Too Large', undefined, '{"message":"Request Too Long"}')],
  ['example=unknown-path', missingToken],
] as const)
  table.push({ name: `Prefer: ${prefer}`, line: `GET ${search}`, headers: [pro, `Prefer: ${prefer}`], want });

describe('the aws gateway on the wire', () => {
  it.each(table)('$name', async ({ line, headers = [], body = '', want }) => {
    const length = body === '' ? [] : [`Content-Length: ${body.length}`];
    const head = [`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, ...length];
    const { all } = await rawRequest(mock.port, [`${head.join('\r\n')}\r\n\r\n${body}`], () => false);
    expect(withoutIds(all)).toBe(want);
  });

  it('passes on what it does not look at: the API answers, without limits and without Retry-After', async () => {
    const reply = await fetch(`${mock.apiUrl}/search?lang=xx&type=mooc&bloom=do&model=strict&max=99`, {
      headers: { 'x-api-key': 'mock-pro-key' },
    });
    const body = await reply.json();
    expect([reply.status, body.code, body.errors.length]).toEqual([400, 'invalid-request', 2]);
    expect(reply.headers.get('x-amzn-requestid')).toBe(reply.headers.get('x-request-id'));
    expect([
      reply.headers.get('x-amzn-errortype'),
      reply.headers.get('ratelimit'),
      reply.headers.get('x-ratelimit-limit'),
    ]).toEqual([null, null, null]);
    const down = await fetch(mock.apiUrl + search.slice(base.length), {
      headers: { 'x-api-key': 'mock-maintenance-key' },
    });
    expect([down.status, down.headers.get('retry-after')]).toEqual([503, null]);
  });

  it('lets replies pass that lack the limits which the document has in all of them', async () => {
    const reply = await fetch(mock.apiUrl + search.slice(base.length), {
      headers: { 'x-api-key': 'mock-pro-key' },
    });
    expect([reply.status, reply.headers.get('x-ratelimit-limit')]).toEqual([200, null]);
  });

  it('plays a planted 429 as the gateway says it', async () => {
    mock.fail({ status: 429, example: 'quota-exceeded', times: 1, headers: { 'X-Cache': 'Error' } });
    const reply = await fetch(mock.apiUrl + search.slice(base.length), {
      headers: { 'x-api-key': 'mock-pro-key' },
    });
    expect([reply.status, await reply.text()]).toEqual([429, '{"message":"Limit Exceeded"}']);
    expect(reply.headers.get('x-amzn-errortype')).toBe('LimitExceededException');
    expect(reply.headers.get('x-cache')).toBe('Error');
  });

  it('answers the preflight of a defined operation', async () => {
    const head = [
      `OPTIONS ${base}/search HTTP/1.1`,
      'Host: localhost',
      'Connection: close',
      'Origin: https://app.example',
      'Access-Control-Request-Method: GET',
      'Access-Control-Request-Headers: x-api-key',
    ];
    const reply = await rawRequest(mock.port, [`${head.join('\r\n')}\r\n\r\n`], () => false);
    expect(reply.status).toBe(204);
    expect(reply.head).toMatch(
      /Access-Control-Allow-Origin: \*[\s\S]*Access-Control-Allow-Headers: x-api-key/,
    );
  });
});
