import { soundVariations } from './sound-variations.ts';
import { type Budget, budgetOptions, type MutantSubject } from './subject.ts';

/** A sentence for each sound variation that is called wrong. */
export async function findFalseAlarms(subject: MutantSubject, budget: Budget): Promise<readonly string[]> {
  const alarms: string[] = [];
  for (const [name, create] of Object.entries(soundVariations)) {
    const report = await subject.check(create(), budgetOptions(budget, subject));
    if (report.verdict === 'held') continue;
    const wrong = report.operations.flatMap(({ checks }) =>
      checks.filter(({ outcome }) => outcome !== 'held'),
    );
    const [first] = wrong.map((one) => `${one.operationId}: ${one.name}: ${one.findings[0]?.message}`);
    alarms.push(`${subject.name}, ${budget}: ${name}: ${report.verdict}: ${report.stopped?.reason ?? first}`);
  }
  return alarms;
}
