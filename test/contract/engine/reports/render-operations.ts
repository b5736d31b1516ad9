import {
  type CheckResult,
  type ContractReport,
  countOutcomes,
  type OperationReport,
} from '../contract-report.ts';
import { count } from '../render-checks.ts';
import type { Paint, Tone } from './tone.ts';

/** One line an operation: the worst of its outcomes, its names, its counts. */
export function renderOperations({ operations, isDryRun }: ContractReport, paint: Paint): string {
  const methodWidth = Math.max(0, ...operations.map((one) => one.method.length));
  const pathWidth = Math.max(0, ...operations.map((one) => one.path.length));
  const idWidth = Math.max(0, ...operations.map((one) => one.operationId.length));
  return operations
    .map((one) => {
      const names = `${one.method.padEnd(methodWidth)} ${one.path.padEnd(pathWidth)}  ${one.operationId.padEnd(idWidth)}`;
      const word = wordFor(one, isDryRun);
      return `${paint(toneOf[word], word.padEnd(9))} ${names}  ${countsOf(one, isDryRun)}`;
    })
    .join('\n');
}

const toneOf = {
  held: 'good',
  broken: 'bad',
  unjudged: 'doubtful',
  doubtful: 'doubtful',
  ...{ planned: 'aside', skipped: 'aside', unchecked: 'aside', 'not asked': 'aside' },
} as const satisfies Readonly<Record<string, Tone>>;

/** The worst of an operation's outcomes, as its one word. */
export function wordFor(operation: OperationReport, isDryRun: boolean): keyof typeof toneOf {
  const { checks } = operation;
  const asked = operation.planned - countOutcomes([operation], 0).notAsked;
  if (isDryRun) return checks.length < operation.planned ? 'planned' : 'skipped';
  if (asked === 0 && operation.planned > 0) return 'not asked';
  const has = (outcome: CheckResult['outcome']) => checks.some((check) => check.outcome === outcome);
  if (checks.length < asked && !has('broken')) return 'unchecked';
  return (['broken', 'unjudged', 'doubtful', 'held', 'skipped'] as const).find(has) ?? 'unchecked';
}

function countsOf(operation: OperationReport, isDryRun: boolean): string {
  const counts = countOutcomes([operation], 0);
  const parts = isDryRun
    ? [count(counts.planned - counts.skipped, 'check')]
    : [`${counts.checked} of ${counts.planned} checked`];
  for (const outcome of ['broken', 'doubtful', 'unjudged', 'skipped'] as const) {
    if (counts[outcome] > 0) parts.push(`${counts[outcome]} ${outcome}`);
  }
  if (counts.notAsked > 0) parts.push(`${counts.notAsked} not asked`);
  return parts.join(', ');
}
