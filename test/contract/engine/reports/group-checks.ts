import type { CheckResult } from '../contract-report.ts';
import { count, firstOf } from '../render-checks.ts';

/** One line for all checks that say the same. */
export function groupByText(
  checks: readonly CheckResult[],
  textsOf: (check: CheckResult) => readonly string[],
): readonly string[] {
  const groups = new Map<string, CheckResult[]>();
  for (const check of checks) {
    for (const text of textsOf(check)) groups.set(text, [...(groups.get(text) ?? []), check]);
  }
  return [...groups].map(([text, group]) => {
    const ids = [...new Set(group.map((check) => check.operationId))];
    return `${count(group.length, 'check')} of ${firstOf(ids)}: ${text}`;
  });
}
