import { expect, test } from 'vitest';
import type { CheckResult, ContractReport } from '../../engine/contract-report.ts';
import { countOutcomes } from '../../engine/contract-report.ts';
import { renderContractReport } from '../../engine/render-report.ts';

const location = { file: 'shop.yaml', pointer: '/paths/~1books/get' };
const held: CheckResult = {
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
const broken: CheckResult = {
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
const doubtful: CheckResult = {
  ...held,
  outcome: 'doubtful',
  findings: [
    { code: 'second-opinion', message: 'must be integer', about: 'reply', basis: 'suspicion', location },
  ],
};
const noted: CheckResult = { ...held, notes: ['the refusal does not name what is wrong'] };
const skipped: CheckResult = { ...held, outcome: 'skipped', skippedBecause: 'it needs a key', received: '' };

function report(checks: readonly CheckResult[], over: Partial<ContractReport> = {}): ContractReport {
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

test('a contract that holds is told in few lines', () => {
  expect(renderContractReport(report([held]))).toMatchInlineSnapshot(`
    "Contract of Shop 1 (shop.yaml)
    checked against http://h.example

    held      GET /books  listBooks  1 of 1 checked

    The contract holds: 1 of 1 checked, 1 held; 1 call in 1.2 s.
    Second opinion: Prism.
    "
  `);
});

test('what is broken, doubtful, skipped or worth a note has its section', () => {
  const all = report([noted, broken, doubtful, skipped], { verdict: 'broken', notes: ['A note.'] });
  expect(renderContractReport(all)).toMatchInlineSnapshot(`
    "Contract of Shop 1 (shop.yaml)
    checked against http://h.example

    broken    GET /books  listBooks  3 of 4 checked, 1 broken, 1 doubtful, 1 skipped

    Broken

    1. listBooks: max above its maximum
       request   curl -i 'http://h.example/books'
       expected  a documented 2xx reply that fits the document
       received  200 application/json []
       wrong     rule-not-enforced: a request that breaks this rule was accepted
       document  shop.yaml#/paths/~1books/get
       wrong     second-opinion (suspicion): Unable to match
       document  shop.yaml#/paths/~1books/get
       note      worth knowing

    The second opinion has something against a reply that we find right

    1. listBooks: the request that the document shows
       request   curl -i 'http://h.example/books'
       expected  a documented 2xx reply that fits the document
       received  200 application/json []
       wrong     second-opinion (suspicion): must be integer
       document  shop.yaml#/paths/~1books/get

    Not checked
    - 1 check of listBooks: it needs a key

    Notes
    - A note.
    - 1 check of listBooks: the refusal does not name what is wrong

    The contract is broken: 3 of 4 checked, 1 held, 1 broken, 1 doubtful, 1 skipped; 4 calls in 1.2 s.
    Second opinion: Prism.
    "
  `);
});

test('a run that stopped says why and what to do, and gives no verdict', () => {
  const stopped = report([held], {
    verdict: 'incomplete',
    stopped: { reason: 'It can not be reached.', advice: 'Is it running?' },
    secondOpinion: {
      state: 'absent',
      name: 'Prism',
      reason: 'is not installed. To get it: npm install prism',
    },
  });
  expect(renderContractReport(stopped)).toMatchInlineSnapshot(`
    "Contract of Shop 1 (shop.yaml)
    checked against http://h.example

    held      GET /books  listBooks  1 of 1 checked

    Notes
    - No second opinion: Prism is not installed. To get it: npm install prism

    Stopped before the end: It can not be reached.
    Is it running?

    No verdict: 1 of 1 checked, 1 held; 1 call in 1.2 s.
    "
  `);
});

test('what could not be judged is named with all that is needed to look at it', () => {
  const unjudged: CheckResult = {
    ...held,
    outcome: 'unjudged',
    unjudgedBecause: 'could not judge a body that is nested deeper than 500 levels',
  };
  expect(renderContractReport(report([held, unjudged], { verdict: 'incomplete' }))).toContain(
    [
      'unjudged  GET /books  listBooks  1 of 2 checked, 1 unjudged',
      '',
      'Could not be judged',
      '- listBooks: the request that the document shows: could not judge a body that is nested deeper than 500 levels',
      "  curl -i 'http://h.example/books'",
      '  received  200 application/json []',
      '',
      'No verdict: 1 of 2 checked, 1 held, 1 unjudged; 2 calls in 1.2 s.',
    ].join('\n'),
  );
});

test('a dry run says what a run would send, and what it would cost', () => {
  const operations = [
    { operationId: 'listBooks', method: 'GET', path: '/books', location, planned: 3, checks: [] },
    { operationId: 'borrow', method: 'POST', path: '/loans', location, planned: 1, checks: [skipped] },
  ];
  const cost = {
    countedCalls: 2,
    plan: 'Free',
    quota: { calls: 500, period: 'month' },
    left: undefined,
    isOwnMock: false,
  };
  const dry = report([], { operations, counts: countOutcomes(operations, 0), isDryRun: true, cost });
  expect(
    renderContractReport({ ...dry, secondOpinion: { state: 'off', name: 'Prism' } }),
  ).toMatchInlineSnapshot(`
    "Contract of Shop 1 (shop.yaml)
    a dry run for http://h.example

    planned   GET  /books  listBooks  3 checks
    skipped   POST /loans  borrow     0 checks, 1 skipped

    Not checked
    - 1 check of listBooks: it needs a key

    Nothing was sent: 0 of 4 checked, 1 skipped; a run makes 3 calls.
    Price: 2 calls with the key, counted on the plan Free: 500 a month, of which 100 are left alone.
    "
  `);
});

test('what a run takes from a mock is no price', () => {
  const cost = { countedCalls: 2, plan: 'Free', quota: undefined, left: undefined, isOwnMock: true };
  expect(renderContractReport(report([held], { cost }))).not.toContain('Price');
});

test('a reason that many operations share names the first five', () => {
  const checks = Array.from({ length: 7 }, (_, index) => ({ ...skipped, operationId: `op${index}` }));
  expect(renderContractReport(report(checks))).toContain(
    '- 7 checks of op0, op1, op2, op3, op4 and 2 more: it needs a key\n',
  );
});

test('of many failures that are alike the first are shown, three an operation, and the rest is counted', () => {
  const checks = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((id) =>
    Array.from({ length: 5 }, (_, index) => ({ ...broken, operationId: id, name: `${id}${index}` })),
  );
  const other = { ...broken, operationId: 'z', findings: doubtful.findings };
  const text = renderContractReport(report([...checks, other], { verdict: 'broken' }));
  expect(text.match(/^\d+\. \S+ \S+/gm)).toEqual([
    ...['1. a: a0', '2. a: a1', '3. a: a2', '4. b: b0', '5. b: b1', '6. b: b2', '7. c: c0', '8. c: c1'],
    ...['9. c: c2', '10. d: d0', '11. d: d1', '12. d: d2', '13. z: max'],
  ]);
  expect(text).toContain(
    '\n\n… and 18 more with rule-not-enforced, second-opinion (suspicion), of a, b, c, d, e and 1 more; --all shows them\n\n',
  );
  const whole = renderContractReport(report([...checks, other], { verdict: 'broken' }), { isWhole: true });
  expect(whole.match(/^\d+\. /gm)).toHaveLength(31);
  expect(whole).not.toContain('--all');
});

test('of many notes on the document ten are shown', () => {
  const notes = Array.from({ length: 14 }, (_, index) => `Note ${index}.`);
  const text = renderContractReport(report([held], { notes }));
  expect(text).toContain('- Note 9.\n- … and 4 more like these; --all shows them\n');
  expect(renderContractReport(report([held], { notes }), { isWhole: true })).toContain('- Note 13.\n');
});

test('faults of the document stand together, those of one kind in one line', () => {
  const faults = ['/a', '/b'].map((pointer) => ({
    message: 'it needs a name',
    location: { ...location, pointer },
  }));
  const document = { title: 'Shop', version: '1', file: 'shop.yaml', faults };
  const heading = 'The document has faults; what is whole is checked\n';
  expect(renderContractReport(report([held], { document }))).toContain(
    `${heading}- shop.yaml#/a and 1 more: it needs a name\n- --all shows all 2\n`,
  );
  expect(renderContractReport(report([held], { document }), { isWhole: true })).toContain(
    `${heading}- shop.yaml#/a: it needs a name\n- shop.yaml#/b: it needs a name\n`,
  );
});

test('files are named as the reader knows them', () => {
  const text = renderContractReport(report([broken]), { nameFile: (file) => `here/${file}` });
  expect(text).toContain('Contract of Shop 1 (here/shop.yaml)');
  expect(text).toContain('   document  here/shop.yaml#/paths/~1books/get');
});
