import { describe, expect, test } from 'vitest';
import {
  type CheckOutcome,
  type CheckResult,
  type OperationReport,
  verdictOf,
} from '../../engine/contract-report.ts';

// Of a check nothing but its outcome is counted.
const checkWith = (outcome: CheckOutcome, isExcusable = false) =>
  ({ outcome, isExcusable }) as unknown as CheckResult;
const held = checkWith('held');
const broken = checkWith('broken');
const excusable = checkWith('skipped', true);
const withoutKey = checkWith('skipped');
const unjudged = checkWith('unjudged');

const operationsWith = (checks: readonly CheckResult[], planned = checks.length, notAsked = {}) =>
  // The same of an operation.
  [{ planned, checks, notAsked }] as unknown as readonly OperationReport[];

describe('a run', () => {
  test.each<{
    rule: string;
    given: readonly CheckResult[];
    planned?: number;
    isStopped?: boolean;
    want: string;
    wantAllowed: string;
  }>([
    { rule: 'holds where all of it held', given: [held, held], want: 'held', wantAllowed: 'held' },
    {
      rule: 'holds with a second opinion',
      given: [held, checkWith('doubtful')],
      want: 'held',
      wantAllowed: 'held',
    },
    {
      rule: 'is incomplete with a skip, which can be allowed',
      given: [held, excusable],
      want: 'incomplete',
      wantAllowed: 'held',
    },
    {
      rule: 'is incomplete without a key, whatever is allowed',
      given: [held, excusable, withoutKey],
      want: 'incomplete',
      wantAllowed: 'incomplete',
    },
    {
      rule: 'is incomplete with what could not be judged',
      given: [held, unjudged],
      want: 'incomplete',
      wantAllowed: 'incomplete',
    },
    {
      rule: 'is incomplete where nothing was checked',
      given: [excusable],
      want: 'incomplete',
      wantAllowed: 'incomplete',
    },
    {
      rule: 'is incomplete where nothing was planned',
      given: [],
      want: 'incomplete',
      wantAllowed: 'incomplete',
    },
    {
      rule: 'is incomplete where something was not come to',
      given: [held],
      planned: 2,
      want: 'incomplete',
      wantAllowed: 'incomplete',
    },
    {
      rule: 'is incomplete where it was stopped',
      given: [held],
      isStopped: true,
      want: 'incomplete',
      wantAllowed: 'incomplete',
    },
    {
      rule: 'is broken, whatever else it is',
      given: [held, broken, withoutKey, unjudged],
      planned: 9,
      isStopped: true,
      want: 'broken',
      wantAllowed: 'broken',
    },
  ])('$rule', ({ given, planned, isStopped = false, want, wantAllowed }) => {
    const operations = operationsWith(given, planned);
    expect(verdictOf(operations, { isStopped, allowSkipped: false })).toBe(want);
    expect(verdictOf(operations, { isStopped, allowSkipped: true })).toBe(wantAllowed);
  });

  test('holds where the budget left out what was not asked, and nothing else is missing', () => {
    const notAsked = { relations: 1, rules: 2 };
    const verdict = (planned: number) =>
      verdictOf(operationsWith([held], planned, notAsked), { isStopped: false, allowSkipped: false });
    expect([verdict(4), verdict(5)]).toEqual(['held', 'incomplete']);
  });

  test('is broken by what is only doubtful where it is strict', () => {
    const operations = operationsWith([held, checkWith('doubtful')]);
    const verdict = (isStrict: boolean) =>
      verdictOf(operations, { isStopped: false, allowSkipped: false, isStrict });
    expect([verdict(false), verdict(true)]).toEqual(['held', 'broken']);
  });
});
