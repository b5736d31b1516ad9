import type { CheckResult, ContractReport, OperationReport } from '../contract-report.ts';
import { renderCheck } from '../render-checks.ts';
import { groupByText } from './group-checks.ts';
import { renderVerdict } from './render-verdict.ts';

/** A test by its name; it fails by throwing. */
export type DefineTest = (name: string, run: () => void) => unknown;

/** What Vitest, Jest and node:test have under these names. */
export interface TestRunner {
  readonly describe: (name: string, define: () => void) => unknown;
  readonly test: DefineTest & { readonly skip: DefineTest };
}

/**
 * A group an operation, a test a check: it fails with all that is needed to repeat the check. A skipped check is a skipped
 * test, a doubtful one passes unless the run was strict. One more test fails where not all could be checked.
 */
export function registerTests(report: ContractReport, { describe, test }: TestRunner): void {
  const { document, operations, isStrict = false } = report;
  describe(`Contract of ${document.title} ${document.version}`, () => {
    for (const operation of operations)
      describe(nameOf(operation), () => {
        for (const check of operation.checks) registerTest(check, isStrict, test);
      });
    test('everything that was planned is checked', () => {
      if (report.stopped !== undefined || report.verdict === 'incomplete')
        throw new Error(whyIncomplete(report));
    });
  });
}

function nameOf({ operationId, method, path }: OperationReport): string {
  return `${operationId}: ${method} ${path}`;
}

function registerTest(check: CheckResult, isStrict: boolean, test: TestRunner['test']): void {
  const { name, outcome, skippedBecause, unjudgedBecause } = check;
  if (outcome === 'skipped') {
    test.skip(`${name} (skipped: ${skippedBecause})`, () => {});
    return;
  }
  test(name, () => {
    if (unjudgedBecause !== undefined) throw new Error(`${unjudgedBecause}\n${textOf(check)}`);
    if (outcome === 'broken' || (isStrict && outcome === 'doubtful')) throw new Error(textOf(check));
  });
}

function textOf(check: CheckResult): string {
  return renderCheck(check, (file) => file);
}

function whyIncomplete(report: ContractReport): string {
  const { stopped, operations } = report;
  const checks = operations.flatMap((operation) => operation.checks);
  const skipped = groupByText(checks, ({ skippedBecause: reason }) => (reason === undefined ? [] : [reason]));
  return [
    ...(stopped === undefined ? [] : [`Stopped before the end: ${stopped.reason}`, stopped.advice]),
    renderVerdict(report),
    ...skipped.map((line) => `- ${line}`),
  ].join('\n');
}
