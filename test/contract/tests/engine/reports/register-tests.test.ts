import { describe as nodeDescribe, test as nodeTest } from 'node:test';
import { describe, expect, test } from 'vitest';
import type { CheckResult, ContractReport } from '../../../engine/contract-report.ts';
import { registerTests, type TestRunner } from '../../../engine/reports/register-tests.ts';
import { broken, doubtful, held, report, skipped } from '../sample-report.ts';

/** What a runner would say of each test, by its name below its groups. */
function outcomesOf(given: ContractReport): Readonly<Record<string, string>> {
  const groups: string[] = [];
  const outcomes: Record<string, string> = {};
  const define = (name: string, outcome: string) => {
    outcomes[[...groups, name].join(' > ')] = outcome;
  };
  const runner: TestRunner = {
    describe(name, defineTests) {
      groups.push(name);
      defineTests();
      groups.pop();
    },
    test: Object.assign((name: string, run: () => void) => define(name, outcomeOf(run)), {
      skip: (name: string) => define(name, 'skipped'),
    }),
  };
  registerTests(given, runner);
  return outcomes;
}

function outcomeOf(run: () => void): string {
  try {
    run();
    return 'passed';
  } catch (error) {
    return String(error);
  }
}

const suite = 'Contract of Shop 1';
const group = `${suite} > listBooks: GET /books`;
const whole = `${suite} > everything that was planned is checked`;
const unjudged: CheckResult = { ...held, outcome: 'unjudged', unjudgedBecause: 'nested too deep' };

describe('the tests of a report', () => {
  test('are one a check in a group an operation, and one for the whole', () => {
    expect(outcomesOf(report([held]))).toEqual({ [`${group} > ${held.name}`]: 'passed', [whole]: 'passed' });
  });

  test.each<[string, CheckResult, Partial<ContractReport>, unknown]>([
    [
      'fails with all that is needed to repeat it',
      broken,
      {},
      expect.stringMatching(/curl [\s\S]*rule-not-enforced: /),
    ],
    ['passes where it is doubtful', doubtful, {}, 'passed'],
    [
      'fails where a strict run doubts',
      doubtful,
      { isStrict: true },
      expect.stringContaining('must be integer'),
    ],
    ['fails where nobody could judge', unjudged, {}, expect.stringContaining('nested too deep')],
  ])('of a check %s', (_, check, over, want) => {
    expect(outcomesOf(report([check], over))[`${group} > ${check.name}`]).toEqual(want);
  });

  test('of a skipped check is skipped with the reason, and the whole fails where that is no yes', () => {
    const name = `${group} > ${skipped.name} (skipped: it needs a key)`;
    expect(outcomesOf(report([skipped], { verdict: 'incomplete' }))).toEqual({
      [name]: 'skipped',
      [whole]: expect.stringMatching(/^Error: No verdict: [\s\S]*\n- 1 check of listBooks: it needs a key$/),
    });
    expect(outcomesOf(report([skipped]))[whole]).toBe('passed');
  });

  test('of the whole fails where the run was stopped, though something is broken', () => {
    const stopped = { reason: 'It is not there.', advice: 'Is it running?' };
    expect(outcomesOf(report([broken], { verdict: 'broken', stopped }))[whole]).toMatch(
      /Stopped before the end: It is not there\.\nIs it running\?/,
    );
  });

  test('can be those of Vitest and node:test, as the compiler sees it', () => {
    const runners: readonly TestRunner[] = [
      { describe, test },
      { describe: nodeDescribe, test: nodeTest },
    ];
    expect(runners).toHaveLength(2);
  });
});
