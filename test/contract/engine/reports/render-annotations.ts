import type { SourceLocation } from '../../../../openapi/model/api-model.ts';
import type { ContractReport } from '../contract-report.ts';
import { whatFound } from '../render-checks.ts';
import { type Cause, findCauses } from './find-causes.ts';
import { whereFound } from './render-causes.ts';

/** Where a place of the document is in the repository; no line where it could not be found. */
export interface FilePlace {
  readonly file: string;
  readonly line: number | undefined;
}

export interface AnnotationOptions {
  /** Undefined for what is not in the repository. */
  readonly placeOf: (location: SourceLocation) => FilePlace | undefined;
}

/** GitHub shows no more of each kind in a step. */
const mostOfKind = 10;

/**
 * A workflow command of GitHub Actions for each cause: an error, or a warning where it is only doubtful, at the place of
 * the document that decides it; none for a contract that holds. One stands for those that GitHub would not show.
 */
export function renderAnnotations(report: ContractReport, { placeOf }: AnnotationOptions): string {
  const causes = findCauses(report.operations);
  const { stopped, isStrict = false } = report;
  const isError = ({ isDoubtful }: Cause) => !isDoubtful || isStrict;
  const errors = causes.filter(isError).map((cause) => annotate('error', cause, placeOf));
  const warnings = causes
    .filter((cause) => !isError(cause))
    .map((cause) => annotate('warning', cause, placeOf));
  const stop =
    stopped === undefined
      ? []
      : [command('error', { title: 'Stopped before the end' }, `${stopped.reason}\n${stopped.advice}`)];
  const lines = [...[...stop, ...errors].slice(0, mostOfKind), ...warnings.slice(0, mostOfKind)];
  const more = stop.length + errors.length + warnings.length - lines.length;
  if (more > 0)
    lines.push(command('notice', { title: 'More' }, `${more} more are in the summary of the job.`));
  return lines.map((line) => `${line}\n`).join('');
}

function annotate(kind: string, cause: Cause, placeOf: AnnotationOptions['placeOf']): string {
  const { finding, sentence, checks } = cause;
  const place = placeOf(finding.location);
  const text = `${sentence}\nFound in ${whereFound(cause)}\n${checks[0]?.curl}`;
  return command(kind, { file: place?.file, line: place?.line, title: whatFound(finding) }, text);
}

/** Escaped as the toolkit does it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function command(
  kind: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) => `${name}=${escapeData(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
    );
  return `::${kind} ${written.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
