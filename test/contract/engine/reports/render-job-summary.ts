import { type ContractReport, countOutcomes } from '../contract-report.ts';
import { firstOf, type NameFile, whatFound } from '../render-checks.ts';
import { renderCost } from '../render-cost.ts';
import { type Cause, findCauses } from './find-causes.ts';
import { groupByText } from './group-checks.ts';
import { whereFound } from './render-causes.ts';
import { renderNotAsked } from './render-not-asked.ts';
import { wordFor } from './render-operations.ts';
import { renderVerdict } from './render-verdict.ts';

/** GitHub takes no summary of more than a megabyte. */
const mostCauses = 50;

/** The report as Markdown for the page of a job: verdict, operations, causes, what is missing, what it cost. */
export function renderJobSummary(
  report: ContractReport,
  { nameFile }: { readonly nameFile: NameFile },
): string {
  const { document, target, stopped, operations, cost, isDryRun } = report;
  const [verdict = '', advice] = renderVerdict(report).split('\n');
  const causes = findCauses(operations);
  const doubtful = causes.filter(({ isDoubtful }) => isDoubtful);
  const broken = causes.filter(({ isDoubtful }) => !isDoubtful);
  const checks = operations.flatMap((operation) => operation.checks);
  const skipped = groupByText(checks, ({ skippedBecause: reason }) => (reason === undefined ? [] : [reason]));
  const parts = [
    `## ${plain(isDryRun ? 'Nothing was sent' : (verdict.split(':', 1)[0] ?? ''))}`,
    `${plain(`${document.title} ${document.version}`)} at ${code(target)}`,
    stopped === undefined
      ? ''
      : `**Stopped before the end:** ${plain(`${stopped.reason} ${stopped.advice}`)}`,
    isDryRun ? '' : plain(verdict),
    plain(advice ?? ''),
    renderTable(report),
    ...renderEntries('Broken', broken, nameFile),
    ...renderEntries(
      'Doubtful: only our own assumptions or suspicions speak against these',
      doubtful,
      nameFile,
    ),
    ...renderBullets('Not checked', skipped),
    ...renderBullets(
      'Not asked: beyond the budget (--all asks them), or after a documented request without a 2xx',
      renderNotAsked(report),
    ),
    plain(renderCost(cost)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const columns = ['planned', 'held', 'broken', 'doubtful', 'unjudged', 'skipped', 'notAsked'] as const;

function renderTable({ operations, isDryRun }: ContractReport): string {
  const rows = operations.map((operation) => {
    const counts = countOutcomes([operation], 0);
    const cells = columns.map((column) => (counts[column] === 0 ? '' : String(counts[column])));
    const { operationId, method, path } = operation;
    return row([wordFor(operation, isDryRun), code(operationId), code(`${method} ${path}`), ...cells]);
  });
  const heads = columns.map((column) => (column === 'notAsked' ? 'not asked' : column));
  const rule = row(['---', '---', '---', ...columns.map(() => '--:')]);
  return [row(['', 'operation', '', ...heads]), rule, ...rows].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function renderEntries(title: string, causes: readonly Cause[], nameFile: NameFile): readonly string[] {
  if (causes.length === 0) return [];
  const shown = causes.slice(0, mostCauses).map((cause, index) => renderEntry(cause, index + 1, nameFile));
  const more = causes.length - shown.length;
  return [`### ${title}`, ...shown, ...(more > 0 ? [`… and ${more} more; the whole report has them`] : [])];
}

function renderEntry(cause: Cause, number: number, nameFile: NameFile): string {
  const { finding, sentence, also, checks } = cause;
  const [example] = checks;
  const { file, pointer } = finding.location;
  const lines = [
    `${number}. **${plain(sentence)}**`,
    `${plain(whatFound(finding))} in ${plain(whereFound(cause))}`,
    also.length === 0
      ? ''
      : `Also ${plain(
          firstOf(
            also.map(({ message }) => message),
            { separator: ' ' },
          ),
        )}`,
    `Document: ${code(`${nameFile(file)}#${pointer}`)}`,
    `Expected: ${plain(example?.expected ?? '')}`,
    `Received: ${code(example?.received ?? '')}`,
    fence(example?.curl ?? ''),
  ];
  return lines
    .filter((line) => line !== '')
    .join('\n\n')
    .replaceAll(/\n(?!\n)/g, '\n   ');
}

function renderBullets(title: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [`### ${title}`, texts.map((text) => `- ${plain(text)}`).join('\n')];
}

/** Text that says nothing to Markdown or HTML, and calls nobody's name (`@somebody`). */
function plain(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~&]/g, (sign) => `\\${sign}`)
    .replaceAll('@', '@\u2060')
    .replaceAll(/\s+/g, ' ');
}

/** A span of code: more backticks around it than any row of them in it (CommonMark 6.1). */
function code(text: string): string {
  const ticks = '`'.repeat(longestTicks(text) + 1);
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return text === '' ? '' : `${ticks}${padding}${text.replaceAll(/\s+/g, ' ')}${padding}${ticks}`;
}

function fence(text: string): string {
  const ticks = '`'.repeat(Math.max(3, longestTicks(text) + 1));
  return `${ticks}shell\n${text}\n${ticks}`;
}

function longestTicks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
}
