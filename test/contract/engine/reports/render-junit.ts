import type { CheckResult, ContractReport, OperationReport } from '../contract-report.ts';
import { type NameFile, renderCheck, whatFound } from '../render-checks.ts';
import { xmlElement } from './xml-element.ts';

/**
 * The report as JUnit XML, which Jenkins, GitLab and others show: a testsuite an operation, a testcase a check, and one for
 * the run where it had to stop. A check that nothing could judge is an error; one that is only doubtful passes, unless the
 * run is strict, and says so.
 */
export function renderJunit(report: ContractReport, { nameFile }: { readonly nameFile: NameFile }): string {
  const { document, operations, durationMs, stopped, isStrict = false } = report;
  const counts = countsOf(
    operations.flatMap(({ checks }) => checks),
    isStrict,
  );
  const stops = stopped === undefined ? [] : [suiteOfStop(stopped)];
  const attributes = {
    name: `Contract of ${document.title} ${document.version}`,
    ...counts,
    tests: counts.tests + stops.length,
    errors: counts.errors + stops.length,
    time: inSeconds(durationMs),
  };
  const suites = operations.map((operation) => suiteOf(operation, { nameFile, isStrict }));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement('testsuites', attributes, [...suites, ...stops])}\n`;
}

interface SuiteOptions {
  readonly nameFile: NameFile;
  readonly isStrict: boolean;
}

function suiteOf(operation: OperationReport, options: SuiteOptions): string {
  const { operationId: name, method, path, location, checks, planned, notAsked = {} } = operation;
  const time = checks.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0);
  const properties = {
    operation: `${method} ${path}`,
    document: placeOf(location, options.nameFile),
    planned: String(planned),
    ...Object.fromEntries(Object.entries(notAsked).map(([stage, amount]) => [`not asked: ${stage}`, amount])),
  };
  return xmlElement('testsuite', { name, ...countsOf(checks, options.isStrict), time: inSeconds(time) }, [
    xmlElement(
      'properties',
      {},
      Object.entries(properties).map(([key, value]) => xmlElement('property', { name: key, value })),
    ),
    ...checks.map((check) => caseOf(check, options)),
  ]);
}

function caseOf(check: CheckResult, { nameFile, isStrict }: SuiteOptions): string {
  const { operationId: classname, name, durationMs } = check;
  const time = durationMs === undefined ? undefined : inSeconds(durationMs);
  const text = renderCheck(check, nameFile);
  return xmlElement('testcase', { classname, name, time }, [
    ...outcomeOf(check, text, isStrict),
    ...(isFailure(check, isStrict) || check.outcome === 'skipped'
      ? []
      : [xmlElement('system-out', {}, text)]),
  ]);
}

function outcomeOf(check: CheckResult, text: string, isStrict: boolean): readonly string[] {
  const { findings, skippedBecause: reason, unjudgedBecause } = check;
  if (check.outcome === 'skipped') return [xmlElement('skipped', { message: reason })];
  if (check.outcome === 'unjudged')
    return [xmlElement('error', { type: 'unjudged', message: unjudgedBecause })];
  const [main] = findings;
  if (main === undefined || !isFailure(check, isStrict)) return [];
  return [xmlElement('failure', { type: main.code, message: `${whatFound(main)}: ${main.message}` }, text)];
}

function isFailure({ outcome }: CheckResult, isStrict: boolean): boolean {
  return outcome === 'broken' || (isStrict && outcome === 'doubtful');
}

function suiteOfStop({ reason, advice }: NonNullable<ContractReport['stopped']>): string {
  const name = 'the run';
  return xmlElement('testsuite', { name, tests: 1, failures: 0, errors: 1, skipped: 0 }, [
    xmlElement('testcase', { classname: name, name: 'comes to its end' }, [
      xmlElement('error', { type: 'stopped', message: reason }, advice),
    ]),
  ]);
}

function countsOf(checks: readonly CheckResult[], isStrict: boolean) {
  return {
    tests: checks.length,
    failures: checks.filter((check) => isFailure(check, isStrict)).length,
    errors: checks.filter(({ outcome }) => outcome === 'unjudged').length,
    skipped: checks.filter(({ outcome }) => outcome === 'skipped').length,
  };
}

function placeOf({ file, pointer }: OperationReport['location'], nameFile: NameFile): string {
  return `${nameFile(file)}#${pointer}`;
}

function inSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
