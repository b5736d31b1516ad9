import { afterAll, describe, expect, it } from 'vitest';
import { createMockServer } from '../../mock/server.ts';

const counter = await createMockServer({ document: 'test/documents/cross-origin.yaml' });
const inokufu = await createMockServer();
afterAll(() => Promise.all([counter.close(), inokufu.close()]));
const origin = 'http://page.example';
const asking = { 'access-control-request-method': 'PUT' };

describe('a page of another origin', () => {
  it('may read the headers that the document has, and those of the mock', async () => {
    const { headers } = await fetch(`${counter.apiUrl}/list`, { headers: { origin } });
    const exposed = (headers.get('access-control-expose-headers') ?? '').split(', ');
    expect(exposed).toEqual(expect.arrayContaining(['X-Total-Count', 'ETag', 'X-Request-Id']));
    expect(exposed).not.toContain('Cache-Control');
    expect(new Set(exposed).size).toBe(exposed.length);
  });

  it('may send its cookie where a cookie is the key', async () => {
    const asked = { 'access-control-request-method': 'GET', origin };
    const preflight = await fetch(`${counter.apiUrl}/mine`, { method: 'OPTIONS', headers: asked });
    const refused = await fetch(`${counter.apiUrl}/mine`, { headers: { origin } });
    const given = await fetch(`${counter.apiUrl}/mine`, { headers: { origin, cookie: 'session=a' } });
    expect([preflight.status, refused.status, given.status]).toEqual([204, 401, 200]);
    for (const { headers } of [preflight, refused, given]) {
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-allow-credentials')).toBe('true');
      expect(headers.get('vary')).toMatch(/^Origin\b/);
    }
    const { headers } = await fetch(`${counter.apiUrl}/mine`);
    expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual(['*', 'Origin']);
  });

  it.each(['/openapi.json', '/openapi.yaml'])('may read %s with its cookie, too', async (target) => {
    const { headers } = await fetch(counter.url + target, { headers: { origin } });
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('vary')?.split(', ')).toContain('Origin');
  });

  it('gets a reply that varies with its origin, and with all that the document and the preflight name', async () => {
    const list = await fetch(`${counter.apiUrl}/list`, { headers: { origin } });
    expect(list.headers.get('vary')).toBe('Origin, Accept-Language');
    const asked = { 'access-control-request-method': 'GET', origin };
    const preflight = await fetch(`${counter.apiUrl}/mine`, { method: 'OPTIONS', headers: asked });
    expect(preflight.headers.get('vary')).toBe(
      'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
    );
  });

  it.each([
    {
      what: 'a preflight',
      gateway: 'documented',
      headers: { origin, ...asking },
      want: [204, 'PUT, OPTIONS'],
    },
    { what: 'a preflight', gateway: 'aws', headers: { origin, ...asking }, want: [204, 'PUT, OPTIONS'] },
    { what: 'a method without an origin', gateway: 'documented', headers: asking, want: [200, null] },
    { what: 'an origin without a method', gateway: 'documented', headers: { origin }, want: [200, null] },
  ] as const)(
    'by OPTIONS that is documented, with $what, gets $want ($gateway)',
    async ({ gateway, headers, want }) => {
      await using mock = await createMockServer({ document: 'test/documents/cross-origin.yaml', gateway });
      const reply = await fetch(`${mock.apiUrl}/exported`, { method: 'OPTIONS', headers });
      expect([reply.status, reply.headers.get('access-control-allow-methods')]).toEqual(want);
    },
  );

  it('gets the same reply as everybody where no cookie is a key', async () => {
    const { headers } = await fetch(`${inokufu.apiUrl}/type`, { headers: { origin } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });
});
