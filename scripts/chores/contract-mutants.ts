import { parseArgs } from 'node:util';
import { allMutants } from './contract-mutants/all-mutants.ts';
import { groundsOf } from './contract-mutants/grounds.ts';
import { renderRates } from './contract-mutants/render-rates.ts';
import { type MutantRun, runMutant } from './contract-mutants/run-mutant.ts';
import { soundVariations } from './contract-mutants/sound-variations.ts';
import { type Budget, budgetOptions, type MutantSubject } from './contract-mutants/subject.ts';
import { openSubjects } from './contract-mutants/subjects.ts';

/**
 * `npm run contract-mutants`: plants one fault at a time into the answers of sound mocks, and counts which of them the contract
 * tests see; then varies the answers in ways that are sound, and names what is called wrong all the same. `--only TEXT`: faults
 * whose class or name has it. `--survivors`: names those that nobody saw. `--by`: what gave each away.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    budget: { type: 'string' },
    document: { type: 'string' },
    survivors: { type: 'boolean', default: false },
    by: { type: 'boolean', default: false },
  },
});
const budgets = (['everything', '60 calls'] as const).filter((one) => (values.budget ?? one) === one);

async function plantInto(subject: MutantSubject, budget: Budget): Promise<void> {
  const grounds = await groundsOf(subject);
  const mutants = allMutants(grounds).filter((one) => `${one.class} ${one.name}`.includes(values.only));
  const runs: MutantRun[] = [];
  for (const mutant of mutants) {
    const run = await runMutant(subject, mutant, budget);
    runs.push(run);
    if (values.by) console.log(`${run.fate}\t${mutant.class}\t${mutant.name}\t${run.by ?? ''}`);
    else if (values.survivors && run.fate === 'survived')
      console.log(`${mutant.class}: ${mutant.name}${run.wasMet ? '' : ' (never met)'}`);
  }
  console.log(`\n${subject.name}, ${budget}:\n\n${renderRates(runs)}`);
}

async function vary(subject: MutantSubject, budget: Budget): Promise<number> {
  let alarms = 0;
  for (const [name, create] of Object.entries(soundVariations)) {
    const report = await subject.check(create(), budgetOptions(budget, subject));
    if (report.verdict === 'held') continue;
    alarms += 1;
    const wrong = report.operations.flatMap(({ checks }) =>
      checks.filter(({ outcome }) => outcome !== 'held'),
    );
    const [first] = wrong.map((one) => `${one.operationId}: ${one.name}: ${one.findings[0]?.message}`);
    console.log(
      `False alarm: ${subject.name}, ${budget}: ${name}: ${report.verdict}: ${report.stopped?.reason ?? first}`,
    );
  }
  return alarms;
}

const subjects = (await openSubjects()).filter(({ name }) => (values.document ?? name) === name);
let falseAlarms = 0;
for (const subject of subjects)
  for (const budget of budgets) {
    await plantInto(subject, budget);
    falseAlarms += await vary(subject, budget);
  }
console.log(`\n${falseAlarms} false alarms over ${Object.keys(soundVariations).length} sound variations.`);
await Promise.all(subjects.map((subject) => subject.close()));
process.exitCode = falseAlarms === 0 ? 0 : 1;
