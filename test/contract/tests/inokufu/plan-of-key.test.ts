import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMockServer, type MockServer } from '../../../../mock/server.ts';
import { type CheckContractOptions, checkContract } from '../../contract-testing.ts';

let mock: MockServer;
beforeAll(async () => {
  // Mid-month, so that a spent quota is far from fresh.
  mock = await createMockServer({ clock: { startAt: '2026-06-10T00:00:00Z' } });
});
afterAll(() => mock.close());

async function check(over: Partial<CheckContractOptions>) {
  const report = await checkContract({ target: new URL(mock.apiUrl), secondOpinion: false, ...over });
  const checks = report.operations.flatMap((operation) => operation.checks);
  const outcomes = new Set(checks.map(({ kind, outcome }) => `${kind}: ${outcome}`));
  const reasons = new Set(checks.flatMap(({ skippedBecause }) => skippedBecause ?? []));
  return { report, outcomes: [...outcomes], reasons: [...reasons] };
}

test('an operation that the plan of a key turns out to lack is left out by name, and gives no yes', async () => {
  const { report, outcomes, reasons } = await check({ key: 'mock-free-key', only: ['searchByRome'] });
  expect(outcomes.filter((one) => !one.endsWith(': held'))).toEqual(['documented request: skipped']);
  expect(reasons[0]).toBe(
    "403: the key's plan seems not to include it (not in Demo, Free); name the key's plan with --plan, or use a key of another plan",
  );
  expect(report.verdict).toBe('incomplete');
});

test('it is left out with a yes where that is allowed', async () => {
  const only = ['searchByRome', 'listTypes'];
  const { report } = await check({ key: 'mock-free-key', only, allowSkipped: true });
  expect(report.verdict).toBe('held');
});

test('where the plan is named, the operation that it lacks must be refused, and nothing is left out', async () => {
  const { report, outcomes } = await check({ key: 'mock-free-key', plan: 'free', only: ['searchByRome'] });
  expect(outcomes).toContain('closed plan: held');
  expect(outcomes).not.toContainEqual(expect.stringMatching(/^documented request/));
  expect(report.verdict).toBe('held');
  expect(report.counts.checked).toBe(report.counts.planned);
  expect(report.notes).toContainEqual(expect.stringMatching(/^The plan Free lacks searchByRome: /));
});

test('a 403 on what the named plan has is broken', async () => {
  const { report, outcomes } = await check({ key: 'mock-free-key', plan: 'lite', only: ['searchByRome'] });
  expect(outcomes).toContain('documented request: broken');
  expect(report.verdict).toBe('broken');
});

test('a plan that is said to lack what its key opens is broken', async () => {
  const { report, outcomes } = await check({ key: 'mock-lite-key', plan: 'free', only: ['searchByRome'] });
  expect(outcomes).toContain('closed plan: broken');
  expect(report.verdict).toBe('broken');
});

test.each(['mock-revoked-key', 'nobodys-key'])('%s is no verdict on the API', async (key) => {
  const { report } = await check({ key });
  expect(report.verdict).toBe('incomplete');
  expect(report.stopped?.reason).toMatch(/401: the target refuses the key\.$/);
  expect(report.counts).toMatchObject({ checked: 0, calls: 2 });
});

test('maintenance is no verdict on the API either', async () => {
  const { report } = await check({ key: 'mock-maintenance-key' });
  expect(report.verdict).toBe('incomplete');
  expect(report.stopped?.reason).toMatch(/503: the API is not available \(Retry-After: \d+\)\.$/);
});

test('the demo key is known, and a fifth of its few calls a day is left alone', async () => {
  const key = mock.keys().find(({ plan }) => plan === 'demo')?.key;
  const { report } = await check({ key, dryRun: true });
  expect(report.cost).toMatchObject({ plan: 'Demo', quota: { calls: 50, period: 'day' } });
  expect(report.cost.countedCalls).toBeLessThanOrEqual(40);
});

test('a spent quota stops the check with what to do', async () => {
  const { report } = await check({ key: 'mock-quota-spent-key', only: ['search'] });
  expect(report.verdict).toBe('incomplete');
  expect(report.stopped?.reason).toMatch(/429 Too Many Requests and asks for a wait of \d+ s/);
});
