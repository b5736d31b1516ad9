import type { PlacedDifference, SlateJudgement } from './judge-source.ts';
import { type Block, shownBlock } from './page-blocks.ts';

const shownLength = 110;

/** What a source shows otherwise than Slate: a line, then each difference with its place and both sides. */
export function renderJudgement(judgement: SlateJudgement): string {
  const { folder, blocks, differences, failure } = judgement;
  if (failure !== undefined) return `differs ${folder}: no site was made of it\n        ${failure}`;
  const open = openDifferences(judgement);
  const choices = countBy(differences.flatMap(({ choice }) => choice ?? []));
  const byChoice = choices === '' ? '' : `; ${differences.length - open.length} by choice: ${choices}`;
  const first = `${isSame(judgement) ? 'same   ' : 'differs'} ${folder}: ${blocks} blocks, ${open.length} differences${byChoice}`;
  return [first, ...open.flatMap(renderDifference)].join('\n');
}

/** A row of Markdown for each source, by what differs. */
export function renderTable(judgements: readonly SlateJudgement[]): string {
  const rows = judgements.map((judgement) => {
    const { folder, blocks, differences, failure } = judgement;
    const kinds = failure ?? countBy(openDifferences(judgement).map(({ kind }) => kind));
    const choices = countBy(differences.flatMap(({ choice }) => choice ?? []));
    return `| ${[folder, blocks, kinds, choices].join(' | ')} |`;
  });
  return ['| source | blocks | differences | by choice |', '|---|---|---|---|', ...rows].join('\n');
}

export function isSame(judgement: SlateJudgement): boolean {
  return judgement.failure === undefined && openDifferences(judgement).length === 0;
}

/** Differences that no choice accounts for. */
function openDifferences({ differences }: SlateJudgement): PlacedDifference[] {
  return differences.filter(({ choice }) => choice === undefined);
}

function renderDifference({ kind, place, slate, ours }: PlacedDifference): string[] {
  const [theirs, own] = shortSides(slate, ours);
  return [
    `        ${place}: ${kind}`,
    ...(slate === undefined ? [] : [`            Slate: ${theirs}`]),
    ...(ours === undefined ? [] : [`            here:  ${own}`]),
  ];
}

/** Both sides in a line each, from a little before where they part. */
function shortSides(slate: Block | undefined, ours: Block | undefined): [string, string] {
  const [theirs, own] = [slate, ours].map((block) =>
    block === undefined ? '' : shownBlock(block).replaceAll('\n', '⏎'),
  ) as [string, string];
  let same = 0;
  while (same < theirs.length && theirs[same] === own[same]) same += 1;
  const from = same > shownLength / 2 ? same - 30 : 0;
  const short = (text: string) => {
    const end = from + shownLength;
    return `${from === 0 ? '' : '…'}${text.slice(from, end)}${text.length > end ? '…' : ''}`;
  };
  return [short(theirs), short(own)];
}

/** `3 heading id, 1 row text`: the most first. */
function countBy(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}
