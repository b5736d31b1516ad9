import { describe, expect, it } from 'vitest';
import { type AdminAccessOptions, createAdminAccess } from '../../mock/engine/admin/admin-access.ts';
import { createMockServer } from '../../mock/server.ts';

const local = { host: 'localhost:4010' };
const token = 's3cret';

function refusal(options: AdminAccessOptions, headers: Record<string, string>, remoteAddress = '127.0.0.1') {
  return createAdminAccess(options).refusalOf({ headers, remoteAddress });
}

describe('who may use the admin side when more are asked in', () => {
  it.each([
    {
      name: 'a container by the name of the mock',
      options: { from: ['mock'] },
      headers: { host: 'mock:4010' },
      from: '172.17.0.3',
      may: true,
    },
    {
      name: 'a name with its port',
      options: { from: ['mock:4010'] },
      headers: { host: 'mock:4010' },
      from: '172.17.0.3',
      may: true,
    },
    {
      name: 'another name',
      options: { from: ['mock'] },
      headers: { host: 'mock2:4010' },
      from: '172.17.0.3',
      may: false,
    },
    { name: 'this machine, as ever', options: { from: ['mock'] }, headers: local, may: true },
    {
      name: 'a stranger by a local name',
      options: { from: ['mock'] },
      headers: local,
      from: '192.0.2.7',
      may: false,
    },
    {
      name: 'a page of the dev server',
      options: { from: ['http://localhost:5173'] },
      headers: { ...local, origin: 'http://localhost:5173', 'sec-fetch-site': 'cross-site' },
      may: true,
    },
    {
      name: 'a page of another origin',
      options: { from: ['http://localhost:5173'] },
      headers: { ...local, origin: 'http://localhost:5174' },
      may: false,
    },
    {
      name: 'a page of the dev server elsewhere',
      options: { from: ['http://localhost:5173'] },
      headers: { host: '192.0.2.1:4010', origin: 'http://localhost:5173' },
      from: '192.0.2.7',
      may: false,
    },
    {
      name: 'who has the token, from anywhere',
      options: { token },
      headers: { host: 'any.example', origin: 'https://a.example', authorization: `Bearer ${token}` },
      from: '192.0.2.7',
      may: true,
    },
    { name: 'this machine without the token', options: { token }, headers: local, may: false },
    {
      name: 'a wrong token',
      options: { token },
      headers: { ...local, authorization: 'Bearer secret' },
      may: false,
    },
    {
      name: 'a page that asks first',
      options: { token },
      headers: { ...local, origin: 'https://a.example', 'access-control-request-method': 'POST' },
      may: true,
    },
  ] satisfies readonly {
    name: string;
    options: AdminAccessOptions;
    headers: Record<string, string>;
    from?: string;
    may: boolean;
  }[])('$name: $may', ({ options, headers, from, may }) => {
    expect(refusal(options, headers, from) === undefined).toBe(may);
  });

  it('are told what would let them in', () => {
    expect(refusal({}, { host: 'mock:4010' }, '172.17.0.3')).toContain('--admin-from mock');
    expect(refusal({}, { ...local, origin: 'http://localhost:5173' })).toContain(
      '--admin-from http://localhost:5173',
    );
    expect(refusal({ token }, local)).not.toContain(token);
  });
});

describe('the admin side of a mock with a token', () => {
  it('lets pages read what they were let in for, and everybody ask for its health', async () => {
    const mock = await createMockServer({ adminToken: token });
    const origin = 'http://localhost:5173';
    const authorization = `Bearer ${token}`;
    const ask = (path: string, init: RequestInit = {}) => fetch(`${mock.adminUrl}${path}`, init);
    const preflight = await ask('/keys', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });
    const allowed = (reply: Response) => reply.headers.get('access-control-allow-origin');
    expect([preflight.status, allowed(preflight)]).toEqual([204, origin]);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    const made = await ask('/keys', {
      method: 'POST',
      headers: { origin, authorization },
      body: '{"plan":"lite"}',
    });
    expect([made.status, allowed(made)]).toEqual([201, origin]);
    expect((await ask('/keys')).status).toBe(403);
    expect(await (await ask('/health')).json()).toMatchObject({ status: 'ok', title: 'Inokufu API Cloud' });
    await mock.close();
  });
});

describe('links in replies behind a proxy', () => {
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'mock.example, inner' };
  it.each([
    { trustProxy: true, want: 'https://mock.example/media/' },
    { trustProxy: false, want: 'http://127.0.0.1:' },
  ])('begin with $want where trustProxy is $trustProxy', async ({ trustProxy, want }) => {
    const mock = await createMockServer({ trustProxy });
    const reply = await fetch(`${mock.apiUrl}/provider`, { headers: forwarded });
    expect(await reply.text()).toContain(want);
    await mock.close();
  });
});
