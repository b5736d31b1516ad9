import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMockServer, type MockServer } from '../../../mock/server.ts';
import { type CheckContractOptions, checkContract } from '../contract-testing.ts';

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

test('an operation that the plan of a key turns out to lack is left out, not broken', async () => {
  const { outcomes, reasons } = await check({ key: 'mock-free-key', only: ['searchByRome'] });
  expect(outcomes).toEqual([
    'documented request: skipped',
    'missing key: held',
    'unknown key: held',
    'broken rule: skipped',
  ]);
  expect(reasons[0]).toBe(
    "403: the key's plan seems not to include it (not in Demo, Free); use a key of another plan",
  );
});

test('where the plan is named, the operation that it lacks must be refused', async () => {
  const { outcomes, reasons } = await check({ key: 'mock-free-key', plan: 'free', only: ['searchByRome'] });
  expect(outcomes).toContain('closed plan: held');
  expect(reasons).toEqual(['the plan Free lacks it']);
});

test('the demo key is known, and its few calls a day are not spent on half a check', async () => {
  const key = mock.keys.find(({ plan }) => plan.id === 'demo')?.key;
  const { report } = await check({ key });
  expect(report.verdict).toBe('incomplete');
  expect(report.stopped?.reason).toMatch(
    /^The check would make \d+ calls with the key; the plan Demo has 50 a day\.$/,
  );
  expect(report.counts.calls).toBe(0);
});

test('a spent quota stops the check with what to do', async () => {
  const { report } = await check({ key: 'mock-quota-spent-key', only: ['search'] });
  expect(report.verdict).toBe('incomplete');
  expect(report.stopped?.reason).toMatch(/429 Too Many Requests and asks for a wait of \d+ s/);
});
