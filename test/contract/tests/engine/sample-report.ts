import { type CheckResult, type ContractReport, countOutcomes } from '../../engine/contract-report.ts';

export const location = { file: 'shop.yaml', pointer: '/paths/~1books/get' };
/** Checks of each outcome, and a report of such. */
export const held: CheckResult = {
  operationId: 'listBooks',
  kind: 'documented request',
  name: 'the request that the document shows',
  outcome: 'held',
  skippedBecause: undefined,
  unjudgedBecause: undefined,
  isExcusable: false,
  findings: [],
  notes: [],
  curl: `curl -i 'http://h.example/books'`,
  expected: 'a documented 2xx reply that fits the document',
  received: '200 application/json []',
};
export const broken: CheckResult = {
  ...held,
  kind: 'broken rule',
  name: 'max above its maximum',
  outcome: 'broken',
  findings: [
    {
      code: 'rule-not-enforced',
      message: 'a request that breaks this rule was accepted',
      about: 'reply',
      basis: 'document',
      location,
    },
    { code: 'second-opinion', message: 'Unable to match', about: 'reply', basis: 'suspicion', location },
  ],
  notes: ['worth knowing'],
};
export const doubtful: CheckResult = {
  ...held,
  outcome: 'doubtful',
  findings: [
    { code: 'second-opinion', message: 'must be integer', about: 'reply', basis: 'suspicion', location },
  ],
};
export const skipped: CheckResult = {
  ...held,
  outcome: 'skipped',
  skippedBecause: 'it needs a key',
  received: '',
};

export function report(checks: readonly CheckResult[], over: Partial<ContractReport> = {}): ContractReport {
  const planned = checks.length;
  const operations = [{ operationId: 'listBooks', method: 'GET', path: '/books', location, planned, checks }];
  return {
    document: { title: 'Shop', version: '1', file: 'shop.yaml', faults: [] },
    target: 'http://h.example',
    verdict: 'held',
    stopped: undefined,
    isDryRun: false,
    operations,
    secondOpinion: { state: 'used', name: 'Prism' },
    notes: [],
    counts: countOutcomes(operations, checks.length),
    cost: { countedCalls: 0, plan: undefined, quota: undefined, left: undefined, isOwnMock: false },
    durationMs: 1234,
    ...over,
  };
}
