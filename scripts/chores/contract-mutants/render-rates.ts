import { type MutantClass, mutantClasses } from './mutant.ts';
import type { MutantRun } from './run-mutant.ts';

interface KillRate {
  readonly all: number;
  readonly killed: number;
  readonly named: number;
  /** From 0 to 1. */
  readonly rate: number;
}

export function killRateOf(runs: readonly MutantRun[]): KillRate {
  const count = (fate: MutantRun['fate']) => runs.filter((run) => run.fate === fate).length;
  const [killed, named] = [count('killed'), count('named')];
  return { all: runs.length, killed, named, rate: runs.length === 0 ? 1 : (killed + named) / runs.length };
}

/** A line for each class: how many faults, how many break the verdict, how many are only named as doubtful. */
export function renderRates(runs: readonly MutantRun[]): string {
  const classes = Object.keys(mutantClasses) as MutantClass[];
  const rows = [
    ...classes.map((name) => [name, killRateOf(runs.filter(({ mutant }) => mutant.class === name))] as const),
    ['all', killRateOf(runs)] as const,
  ];
  const lines = rows
    .filter(([, { all }]) => all > 0)
    .map(
      ([name, { all, killed, named, rate }]) =>
        `| ${name} | ${all} | ${killed} | ${named} | ${(100 * rate).toFixed(1)} % |`,
    );
  return [
    '| fault | planted | verdict broken | named as doubtful | seen |',
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
