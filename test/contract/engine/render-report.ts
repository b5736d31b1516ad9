import { renderFaults } from '../../../openapi/model/check/render-faults.ts';
import {
  type CheckResult,
  type ContractReport,
  countOutcomes,
  type OperationReport,
  verdictOf,
} from './contract-report.ts';
import { count, firstOf, renderChecks } from './render-checks.ts';
import { renderCost } from './render-cost.ts';

export interface RenderReportOptions {
  /** Every broken or doubtful check and every note; default: the first of many that are alike. */
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
  const doubtful = checks.filter((check) => check.outcome === 'doubtful');
  const sections = [
    renderHeading(report, nameFile),
    renderOperations(report),
    renderChecks('Broken', broken, { isWhole, nameFile }),
    renderChecks('The second opinion has something against a reply that we find right', doubtful, {
      isWhole,
      nameFile,
    }),
    renderUnjudged(checks),
    renderSkipped(checks),
    renderDocumentFaults(report, { isWhole, nameFile }),
    renderNotes(report, checks, isWhole),
    renderSummary(report),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function renderHeading(
  { document, target, isDryRun }: ContractReport,
  nameFile: (file: string) => string,
): string {
  const relation = isDryRun ? 'a dry run for' : 'checked against';
  return `Contract of ${document.title} ${document.version} (${nameFile(document.file)})\n${relation} ${target}`;
}

function renderOperations({ operations, isDryRun }: ContractReport): string {
  const methodWidth = Math.max(0, ...operations.map((one) => one.method.length));
  const pathWidth = Math.max(0, ...operations.map((one) => one.path.length));
  const idWidth = Math.max(0, ...operations.map((one) => one.operationId.length));
  return operations
    .map((one) => {
      const names = `${one.method.padEnd(methodWidth)} ${one.path.padEnd(pathWidth)}  ${one.operationId.padEnd(idWidth)}`;
      return `${wordFor(one, isDryRun).padEnd(9)} ${names}  ${countsOf(one, isDryRun)}`;
    })
    .join('\n');
}

/** The worst of an operation's outcomes, as its one word. */
function wordFor({ checks, planned }: OperationReport, isDryRun: boolean): string {
  if (isDryRun) return checks.length < planned ? 'planned' : 'skipped';
  const has = (outcome: CheckResult['outcome']) => checks.some((check) => check.outcome === outcome);
  if (checks.length < planned && !has('broken')) return 'unchecked';
  return (['broken', 'unjudged', 'doubtful', 'held', 'skipped'] as const).find(has) ?? 'unchecked';
}

function countsOf(operation: OperationReport, isDryRun: boolean): string {
  const counts = countOutcomes([operation], 0);
  const parts = isDryRun
    ? [count(counts.planned - counts.skipped, 'check')]
    : [`${counts.checked} of ${counts.planned} checked`];
  for (const outcome of ['broken', 'doubtful', 'unjudged', 'skipped'] as const) {
    if (counts[outcome] > 0) parts.push(`${counts[outcome]} ${outcome}`);
  }
  return parts.join(', ');
}

/** Each by its name: a reader has to look at these himself. */
function renderUnjudged(checks: readonly CheckResult[]): string {
  const lines = checks.flatMap(({ operationId, name, unjudgedBecause, received, curl }) =>
    unjudgedBecause === undefined
      ? []
      : [`- ${operationId}: ${name}: ${unjudgedBecause}`, `  ${curl}`, `  received  ${received}`],
  );
  return lines.length === 0 ? '' : ['Could not be judged', ...lines].join('\n');
}

function renderSkipped(checks: readonly CheckResult[]): string {
  const lines = groupByText(checks, (check) =>
    check.skippedBecause === undefined ? [] : [check.skippedBecause],
  );
  return lines.length === 0 ? '' : ['Not checked', ...lines].join('\n');
}

function renderDocumentFaults({ document }: ContractReport, options: RenderReportOptions): string {
  const lines = renderFaults(document.faults, options);
  if (lines.length === 0) return '';
  return ['The document has faults; what is whole is checked', ...lines.map((line) => `- ${line}`)].join(
    '\n',
  );
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
  // Those of broken and doubtful checks stand beside them.
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

function renderSummary(report: ContractReport): string {
  const { stopped, isDryRun, secondOpinion, cost } = report;
  const lines: string[] = [];
  if (stopped !== undefined) lines.push(`Stopped before the end: ${stopped.reason}`, stopped.advice, '');
  lines.push(isDryRun ? renderPlan(report) : renderVerdict(report));
  const price = renderCost(cost);
  if (price !== '') lines.push(price);
  if (secondOpinion.state === 'used') lines.push(`Second opinion: ${secondOpinion.name}.`);
  return lines.join('\n');
}

function renderPlan({ counts }: ContractReport): string {
  const left = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return `Nothing was sent: 0 of ${counts.planned} checked${left}; a run makes ${count(counts.planned - counts.skipped, 'call')}.`;
}

function renderVerdict({ counts, durationMs, verdict, stopped, operations }: ContractReport): string {
  const words = { held: 'The contract holds', broken: 'The contract is broken', incomplete: 'No verdict' };
  const counted = (['held', 'broken', 'doubtful', 'unjudged', 'skipped'] as const)
    .filter((outcome) => outcome === 'held' || counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcome}`);
  const line = `${words[verdict]}: ${counts.checked} of ${counts.planned} checked, ${counted.join(', ')}; ${count(counts.calls, 'call')} in ${(durationMs / 1000).toFixed(1)} s.`;
  const isStopped = stopped !== undefined;
  const wouldHold = verdictOf(operations, { isStopped, allowSkipped: true }) === 'held';
  return verdict === 'incomplete' && wouldHold ? `${line}\nWith --allow-skipped it would hold.` : line;
}
