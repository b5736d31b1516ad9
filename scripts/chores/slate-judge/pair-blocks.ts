import { lettersOf } from '../../../docs-src/engine/source/counts/slate-counts.ts';
import { blockWords } from './difference.ts';
import type { Block } from './page-blocks.ts';

type Pair = readonly [Block | undefined, Block | undefined];

/** Above this a stretch is told block by block: nobody reads pairs of it. */
const maximumCells = 40_000;

/** Puts together the blocks of a stretch that are likely the same one, in order; the others stand alone. */
export function pairBlocks(first: readonly Block[], second: readonly Block[]): Pair[] {
  if (first.length * second.length > maximumCells)
    return [
      ...first.map((block): Pair => [block, undefined]),
      ...second.map((block): Pair => [undefined, block]),
    ];
  const words = new Map([...first, ...second].map((block) => [block, lettersOfWords(block)]));
  const likeness = (a: Block, b: Block) =>
    likenessOf(a, b, words.get(a) ?? new Set(), words.get(b) ?? new Set());
  // best[i][j]: the most likeness that first from i and second from j can have.
  const best = Array.from({ length: first.length + 1 }, () => new Float64Array(second.length + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = first.length - 1; i >= 0; i -= 1) {
    const row = best[i] as Float64Array;
    for (let j = second.length - 1; j >= 0; j -= 1) {
      const together = likeness(first[i] as Block, second[j] as Block);
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), together === 0 ? 0 : together + at(i + 1, j + 1));
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < first.length || j < second.length) {
    const [a, b] = [first[i], second[j]];
    if (b === undefined || (a !== undefined && at(i, j) === at(i + 1, j))) {
      pairs.push([a, undefined]);
      i += 1;
    } else if (a === undefined || at(i, j) === at(i, j + 1)) {
      pairs.push([undefined, b]);
      j += 1;
    } else {
      pairs.push([a, b]);
      i += 1;
      j += 1;
    }
  }
  return pairs;
}

function lettersOfWords(block: Block): Set<string> {
  return new Set(blockWords(block).split(/\s+/).map(lettersOf));
}

/** 0: not the same block. A heading is never taken for anything else. */
function likenessOf(a: Block, b: Block, wordsA: Set<string>, wordsB: Set<string>): number {
  if (a.kind !== b.kind && (a.kind === 'heading' || b.kind === 'heading')) return 0;
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  const share = (2 * shared) / (wordsA.size + wordsB.size);
  if (a.kind === b.kind) return 0.1 + share;
  return share > 0.6 ? share / 2 : 0;
}
