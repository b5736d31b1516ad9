import { describe, expect, it } from 'vitest';
import {
  crashesOf,
  type DocumentRow,
  isHeld,
  renderRow,
  renderTotals,
} from '../../../../scripts/chores/documents/document-row.ts';

const cost = { seconds: 1.25, megabytes: 99.6 };
const docs = { state: 'done', result: { pages: 3, flaws: [] }, cost } as const;
const types = { state: 'done', result: { lines: 9, syntaxErrors: 0 }, cost } as const;

type ContractOf = Extract<DocumentRow['contract'], { state: 'done' }>['result'];

function row(changes: Partial<ContractOf> = {}, more: Partial<DocumentRow> = {}): DocumentRow {
  const counts = { planned: 5, checked: 5, held: 5, broken: 0, doubtful: 0, unjudged: 0, skipped: 0 };
  const result: ContractOf = {
    ...{ operations: 2, warnings: 1, verdict: 'held', counts: { ...counts, notAsked: 0, calls: 5 } },
    ...{ brokenByKind: {}, firstOfKind: {}, withoutVerdict: {}, contradictions: [] },
    ...changes,
  };
  return { name: 'a.json', contract: { state: 'done', result, cost }, docs, types, ...more };
}

describe('a document holds', () => {
  const opinion = (unconfirmed: readonly string[]) =>
    ({ opinion: { state: 'done', result: { unconfirmed }, cost } }) as const;
  it.each([
    { rule: 'with its verdict', given: row(), want: true },
    { rule: 'not where a check is broken', given: row({ verdict: 'broken' }), want: false },
    {
      rule: 'where a second judge sees its contradiction, too',
      given: row({ contradictions: ['list'] }, opinion([])),
      want: true,
    },
    {
      rule: 'not where our judge alone sees one',
      given: row({ contradictions: ['list'] }, opinion(['list'])),
      want: false,
    },
    { rule: 'not where there is no second one', given: row({ contradictions: ['list'] }), want: false },
  ])('$rule', ({ given, want }) => {
    expect(isHeld(given)).toBe(want);
  });
});

it('a row is a line of Markdown, whatever stands in it', () => {
  expect(renderRow(row())).toBe(
    '| a.json | 2 | 1 | 3 | 0 | made | held (5) |  | 1.3, 1.3, 1.3 | 100, 100, 100 |',
  );
  expect(renderRow(row({ verdict: 'broken', brokenByKind: { 'wrong-body': 2 } }))).toContain(
    '| broken | wrong-body 2 |',
  );
  const refused = row({}, { contract: { state: 'refused', because: 'a | b' } });
  expect(renderRow(refused)).toContain('| refused | a \\| b |');
});

it('a crash is named with its part, and counted', () => {
  const crashed = row({}, { docs: { state: 'crashed', because: 'did not end within 3 s' } });
  expect(crashesOf(crashed)).toEqual(['docs did not end within 3 s']);
  expect(renderTotals([crashed, row()])).toBe(
    '2 of 2 documents hold against the mock made of them; 1 crash; 0 have flawed pages.',
  );
});
