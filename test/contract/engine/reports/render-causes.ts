import type { CheckResult } from '../contract-report.ts';
import {
  count,
  firstOf,
  type NameFile,
  renderExchange,
  renderFact,
  renderPlace,
  whatFound,
} from '../render-checks.ts';
import type { Cause } from './find-causes.ts';
import type { Paint } from './tone.ts';
import { wrapText } from './wrap-text.ts';

/** Of the checks that show a cause so many are named. */
const shownNames = 12;

/** Each cause in one sentence, where it shows, and one check to repeat; a check that was shown before is named only. */
export function renderCauses(
  causes: readonly Cause[],
  { nameFile, paint }: { readonly nameFile: NameFile; readonly paint: Paint },
): readonly string[] {
  const shownAt = new Map<CheckResult, number>();
  return causes.map((cause, index) => {
    const number = `${index + 1}. `;
    const example = cause.checks[0] as CheckResult; // a cause shows somewhere
    const before = shownAt.get(example);
    if (before === undefined) shownAt.set(example, index + 1);
    const sentence = wrapText(cause.sentence, number.length);
    return [
      `${number}${paint(cause.isDoubtful ? 'doubtful' : 'bad', sentence)}`,
      renderFact('found', `${whatFound(cause.finding)} in ${whereFound(cause)}`),
      ...cause.also.map((finding) => renderFact('also', `${whatFound(finding)}: ${finding.message}`)),
      ...renderExample(example, before),
      renderPlace(cause.finding, nameFile),
    ].join('\n');
  });
}

/** How many checks of which operations; of several also which. */
export function whereFound({ checks }: Cause): string {
  const byOperation = new Map<string, number>();
  for (const { operationId } of checks) byOperation.set(operationId, (byOperation.get(operationId) ?? 0) + 1);
  if (checks.length === 1) return `1 check of ${checks[0]?.operationId}`;
  const ids = [...byOperation].map(([id, amount]) => (byOperation.size === 1 ? id : `${id} (${amount})`));
  const names = [...new Set(checks.map(({ name }) => name))];
  return `${count(checks.length, 'check')} of ${firstOf(ids)}: ${firstOf(names, { most: shownNames, separator: '; ' })}`;
}

function renderExample(check: CheckResult, before: number | undefined): readonly string[] {
  const name = `${check.operationId}: ${check.name}`;
  if (before !== undefined) return [renderFact('example', `${name}, as in ${before}`)];
  return [
    renderFact('example', name),
    ...renderExchange(check),
    ...check.notes.map((note) => renderFact('note', note)),
  ];
}
