import { type Alignment, alignBlocks, type Hunk } from './align-blocks.ts';
import { choiceOfPair, choiceOfStretch, noBlankLine } from './choices.ts';
import { blockWords, contentDifference, type Difference, otherDifferences } from './difference.ts';
import type { Block } from './page-blocks.ts';
import { pairBlocks } from './pair-blocks.ts';

/** A page as Slate shows it, as Slate would with the choices that change how text is read, and as we do. */
export interface JudgedPage {
  readonly slate: readonly Block[];
  readonly chosen: readonly Block[];
  readonly ours: readonly Block[];
}

/** Every difference of a page of ours from Slate's, in the order of the page. */
function comparePages(page: JudgedPage): Difference[] {
  const { slate, ours } = page;
  const { pairs, hunks } = alignBlocks(slate, ours);
  const isChosen = createChoiceFinder(page);
  const found: { readonly at: number; readonly difference: Difference }[] = [];
  let nesting = '';
  for (const [first, second] of pairs) {
    const pair = { slate: slate[first] as Block, ours: ours[second] as Block };
    for (const kind of otherDifferences(pair.slate, pair.ours)) {
      // One unclosed element changes the place of all that follows: told once.
      const change = kind.endsWith('nesting') ? `${pair.slate.within} | ${pair.ours.within}` : '';
      if (change !== '' && change === nesting) continue;
      if (change !== '') nesting = change;
      found.push({ at: second, difference: withChoice({ kind, ...pair }, page) });
    }
    if (pair.slate.within === pair.ours.within) nesting = '';
  }
  for (const hunk of hunks) {
    const choice =
      isChosen(hunk) ??
      choiceOfStretch(
        slate.slice(hunk.first.start, hunk.first.end),
        ours.slice(hunk.second.start, hunk.second.end),
      );
    for (const difference of hunkDifferences(hunk, page))
      found.push({
        at: hunk.second.start - 0.5,
        difference: choice === undefined ? withChoice(difference, page) : { ...difference, choice },
      });
  }
  return found.sort((a, b) => a.at - b.at).map(({ difference }) => difference);
}

/**
 * The same, but what differs by marks that the writer has not closed alone, and not when they are left out on both pages, is by
 * choice: we close them where their block ends, a browser nowhere.
 */
export function compareRepaired(written: JudgedPage, repaired: () => JudgedPage): Difference[] {
  const found = comparePages(written);
  const isOpen = ({ choice }: Difference) => choice === undefined;
  if (!found.some(isOpen)) return found;
  const left = comparePages(repaired()).filter(isOpen);
  if (left.length >= found.filter(isOpen).length) return found;
  const keysOf = (differences: readonly Difference[]) => new Set(differences.map(keyOfDifference));
  const [known, stays] = [keysOf(found), keysOf(left)];
  return [
    ...found.map((difference) =>
      isOpen(difference) && !stays.has(keyOfDifference(difference))
        ? { ...difference, choice: 'repaired markup' }
        : difference,
    ),
    ...left.filter((difference) => !known.has(keyOfDifference(difference))),
  ];
}

function keyOfDifference({ kind, slate, ours }: Difference): string {
  return [kind, slate && blockWords(slate), ours && blockWords(ours)].join('\n');
}

function hunkDifferences({ first, second }: Hunk, { slate, ours }: JudgedPage): Difference[] {
  const pairs = pairBlocks(slate.slice(first.start, first.end), ours.slice(second.start, second.end));
  return pairs.flatMap(([theirs, own]): Difference[] => {
    if (theirs !== undefined && own !== undefined)
      return [contentDifference(theirs, own), ...otherDifferences(theirs, own)].map((kind) => ({
        kind,
        slate: theirs,
        ours: own,
      }));
    const block = (theirs ?? own) as Block;
    const kind = `${block.kind} ${own === undefined ? 'missing' : 'added'}`;
    return [{ kind, slate: theirs, ours: own, near: slate[first.start] ?? slate.at(-1) }];
  });
}

function withChoice(difference: Difference, page: JudgedPage): Difference {
  const choice = choiceOfPair(difference, page);
  return choice === undefined ? difference : { ...difference, choice };
}

/**
 * Whether a stretch is, block for block, what Slate itself makes of the source with the choices made: what only Slate has is
 * not there then either, what only we have is there, and nothing of it is missing around.
 */
function createChoiceFinder({ slate, chosen, ours }: JudgedPage): (hunk: Hunk) => string | undefined {
  const kept = new Set(alignBlocks(slate, chosen).pairs.map(([first]) => first));
  const ofChosen: Alignment = alignBlocks(chosen, ours);
  const made = new Set(ofChosen.pairs.map(([, second]) => second));
  return ({ first, second }) => {
    const isGone = range(first).every((index) => !kept.has(index));
    const isMade = range(second).every((index) => made.has(index));
    const isWhole = ofChosen.hunks.every(
      (other) => other.second.end < second.start || other.second.start > second.end,
    );
    if (!isGone || !isMade || !isWhole) return undefined;
    const isInAside = range(second).some((index) => ours[index]?.within.includes('aside'));
    return isInAside ? 'Markdown in an aside' : noBlankLine;
  };
}

function range({ start, end }: Hunk['first']): number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}
