import type { Finding } from '../../../openapi/operations/judge/finding.ts';
import type { CheckResult } from './contract-report.ts';
import { wrapText } from './reports/wrap-text.ts';

/** How a file of the document is named for the reader. */
export type NameFile = (file: string) => string;

/** Where the facts begin that stand below a heading, each behind its word. */
const factColumn = 13;

/** Checks one by one, with all that is needed to repeat them. */
export function renderChecks(checks: readonly CheckResult[], nameFile: NameFile): readonly string[] {
  return checks.map((check, index) => `${index + 1}. ${renderCheck(check, nameFile)}`);
}

/** One check, with all that is needed to repeat it. */
export function renderCheck(check: CheckResult, nameFile: NameFile): string {
  return [
    wrapText(`${check.operationId}: ${check.name}`, 4),
    ...renderExchange(check),
    ...check.findings.flatMap((finding) => [
      renderFact('wrong', `${whatFound(finding)}: ${finding.message}`),
      renderPlace(finding, nameFile),
    ]),
    ...check.notes.map((note) => renderFact('note', note)),
  ].join('\n');
}

export function renderExchange({ curl, expected, received, requestId }: CheckResult): readonly string[] {
  return [
    // As it is: it can be pasted.
    `   request   ${curl}`,
    renderFact('expected', expected),
    renderFact('received', received),
    ...(requestId === undefined ? [] : [renderFact('its id', requestId)]),
  ];
}

export function renderFact(word: string, text: string): string {
  return `   ${word.padEnd(factColumn - 4)} ${wrapText(text, factColumn)}`;
}

export function renderPlace({ location }: Finding, nameFile: NameFile): string {
  return `   document  ${nameFile(location.file)}#${location.pointer}`;
}

export function whatFound({ basis, code }: Finding): string {
  return basis === 'document' || basis === 'http' ? code : `${code} (${basis})`;
}

/** The first, five unless told, and how many more there are. */
export function firstOf(names: readonly string[], { most = 5, separator = ', ' } = {}): string {
  const shown = names.slice(0, most).join(separator);
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
