import type { CheckResult, ContractReport, OperationReport } from './contract-report.ts';
import { count, firstOf, renderChecks } from './render-checks.ts';

export interface RenderReportOptions {
  /** Every broken or disputed check and every note; default: the first of many that are alike. */
  readonly isWhole?: boolean | undefined;
  /** How a file of the document is named for the reader. Default: as it was given. */
  readonly nameFile?: ((file: string) => string) | undefined;
}

/** Notes on the document that are listed; the rest is counted. */
const shownNotes = 10;

/** The report as text for a terminal or a log: one line an operation, then the failures with all that is needed to repeat them. */
export function renderContractReport(report: ContractReport, options: RenderReportOptions = {}): string {
  const { isWhole = false, nameFile = (file: string) => file } = options;
  const checks = report.operations.flatMap((operation) => operation.checks);
  const broken = checks.filter((check) => check.outcome === 'broken');
  const disputed = checks.filter((check) => check.outcome === 'disputed');
  const sections = [
    renderHeading(report, nameFile),
    renderOperations(report.operations),
    renderChecks('Broken', broken, { isWhole, nameFile }),
    renderChecks('The second opinion has something against a reply that we find right', disputed, {
      isWhole,
      nameFile,
    }),
    renderSkipped(checks),
    renderNotes(report, checks, isWhole),
    renderSummary(report),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function renderHeading({ document, target }: ContractReport, nameFile: (file: string) => string): string {
  return `Contract of ${document.title} ${document.version} (${nameFile(document.file)})\nchecked against ${target}`;
}

function renderOperations(operations: readonly OperationReport[]): string {
  const methodWidth = Math.max(0, ...operations.map((one) => one.method.length));
  const pathWidth = Math.max(0, ...operations.map((one) => one.path.length));
  const idWidth = Math.max(0, ...operations.map((one) => one.operationId.length));
  return operations
    .map((one) => {
      const names = `${one.method.padEnd(methodWidth)} ${one.path.padEnd(pathWidth)}  ${one.operationId.padEnd(idWidth)}`;
      return `${verdictOf(one).padEnd(9)} ${names}  ${countsOf(one)}`;
    })
    .join('\n');
}

/** The worst of an operation's outcomes, as its one word. */
function verdictOf({ checks }: OperationReport): string {
  const order = ['broken', 'disputed', 'held', 'skipped'] as const;
  return order.find((outcome) => checks.some((check) => check.outcome === outcome)) ?? 'unchecked';
}

function countsOf({ checks }: OperationReport): string {
  const made = checks.filter((check) => check.outcome !== 'skipped').length;
  const parts = [count(made, 'check')];
  for (const outcome of ['broken', 'disputed', 'skipped'] as const) {
    const amount = checks.filter((check) => check.outcome === outcome).length;
    if (amount > 0) parts.push(`${amount} ${outcome}`);
  }
  return parts.join(', ');
}

function renderSkipped(checks: readonly CheckResult[]): string {
  const lines = groupByText(checks, (check) =>
    check.skippedBecause === undefined ? [] : [check.skippedBecause],
  );
  return lines.length === 0 ? '' : ['Not checked', ...lines].join('\n');
}

function renderNotes(
  { notes, secondOpinion }: ContractReport,
  checks: readonly CheckResult[],
  isWhole: boolean,
): string {
  const shown = isWhole ? notes : notes.slice(0, shownNotes);
  const lines = shown.map((note) => `- ${note}`);
  if (shown.length < notes.length)
    lines.push(`- … and ${notes.length - shown.length} more like these; --all shows them`);
  if (secondOpinion.state === 'absent') {
    lines.push(`- No second opinion: ${secondOpinion.name} ${secondOpinion.reason}`);
  }
  // Those of broken and disputed checks stand beside them.
  lines.push(...groupByText(checks, (check) => (check.outcome === 'held' ? check.notes : [])));
  return lines.length === 0 ? '' : ['Notes', ...lines].join('\n');
}

/** One line for all checks that say the same. */
function groupByText(
  checks: readonly CheckResult[],
  textsOf: (check: CheckResult) => readonly string[],
): readonly string[] {
  const groups = new Map<string, CheckResult[]>();
  for (const check of checks) {
    for (const text of textsOf(check)) groups.set(text, [...(groups.get(text) ?? []), check]);
  }
  return [...groups].map(([text, group]) => {
    const ids = [...new Set(group.map((check) => check.operationId))];
    return `- ${count(group.length, 'check')} of ${firstOf(ids)}: ${text}`;
  });
}

function renderSummary({ counts, durationMs, secondOpinion, stopped, verdict }: ContractReport): string {
  const lines: string[] = [];
  if (stopped !== undefined) lines.push(`Stopped before the end: ${stopped.reason}`, stopped.advice, '');
  const words = { held: 'The contract holds', broken: 'The contract is broken', incomplete: 'No verdict' };
  const counted = (['held', 'broken', 'disputed', 'skipped'] as const)
    .filter((outcome) => outcome === 'held' || counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcome}`);
  lines.push(
    `${words[verdict]}: ${count(counts.checks, 'check')}, ${counted.join(', ')}; ${count(counts.calls, 'call')} in ${(durationMs / 1000).toFixed(1)} s.`,
  );
  if (secondOpinion.state === 'used') lines.push(`Second opinion: ${secondOpinion.name}.`);
  return lines.join('\n');
}
