import { afterEach, expect, test } from 'vitest';
import { createMockServer, type MockServer } from '../../../../mock/server.ts';
import { type CheckContractOptions, type ContractReport, checkContract } from '../../contract-testing.ts';

let mock: MockServer | undefined;
afterEach(async () => {
  await mock?.close();
  mock = undefined;
});

async function check(
  options: Parameters<typeof createMockServer>[0],
  over: Partial<CheckContractOptions>,
): Promise<ContractReport> {
  mock = await createMockServer(options);
  return checkContract({
    target: mock.apiUrl,
    key: 'mock-free-key',
    plan: 'free',
    only: ['search'],
    ...over,
  });
}

function limitOf(report: ContractReport) {
  return report.operations.flatMap(({ checks }) => checks).find(({ kind }) => kind === 'limit');
}

test('a request speed that is kept holds', async () => {
  expect(limitOf(await check({}, { limits: true }))).toMatchObject({ outcome: 'held', findings: [] });
});

test('one that is not is broken', async () => {
  const over: Partial<CheckContractOptions> = {
    limits: true,
    // The mock of a larger plan behind the key of a small one.
    fetch: (input, init) => {
      const headers = { ...(init?.headers as Record<string, string>) };
      if (headers['x-api-key'] === 'mock-free-key') headers['x-api-key'] = 'mock-custom-key';
      return fetch(input, { ...init, headers });
    },
  };
  const limit = limitOf(await check({}, over));
  expect(limit?.outcome).toBe('broken');
  expect(limit?.findings.map(({ code }) => code)).toContain('limit-not-enforced');
});

test('without a known plan nothing is exceeded, and that is said', async () => {
  const report = await check({}, { limits: true, plan: undefined });
  expect(limitOf(report)).toBeUndefined();
  expect(report.notes.join()).toContain('No limit was exceeded');
});

test.each([
  { gateway: 'documented', wrong: true },
  { gateway: 'aws', wrong: false },
  { gateway: 'auto', wrong: false },
] as const)('refusals of Amazon API Gateway under the profile $gateway', async ({ gateway, wrong }) => {
  const report = await check({ gateway: 'aws' }, { gateway });
  const free = report.operations.flatMap(({ checks }) => checks).filter(({ stage }) => stage === 'free');
  expect(free.length).toBeGreaterThan(5);
  expect(free.some(({ outcome }) => outcome === 'broken')).toBe(wrong);
});
