import { allMutants } from './all-mutants.ts';
import { groundsOf } from './grounds.ts';
import type { ApiMutant } from './mutant.ts';
import { type MutantRun, runMutant } from './run-mutant.ts';
import type { Budget, MutantSubject } from './subject.ts';

export interface PlantOptions {
  readonly budget: Budget;
  readonly isMeant?: (mutant: ApiMutant, index: number) => boolean;
  readonly onRun?: (run: MutantRun) => void;
}

/** Runs the contract's checks once for each fault. Throws where the sound mock does not hold. */
export async function plantMutants(
  subject: MutantSubject,
  { budget, isMeant = () => true, onRun = () => {} }: PlantOptions,
): Promise<readonly MutantRun[]> {
  const runs: MutantRun[] = [];
  for (const mutant of allMutants(await groundsOf(subject)).filter(isMeant)) {
    const run = await runMutant(subject, mutant, budget);
    runs.push(run);
    onRun(run);
  }
  return runs;
}
