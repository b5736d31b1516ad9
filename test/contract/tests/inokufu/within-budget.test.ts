import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMockServer, type MockServer } from '../../../../mock/server.ts';
import { checkContract } from '../../contract-testing.ts';

let mock: MockServer;
beforeAll(async () => {
  mock = await createMockServer({ clock: { startAt: '2026-06-10T00:00:00Z' } });
});
afterAll(() => mock.close());

/** Changes what goes out, and what comes back: a reply's body and headers. */
interface Lie {
  readonly request?: (url: URL) => void;
  readonly reply?: (body: SearchReply, headers: Headers, url: URL) => void;
}
interface SearchReply {
  response?: { content: unknown[] };
}

/** Somebody's API with a key of the plan Free: the mock with one lie, whose admin side nobody finds. */
async function checkWithin({ request, reply }: Lie) {
  await mock.reset();
  const report = await checkContract({
    target: mock.apiUrl,
    key: 'mock-free-key',
    plan: 'free',
    only: ['listProviders', 'search', 'searchByProvider'],
    fetch: async (input, init) => {
      const url = new URL(String(input));
      if (url.pathname.startsWith('/__mock')) return new Response('', { status: 404 });
      const asked = new URL(url);
      if (url.pathname.endsWith('/search')) request?.(asked);
      const answer = await fetch(asked, init);
      if (
        reply === undefined ||
        !url.pathname.endsWith('/search') ||
        answer.status !== 200 ||
        init?.method !== 'GET'
      )
        return answer;
      const body = (await answer.json()) as SearchReply;
      const headers = new Headers(answer.headers);
      reply(body, headers, url);
      return new Response(JSON.stringify(body), { status: 200, headers });
    },
  });
  const findings = report.operations.flatMap(({ checks }) => checks.flatMap((check) => check.findings));
  const { pools } = await mock.usage('mock-free-key');
  return { report, told: findings.map(({ message }) => message), counted: pools[0]?.quota?.used ?? 0 };
}

test('an honest API holds, and the run costs the key at most 60 of its calls, as it said', async () => {
  const { report, told, counted } = await checkWithin({});
  expect(told).toEqual([]);
  expect(report.verdict).toBe('held');
  expect(report.cost.countedCalls).toBeLessThanOrEqual(60);
  expect(counted).toBeLessThanOrEqual(report.cost.countedCalls);
});

describe('within 60 counted calls it names', () => {
  let first: unknown;
  test.each<{ lie: string; tells: Lie; want: RegExp }>([
    {
      lie: 'a filter that is ignored',
      // What is wrong with it is still refused.
      tells: {
        request: ({ searchParams }) => {
          const [level, ...more] = searchParams.getAll('levelMin');
          if (more.length === 0 && /^-?[01](\.\d+)?$/.test(level ?? '')) searchParams.delete('levelMin');
        },
      },
      want: /levelMin/,
    },
    {
      lie: 'an item that comes again on the next page',
      tells: {
        reply: ({ response }, _, url) => {
          const content = response?.content ?? [];
          if (url.searchParams.get('page') === '1' && content.length > 0 && first !== undefined)
            content[0] = first;
          if ((url.searchParams.get('page') ?? '0') === '0') first = content[0];
        },
      },
      want: /page/,
    },
    {
      lie: 'a remaining that does not go down',
      tells: {
        reply: (_, headers) => {
          headers.set('X-RateLimit-Remaining', '421');
          headers.set(
            'RateLimit',
            (headers.get('RateLimit') ?? '').replace(/"quota";r=\d+/, '"quota";r=421'),
          );
        },
      },
      want: /Remaining/,
    },
  ])('$lie', async ({ tells, want }) => {
    const { told, counted } = await checkWithin(tells);
    expect(told.join('\n')).toMatch(want);
    expect(counted).toBeLessThanOrEqual(60);
  });
});
