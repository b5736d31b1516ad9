import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFalseAlarms } from '../../../scripts/chores/contract-mutants/find-false-alarms.ts';
import { type MutantClass, mutantClasses } from '../../../scripts/chores/contract-mutants/mutant.ts';
import { plantMutants } from '../../../scripts/chores/contract-mutants/plant-mutants.ts';
import { killRateOf, renderRates } from '../../../scripts/chores/contract-mutants/render-rates.ts';
import type { Budget, MutantSubject } from '../../../scripts/chores/contract-mutants/subject.ts';
import { openSubjects } from '../../../scripts/chores/contract-mutants/subjects.ts';

let subjects: readonly MutantSubject[];
beforeAll(async () => {
  subjects = await openSubjects();
});
afterAll(() => Promise.all(subjects.map((subject) => subject.close())));

const classesOfMeaning = (Object.keys(mutantClasses) as MutantClass[]).filter(
  (name) => mutantClasses[name].isMeaning,
);
/** Bodies have half of all faults, and are alike. */
const everyNthBody = 8;

async function runsOf(name: string, budget: Budget) {
  const subject = subjects.find((one) => one.name === name) as MutantSubject;
  const isMeant = (mutant: { class: string }, index: number) =>
    mutant.class !== 'body' || index % everyNthBody === 0;
  return plantMutants(subject, { budget, isMeant });
}

describe.each(['learning objects', 'record shop'])('single faults in the answers of %s', (name) => {
  test('95 of 100 are seen where everything is asked, and 90 of each kind that no schema tells', async () => {
    const runs = await runsOf(name, 'everything');
    expect(runs.length).toBeGreaterThan(100);
    expect(killRateOf(runs).rate, renderRates(runs)).toBeGreaterThanOrEqual(0.95);
    const low = classesOfMeaning.filter(
      (one) => killRateOf(runs.filter(({ mutant }) => mutant.class === one)).rate < 0.9,
    );
    expect(low, renderRates(runs)).toEqual([]);
  });

  test("75 of 100 are seen within 60 counted calls of a stranger's server", async () => {
    const runs = await runsOf(name, '60 calls');
    expect(killRateOf(runs).rate, renderRates(runs)).toBeGreaterThanOrEqual(0.75);
  });

  test.each<Budget>(['everything', '60 calls'])('no sound variation is called wrong: %s', async (budget) => {
    const subject = subjects.find((one) => one.name === name) as MutantSubject;
    expect(await findFalseAlarms(subject, budget)).toEqual([]);
  });
});
