import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../../openapi/operations/judge/finding.ts';
import type { CheckResult, OperationReport } from '../../../engine/contract-report.ts';
import { findCauses } from '../../../engine/reports/find-causes.ts';

const location = { file: 'shop.yaml', pointer: '/paths' };
const lost: Finding = {
  code: 'missing-header',
  about: 'reply',
  message: 'The header X-Id is missing; a 200 always has it.',
  name: 'X-Id',
  basis: 'document',
  location,
};
const wrongTitle = (index: number, got: string): Finding => ({
  code: 'wrong-body',
  about: 'reply',
  message: `/${index}/title must be text; it is ${got}.`,
  name: `/${index}/title`,
  expected: 'text',
  got,
  basis: 'document',
  location,
});
const odd: Finding = { ...lost, code: 'odd', message: 'It looks odd.', name: undefined, basis: 'suspicion' };

/** Of checks nothing else is looked at. */
const checksWith = (...findings: readonly (readonly Finding[])[]) =>
  findings.map((found) => ({ findings: found, outcome: found.length === 0 ? 'held' : 'broken' }));
const causesOf = (...operations: readonly (readonly object[])[]) =>
  findCauses(operations.map((checks) => ({ checks }) as unknown as OperationReport));

describe('causes', () => {
  test('are one for all checks of all operations that show the same', () => {
    const causes = causesOf(checksWith([lost], [], [lost]), checksWith([lost]));
    expect(causes.map(({ sentence, checks }) => [sentence, checks.length])).toEqual([[lost.message, 3]]);
  });

  test('name no item of a list, nor what stood there, where these differ', () => {
    const [cause, ...others] = causesOf(
      checksWith([wrongTitle(0, '5'), wrongTitle(1, 'true')], [wrongTitle(7, '6')]),
    );
    expect(others).toEqual([]);
    expect(cause).toMatchObject({ sentence: '/*/title must be text.', finding: { name: '/0/title' } });
    expect(cause?.checks).toHaveLength(2);
    expect(causesOf(checksWith([wrongTitle(3, '5')]))[0]?.sentence).toBe('/*/title must be text; it is 5.');
  });

  test('are one of a check, however many items of its reply show it', () => {
    const twice = [wrongTitle(0, '5'), wrongTitle(1, '5')];
    expect(causesOf(checksWith(twice, twice)).map(({ checks }) => checks.length)).toEqual([2]);
  });

  test('that more checks show come first', () => {
    const causes = causesOf(checksWith([lost], [odd], [odd]));
    expect(causes.map(({ finding }) => finding.code)).toEqual(['odd', 'missing-header']);
  });

  test.each([
    ['document', false],
    ['http', false],
    ['assumption', true],
    ['suspicion', true],
  ] as const)('by %s: only doubtful is %s', (basis, isDoubtful) => {
    const check = { findings: [{ ...lost, basis }], outcome: isDoubtful ? 'doubtful' : 'broken' };
    expect(causesOf([check])).toMatchObject([{ isDoubtful }]);
  });

  test.each<[string, Finding]>([
    ['code', { ...lost, code: 'wrong-header' }],
    ['name', { ...lost, name: 'X-Other' }],
    ['expectation', { ...lost, expected: 'a number' }],
  ])('are two where the %s differs', (_, other) => {
    expect(causesOf(checksWith([lost], [other]))).toHaveLength(2);
  });

  test('come with what the very same checks show, and what shows in more of them comes first', () => {
    const causes = causesOf(checksWith([odd], [odd, lost, wrongTitle(0, '5')], [odd]));
    expect(causes.map(({ finding, also }) => [finding.code, ...also.map(({ code }) => code)])).toEqual([
      ['odd'],
      ['missing-header', 'wrong-body'],
    ]);
    expect(causes.map(({ isDoubtful }) => isDoubtful)).toEqual([true, false]);
  });

  test('are what is written down, before a doubt about the same checks', () => {
    const [cause] = causesOf(checksWith([odd, lost]));
    expect(cause).toMatchObject({
      finding: { code: 'missing-header' },
      also: [{ code: 'odd' }],
      isDoubtful: false,
    });
  });

  test('are no undocumented properties, nor anything of checks that held or had no judge', () => {
    const noted: Finding = { ...lost, basis: 'undocumented' };
    const unjudged = { findings: [odd], outcome: 'unjudged' } satisfies Partial<CheckResult>;
    expect(causesOf(checksWith([noted]), [unjudged])).toEqual([]);
  });
});
