import { jsonText } from '../../../../openapi/model/json-text.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import type { CheckResult, OperationReport } from '../contract-report.ts';

/** One thing that is wrong, in however many checks it shows. */
export interface Cause {
  /** What it is, in one sentence that names no single item of a list. */
  readonly sentence: string;
  /** In the first check that shows it. */
  readonly finding: Finding;
  /** What is found in the very same checks: mostly what comes of it. */
  readonly also: readonly Finding[];
  readonly checks: readonly CheckResult[];
  /** Nothing that is written down speaks against these replies: an assumption or a suspicion does. */
  readonly isDoubtful: boolean;
}

interface Alike {
  readonly findings: Finding[];
  readonly checks: CheckResult[];
}

/**
 * What is wrong by its causes, those of many checks first: findings are one where code, name or place in the body and what
 * was expected are the same, and causes are one where the same checks show them.
 */
export function findCauses(operations: readonly OperationReport[]): readonly Cause[] {
  const checks = operations.flatMap((operation) => operation.checks);
  const judged = checks.filter(({ outcome }) => outcome === 'broken' || outcome === 'doubtful');
  const byChecks = new Map<string, Alike[]>();
  for (const alike of groupFindings(judged)) {
    const key = alike.checks.map((check) => judged.indexOf(check)).join(' ');
    byChecks.set(key, [...(byChecks.get(key) ?? []), alike]);
  }
  return [...byChecks.values()].map(causeOf).sort((one, other) => other.checks.length - one.checks.length);
}

function groupFindings(checks: readonly CheckResult[]): Iterable<Alike> {
  const groups = new Map<string, Alike>();
  for (const check of checks) {
    for (const finding of check.findings.filter(({ basis }) => basis !== 'undocumented')) {
      const key = keyOf(finding);
      const alike = groups.get(key) ?? { findings: [], checks: [] };
      groups.set(key, alike);
      alike.findings.push(finding);
      if (alike.checks.at(-1) !== check) alike.checks.push(check);
    }
  }
  return groups.values();
}

function keyOf({ code, about, basis, name, expected, message }: Finding): string {
  const what = name === undefined ? ofAnyItem(message) : ofAnyItem(name);
  return jsonText([code, about, isWritten(basis), what, expected]);
}

/** Whichever item of a list it is about: `/3/title` and `/4/title` are one place, with an asterisk for the index. */
function ofAnyItem(text: string): string {
  return text.replaceAll(/\/\d+(?=[/\s]|$)/g, '/*');
}

function isWritten(basis: Finding['basis']): boolean {
  return basis === 'document' || basis === 'http';
}

function causeOf(group: readonly Alike[]): Cause {
  // One that is written down says more than a doubt about the same checks.
  const main = group.find(({ findings }) => findings.some(({ basis }) => isWritten(basis))) ?? group[0];
  const { findings, checks } = main as Alike; // no group is empty
  const finding = findings[0] as Finding; // nor is what it holds
  return {
    sentence: sentenceOf(findings),
    finding,
    also: group.filter((one) => one !== main).map((one) => one.findings[0] as Finding),
    checks,
    isDoubtful: !isWritten(finding.basis),
  };
}

/** What was found instead is left out where it differs. */
function sentenceOf(findings: readonly Finding[]): string {
  const sentences = findings.map(({ message }) => ofAnyItem(message));
  const [first = ''] = sentences;
  if (sentences.every((sentence) => sentence === first)) return first;
  return first.replace(/[;,] (it is|not) .*$/s, '.');
}
