import { isObject } from '../../../openapi/model/is-object.ts';
import type { Finding } from '../../../openapi/operations/judge/finding.ts';

/** Findings that are known: in which operation, of which kind, at which place. */
export interface Baseline {
  has(operationId: string, finding: Finding): boolean;
  /** Those that did not come again, in words. */
  missing(): readonly string[];
}

/**
 * The findings of an earlier report, as `--json` writes one. Throws an Error for anything else. What is said of one differs from run to run:
 * it counts by operation, code and name.
 */
export function readBaseline(report: unknown): Baseline {
  const operations = isObject(report) && Array.isArray(report.operations) ? report.operations : undefined;
  if (operations === undefined) throw new Error('it is no report of a contract check: it has no operations');
  const known = new Set<string>();
  for (const operation of operations) {
    if (!isObject(operation) || !Array.isArray(operation.checks)) continue;
    for (const check of operation.checks) {
      if (!isObject(check) || !Array.isArray(check.findings)) continue;
      for (const finding of check.findings)
        if (isObject(finding)) known.add(nameOf(operation.operationId, finding));
    }
  }
  const came = new Set<string>();
  return {
    has(operationId, finding) {
      const name = nameOf(operationId, finding);
      if (!known.has(name)) return false;
      came.add(name);
      return true;
    },
    missing: () => [...known].filter((name) => !came.has(name)),
  };
}

function nameOf(
  operationId: unknown,
  { code, name = '' }: { readonly code?: unknown; readonly name?: unknown },
): string {
  return [operationId, code, name].map(String).join(' ').trim();
}
