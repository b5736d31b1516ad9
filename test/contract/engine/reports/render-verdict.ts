import { type ContractReport, verdictOf } from '../contract-report.ts';
import { count } from '../render-checks.ts';

/** The verdict with all counts, in a line; a second one where a single option would turn it. */
export function renderVerdict({ counts, durationMs, verdict, stopped, operations }: ContractReport): string {
  const words = { held: 'The contract holds', broken: 'The contract is broken', incomplete: 'No verdict' };
  const counted = outcomeWords
    .filter(([outcome]) => outcome === 'held' || counts[outcome] > 0)
    .map(([outcome, word]) => `${counts[outcome]} ${word}`);
  const line = `${words[verdict]}: ${counts.checked} of ${counts.planned} checked, ${counted.join(', ')}; ${count(counts.calls, 'call')} in ${(durationMs / 1000).toFixed(1)} s.`;
  const isStopped = stopped !== undefined;
  const wouldHold = verdictOf(operations, { isStopped, allowSkipped: true }) === 'held';
  return verdict === 'incomplete' && wouldHold ? `${line}\nWith --allow-skipped it would hold.` : line;
}

const outcomeWords = [
  ['held', 'held'],
  ['broken', 'broken'],
  ['doubtful', 'doubtful'],
  ['unjudged', 'unjudged'],
  ['skipped', 'skipped'],
  ['notAsked', 'not asked'],
] as const;
