import { renderCoverage } from '../../../../openapi/operations/coverage/render-coverage.ts';
import { count, firstOf } from '../render-checks.ts';
import type { Counted, FindingGroup, RecordingReport } from './recording-report.ts';

export interface RenderRecordingOptions {
  /** What one call stands in: `entry` of a file (the default), or a `call` that passed. */
  readonly noun?: 'entry' | 'call' | undefined;
  /** How a file of the document is named for the reader. Default: as it was given. */
  readonly nameFile?: ((file: string) => string) | undefined;
}

/** The report as text: findings by their cause with the first calls that show each, what was left out, and the verdict. */
export function renderRecordingReport(
  report: RecordingReport,
  { noun = 'entry', nameFile = (file) => file }: RenderRecordingOptions = {},
): string {
  const { document, findings, coverage } = report;
  const told = (title: string, groups: readonly FindingGroup[]) =>
    groups.length === 0 ? [] : [[title, ...groups.map((group) => renderGroup(group, nameFile))].join('\n')];
  const sections = [
    `Calls of ${document.title} ${document.version} (${nameFile(document.file)})`,
    ...told(
      'Wrong',
      findings.filter(({ isBroken }) => isBroken),
    ),
    ...told(
      'Doubtful: with --strict it counts as wrong',
      findings.filter(({ isBroken }) => !isBroken),
    ),
    ...renderNotes(report, noun),
    ...(coverage === undefined ? [] : [renderCoverage(coverage).trimEnd()]),
    renderVerdict(report, noun),
  ];
  return `${sections.join('\n\n')}\n`;
}

function renderGroup(
  { basis, code, message, calls, places, operationIds, location }: FindingGroup,
  nameFile: (file: string) => string,
): string {
  const isSaid = basis === 'document' || basis === 'http';
  const more = calls > places.length ? `, and ${calls - places.length} more` : '';
  const where = operationIds.length === 0 ? '' : ` of ${firstOf(operationIds)}`;
  return [
    `- ${code}${isSaid ? '' : ` (${basis})`}: ${message}`,
    `    ${count(calls, 'call')}${where} (${places.join(', ')}${more})`,
    `    ${nameFile(location.file)}#${location.pointer}`,
  ].join('\n');
}

function renderNotes(
  { counts, elsewhere, skipped, leftOut }: RecordingReport,
  noun: 'entry' | 'call',
): readonly string[] {
  const lines = [
    ...(counts.elsewhere > 0
      ? [
          `${counts.elsewhere} of ${countNoun(counts.entries, noun)} are of other hosts or paths: ${firstOf(elsewhere.map(({ what }) => what))}`,
        ]
      : []),
    ...(counts.otherOperations > 0 ? [`${counts.otherOperations} are of other operations`] : []),
    ...skipped.map(renderCounted),
    ...leftOut.map(renderCounted),
  ];
  return lines.length === 0 ? [] : [['Left out', ...lines.map((line) => `- ${line}`)].join('\n')];
}

function renderCounted({ what, count: amount, places }: Counted): string {
  const more = amount > places.length ? `, and ${amount - places.length} more` : '';
  return `${what}: ${places.join(', ')}${more}`;
}

function countNoun(amount: number, noun: 'entry' | 'call'): string {
  return amount === 1 ? `1 ${noun}` : `${amount} ${noun === 'entry' ? 'entries' : 'calls'}`;
}

function renderVerdict({ verdict, counts, findings }: RecordingReport, noun: 'entry' | 'call'): string {
  const words = { held: 'The contract holds', broken: 'The contract is broken', incomplete: 'No verdict' };
  const broken = findings.filter(({ isBroken }) => isBroken).length;
  const found = [
    ...(broken > 0 ? [`${count(broken, 'thing')} wrong`] : []),
    ...(findings.length > broken ? [`${findings.length - broken} doubtful`] : []),
  ];
  const nothing = verdict === 'incomplete' ? ' Nothing of this API is there: --target says where it is.' : '';
  return `${words[verdict]}: ${counts.judged} of ${countNoun(counts.entries, noun)} judged${found.map((one) => `, ${one}`).join('')}.${nothing}`;
}
