import type { Finding } from '../../../openapi/operations/judge/finding.ts';
import type { CheckResult } from './contract-report.ts';

export interface RenderChecksOptions {
  readonly isWhole: boolean;
  readonly nameFile: (file: string) => string;
}

/** Of checks that have the same things wrong, so many are shown of one operation, and in all. */
const shownOfOperation = 3;
const shownAlike = 12;

/** Checks with all that is needed to repeat them; of many that are alike the first, and how many more there are. */
export function renderChecks(
  title: string,
  checks: readonly CheckResult[],
  { isWhole, nameFile }: RenderChecksOptions,
): string {
  if (checks.length === 0) return '';
  const { shown, more } = isWhole ? { shown: checks, more: [] } : firstOfEachKind(checks);
  return [
    title,
    ...shown.map((check, index) => renderCheck(check, index + 1, nameFile)),
    ...more.map(renderMore),
  ].join('\n\n');
}

interface Alike {
  readonly what: string;
  readonly shownByOperation: Map<string, number>;
  shown: number;
  readonly left: CheckResult[];
}

function firstOfEachKind(checks: readonly CheckResult[]): {
  readonly shown: readonly CheckResult[];
  readonly more: readonly Alike[];
} {
  const kinds = new Map<string, Alike>();
  const shown = checks.filter((check) => {
    const what = [...new Set(check.findings.map(({ basis, code }) => whatFound(basis, code)))].join(', ');
    const kind: Alike = kinds.get(what) ?? { what, shownByOperation: new Map(), shown: 0, left: [] };
    kinds.set(what, kind);
    const ofOperation = kind.shownByOperation.get(check.operationId) ?? 0;
    if (ofOperation === shownOfOperation || kind.shown === shownAlike) {
      kind.left.push(check);
      return false;
    }
    kind.shown += 1;
    kind.shownByOperation.set(check.operationId, ofOperation + 1);
    return true;
  });
  return { shown, more: [...kinds.values()].filter(({ left }) => left.length > 0) };
}

function renderMore({ what, left }: Alike): string {
  const ids = [...new Set(left.map(({ operationId }) => operationId))];
  return `… and ${left.length} more with ${what}, of ${firstOf(ids)}; --all shows them`;
}

function renderCheck(check: CheckResult, number: number, nameFile: (file: string) => string): string {
  const lines = [
    `${number}. ${check.operationId}: ${check.name}`,
    `   request   ${check.curl}`,
    `   expected  ${check.expected}`,
    `   received  ${check.received}`,
    ...check.findings.flatMap((finding) => renderFinding(finding, nameFile)),
    ...check.notes.map((note) => `   note      ${note}`),
  ];
  return lines.join('\n');
}

function renderFinding(
  { basis, code, message, location }: Finding,
  nameFile: (file: string) => string,
): readonly string[] {
  return [
    `   wrong     ${whatFound(basis, code)}: ${message}`,
    `   document  ${nameFile(location.file)}#${location.pointer}`,
  ];
}

function whatFound(basis: Finding['basis'], code: string): string {
  return basis === 'document' || basis === 'http' ? code : `${code} (${basis})`;
}

export function firstOf(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
