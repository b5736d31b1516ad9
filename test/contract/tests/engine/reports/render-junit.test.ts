import { expect, test } from 'vitest';
import type { CheckResult } from '../../../engine/contract-report.ts';
import { renderJunit } from '../../../engine/reports/render-junit.ts';
import { broken, doubtful, held, report, skipped } from '../sample-report.ts';

const nameFile = (file: string) => `docs/${file}`;
const unjudged: CheckResult = { ...held, outcome: 'unjudged', unjudgedBecause: 'nested too deep' };

test('a check is a testcase with its outcome, its time and all that is needed to repeat it', () => {
  const checks = [{ ...held, durationMs: 12.4, requestId: 'a1' }, { ...broken, durationMs: 1000 }, skipped];
  expect(renderJunit(report(checks, { verdict: 'broken' }), { nameFile })).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="Contract of Shop 1" tests="3" failures="1" errors="0" skipped="1" time="1.234">
    <testsuite name="listBooks" tests="3" failures="1" errors="0" skipped="1" time="1.012">
    <properties>
    <property name="operation" value="GET /books"/>
    <property name="document" value="docs/shop.yaml#/paths/~1books/get"/>
    <property name="planned" value="3"/>
    </properties>
    <testcase classname="listBooks" name="the request that the document shows" time="0.012">
    <system-out>listBooks: the request that the document shows
       request   curl -i 'http://h.example/books'
       expected  a documented 2xx reply that fits the document
       received  200 application/json []
       its id    a1</system-out>
    </testcase>
    <testcase classname="listBooks" name="max above its maximum" time="1.000">
    <failure type="rule-not-enforced" message="rule-not-enforced: a request that breaks this rule was accepted">listBooks: max above its maximum
       request   curl -i 'http://h.example/books'
       expected  a documented 2xx reply that fits the document
       received  200 application/json []
       wrong     rule-not-enforced: a request that breaks this rule was accepted
       document  docs/shop.yaml#/paths/~1books/get
       wrong     second-opinion (suspicion): Unable to match
       document  docs/shop.yaml#/paths/~1books/get
       note      worth knowing</failure>
    </testcase>
    <testcase classname="listBooks" name="the request that the document shows">
    <skipped message="it needs a key"/>
    </testcase>
    </testsuite>
    </testsuites>
    "
  `);
});

test('what is doubtful passes, and fails a strict run', () => {
  const [lenient, strict] = [false, true].map((isStrict) =>
    renderJunit(report([doubtful], { isStrict }), { nameFile }),
  );
  expect(lenient).toContain('failures="0"');
  expect(lenient).toMatch(/<system-out>[\s\S]*second-opinion \(suspicion\): must be integer/);
  expect(strict).toContain(
    '<failure type="second-opinion" message="second-opinion (suspicion): must be integer">',
  );
  expect(strict?.match(/failures="1"/g)).toHaveLength(2);
});

test('what nobody could judge is an error, and so is that the run had to stop', () => {
  const stopped = { reason: 'It can not be reached.', advice: 'Is it running?' };
  const text = renderJunit(report([unjudged], { stopped }), { nameFile });
  expect(text).toContain('<error type="unjudged" message="nested too deep"/>');
  expect(text).toContain('<error type="stopped" message="It can not be reached.">Is it running?</error>');
  expect(text).toMatch(/<testsuites [^>]*tests="2" failures="0" errors="2"/);
});

test('what the budget left out is said of its operation', () => {
  const [operation] = report([held]).operations;
  const operations = [{ ...operation, notAsked: { rules: 3 } }] as ReturnType<typeof report>['operations'];
  expect(renderJunit(report([], { operations }), { nameFile })).toContain(
    '<property name="not asked: rules" value="3"/>',
  );
});
