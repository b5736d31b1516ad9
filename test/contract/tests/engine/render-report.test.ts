import { expect, test } from 'vitest';
import { type CheckResult, countOutcomes, type OperationReport } from '../../engine/contract-report.ts';
import { latencyOf } from '../../engine/latency.ts';
import { renderContractReport } from '../../engine/render-report.ts';
import { broken, doubtful, held, location, report, skipped } from './sample-report.ts';

const noted: CheckResult = { ...held, notes: ['the refusal does not name what is wrong'] };

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

    1. a request that breaks this rule was accepted
       found     rule-not-enforced in 1 check of listBooks
       also      second-opinion (suspicion): Unable to match
       example   listBooks: max above its maximum
       request   curl -i 'http://h.example/books'
       expected  a documented 2xx reply that fits the document
       received  200 application/json []
       note      worth knowing
       document  shop.yaml#/paths/~1books/get

    Doubtful: only our own assumptions or suspicions speak against these; --strict counts them

    1. must be integer
       found     second-opinion (suspicion) in 1 check of listBooks
       example   listBooks: the request that the document shows
       request   curl -i 'http://h.example/books'
       expected  a documented 2xx reply that fits the document
       received  200 application/json []
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

    Nothing was sent: 0 of 4 checked, 1 skipped; a run makes at most 3 calls.
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

test('what many checks show is one cause with one example, and --all shows each check', () => {
  const checks = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((id) =>
    Array.from({ length: 5 }, (_, index) => ({ ...broken, operationId: id, name: `rule ${index}` })),
  );
  const text = renderContractReport(report(checks, { verdict: 'broken' }));
  expect(text.match(/^\d+\. .+/gm)).toEqual(['1. a request that breaks this rule was accepted']);
  expect(
    text
      .match(/^ {3}found[\s\S]*?(?=^ {3}also)/m)?.[0]
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ).toBe(
    'found rule-not-enforced in 30 checks of a (5), b (5), c (5), d (5), e (5) and 1 more: rule 0; rule 1; rule 2; rule 3; rule 4',
  );
  expect(text.match(/curl/g)).toHaveLength(1);
  const whole = renderContractReport(report(checks, { verdict: 'broken' }), { isWhole: true });
  expect(whole.match(/^\d+\. \w: rule \d/gm)).toHaveLength(30);
});

test('a check that is the example of two causes is shown once', () => {
  const [accepted] = broken.findings;
  const lost = { ...accepted, code: 'missing-header', name: 'X-Id', message: 'X-Id is missing.' };
  const both = { ...broken, findings: [accepted, lost] } as CheckResult;
  const text = renderContractReport(report([both, { ...broken, findings: [lost] } as CheckResult]));
  expect(text.match(/^\d\. .*|^ {3}example.*/gm)).toEqual([
    '1. X-Id is missing.',
    '   example   listBooks: max above its maximum',
    '2. a request that breaks this rule was accepted',
    '   example   listBooks: max above its maximum, as in 1',
  ]);
  expect(text.match(/curl/g)).toHaveLength(1);
});

test('what the budget left out is a line a stage, in the order of the stages', () => {
  const [operation] = report([held]).operations;
  const left = (id: string, notAsked: OperationReport['notAsked'], checks: readonly CheckResult[]) =>
    ({ ...operation, operationId: id, planned: 9, checks, notAsked }) as OperationReport;
  const operations = [left('search', { rules: 6, valid: 2 }, [held]), left('searchByRome', { rules: 9 }, [])];
  const text = renderContractReport({ ...report([]), operations, counts: countOutcomes(operations, 1) });
  expect(text).toContain(
    [
      'Not asked: beyond the budget (--all asks them), or after a documented request without a 2xx',
      '- 2 valid calls of search',
      '- 15 broken rules of search, searchByRome',
    ].join('\n'),
  );
  expect(text).toMatch(/^held .* search .* 1 of 9 checked, 8 not asked$/m);
  expect(text).toMatch(/^not asked .* searchByRome .* 0 of 9 checked, 9 not asked$/m);
  expect(text).toContain('The contract holds: 1 of 18 checked, 1 held, 17 not asked; 1 call');
});

test('a strict run says that it counts what is doubtful', () => {
  const text = renderContractReport(report([doubtful], { verdict: 'broken', isStrict: true }));
  expect(text).toContain('speak against these; the run is strict, and counts them\n');
});

test('whoever prints it may colour what is good, bad and doubtful', () => {
  const text = renderContractReport(report([broken], { verdict: 'broken' }), {
    paint: (tone, part) => `<${tone}>${part}</${tone}>`,
  });
  expect(text).toMatch(/^<bad>broken {3}<\/bad> GET/m);
  expect(text).toContain('<title>Broken</title>');
  expect(text).toContain('<bad>The contract is broken');
});

test('nothing but what can be pasted is wider than 100 columns', () => {
  const long = 'a word and '.repeat(30) + 'x'.repeat(250);
  const findings = [{ ...broken.findings[0], message: long } as (typeof broken.findings)[number]];
  const check = { ...broken, name: long, findings, received: long, expected: long, notes: [long] };
  const lines = renderContractReport(report([check], { verdict: 'broken' }), { isWhole: true }).split('\n');
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
  expect(lines.join('').replaceAll(/\s/g, '')).toContain(long.replaceAll(' ', ''));
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

test('says of a whole report how long replies took, and whose was the slowest', () => {
  const of = (operationId: string, durations: readonly number[]) => ({
    ...{ operationId, method: 'GET', path: '/', location, planned: durations.length },
    checks: durations.map((durationMs) => ({ ...held, operationId, durationMs })),
    latencyMs: latencyOf(durations.map((durationMs) => ({ durationMs }))),
  });
  const timed = report([held], { operations: [of('listBooks', [3.2, 4]), of('borrowBook', [250])] });
  const line = 'Replies: half within 4 ms, 95 % within 250 ms, the slowest in 250 ms (borrowBook).';
  expect(renderContractReport(timed, { isWhole: true })).toContain(line);
  expect(renderContractReport(timed)).not.toContain('Replies:');
  expect(renderContractReport(report([skipped]), { isWhole: true })).not.toContain('Replies:');
});
