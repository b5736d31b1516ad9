import { afterEach, describe, expect, test } from 'vitest';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import {
  books,
  emma,
  json,
  type Lie,
  libraryCard,
  startLendingLibrary,
} from '../../../servers/lending-library.ts';
import { checkContract } from '../../contract-testing.ts';
import type { ContractReport } from '../../engine/contract-report.ts';

const document = packageFile('test/documents/lending-library.yaml');
let library: Awaited<ReturnType<typeof startLendingLibrary>> | undefined;
afterEach(async () => {
  await library?.close();
  library = undefined;
});

async function check(
  lie?: Lie,
  over: { timeoutMs?: number; secondOpinion?: boolean } = {},
): Promise<ContractReport> {
  library = await startLendingLibrary(lie);
  return checkContract({ document, target: library.url, key: libraryCard, includeUnsafe: true, ...over });
}

function findingsOf(report: ContractReport) {
  return report.operations
    .flatMap((operation) => operation.checks)
    .filter((one) => one.outcome === 'broken')
    .flatMap((one) => one.findings.map(({ code }) => `${one.operationId}: ${one.kind}: ${code}`));
}

test('an honest server holds every check, and the two judges agree', async () => {
  const report = await check(undefined, { secondOpinion: true });
  expect(findingsOf(report)).toEqual([]);
  expect(report.verdict).toBe('held');
  expect(report.counts).toMatchObject({ broken: 0, doubtful: 0, skipped: 0, held: report.counts.planned });
  expect(report.counts.planned).toBeGreaterThanOrEqual(15);
  expect(report.secondOpinion.state).toBe('used');
});

/** Lies in the reply to a valid GET /books alone. */
const toReaders =
  (reply: ReturnType<Lie>): Lie =>
  (request, honest) =>
    request.path === '/v1/books' && honest === books ? reply : honest;

/** Lets a query through that the honest server refuses. */
const letting =
  (isLet: (query: URLSearchParams) => boolean): Lie =>
  (request, honest) =>
    request.path === '/v1/books' && request.card === libraryCard && isLet(request.query) ? books : honest;

describe('names the lie of a server', () => {
  test.each<{ lie: string; tells: Lie; code: string; kind?: string; byPrismToo?: boolean }>([
    { lie: 'a status that is not documented', tells: toReaders(json(418, {})), code: 'wrong-status' },
    {
      lie: 'a 2xx that is not documented',
      tells: toReaders(json(202, [])),
      code: 'undocumented-status',
      byPrismToo: true,
    },
    {
      lie: 'a property is missing',
      tells: toReaders(json(200, [{ title: 'Emma' }], { 'x-total': '1' })),
      code: 'wrong-body',
      byPrismToo: true,
    },
    {
      lie: 'a property has the wrong type',
      tells: toReaders(json(200, [{ ...emma, pages: '474' }], { 'x-total': '1' })),
      code: 'wrong-body',
      byPrismToo: true,
    },
    {
      lie: 'a header is missing',
      tells: toReaders(json(200, [emma])),
      code: 'missing-header',
      byPrismToo: true,
    },
    {
      lie: 'a header has the wrong type',
      tells: toReaders(json(200, [emma], { 'x-total': 'one' })),
      code: 'wrong-header',
      byPrismToo: true,
    },
    {
      lie: 'the media type is not documented',
      tells: toReaders(json(200, [emma], { 'x-total': '1', 'content-type': 'text/html' })),
      code: 'undocumented-media-type',
      byPrismToo: true,
    },
    {
      lie: 'JSON that is none',
      tells: toReaders({ ...(json(200, []) as object), body: '[' } as ReturnType<Lie>),
      code: 'not-json',
    },
    {
      lie: 'no body where JSON is due',
      tells: toReaders({ ...(json(200, []) as object), body: '' } as ReturnType<Lie>),
      code: 'not-json',
    },
    {
      lie: 'a redirect',
      tells: toReaders({ status: 302, headers: { location: '/v1/opening-hours' }, body: '' }),
      code: 'redirect',
    },
    { lie: 'no reply in time', tells: toReaders('silence'), code: 'no-reply-in-time' },
    { lie: 'the connection closes', tells: toReaders('close'), code: 'connection-closed' },
    {
      lie: 'a value outside the enum is accepted',
      tells: letting((query) => !['novel', 'poetry', '', null].includes(query.get('genre'))),
      code: 'rule-not-enforced',
      kind: 'broken rule',
    },
    {
      lie: 'a value outside its range is accepted',
      tells: letting((query) => Number(query.get('max')) > 20),
      code: 'rule-not-enforced',
      kind: 'broken rule',
    },
    {
      lie: 'a missing parameter is accepted',
      tells: letting((query) => !query.has('genre')),
      code: 'rule-not-enforced',
      kind: 'broken rule',
    },
    {
      lie: 'another 4xx than the documented one',
      tells: (_, honest) =>
        honest !== 'close' && honest !== 'silence' && honest.status === 400
          ? { ...honest, status: 404 }
          : honest,
      code: 'wrong-status',
      kind: 'broken rule',
    },
    {
      lie: 'the body of a refusal does not fit',
      tells: (_, honest) =>
        honest !== 'close' && honest !== 'silence' && honest.status === 400
          ? json(400, { error: 'Look at genre, max.' })
          : honest,
      code: 'wrong-body',
      kind: 'broken rule',
      byPrismToo: true,
    },
    {
      lie: 'no key is needed',
      tells: (request, honest) =>
        request.path === '/v1/books' && request.card === undefined ? books : honest,
      code: 'key-not-required',
      kind: 'missing key',
    },
    {
      lie: 'a wrong body is accepted',
      tells: (request, honest) => (/"days":31/.test(request.body) ? json(201, emma) : honest),
      code: 'rule-not-enforced',
      kind: 'broken rule',
    },
  ])('$lie', async ({ tells, code, kind = 'documented request', byPrismToo = false }) => {
    // Only silence is waited for: every other reply comes long before, also on a busy machine.
    const timeoutMs = code === 'no-reply-in-time' ? 1000 : 10_000;
    const report = await check(tells, { timeoutMs, secondOpinion: byPrismToo });
    const findings = findingsOf(report);
    expect(report.verdict).toBe('broken');
    expect(findings).toContainEqual(expect.stringMatching(new RegExp(`: ${kind}: ${code}$`)));
    const elsewhere = kind === 'documented request' ? ': valid values: ' : 'nowhere';
    expect(findings.filter((one) => !one.includes(`: ${kind}: `) && !one.includes(elsewhere))).toEqual([]);
    expect(findings.some((one) => one.endsWith(' second-opinion'))).toBe(byPrismToo);
  });
});
