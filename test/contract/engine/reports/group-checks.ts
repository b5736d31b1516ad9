import { grouped } from '../../../../openapi/model/grouped.ts';
import type { CheckResult } from '../contract-report.ts';
import { count, firstOf } from '../render-checks.ts';

/** One line for all checks that say the same. */
export function groupByText(
  checks: readonly CheckResult[],
  textsOf: (check: CheckResult) => readonly string[],
): readonly string[] {
  const groups = grouped(checks.flatMap((check) => textsOf(check).map((text) => [text, check] as const)));
  return [...groups].map(([text, group]) => {
    const ids = [...new Set(group.map((check) => check.operationId))];
    return `${count(group.length, 'check')} of ${firstOf(ids)}: ${text}`;
  });
}
