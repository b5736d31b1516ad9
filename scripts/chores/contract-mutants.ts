import { parseArgs } from 'node:util';
import { findFalseAlarms } from './contract-mutants/find-false-alarms.ts';
import { plantMutants } from './contract-mutants/plant-mutants.ts';
import { renderRates } from './contract-mutants/render-rates.ts';
import type { MutantRun } from './contract-mutants/run-mutant.ts';
import { openSubjects } from './contract-mutants/subjects.ts';

/**
 * `npm run contract-mutants`: plants one fault at a time into the answers of sound mocks, and counts which of them the contract
 * tests see; then varies the answers in ways that are sound, and names what is called wrong all the same. `--only TEXT`: faults
 * whose class or name has it. `--survivors`: names those that nobody saw. `--by`: what gave each away. Exit code 1: a false alarm.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    /** `everything` or `60 calls`. */
    budget: { type: 'string' },
    document: { type: 'string' },
    survivors: { type: 'boolean', default: false },
    by: { type: 'boolean', default: false },
  },
});

function tell({ mutant, fate, wasMet, by }: MutantRun): void {
  if (values.by) console.log([fate, mutant.class, mutant.name, by ?? ''].join('\t'));
  else if (values.survivors && fate === 'survived')
    console.log(`${mutant.class}: ${mutant.name}${wasMet ? '' : ' (never met)'}`);
}

const subjects = await openSubjects();
const budgets = (['everything', '60 calls'] as const).filter((one) => (values.budget ?? one) === one);
const alarms: string[] = [];
for (const subject of subjects.filter(({ name }) => (values.document ?? name) === name))
  for (const budget of budgets) {
    const isMeant = (one: MutantRun['mutant']) => `${one.class} ${one.name}`.includes(values.only);
    const runs = await plantMutants(subject, { budget, isMeant, onRun: tell });
    console.log(`\n${subject.name}, ${budget}:\n\n${renderRates(runs)}`);
    alarms.push(...(await findFalseAlarms(subject, budget)));
  }
await Promise.all(subjects.map((subject) => subject.close()));
console.log(
  `\nFalse alarms over sound variations: ${alarms.length === 0 ? 'none' : `\n${alarms.join('\n')}`}`,
);
process.exitCode = alarms.length === 0 ? 0 : 1;
