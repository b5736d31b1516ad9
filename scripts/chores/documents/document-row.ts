import type { TriedPart } from './document-parts.ts';
import type { PartRun } from './run-part.ts';

/** All that was found of one document. */
export interface DocumentRow {
  readonly name: string;
  readonly contract: PartRun<'contract'>;
  /** Set where our judge finds that the document contradicts itself. */
  readonly opinion?: PartRun<'opinion'> | undefined;
  readonly docs: PartRun<'docs'>;
  readonly types: PartRun<'types'>;
}

/** A part that ended as nobody meant it to. */
export function crashesOf({ contract, docs, types }: DocumentRow): readonly string[] {
  const parts = Object.entries({ contract, docs, types });
  return parts.flatMap(([part, run]) => (run.state === 'crashed' ? [`${part} ${run.because}`] : []));
}

/** Operations of which our judge alone says that the document contradicts itself; all of them where there is no second one. */
function unconfirmedOf({ contract, opinion }: DocumentRow): readonly string[] {
  if (contract.state !== 'done') return [];
  return opinion?.state === 'done' ? opinion.result.unconfirmed : contract.result.contradictions;
}

/** Whether the mock that is made of the document keeps it: what is merely doubtful must be seen by a second judge, too. */
export function isHeld(row: DocumentRow): boolean {
  const { contract } = row;
  return contract.state === 'done' && contract.result.verdict === 'held' && unconfirmedOf(row).length === 0;
}

export const tableHead = [
  '| document | operations | warnings | pages | flaws of pages | types | verdict | broken, by kind | CPU s: contract, docs, types | most MB of each |',
  '|---|---|---|---|---|---|---|---|---|---|',
].join('\n');

/** One line of the table, in Markdown. */
export function renderRow(row: DocumentRow): string {
  const { name, contract, docs, types } = row;
  const ran = contract.state === 'done' ? contract.result : undefined;
  const cells = [
    name,
    ran?.operations ?? '',
    ran?.warnings ?? '',
    docs.state === 'done' ? docs.result.pages : docs.state,
    docs.state === 'done' ? docs.result.flaws.length : '',
    typesOf(row),
    contract.state === 'done' ? verdictWord(row) : contract.state,
    [...brokenKinds(row), ...crashesOf(row)].join(', '),
    costOf([contract, docs, types], ({ seconds }) => seconds.toFixed(1)),
    costOf([contract, docs, types], ({ megabytes }) => megabytes.toFixed(0)),
  ];
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}

function typesOf({ types }: DocumentRow): string {
  if (types.state !== 'done') return types.state;
  return types.result.syntaxErrors === 0 ? 'made' : `${types.result.syntaxErrors} errors`;
}

function verdictWord(row: DocumentRow): string {
  const { contract } = row;
  if (contract.state !== 'done') return '';
  const { verdict, counts } = contract.result;
  if (isHeld(row)) return `held (${counts.checked})`;
  return verdict === 'held' ? 'unconfirmed' : verdict;
}

function brokenKinds(row: DocumentRow): readonly string[] {
  const { contract } = row;
  if (contract.state === 'refused') return [contract.because];
  if (contract.state !== 'done') return [];
  const { brokenByKind, verdict, withoutVerdict, stopped } = contract.result;
  const unconfirmed = unconfirmedOf(row).length;
  return [
    ...Object.entries(brokenByKind).map(([kind, count]) => `${kind} ${count}`),
    ...(unconfirmed > 0 ? [`document-contradicts-itself, by our judge alone ${unconfirmed}`] : []),
    ...(verdict === 'incomplete'
      ? Object.entries(withoutVerdict).map(([why, count]) => `${why} ${count}`)
      : []),
    ...(stopped === undefined ? [] : [stopped]),
  ];
}

function costOf<Part extends TriedPart>(
  runs: readonly PartRun<Part>[],
  show: (cost: Extract<PartRun<Part>, { state: 'done' }>['cost']) => string,
): string {
  return runs.map((run) => (run.state === 'done' ? show(run.cost) : '-')).join(', ');
}

/** What the table comes to. */
export function renderTotals(rows: readonly DocumentRow[]): string {
  const crashes = rows.filter((row) => crashesOf(row).length > 0).length;
  const held = rows.filter(isHeld).length;
  const flawed = rows.filter(({ docs }) => docs.state === 'done' && docs.result.flaws.length > 0).length;
  return `${held} of ${rows.length} documents hold against the mock made of them; ${crashes} crash; ${flawed} have flawed pages.`;
}
