import { afterEach, describe, expect, test } from 'vitest';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import {
  json,
  type LibraryReply,
  type Lie,
  libraryCard,
  startLendingLibrary,
} from '../../../servers/lending-library.ts';
import { type CheckContractOptions, type ContractReport, checkContract } from '../../contract-testing.ts';

let library: Awaited<ReturnType<typeof startLendingLibrary>> | undefined;
afterEach(async () => {
  await library?.close();
  library = undefined;
});

async function check(lie: Lie, over: Partial<CheckContractOptions> & { readonly path?: string } = {}) {
  const { path = '', ...options } = over;
  library = await startLendingLibrary(lie);
  const target = new URL(library.url.origin + path);
  const document = packageFile('test/documents/lending-library.yaml');
  return checkContract({ document, target, key: libraryCard, includeUnsafe: true, ...options });
}

function documentedOutcomes({ operations }: ContractReport) {
  return operations.map(({ checks }) => checks.find(({ kind }) => kind === 'documented request')?.outcome);
}

const reply = (status: number, headers: Readonly<Record<string, string>> = {}, body = ''): LibraryReply => ({
  status,
  headers,
  body,
});
const html = (status: number, body = '<p>Log in</p>') =>
  reply(status, { 'content-type': 'text/html; charset=utf-8' }, body);
const toCardHolders =
  (answer: LibraryReply): Lie =>
  (request, honest) =>
    request.card === libraryCard ? answer : honest;

describe('after two calls at most it says what is wrong with the target, where every reply is', () => {
  test.each<{ every: string; tells: LibraryReply; reason: RegExp; advice: RegExp }>([
    {
      every: 'a login page',
      tells: html(200),
      reason: /200 and a page of HTML/,
      advice: /address of the API itself as --target/,
    },
    {
      every: 'a page with a status of its own',
      tells: html(403),
      reason: /refuses the key/,
      advice: /API_KIT_KEY/,
    },
    {
      every: "a network's gate",
      tells: html(511),
      reason: /511 and a page of HTML/,
      advice: /log in to the network/,
    },
    {
      every: 'XHTML',
      tells: reply(200, { 'content-type': 'application/xhtml+xml' }, '<html/>'),
      reason: /a page of HTML/,
      advice: /--target/,
    },
    {
      every: 'HTML that calls itself JSON',
      tells: reply(200, { 'content-type': 'application/json' }, '\n<!DOCTYPE html><title>Hi</title>'),
      reason: /a page of HTML/,
      advice: /--target/,
    },
    {
      every: 'HTML that calls itself nothing',
      tells: reply(200, {}, '<HTML><body>'),
      reason: /a page of HTML/,
      advice: /--target/,
    },
    ...[301, 302, 303, 307, 308].map((status) => ({
      every: `a ${status} to a login`,
      tells: reply(status, { location: '/login' }),
      reason: new RegExp(`is answered with ${status}, a redirect to /login\\.`),
      advice: /Redirects are not followed: give the address of the API itself as --target\./,
    })),
    {
      every: 'a redirect to nowhere',
      tells: reply(302),
      reason: /a redirect to nowhere/,
      advice: /--target/,
    },
    {
      every: 'a redirect to no address',
      tells: reply(302, { location: 'http://' }),
      reason: /a redirect to http:/,
      advice: /--target/,
    },
    {
      every: '503',
      tells: json(503, {}),
      reason: /503: the API is not available\./,
      advice: /Run the check again/,
    },
    {
      every: '503 with a time',
      tells: json(503, {}, { 'retry-after': '120' }),
      reason: /\(Retry-After: 120\)/,
      advice: /again/,
    },
    { every: '503 as a page', tells: html(503), reason: /not available/, advice: /again/ },
    {
      every: 'a gateway with nothing behind it',
      tells: html(502),
      reason: /502: the API is not available/,
      advice: /again/,
    },
    {
      every: 'a gateway that waited in vain',
      tells: json(504, {}),
      reason: /not available/,
      advice: /again/,
    },
    {
      every: '404',
      tells: json(404, { message: 'no such path' }),
      reason: /404: nothing of the document/,
      advice: /another path of this host/,
    },
    { every: '404 without a word', tells: reply(404), reason: /nothing of the document/, advice: /--target/ },
    {
      every: "a gateway's unknown path",
      tells: json(403, { message: 'Missing Authentication Token' }),
      reason: /nothing of the document/,
      advice: /--target/,
    },
    {
      every: '401',
      tells: json(401, {}),
      reason: /401: the target refuses the key/,
      advice: /API_KIT_KEY hold the whole key/,
    },
    {
      every: '403',
      tells: json(403, { message: 'Forbidden' }),
      reason: /403: the target refuses the key/,
      advice: /API_KIT_KEY/,
    },
  ])('$every', async ({ tells, reason, advice }) => {
    const report = await check(() => tells);
    expect(report).toMatchObject({ verdict: 'incomplete', counts: { checked: 0 } });
    expect(report.stopped?.reason).toMatch(reason);
    expect(report.stopped?.reason).toMatch(/^GET http:\S+ is answered with /);
    expect(report.stopped?.advice).toMatch(advice);
    expect(report.counts.calls).toBeLessThanOrEqual(2);
  });

  test('a redirect that keeps the path: it names the target that is meant', async () => {
    const report = await check(({ path, query }) =>
      reply(308, { location: `https://new.example${path}${query.size > 0 ? `?${query}` : ''}` }),
    );
    expect(report.stopped?.advice).toBe('Redirects are not followed: give --target https://new.example/v1');
  });

  test('404 below a path that is not the document’s: it names that', async () => {
    const report = await check(
      (request, honest) => (request.path.startsWith('/v1/') ? honest : json(404, {})),
      { path: '/api/v9' },
    );
    expect(report.stopped?.advice).toBe(
      `Is the path in --target right? The document has ${library?.url.origin}/v1`,
    );
  });

  test('a page, and there is no key: what needs none, and what is refused without one, shows it', async () => {
    const report = await check(() => html(200), { key: undefined });
    expect(report.stopped?.reason).toMatch(/a page of HTML/);
  });

  test('the key is in no word of it', async () => {
    const report = await check(() => reply(302, { location: `/login?card=${libraryCard}` }));
    expect(JSON.stringify(report)).not.toContain(libraryCard);
  });
});

