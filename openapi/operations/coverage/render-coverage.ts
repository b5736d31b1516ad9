import { showValue } from '../judge/describe-schema.ts';
import type { CoverageReport, CoveredKind, OperationCoverage } from './coverage-report.ts';
import { type Share, shareOf } from './share.ts';

export interface RenderCoverageOptions {
  /** Every name; default: the first of many. */
  readonly isWhole?: boolean | undefined;
}

const nouns: Readonly<Record<CoveredKind, string>> = {
  operations: 'operations',
  parameters: 'parameters',
  enumValues: 'enum values',
  statuses: 'statuses',
  properties: 'properties',
};

const shownNames = 8;

/** Coverage as text: the totals, a line an operation, what was never asked or seen, and what the document lacks. */
export function renderCoverage(
  report: CoverageReport,
  { isWhole = false }: RenderCoverageOptions = {},
): string {
  const most = isWhole ? Number.POSITIVE_INFINITY : shownNames;
  const kinds = Object.keys(nouns) as CoveredKind[]; // The keys of the record above are these.
  const totals = kinds.map((kind) => `${shareText(report.totals[kind])} ${nouns[kind]}`);
  const sections = [
    [`Coverage: ${totals.join(', ')}`],
    table(report.operations.map(rowOf)),
    titled(
      'Never seen',
      report.operations.flatMap((one) => neverSeen(one, most)),
    ),
    titled('Not in the document', notDocumented(report, most)),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `- ${line}`)];
}

function rowOf(operation: OperationCoverage): readonly string[] {
  const { operationId, method, path, calls, statuses, parameters, properties } = operation;
  const head = [method.toUpperCase(), path, operationId, calls === 1 ? '1 call' : `${calls} calls`];
  if (calls === 0) return head;
  const shares: readonly (readonly [string, readonly Counted[]])[] = [
    ['parameters', parameters],
    ['enum values', parameters.flatMap(({ values }) => values)],
    ['statuses', statuses],
    ['properties', properties],
  ];
  const told = shares.flatMap(([noun, things]) =>
    things.length === 0 ? [] : [`${noun} ${shareText(shareOf(things))}`],
  );
  return [...head, told.join(', ')];
}

interface Counted {
  readonly calls: number;
}

function shareText({ seen, of }: Share): string {
  return `${seen} of ${of}`;
}

/** Columns as wide as their widest cell, but for the last. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, index) => Math.max(cell.length, known[index] ?? 0)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Of an operation that was called; of the others the table says enough. */
function neverSeen(
  { operationId, calls, parameters, statuses, properties }: OperationCoverage,
  most: number,
): readonly string[] {
  if (calls === 0) return [];
  const unused = <Thing extends Counted>(things: readonly Thing[]) => things.filter((one) => one.calls === 0);
  const values = parameters
    .filter((parameter) => parameter.calls > 0)
    .flatMap(({ name, values }) => unused(values).map(({ value }) => `${name}=${showValue(value)}`));
  // Of a body that never came, its status says enough.
  const bodies = ['request', ...statuses.filter((one) => one.calls > 0).map(({ status }) => status)];
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['parameters', unused(parameters).map(({ name }) => name)],
    ['values', values],
    ['statuses', unused(statuses).map(({ status }) => status)],
    ...bodies.map((body) => {
      const ofBody = unused(properties).filter((property) => property.body === body);
      return [`properties of ${body}`, ofBody.map(({ pattern }) => pattern)] as const;
    }),
  ];
  return parts.flatMap(([noun, names]) =>
    names.length === 0 ? [] : [`${operationId}, ${noun}: ${firstNames(names, most)}`],
  );
}

function notDocumented({ operations, unknown }: CoverageReport, most: number): readonly string[] {
  const ofOperations = operations.flatMap(({ operationId, drift }) => {
    const names = [
      ...drift.statuses.map(({ status, calls }) => `status ${status} (${calls}×)`),
      ...drift.parameters.map(({ name, nearest, calls }) => {
        const meant = nearest === undefined ? '' : `, perhaps "${nearest}"`;
        return `parameter "${name}" (${calls}×${meant})`;
      }),
      ...drift.properties.map(({ body, pattern, calls }) => `${body} ${pattern} (${calls}×)`),
    ];
    return names.length === 0 ? [] : [`${operationId}: ${firstNames(names, most)}`];
  });
  const paths = unknown.map(({ method, path, calls }) => `${method} ${path} (${calls}×)`);
  return paths.length === 0 ? ofOperations : [...ofOperations, firstNames(paths, most)];
}

function firstNames(names: readonly string[], most: number): string {
  const more = names.length > most ? `, and ${names.length - most} more` : '';
  return names.slice(0, most).join(', ') + more;
}
