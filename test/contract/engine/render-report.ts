import { renderFaults } from '../../../openapi/model/check/render-faults.ts';
import type { CheckResult, ContractReport } from './contract-report.ts';
import { latencyOf } from './latency.ts';
import { count, type NameFile, renderChecks } from './render-checks.ts';
import { renderCost } from './render-cost.ts';
import { findCauses } from './reports/find-causes.ts';
import { groupByText } from './reports/group-checks.ts';
import { renderCauses } from './reports/render-causes.ts';
import { renderNotAsked } from './reports/render-not-asked.ts';
import { renderOperations } from './reports/render-operations.ts';
import { renderVerdict } from './reports/render-verdict.ts';
import { type Paint, withoutColours } from './reports/tone.ts';

export interface RenderReportOptions {
  /** Also every broken or doubtful check by itself, and every note; default: what is wrong by its causes. */
  readonly isWhole?: boolean | undefined;
  /** How a file of the document is named for the reader. Default: as it was given. */
  readonly nameFile?: NameFile | undefined;
  /** Colours of the text. Default: none. */
  readonly paint?: Paint | undefined;
}

interface RenderOptions {
  readonly isWhole: boolean;
  readonly nameFile: NameFile;
  readonly paint: Paint;
}

/** Notes on the document that are listed; the rest is counted. */
const shownNotes = 10;

/** The report as text for a terminal or a log: one line an operation, then what is wrong, one entry a cause. */
export function renderContractReport(report: ContractReport, given: RenderReportOptions = {}): string {
  const { isWhole = false, nameFile = (file: string) => file, paint = withoutColours } = given;
  const options: RenderOptions = { isWhole, nameFile, paint };
  const checks = report.operations.flatMap((operation) => operation.checks);
  const sections = [
    renderHeading(report, options),
    renderOperations(report, options.paint),
    ...renderWrong(report, options),
    renderUnjudged(checks),
    renderList('Not checked', groupByText(checks, reasonOf)),
    renderList(
      'Not asked: beyond the budget (--all asks them), or after a documented request without a 2xx',
      renderNotAsked(report),
    ),
    renderList(
      'The document has faults; what is whole is checked',
      renderFaults(report.document.faults, options),
    ),
    renderList('Notes', notesOf(report, checks, options)),
    renderSummary(report, options),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** The causes, those that are only doubtful apart; of a whole report then every check that shows one. */
function renderWrong({ operations, isStrict }: ContractReport, options: RenderOptions): readonly string[] {
  const { nameFile, isWhole, paint } = options;
  const causes = findCauses(operations);
  const doubtful = causes.filter(({ isDoubtful }) => isDoubtful);
  const broken = causes.filter(({ isDoubtful }) => !isDoubtful);
  const counts = isStrict ? 'the run is strict, and counts them' : '--strict counts them';
  const doubt = `Doubtful: only our own assumptions or suspicions speak against these; ${counts}`;
  const wrong = operations.flatMap(({ checks }) => checks.filter(isWrong));
  const titled = (title: string, entries: readonly string[]) =>
    entries.length === 0 ? [] : [paint('title', title), ...entries];
  return [
    ...titled('Broken', renderCauses(broken, { nameFile, paint })),
    ...titled(doubt, renderCauses(doubtful, { nameFile, paint })),
    ...(isWhole ? titled('Every check that is broken or doubtful', renderChecks(wrong, nameFile)) : []),
  ];
}

function isWrong({ outcome }: CheckResult): boolean {
  return outcome === 'broken' || outcome === 'doubtful';
}

function reasonOf({ skippedBecause }: CheckResult): readonly string[] {
  return skippedBecause === undefined ? [] : [skippedBecause];
}

function renderHeading({ document, target, isDryRun }: ContractReport, { nameFile }: RenderOptions): string {
  const relation = isDryRun ? 'a dry run for' : 'checked against';
  return `Contract of ${document.title} ${document.version} (${nameFile(document.file)})\n${relation} ${target}`;
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

function renderList(title: string, texts: readonly string[]): string {
  return texts.length === 0 ? '' : [title, ...texts.map((text) => `- ${text}`)].join('\n');
}

function notesOf(
  { notes, secondOpinion }: ContractReport,
  checks: readonly CheckResult[],
  { isWhole }: RenderOptions,
): readonly string[] {
  const shown = isWhole ? notes : notes.slice(0, shownNotes);
  const more = notes.length - shown.length;
  return [
    ...shown,
    ...(more > 0 ? [`… and ${more} more like these; --all shows them`] : []),
    ...(secondOpinion.state === 'absent'
      ? [`No second opinion: ${secondOpinion.name} ${secondOpinion.reason}`]
      : []),
    // Those of broken and doubtful checks stand beside them.
    ...groupByText(checks, (check) => (check.outcome === 'held' ? check.notes : [])),
  ];
}

function renderSummary(report: ContractReport, { paint, isWhole }: RenderOptions): string {
  const { stopped, isDryRun, secondOpinion, cost } = report;
  const lines: string[] = [];
  if (stopped !== undefined) lines.push(`Stopped before the end: ${stopped.reason}`, stopped.advice, '');
  const tone = ({ held: 'good', broken: 'bad', incomplete: 'doubtful' } as const)[report.verdict];
  lines.push(isDryRun ? renderPlan(report) : paint(tone, renderVerdict(report)));
  const price = renderCost(cost);
  if (price !== '') lines.push(price);
  if (isWhole) lines.push(...renderLatency(report));
  if (secondOpinion.state === 'used') lines.push(`Second opinion: ${secondOpinion.name}.`);
  return lines.join('\n');
}

/** Of the whole run; of an operation it stands in the JSON. */
function renderLatency({ operations }: ContractReport): readonly string[] {
  const latency = latencyOf(operations.flatMap(({ checks }) => checks));
  if (latency === undefined) return [];
  const slowest = operations.find(({ latencyMs }) => latencyMs?.max === latency.max);
  const [p50, p95, max] = [latency.p50, latency.p95, latency.max].map(Math.ceil);
  const whose = slowest === undefined ? '' : ` (${slowest.operationId})`;
  return [`Replies: half within ${p50} ms, 95 % within ${p95} ms, the slowest in ${max} ms${whose}.`];
}

function renderPlan({ counts }: ContractReport): string {
  const left = (['skipped', 'notAsked'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `, ${counts[outcome]} ${outcome === 'skipped' ? 'skipped' : 'not asked'}`)
    .join('');
  const toAsk = counts.planned - counts.skipped - counts.notAsked;
  return `Nothing was sent: 0 of ${counts.planned} checked${left}; a run makes at most ${count(toAsk, 'call')}.`;
}