describe('one odd operation is a finding, and the run goes on:', () => {
  test.each<{ odd: string; tells: LibraryReply }>([
    { odd: 'a page', tells: html(200) },
    { odd: 'a redirect', tells: reply(302, { location: '/login' }) },
    { odd: '503', tells: json(503, {}) },
    { odd: '404', tells: json(404, {}) },
    { odd: '500', tells: json(500, {}) },
  ])('$odd', async ({ tells }) => {
    const report = await check(toCardHolders(tells), { only: ['listBooks', 'readOpeningHours'] });
    expect(report).toMatchObject({ verdict: 'broken', stopped: undefined });
    expect(documentedOutcomes(report)).toEqual(['broken', 'held']);
  });

  test('a key that one operation refuses and another takes', async () => {
    const report = await check((request, honest) =>
      request.path === '/v1/books' ? json(401, { message: 'no' }) : honest,
    );
    expect(report).toMatchObject({ verdict: 'broken', stopped: undefined });
  });

  test('500 for everything', async () => {
    expect(await check(() => json(500, {}))).toMatchObject({ verdict: 'broken', stopped: undefined });
  });
});

test('nothing is sent twice for it', async () => {
  const asked: string[] = [];
  const report = await check((request, honest) => {
    asked.push(
      `${request.method} ${request.path}?${request.query} ${request.card} ${request.mediaType} ${request.body}`,
    );
    return honest;
  });
  expect(report.verdict).toBe('held');
  // Whether a mock of ours stands there is asked once.
  expect(asked.filter((one) => !one.startsWith('GET /__mock?'))).toHaveLength(report.counts.planned);
});
